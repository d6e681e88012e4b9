"""`claimstake push` as users run it; secrets stay secret."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode

from claimstake.store.content import triple_lines
from claimstake.store.opening import open_store
from stores.fixtures import DEAL, FACTS, OTHER, words
from stores.misbehaving import PASSWORD, TOKEN, USER, Fault, Misbehaving, Wrong, misbehaving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from running import Run


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with misbehaving() as running:
        yield running


@pytest.fixture(autouse=True)
def store(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "claimstake-store"), read_only=False) as opened:
        opened.replace_graphs({DEAL: words(30), FACTS: words(3), OTHER: words(4)})


def test_pushing_twice_loads_once(claimstake: Run, server: Misbehaving) -> None:
    first = claimstake("push", server.url, "--report", "-")
    second = claimstake("push", server.url)

    assert first.code == second.code == 0
    assert "3 loaded" in first.err
    assert "3 unchanged" in second.err
    assert second.out == ""
    report = json.loads(first.out)
    assert report["complete"] is True
    assert [(graph["outcome"], graph["triples"]) for graph in report["graphs"]] == [
        ("loaded", 38),
        ("loaded", 11),
        ("loaded", 12),
    ]
    assert server.lines(DEAL) == triple_lines(words(30))


def test_one_article_is_pushed_and_dropped(claimstake: Run, server: Misbehaving) -> None:
    claimstake("push", server.url, "--article", "another-deal")
    assert server.lines(OTHER)
    assert not server.lines(DEAL)
    claimstake("push", server.url)

    dropped = claimstake("push", server.url, "--drop", "--article", "a-deal")

    assert dropped.code == 0
    assert "2 dropped" in dropped.err
    assert not server.lines(DEAL)
    assert server.lines(OTHER) == triple_lines(words(4))


def test_a_dry_run_sends_nothing(claimstake: Run, server: Misbehaving) -> None:
    ran = claimstake("push", server.url, "--dry-run")

    assert ran.code == 0
    assert "would be loaded, 38 triples" in ran.err
    assert list(server.graphs.named_graphs()) == []


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--drop",), 2, "--article"),
        (("--article", "no-such"), 2, "There is no article 'no-such'"),
        (("--store", "nowhere"), 4, "There is no store in nowhere"),
        (("--password-file", "nowhere"), 2, "does not exist"),
        (("--kind", "virtuozo"), 2, "virtuozo"),
    ],
)
def test_wrong_use_is_told(
    claimstake: Run, server: Misbehaving, arguments: tuple[str, ...], code: int, words: str
) -> None:
    ran = claimstake("push", server.url, *arguments)

    assert ran.code == code
    assert words in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault(wrong=Wrong.RESET, times=99), 4),
        (Fault(wrong=Wrong.STATUS, status=503, times=99), 4),
        (Fault(wrong=Wrong.STATUS, status=403, times=99, match="^PUT"), 5),
        (Fault(wrong=Wrong.NO_WORK, times=99, match="^PUT"), 6),
        (Fault(wrong=Wrong.CAPPED, times=99, match="COUNT"), 7),
        (Fault(wrong=Wrong.STATUS, status=400, times=99, match="^PUT"), 3),
    ],
    ids=lambda value: str(value.wrong) if isinstance(value, Fault) else str(value),
)
def test_each_failure_has_its_exit_code(
    claimstake: Run, server: Misbehaving, fault: Fault, code: int
) -> None:
    server.faults = [fault]

    ran = claimstake("push", server.url, "--retries", "1", "--report", "report.json")

    assert ran.code == code
    assert ran.err.count("Error:") == 1
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("way", ["environment", "netrc", "file", "token"])
def test_secrets_come_from_where_they_are_safe_and_are_not_shown(
    claimstake: Run, server: Misbehaving, tmp_path: Path, way: str
) -> None:
    arguments: list[str] = []
    environment: dict[str, str] = {}
    server.scheme = "Bearer" if way == "token" else "Basic"
    if way == "environment":
        environment = {"CLAIMSTAKE_STORE_USER": USER, "CLAIMSTAKE_STORE_PASSWORD": PASSWORD}
    elif way == "token":
        environment = {"CLAIMSTAKE_STORE_TOKEN": TOKEN}
    elif way == "file":
        (tmp_path / "secret").write_text(f"{PASSWORD}\n")
        environment = {"CLAIMSTAKE_STORE_USER": USER}
        arguments = ["--password-file", "secret"]
    else:
        (tmp_path / "netrc").write_text(f"machine 127.0.0.1 login {USER} password {PASSWORD}\n")
        (tmp_path / "netrc").chmod(0o600)
        environment = {"NETRC": str(tmp_path / "netrc")}

    ran = claimstake("push", server.url, "--show", "--report", "-", *arguments, **environment)

    assert ran.code == 0
    assert "curl -X PUT" in ran.err
    for secret in (PASSWORD, TOKEN):
        assert secret not in ran.err + ran.out
    assert server.lines(DEAL) == triple_lines(words(30))


def test_the_store_that_is_read_does_not_get_the_secrets(claimstake: Run, server: Misbehaving) -> None:
    claimstake("push", server.url)
    with misbehaving() as target:
        ran = claimstake(
            "push",
            target.url,
            "--store",
            f"oxigraph+{server.url}",
            CLAIMSTAKE_STORE_USER=USER,
            CLAIMSTAKE_STORE_PASSWORD=PASSWORD,
        )

        assert ran.code == 0
        assert target.lines(DEAL) == triple_lines(words(30))
        assert set(server.authorizations) == {""}
        assert "" not in target.authorizations


def test_the_probe_finds_what_does_not_work(claimstake: Run, server: Misbehaving) -> None:
    sound = claimstake("push", server.url, "--probe", "--report", "-")
    server.faults = [Fault(wrong=Wrong.NO_WORK, match="MOVE", times=99)]

    broken = claimstake("push", server.url, "--probe")

    assert sound.code == 0
    assert all(finding["as_expected"] for finding in json.loads(sound.out)["findings"])
    assert broken.code == 1
    assert "OTHER moves a graph: no" in broken.err
    assert not [graph for graph in server.graphs.named_graphs() if "scratch" in str(graph)]


def test_a_store_is_asked_over_http_as_on_disk(claimstake: Run, server: Misbehaving) -> None:
    claimstake("push", server.url)

    with open_store(f"oxigraph+{server.url}") as there:
        assert [record.graph for record in there.graphs()] == [
            NamedNode(graph) for graph in sorted(graph.value for graph in (DEAL, FACTS, OTHER))
        ]
