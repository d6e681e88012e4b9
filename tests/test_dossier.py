"""The page as a file: what it holds, what it may do, and that it is the same each time."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

from claimstake.card.reading import read_store
from claimstake.dossier.answers import answer_questions
from claimstake.dossier.coverage import coverage
from claimstake.dossier.page import dossier, render
from claimstake.errors import InputError
from claimstake.store.opening import open_store
from hostile import TITLE, write_hostile
from loaded import FIRST, SECOND, directory_of, store_of

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run


class Elements(HTMLParser):
    """The elements of a page: their attributes, and the text of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] in {"script", "style"} and data.strip():
            self.texts.append((self.found[-1][0], data))


@pytest.fixture(scope="module")
def page() -> str:
    with store_of(FIRST) as store:
        return dossier(store)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    with store_of(write_hostile(tmp_path_factory.mktemp("hostile"))) as store:
        return dossier(store)


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    content: dict[str, Any] = json.loads(found[1])
    return content


def test_the_page_holds_every_claim_with_its_words(page: str) -> None:
    data = data_of(page)
    text = data["articles"][0]["text"]

    assert len(data["claims"]) == 111
    figure = next(claim for claim in data["claims"] if claim["id"] == "F26")
    assert text[figure["start"] : figure["end"]].endswith("nearly $6 trillion")


def test_the_page_of_the_first_article_is_below_one_megabyte(page: str) -> None:
    assert len(page.encode()) < 1_000_000


def test_the_same_store_gives_the_same_bytes(page: str) -> None:
    with store_of(FIRST) as store:
        assert dossier(store) == page


