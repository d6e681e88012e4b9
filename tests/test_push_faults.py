"""What a push does when the store fails: it succeeds after all, or says plainly what is there."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimstake.errors import (
    ClaimstakeError,
    InputError,
    NotVerified,
    PartialAnswer,
    StoreRefused,
    StoreUnavailable,
    UsageError,
)
from claimstake.push.pushing import Mode, Order, PushFailed, push
from claimstake.push.report import as_json
from claimstake.store.content import triple_lines
from claimstake.store.credentials import NOBODY, Credentials
from claimstake.store.delivery import Outcome, Terms
from claimstake.store.opening import open_store
from claimstake.store.profiles import Swap, read_location
from claimstake.store.remote import Remote
from claimstake.store.results import Rows
from claimstake.store.transport import Patience, Transport
from stores.fixtures import DEAL, words
from stores.misbehaving import PASSWORD, TOKEN, USER, Fault, Misbehaving, Wrong, misbehaving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from claimstake.push.report import PushReport

OLD = words(3, word="old")
NEW = words(4, word="neu – größer")
WRONG = "wrong-secret"
LATER = Fault(wrong=Wrong.STATUS, status=429, match="^PUT", headers=(("Retry-After", "3600"),))


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with misbehaving() as running:
        yield running


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait less between tries; what is waited for is the same."""
    monkeypatch.setattr("claimstake.store.transport._FIRST_PAUSE", 0.01)
    monkeypatch.setattr("claimstake.store.delivery._POLLS", (0.01, 0.05))


def remote_of(
    server: Misbehaving,
    *,
    who: Credentials = NOBODY,
    seconds: float = 20.0,
    retries: int = 3,
    swap: Swap = Swap.MOVE,
) -> Remote:
    endpoint = read_location(f"oxigraph+{server.url}")
    endpoint = replace(endpoint, profile=replace(endpoint.profile, swap=swap))
    transport = Transport(
        endpoint.query_url, credentials=who, patience=Patience(seconds=seconds, retries=retries)
    )
    return Remote(endpoint, transport)


def push_to(remote: Remote, triples: list[Triple], *, mode: Mode = Mode.UPDATE) -> PushReport:
    with open_store("memory:") as source, remote:
        source.replace_graphs({DEAL: triples})
        return push(source, remote, Order(mode=mode, terms=Terms(chunk=400)))


def with_old_graph(server: Misbehaving) -> None:
    push_to(remote_of(server), OLD)
    assert server.lines(DEAL) == triple_lines(OLD)


@pytest.mark.parametrize("old", [False, True], ids=["new graph", "old graph"])
@pytest.mark.parametrize(
    "fault",
    [
        Fault(wrong=Wrong.STATUS, status=429, headers=(("Retry-After", "0"),), match="^PUT"),
        Fault(wrong=Wrong.STATUS, status=503, times=2, match="^PUT"),
        Fault(wrong=Wrong.STATUS, status=500, match="^PUT"),
        Fault(wrong=Wrong.STATUS, status=503, match="COUNT"),
        Fault(wrong=Wrong.STATUS, status=502, match="^GET"),
        Fault(wrong=Wrong.WORK_THEN_STATUS, status=504, match="^PUT"),
        Fault(wrong=Wrong.WORK_THEN_STATUS, status=504, match="^POST /store"),
        Fault(wrong=Wrong.WORK_THEN_STATUS, status=504, match="/update.*MOVE"),
        Fault(wrong=Wrong.WORK_THEN_STATUS, status=504, match="/update.*INSERT DATA"),
        Fault(wrong=Wrong.RESET, match="^PUT"),
        Fault(wrong=Wrong.RESET, match="/update.*MOVE"),
        Fault(wrong=Wrong.WORK_THEN_RESET, match="/update.*MOVE"),
        Fault(wrong=Wrong.WORK_THEN_RESET, match="^POST /store"),
        Fault(wrong=Wrong.RESET, match="COUNT"),
        Fault(wrong=Wrong.NO_WORK, match="^PUT"),
        Fault(wrong=Wrong.NO_WORK, match="^POST /store"),
        Fault(wrong=Wrong.HALF_WORK, match="^PUT"),
        Fault(wrong=Wrong.LATIN, match="^PUT"),
        Fault(wrong=Wrong.NO_WORK, match="/update.*MOVE"),
    ],
    ids=lambda fault: f"{fault.wrong} {fault.match}" if isinstance(fault, Fault) else "",
)
def test_a_fault_that_passes_is_overcome(server: Misbehaving, fault: Fault, *, old: bool) -> None:
    if old:
        with_old_graph(server)
    server.faults = [replace(fault)]

    report = push_to(remote_of(server), NEW)

    assert [graph.outcome for graph in report.graphs] == [Outcome.REPLACED if old else Outcome.LOADED]
    assert server.lines(DEAL) == triple_lines(NEW)
    assert not [graph for graph in server.graphs.named_graphs() if "staging" in str(graph)]
    assert b"arriving" not in b"".join(server.lines_of_manifest())


