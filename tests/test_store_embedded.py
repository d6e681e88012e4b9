"""The embedded store: contents, manifest, queries, and what it refuses."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Triple
from pyoxigraph import Store as Oxigraph

from claimstake.errors import InputError, StoreUnavailable
from claimstake.store.content import content_of, triple_lines
from claimstake.store.manifest import MANIFEST
from claimstake.store.opening import open_store
from claimstake.store.results import Rows, Triples, Truth

if TYPE_CHECKING:
    from pathlib import Path

    from claimstake.store.protocol import Store
    from claimstake.store.results import Answer

GRAPHS = MANIFEST.value.removesuffix("manifest")
DEAL = NamedNode(f"{GRAPHS}a-deal")
FACTS = NamedNode(f"{GRAPHS}a-deal/facts")
OTHER = NamedNode(f"{GRAPHS}another-deal")
REFERENCE = NamedNode(f"{GRAPHS}reference")


def triples(count: int, *, word: str = "word") -> list[Triple]:
    return [
        Triple(NamedNode(f"urn:s{number}"), NamedNode("urn:says"), Literal(f"{word} {number}"))
        for number in range(count)
    ]


def everything(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads()}


def test_a_graph_is_read_back_as_it_was_given(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), read_only=False) as store:
        store.replace_graphs({DEAL: triples(5)})

    with open_store(str(tmp_path / "store")) as store:
        assert {quad.triple for quad in store.quads(DEAL)} == set(triples(5))


def test_the_manifest_counts_and_digests_each_graph() -> None:
    with open_store("memory:") as store:
        store.replace_graphs({DEAL: triples(5), FACTS: triples(2)}, additions={REFERENCE: triples(3)})

        records = {record.graph: record for record in store.graphs()}

        assert store.record(DEAL) == records[DEAL]
        assert store.record(OTHER) is None
    assert set(records) == {DEAL, FACTS, REFERENCE}
    assert records[DEAL].content == content_of(triple_lines(triples(5)))
    assert records[FACTS].content.triples == 2
    assert (
        records[FACTS].document
        == records[DEAL].document
        == NamedNode("https://w3id.org/claimstake/id/document-a-deal")
    )
    assert records[REFERENCE].document is None


def test_the_same_content_again_changes_nothing() -> None:
    with open_store("memory:") as store:
        first = store.replace_graphs({DEAL: triples(5)}, additions={REFERENCE: triples(3)})
        before = everything(store)

        second = store.replace_graphs({DEAL: reversed(triples(5))}, additions={REFERENCE: triples(2)})

        assert first == (DEAL, REFERENCE)
        assert second == ()
        assert everything(store) == before


def test_changed_content_replaces_only_its_graph() -> None:
    with open_store("memory:") as store:
        store.replace_graphs({DEAL: triples(5), OTHER: triples(4)})

        changed = store.replace_graphs({DEAL: triples(2, word="new"), OTHER: triples(4)})

        assert changed == (DEAL,)
        assert {quad.triple for quad in store.quads(DEAL)} == set(triples(2, word="new"))
        assert {quad.triple for quad in store.quads(OTHER)} == set(triples(4))


@pytest.mark.parametrize("deletion", [None, ()])
def test_no_content_deletes_a_graph_and_its_record(deletion: tuple[Triple, ...] | None) -> None:
    with open_store("memory:") as store:
        store.replace_graphs({DEAL: triples(5), OTHER: triples(4)})

        assert store.replace_graphs({DEAL: deletion}) == (DEAL,)
        assert store.replace_graphs({DEAL: deletion}) == ()
        assert [record.graph for record in store.graphs()] == [OTHER]
        assert not list(store.quads(DEAL))


def test_additions_join_what_is_there() -> None:
    with open_store("memory:") as store:
        store.replace_graphs({}, additions={REFERENCE: triples(3)})
        store.replace_graphs({}, additions={REFERENCE: triples(2, word="more")})

        (record,) = store.graphs()

        assert record.content == content_of(triple_lines([*triples(3), *triples(2, word="more")]))
        assert len(list(store.quads(REFERENCE))) == 5


def test_a_large_first_load_is_read_back_whole(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), read_only=False) as store:
        store.replace_graphs({DEAL: triples(60_000)})
        (record,) = store.graphs()

        assert content_of(triple_lines(quad.triple for quad in store.quads(DEAL))) == record.content
        assert record.content.triples == 60_000


def test_a_query_sees_the_union_of_all_graphs() -> None:
    with open_store("memory:") as store:
        store.replace_graphs({DEAL: triples(2), OTHER: triples(1, word="other")})

        answer = store.query("SELECT ?word WHERE { ?s <urn:says> ?word } ORDER BY ?word")

        assert isinstance(answer, Rows)
        assert answer.variables == ("word",)
        assert list(answer.rows) == [(Literal("other 0"),), (Literal("word 0"),), (Literal("word 1"),)]


def test_each_form_of_query_has_its_answer() -> None:
    with open_store("memory:") as store:
        store.replace_graphs({DEAL: triples(2)})

        asked = store.query("ASK { ?s <urn:says> 'word 1' }")
        constructed = store.query("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s <urn:says> ?o . ?s ?p ?o } }")
        unbound = store.query("SELECT ?s ?none WHERE { <urn:s0> <urn:says> ?s }")

        assert asked == Truth(value=True)
        assert isinstance(constructed, Triples)
        assert set(constructed.triples) == set(triples(2))
        assert isinstance(unbound, Rows)
        assert list(unbound.rows) == [(Literal("word 0"), None)]


def test_a_query_that_cannot_be_parsed_names_the_place() -> None:
    with open_store("memory:") as store, pytest.raises(InputError, match=r"1:12"):
        store.query("SELECT * { ")


def test_a_query_that_takes_too_long_is_given_up() -> None:
    with open_store("memory:") as store:
        store.replace_graphs({DEAL: triples(3_000)})

        with pytest.raises(StoreUnavailable, match=r"within 0\.05 seconds"):
            store.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", timeout=0.05)


def test_rows_that_stop_coming_in_time_are_given_up() -> None:
    with open_store("memory:") as store:
        store.replace_graphs({DEAL: triples(3_000)})

        with pytest.raises(StoreUnavailable):
            read_all(store.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", timeout=0.5))


def read_all(answer: Answer) -> None:
    assert isinstance(answer, Rows)
    for _ in answer.rows:
        pass


def test_a_program_that_gave_up_a_query_ends_at_once(tmp_path: Path) -> None:
    program = (
        "from claimstake.store.opening import open_store\n"
        "from pyoxigraph import *\n"
        "store = open_store('memory:')\n"
        "s = NamedNode('urn:s')\n"
        "store.replace_graphs({NamedNode('urn:g'): [Triple(s, s, Literal(str(n))) for n in range(3000)]})\n"
        "store.query('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }', timeout=0.05)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False
    )

    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("give it more time with --timeout.")


def test_a_blank_node_is_refused_and_nothing_is_written() -> None:
    from pyoxigraph import BlankNode

    with open_store("memory:") as store:
        for blank in (
            Triple(BlankNode("b"), NamedNode("urn:p"), Literal("x")),
            Triple(NamedNode("urn:s"), NamedNode("urn:p"), BlankNode("b")),
        ):
            with pytest.raises(InputError, match="blank node"):
                store.replace_graphs({OTHER: triples(2), DEAL: [blank]})
        assert not list(store.quads(OTHER))

        # The words alone are no blank node.
        store.replace_graphs({DEAL: [Triple(NamedNode("urn:s"), NamedNode("urn:p"), Literal("a _:b . "))]})


def test_a_store_opened_for_reading_refuses_to_be_written(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), read_only=False):
        pass

    with open_store(str(tmp_path / "store")) as store, pytest.raises(StoreUnavailable, match="for reading"):
        store.replace_graphs({DEAL: triples(1)})


def test_a_missing_store_cannot_be_read_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="There is no store") as raised:
        open_store(str(tmp_path / "none"))

    assert raised.value.exit_code == 4
    assert "claimstake load" in raised.value.cure
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, *, read_only: bool) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")

    with pytest.raises(InputError, match="is not a store") as raised:
        open_store(str(tmp_path), read_only=read_only)

    assert raised.value.exit_code == 3
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreUnavailable, match="cannot be opened for writing") as raised:
        open_store(str(tmp_path / "file" / "store"), read_only=False)

    assert raised.value.exit_code == 4


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store"), read_only=False) as store:
        store.replace_graphs({DEAL: triples(1)})
    (tmp_path / "store" / "CURRENT").write_text("MANIFEST-999999\n")

    with pytest.raises(StoreUnavailable, match="cannot be read"):
        open_store(str(tmp_path / "store"))


def test_a_store_that_another_process_writes_is_neither_read_nor_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimstake.store.embedded._LOCK_SECONDS", 0.1)
    place = tmp_path / "store"
    program = f"import pyoxigraph; s = pyoxigraph.Store({str(place)!r}); print('open', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()

        for read_only in (True, False):
            with pytest.raises(StoreUnavailable, match="in use by another process"):
                open_store(str(place), read_only=read_only)
        other.communicate("\n")

    with open_store(str(place)):
        pass


def test_a_writer_waits_for_a_reader(tmp_path: Path) -> None:
    place = tmp_path / "store"
    Oxigraph(str(place)).flush()
    program = (
        "from claimstake.store.opening import open_store\n"
        f"store = open_store({str(place)!r}); print('open', flush=True); input(); store.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        other.stdout.readline()
        opened: list[float] = []

        def write() -> None:
            with open_store(str(place), read_only=False):
                opened.append(time.monotonic())

        writer = threading.Thread(target=write)
        writer.start()
        writer.join(0.2)
        assert not opened
        other.communicate("\n")
        writer.join(30)

    assert opened


def test_asking_imports_no_other_rdf_library() -> None:
    program = (
        "import sys, claimstake.store.opening, claimstake.store.embedded\n"
        "heavy = {'rdflib', 'SPARQLWrapper', 'requests', 'pydantic', 'owlready2', 'spacy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