def test_the_page_may_run_its_own_script_and_nothing_else(page: str) -> None:
    policy = next(
        attributes["content"] or ""
        for tag, attributes in Elements(page).found
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    texts = [text for tag, text in re.findall(r"<(style|script)>(.*?)</\1>", page, re.DOTALL)]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert len(texts) == 2
    for text in texts:
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy


def outward(page: str) -> list[str]:
    """Find what would load something or run a handler."""
    found = []
    for tag, attributes in Elements(page).found:
        for name, value in attributes.items():
            loads = name in {"src", "srcset", "poster", "action", "style"} or name.startswith("on")
            links = name == "href" and tag != "a" and value != "data:,"
            if loads or links:
                found.append(f"{tag} {name}={value}")
    return found


def test_the_page_loads_nothing_and_has_no_inline_handlers(page: str, hostile: str) -> None:
    assert outward(page) == []
    assert outward(hostile) == []
    assert "@import" not in page
    assert "url(http" not in page


@pytest.mark.parametrize("part", ['<img src="x">', '<p onclick="x">', '<link href="http://e/">'])
def test_what_loads_something_would_be_found(page: str, part: str) -> None:
    assert outward(page.replace("</main>", f"{part}</main>")) != []


def test_a_hostile_article_adds_no_element(page: str, hostile: str) -> None:
    assert [tag for tag, _ in Elements(hostile).found] == [tag for tag, _ in Elements(page).found]


def test_a_hostile_article_that_is_not_escaped_would_add_elements(page: str, hostile: str) -> None:
    unescaped = hostile.replace("&lt;", "<").replace("&gt;", ">")

    assert [tag for tag, _ in Elements(unescaped).found] != [tag for tag, _ in Elements(page).found]


def test_the_data_of_a_hostile_article_is_its_text(hostile: str) -> None:
    assert data_of(hostile)["articles"][0]["title"] == TITLE
    assert not set(re.findall(r'id="data">(.*?)</script>', hostile, re.DOTALL)[0]) & set("<>&\u2028\u2029")


def test_the_front_counts_the_estimates_of_the_table(page: str) -> None:
    data = data_of(page)
    table = [
        claim
        for claim in data["claims"]
        if claim.get("verification", {}).get("applies") and not claim.get("related", {}).get("restates")
    ]
    summary = data["summary"]

    assert summary["estimates"] == len(table) == sum(summary["statuses"].values())
    assert (summary["reviewed"], summary["candidates"]) == (111, 0)


def test_a_title_is_text(page: str) -> None:
    content = data_of(page)

    assert "<title>&lt;b&gt;x&lt;/b&gt;" in render(content, title="<b>x</b>")


def test_every_relation_of_the_graph_has_its_things(page: str) -> None:
    graph = data_of(page)["articles"][0]["graph"]
    things = data_of(page)["things"]

    assert len(graph["nodes"]) == graph["all"] > 50
    assert all(node[0] in things for node in graph["nodes"])
    assert all(max(edge[0], edge[1]) < len(graph["nodes"]) for edge in graph["edges"])


def test_what_no_claim_covers_is_told() -> None:
    with store_of(FIRST) as store:
        reading = read_store(store)
    document = reading.documents[0]
    found = coverage(reading, document)
    bare = [document.text[start:end] for start, end in found.bare]

    assert "Dive into the reality behind the headlines." in bare
    assert "Click to start listening" in bare
    assert not any("nearly $6 trillion" in sentence for sentence in bare)
    assert found.sentences > len(bare)


def test_a_sentence_whose_claims_are_taken_away_is_told() -> None:
    from dataclasses import replace

    with store_of(FIRST) as store:
        reading = read_store(store)
    fewer = replace(reading, claims=tuple(claim for claim in reading.claims if claim.id != "F23"))

    assert len(coverage(fewer, reading.documents[0]).bare) == len(
        coverage(reading, reading.documents[0]).bare
    )
    none = replace(reading, claims=())
    assert len(coverage(none, reading.documents[0]).bare) == coverage(none, reading.documents[0]).sentences


def test_stored_questions_are_answered_the_main_ones_first() -> None:
    with store_of(FIRST) as store:
        answers = answer_questions(store)
    main = ["main" in answer.tags for answer in answers]

    assert main == sorted(main, reverse=True)
    assert "claims-without-verification" in {answer.name for answer in answers}
    assert all(not answer.problem for answer in answers)


def test_a_question_that_cannot_be_answered_says_why(tmp_path: Path) -> None:
    (tmp_path / "broken.rq").write_text("SELECT ?x WHERE { ?x ?y }")
    (tmp_path / "mine.rq").write_text("#+ summary: Mine\nSELECT ?x WHERE { ?x a ?y } LIMIT 1")
    with store_of(FIRST) as store:
        answers = {answer.name: answer for answer in answer_questions(store, folders=[tmp_path])}

    assert answers["broken"].problem
    assert answers["mine"].rows


def test_an_empty_store_has_no_page() -> None:
    with open_store("memory:") as store, pytest.raises(InputError, match="holds no article"):
        dossier(store)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return directory_of(tmp_path_factory.mktemp("dossier") / "store", FIRST, SECOND)


def test_the_command_writes_a_file(claimstake: Run, directory: Path, tmp_path: Path) -> None:
    run = claimstake("dossier", "--store", str(directory))

    assert run.code == 0
    assert len(data_of((tmp_path / "dossier.html").read_text())["articles"]) == 2
    assert "Wrote dossier.html" in run.err
    assert run.out == ""


def test_the_command_takes_one_article_and_a_title(claimstake: Run, directory: Path) -> None:
    run = claimstake(
        "dossier",
        "-o",
        "-",
        "--article",
        "ussm-fwo-memorandum",
        "--title",
        "For a client",
        "--store",
        str(directory),
    )

    assert [article["id"] for article in data_of(run.out)["articles"]] == ["ussm-fwo-memorandum"]
    assert "<title>For a client" in run.out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--article", "nothing"], 2, "There is no article 'nothing'"),
        (["-o", "no/such/folder/d.html"], 3, "cannot be written"),
        (["--store", "nowhere"], 4, "There is no store in nowhere"),
    ],
)
def test_the_command_says_what_is_wrong(
    claimstake: Run, directory: Path, arguments: list[str], code: int, message: str
) -> None:
    run = claimstake("dossier", *arguments, CLAIMSTAKE_STORE=str(directory))

    assert run.code == code
    assert message in run.err