@pytest.mark.parametrize(
    "fault",
    [
        Fault(wrong=Wrong.STATUS, status=503, match="^PUT [^\n]*a-deal\n"),
        Fault(wrong=Wrong.WORK_THEN_STATUS, status=504, match="^PUT [^\n]*a-deal\n"),
        Fault(wrong=Wrong.WORK_THEN_RESET, match="^PUT [^\n]*a-deal\n"),
        Fault(wrong=Wrong.RESET, match="^PUT [^\n]*a-deal\n"),
        Fault(wrong=Wrong.NO_WORK, match="^PUT [^\n]*a-deal\n"),
    ],
    ids=lambda fault: str(fault.wrong) if isinstance(fault, Fault) else "",
)
def test_a_swap_by_put_is_overcome_too(server: Misbehaving, fault: Fault) -> None:
    with_old_graph(server)
    server.faults = [replace(fault)]

    report = push_to(remote_of(server, swap=Swap.PUT), NEW)

    assert [graph.outcome for graph in report.graphs] == [Outcome.REPLACED]
    assert server.lines(DEAL) == triple_lines(NEW)
    assert not [graph for graph in server.graphs.named_graphs() if "staging" in str(graph)]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault(wrong=Wrong.STATUS, status=503, match="^(PUT|POST /store)"), StoreUnavailable),
        (Fault(wrong=Wrong.STATUS, status=403, match="^PUT"), StoreRefused),
        (Fault(wrong=Wrong.STATUS, status=400, match="^PUT"), InputError),
        (Fault(wrong=Wrong.STATUS, status=413, match="^PUT"), InputError),
        (
            Fault(wrong=Wrong.STATUS, status=429, match="^PUT", headers=(("Retry-After", "3600"),)),
            StoreUnavailable,
        ),
        (Fault(wrong=Wrong.STATUS, status=404, match="^PUT"), StoreUnavailable),
        (Fault(wrong=Wrong.REDIRECT, match="^PUT"), StoreUnavailable),
        (Fault(wrong=Wrong.RESET, match="^PUT"), StoreUnavailable),
        (Fault(wrong=Wrong.NO_WORK, match="^(PUT|POST /store)"), NotVerified),
        (Fault(wrong=Wrong.NO_WORK, match="^POST /store"), NotVerified),
        (Fault(wrong=Wrong.HALF_WORK, match="^PUT"), NotVerified),
        (Fault(wrong=Wrong.LATIN, match="^PUT"), NotVerified),
        (Fault(wrong=Wrong.NO_WORK, match="MOVE|INSERT .*WHERE"), NotVerified),
        (Fault(wrong=Wrong.STATUS, status=500, match="MOVE|INSERT .*WHERE"), NotVerified),
        (Fault(wrong=Wrong.TRUNCATED, match="^GET.*staging"), PartialAnswer),
        (Fault(wrong=Wrong.CAPPED, match="COUNT"), PartialAnswer),
        (Fault(wrong=Wrong.TIMED_OUT, match="COUNT"), PartialAnswer),
        (Fault(wrong=Wrong.SLOW, match="^PUT"), StoreUnavailable),
        (Fault(wrong=Wrong.DRIP, match="^GET.*staging"), StoreUnavailable),
    ],
    ids=lambda value: f"{value.wrong} {value.status} {value.match}" if isinstance(value, Fault) else "",
)
def test_a_fault_that_stays_is_told_and_the_old_graph_lives(
    server: Misbehaving, fault: Fault, error: type[ClaimstakeError]
) -> None:
    with_old_graph(server)
    fault.times = 1_000_000
    server.faults = [fault]
    begun = time.monotonic()

    with pytest.raises(PushFailed) as raised:
        push_to(remote_of(server, seconds=2.0, retries=2), NEW)

    assert type(raised.value.error) in {error, *error.__subclasses__()}
    assert raised.value.error.problem
    assert time.monotonic() - begun < 15
    assert server.lines(DEAL) == triple_lines(OLD)
    assert raised.value.report.graphs == ()
    assert json.loads(as_json(raised.value.report))["complete"] is False
    server.faults = []
    assert push_to(remote_of(server), NEW).graphs[0].outcome is Outcome.REPLACED
    assert server.lines(DEAL) == triple_lines(NEW)


def test_a_new_graph_that_does_not_arrive_is_not_left_there(server: Misbehaving) -> None:
    server.faults = [Fault(wrong=Wrong.HALF_WORK, match="^PUT", times=9)]

    with pytest.raises(PushFailed, match="triples are there"):
        push_to(remote_of(server), NEW)

    assert server.lines(DEAL) == set()
    assert server.lines_of_manifest() == set()


@pytest.mark.parametrize(
    ("scheme", "who"),
    [
        ("Basic", Credentials(user=USER, password=PASSWORD)),
        ("Digest", Credentials(user=USER, password=PASSWORD)),
        ("Bearer", Credentials(token=TOKEN)),
    ],
)
def test_each_scheme_of_authentication_is_spoken(server: Misbehaving, scheme: str, who: Credentials) -> None:
    server.scheme = scheme

    report = push_to(remote_of(server, who=who), NEW)

    assert report.graphs[0].outcome is Outcome.LOADED
    assert server.lines(DEAL) == triple_lines(NEW)


