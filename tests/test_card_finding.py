"""How `claimstake show` finds what a user means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from claimstake.card.finding import Sort, find
from claimstake.errors import UsageError
from claimstake.store.opening import open_store
from claimstake.vocab import DCTERMS, ID, STAKE
from loaded import FIRST, SECOND, directory_of, store_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimstake.store.protocol import Store
    from running import Run


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with store_of(FIRST, SECOND) as opened:
        yield opened


@pytest.mark.parametrize(
    ("thing", "sort", "name"),
    [
        ("F26", Sort.CLAIM, "F26 “the nation possesses"),
        ("f26", Sort.CLAIM, "F26 “the nation possesses"),
        ("id:state-PK", Sort.ENTITY, "Pakistan"),
        (f"{ID}state-PK", Sort.ENTITY, "Pakistan"),
        (f"<{ID}state-PK>", Sort.ENTITY, "Pakistan"),
        ("pakistan", Sort.ENTITY, "Pakistan"),
        ("Reko  Diq", Sort.ENTITY, "Reko Diq"),
        ("pakistan-us-rare-earth-deal", Sort.ARTICLE, "What Challenges Lie Ahead"),
        ("What Challenges Lie Ahead for Pakistan's Rare Earth Deal with the US?", Sort.ARTICLE, "What"),
        ("a $500 million agreement", Sort.CLAIM, "F05"),
        ("PAKISTAN'S STANDING", Sort.ENTITY, "Pakistan's standing"),
    ],
)
def test_a_thing_is_found(store: Store, thing: str, sort: Sort, name: str) -> None:
    found = find(store, thing)

    assert found.sort is sort
    assert found.name.startswith(name)


@pytest.mark.parametrize("words", ["Saindak copper mine — accused of — water", "mine accused of water"])
def test_a_content_is_found_with_and_without_its_dashes(store: Store, words: str) -> None:
    assert find(store, words).sort is Sort.CLAIM


def test_another_name_of_a_standard_finds_it(store: Store) -> None:
    assert find(store, "JORC").iri == STAKE.JORC


def test_several_things_are_listed(store: Store) -> None:
    with pytest.raises(UsageError) as caught:
        find(store, "saindak")

    assert "id:saindak-copper-mine" in caught.value.problem
    assert "F53" in caught.value.problem
    assert caught.value.exit_code == 2


def test_an_article_narrows_the_search(store: Store) -> None:
    with pytest.raises(UsageError):
        find(store, "dominates global mineral refining")

    assert find(store, "dominates global mineral refining", article="ussm-fwo-memorandum").name.startswith(
        "C28"
    )


@pytest.mark.parametrize("thing", ["no such thing", "", "agent", "affirms", "Z99", '"} ?s ?p ?o {"', "\\"])
def test_what_is_not_there_is_said(store: Store, thing: str) -> None:
    with pytest.raises(UsageError, match="Nothing in this store"):
        find(store, thing)


def test_a_claim_that_is_not_there_may_be_rejected(store: Store) -> None:
    with pytest.raises(UsageError) as by_id:
        find(store, "C914")
    with pytest.raises(UsageError) as by_words:
        find(store, "words of no claim")

    assert "its claims file rejects" in by_id.value.cure
    assert "rejects" not in by_words.value.cure


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ('stake:typedAs id:c . id:c dcterms:identifier "F26"', "of which F26 was made: “it holds 6”"),
        ('stake:untypedReason "no frame"', "of which no claim was made (no frame): “it holds 6”"),
    ],
)
def test_a_statement_is_told_from_what_is_not_there(typed: str, said: str) -> None:
    with open_store("memory:", read_only=False) as store:
        graph = NamedNode(f"{ID}graph")
        prefixes = f"PREFIX id: <{ID}> PREFIX stake: <{STAKE.iri}> PREFIX dcterms: <{DCTERMS.iri}>"
        statement = (
            'id:s a stake:Statement ; dcterms:identifier "S010" ; dcterms:source id:document-news ;'
            f' stake:hasMention id:m ; {typed} . id:m stake:exactText "it holds 6" .'
        )
        triples = parse(f"{prefixes} {statement}".encode(), RdfFormat.TURTLE)
        store.replace_graphs({graph: [triple.triple for triple in triples]})
        with pytest.raises(UsageError) as caught:
            find(store, "s010")

    assert caught.value.problem == f"'s010' is a statement of news, {said}"


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return directory_of(tmp_path_factory.mktemp("show") / "store", FIRST, SECOND)


@pytest.mark.parametrize("width", [80, 200])
def test_show_prints_a_card(claimstake: Run, directory: Path, width: int) -> None:
    run = claimstake("show", "F26", "--store", str(directory), COLUMNS=str(width))

    assert run.code == 0
    assert "Government of Pakistan" in run.out
    assert max(len(line) for line in run.out.splitlines()) <= width
    assert "\x1b" not in run.out


def test_show_prints_json(claimstake: Run, directory: Path) -> None:
    run = claimstake("show", "F26", "--json", "--store", str(directory))

    record = json.loads(run.out)
    assert record["id"] == "F26"
    assert record["verification"]["statuses"] == ["explicitly unverified"]


def test_show_without_a_thing_lists_the_articles(claimstake: Run, directory: Path) -> None:
    listed = claimstake("show", "--store", str(directory))
    as_json = json.loads(claimstake("show", "--json", "--store", str(directory)).out)

    assert "111 claims" in listed.out
    assert [article["id"] for article in as_json] == ["pakistan-us-rare-earth-deal", "ussm-fwo-memorandum"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["saindak"], 2, "'saindak' means 8 things"),
        (["no such thing"], 2, "Nothing in this store"),
        (["F26", "--store", "nowhere"], 4, "There is no store in nowhere"),
    ],
)
def test_show_says_what_is_wrong(
    claimstake: Run, directory: Path, arguments: list[str], code: int, message: str
) -> None:
    run = claimstake("show", *arguments, CLAIMSTAKE_STORE=str(directory))

    assert run.code == code
    assert message in run.err
    assert run.out == ""


def test_show_needs_no_heavy_library(directory: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from claimstake.cli.main import run; "
        f"run(['show', 'F26', '--store', {str(directory)!r}]); "
        "heavy = {'spacy', 'rdflib', 'owlready2', 'pydantic', 'requests'}; "
        "print(sorted(heavy & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stderr.strip() == "[]"
