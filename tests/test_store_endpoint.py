"""Endpoints as stores: the same answers from every real server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode

from claimstake.errors import InputError, PartialAnswer, StoreUnavailable, UsageError
from claimstake.store.content import content_of, triple_lines
from claimstake.store.opening import open_store
from claimstake.store.results import Rows, Triples, Truth
from stores.fixtures import DEAL, FACTS, OTHER, REFERENCE, credentials, oxigraph_server, server, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.store.protocol import Store
    from stores.servers import Server

pytestmark = pytest.mark.store
__all__ = ["oxigraph_server", "server"]  # fixtures


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    with open_store(server.location, read_only=False, credentials=credentials(server)) as opened:
        yield opened
        opened.replace_graphs(dict.fromkeys((DEAL, FACTS, OTHER, REFERENCE)))


def values(store: Store, text: str) -> list[str | None]:
    answer = store.query(text)
    assert isinstance(answer, Rows)
    return [getattr(row[0], "value", None) for row in answer.rows]


def test_graphs_are_read_back_as_they_were_given(store: Store) -> None:
    changed = store.replace_graphs({DEAL: words(300), FACTS: words(3)}, additions={REFERENCE: words(2)})

    assert set(changed) == {DEAL, FACTS, REFERENCE}
    for graph, count in ((DEAL, 300), (FACTS, 3), (REFERENCE, 2)):
        assert triple_lines(quad.triple for quad in store.quads(graph)) == triple_lines(words(count))
    assert {record.graph: record.content for record in store.graphs()} == {
        DEAL: content_of(triple_lines(words(300))),
        FACTS: content_of(triple_lines(words(3))),
        REFERENCE: content_of(triple_lines(words(2))),
    }


def test_the_same_content_again_changes_nothing(store: Store) -> None:
    store.replace_graphs({DEAL: words(30)}, additions={REFERENCE: words(2)})

    assert store.replace_graphs({DEAL: words(30)}, additions={REFERENCE: words(1)}) == ()


def test_replacing_and_deleting_touch_only_their_graph(store: Store) -> None:
    store.replace_graphs({DEAL: words(30), OTHER: words(20)})

    assert store.replace_graphs({DEAL: words(10, word="new"), OTHER: words(20)}) == (DEAL,)
    assert triple_lines(quad.triple for quad in store.quads(DEAL)) == triple_lines(words(10, word="new"))
    assert store.replace_graphs({DEAL: None}) == (DEAL,)
    assert not list(store.quads(DEAL))
    assert triple_lines(quad.triple for quad in store.quads(OTHER)) == triple_lines(words(20))
    assert [record.graph for record in store.graphs()] == [OTHER]


def test_a_query_sees_the_union_and_each_graph(store: Store) -> None:
    store.replace_graphs({DEAL: words(2), OTHER: words(1, word="other")})

    union = "SELECT ?word WHERE { ?s <urn:says> ?word } ORDER BY ?word"
    named = "SELECT DISTINCT ?g WHERE { ?s <urn:says> ?word . GRAPH ?g { ?s <urn:says> ?word } } ORDER BY ?g"
    one = f"SELECT ?word WHERE {{ GRAPH {OTHER} {{ ?s <urn:says> ?word }} }}"

    assert values(store, union) == ["other 0", "word 0", "word 1"]
    assert values(store, named) == [DEAL.value, OTHER.value]
    assert values(store, one) == ["other 0"]


def test_a_header_that_speaks_of_inserting_is_no_update(store: Store) -> None:
    store.replace_graphs({DEAL: words(1)})

    assert values(store, "#+ summary: x\n# INSERT what is missing\nSELECT ?w { ?s <urn:says> ?w }") == [
        "word 0"
    ]


def test_each_form_of_query_has_its_answer(store: Store) -> None:
    store.replace_graphs({DEAL: words(2)})

    constructed = store.query(
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . FILTER(?p IN (<urn:says>, <urn:holds>)) }"
    )
    unbound = store.query(
        "SELECT ?w ?none WHERE { <urn:s0> <urn:says> ?w OPTIONAL { <urn:s0> <urn:not> ?none } }"
    )

    assert store.query("ASK { <urn:s1> <urn:says> 'word 1' }") == Truth(value=True)
    assert store.query("ASK { <urn:s1> <urn:says> 'word 2' }") == Truth(value=False)
    assert isinstance(constructed, Triples)
    assert triple_lines(constructed.triples) == triple_lines(words(2))
    assert isinstance(unbound, Rows)
    assert list(unbound.rows) == [(Literal("word 0"), None)]


def test_a_query_that_cannot_be_parsed_is_bad_input(store: Store) -> None:
    with pytest.raises(InputError, match="400"):
        store.query("SELECT * { ?s")


def test_an_update_is_not_sent_as_a_query(store: Store) -> None:
    with pytest.raises(InputError, match="begins with none of"):
        store.query("DROP ALL")


def test_more_rows_than_the_store_gives_are_an_error(store: Store, server: Server) -> None:
    store.replace_graphs({DEAL: words(120)})
    text = "SELECT ?a ?b WHERE { ?a <urn:says> ?v . ?b <urn:says> ?w }"

    if server.kind == "virtuoso":
        with pytest.raises(PartialAnswer, match="at most 10000 rows"):
            store.query(text)
    else:
        answer = store.query(text)
        assert isinstance(answer, Rows)
        assert sum(1 for _ in answer.rows) == 14_400


def test_a_store_opened_for_reading_is_not_written(oxigraph_server: Server) -> None:
    with open_store(oxigraph_server.location) as store, pytest.raises(StoreUnavailable, match="only asked"):
        store.replace_graphs({DEAL: words(1)})


def test_a_store_that_is_not_there_is_told() -> None:
    with open_store("http://127.0.0.1:9", timeout=2) as store, pytest.raises(StoreUnavailable) as raised:
        store.query("ASK {}")

    assert raised.value.exit_code == 4
    assert "cannot be reached" in str(raised.value)


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("ftp://127.0.0.1/x", "begins with http"),
        ("http://", "begins with http"),
        ("http://user:hunter2@127.0.0.1/", "password in a URL"),
        ("virtuozo+http://127.0.0.1/", "No kind of store is called 'virtuozo'"),
        ("http://127.0.0.1/sparql?timeout=1000", "no ?"),
    ],
)
def test_a_location_that_cannot_be_used_is_refused(location: str, words: str) -> None:
    with pytest.raises(UsageError) as raised:
        open_store(location)

    assert words in str(raised.value)
    assert "hunter2" not in str(raised.value)


def test_terms_keep_their_types(store: Store) -> None:
    store.replace_graphs({DEAL: words(0)})
    answer = store.query("SELECT ?v WHERE { <urn:all> <urn:holds> ?v FILTER(isIRI(?v)) }")

    assert isinstance(answer, Rows)
    assert list(answer.rows) == [(NamedNode("urn:x/größe"),)]