@pytest.mark.parametrize("scheme", ["Basic", "Digest", "Bearer"])
@pytest.mark.parametrize(
    "who",
    [NOBODY, Credentials(user=USER, password=WRONG), Credentials(token=WRONG)],
    ids=["nobody", "wrong password", "wrong token"],
)
def test_wrong_credentials_are_told_without_showing_them(
    server: Misbehaving, scheme: str, who: Credentials
) -> None:
    server.scheme = scheme

    with pytest.raises(PushFailed) as raised:
        push_to(remote_of(server, who=who), NEW)

    assert isinstance(raised.value.error, StoreRefused)
    assert "CLAIMSTAKE_STORE" in raised.value.error.cure
    assert WRONG not in f"{raised.value.error}{raised.value.report}{who!r}"


def test_what_a_store_echoes_of_a_secret_is_masked(server: Misbehaving) -> None:
    server.faults = [Fault(wrong=Wrong.STATUS, status=500, times=99, match="^PUT")]

    with pytest.raises(PushFailed) as raised:
        push_to(remote_of(server, who=Credentials(user=USER, password=PASSWORD), retries=0), NEW)

    assert "***" in str(raised.value.error)
    assert PASSWORD not in str(raised.value.error)
    assert not re.search(r"Basic [A-Za-z0-9+/]{8}", str(raised.value.error))


def test_no_credentials_go_over_plain_http_to_another_machine() -> None:
    endpoint = read_location("http://store.example/")
    transport = Transport(endpoint.query_url, credentials=Credentials(user=USER, password=PASSWORD))

    with pytest.raises(UsageError, match="in the clear") as raised:
        Remote(endpoint, transport).query("ASK {}", seconds=5)

    assert PASSWORD not in str(raised.value)


def test_a_redirect_is_not_followed(server: Misbehaving) -> None:
    server.faults = [Fault(wrong=Wrong.REDIRECT, times=99)]

    with pytest.raises(StoreUnavailable, match=r"sends requests on to https://other\.invalid/"):
        remote_of(server, who=Credentials(user=USER, password=PASSWORD)).query("ASK {}", seconds=5)

    assert len(server.requests) == 1


def test_retry_after_is_waited_for(server: Misbehaving) -> None:
    server.faults = [Fault(wrong=Wrong.STATUS, status=429, headers=(("Retry-After", "1"),))]
    begun = time.monotonic()

    remote_of(server).query("ASK {}", seconds=10)

    assert time.monotonic() - begun >= 1.0


def test_a_truncated_answer_to_a_query_is_no_answer(server: Misbehaving) -> None:
    with_old_graph(server)
    server.faults = [Fault(wrong=Wrong.TRUNCATED, match="SELECT")]

    with open_store(f"oxigraph+{server.url}") as store, pytest.raises(PartialAnswer):
        list(store.query("SELECT * { ?s ?p ?o }").rows)  # type: ignore[union-attr]


def test_a_capped_answer_is_refused_unless_it_is_allowed(server: Misbehaving) -> None:
    with_old_graph(server)
    told: list[str] = []

    server.faults = [Fault(wrong=Wrong.CAPPED, match="SELECT")]
    with open_store(f"oxigraph+{server.url}") as store, pytest.raises(PartialAnswer, match="10000"):
        store.query("SELECT * { ?s ?p ?o }")
    server.faults = [Fault(wrong=Wrong.CAPPED, match="SELECT")]
    with open_store(f"oxigraph+{server.url}", on_partial=told.append) as store:
        answer = store.query("SELECT * { ?s ?p ?o }")

    assert isinstance(answer, Rows)
    assert list(answer.rows)
    assert len(told) == 1
    assert "at most 10000 rows" in told[0]


def test_dropping_takes_what_is_unfinished_along(server: Misbehaving) -> None:
    with_old_graph(server)
    server.faults = [Fault(wrong=Wrong.STATUS, status=403, match="^POST /store", times=99)]
    with pytest.raises(PushFailed):
        push_to(remote_of(server), NEW)
    server.faults = []
    assert any("staging" in str(graph) for graph in server.graphs.named_graphs())

    push(None, remote_of(server), Order(mode=Mode.DROP, articles=("a-deal",)))

    assert list(server.graphs) == []


def test_appending_shows_that_all_of_it_is_there(server: Misbehaving) -> None:
    with_old_graph(server)

    report = push_to(remote_of(server), NEW, mode=Mode.APPEND)

    assert report.graphs[0].outcome is Outcome.APPENDED
    assert server.lines(DEAL) == triple_lines([*OLD, *NEW])
    server.faults = [Fault(wrong=Wrong.NO_WORK, match="^POST /store", times=99)]
    with pytest.raises(PushFailed, match="did not keep all"):
        push_to(remote_of(server), words(9, word="third"), mode=Mode.APPEND)
