from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import BlankNode, Quad, RdfFormat, parse
from rdflib import Graph
from rdflib.compare import to_isomorphic

from claimstake.errors import UsageError
from claimstake.exporting import export_store
from claimstake.serialization.formats import GraphFormat, format_of
from claimstake.serialization.writer import write_graphs
from claimstake.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimstake.graph.build import ArticleGraphs
    from claimstake.store.protocol import Store


@pytest.fixture(scope="module")
def store(article_graphs: ArticleGraphs) -> Iterator[Store]:
    with open_store("memory:") as opened:
        opened.replace_graphs(article_graphs.contents(), additions=article_graphs.additions())
        yield opened


def written(store: Store, format: GraphFormat) -> bytes:
    return b"".join(export_store(store, format=format))


def triples(data: bytes, format: RdfFormat) -> set[tuple[str, str, str]]:
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in parse(data, format=format)}


@pytest.mark.parametrize("format", list(GraphFormat))
def test_every_format_holds_the_same_triples(store: Store, format: GraphFormat) -> None:
    expected = {(str(q.subject), str(q.predicate), str(q.object)) for q in store.quads()}

    assert triples(written(store, format), format.rdf_format) == expected


def test_formats_with_graphs_keep_them_apart(store: Store) -> None:
    expected = {record.graph for record in store.graphs()}

    for format in (GraphFormat.TRIG, GraphFormat.N_QUADS, GraphFormat.JSON_LD):
        found = {quad.graph_name for quad in parse(written(store, format), format=format.rdf_format)}
        assert found == expected


@pytest.mark.parametrize("format", list(GraphFormat))
def test_the_same_graph_is_the_same_bytes(article_graphs: ArticleGraphs, format: GraphFormat) -> None:
    """The order in which quads come out of a store must not matter."""
    graphs = {
        g: [Quad(t.subject, t.predicate, t.object, g) for t in ts or ()]
        for g, ts in article_graphs.contents().items()
    }
    turned = {g: list(reversed(quads)) for g, quads in graphs.items()}

    assert b"".join(write_graphs(graphs.items(), format=format)) == b"".join(
        write_graphs(turned.items(), format=format)
    )


def test_turtle_is_the_same_in_independent_parsers(store: Store, tmp_path: Path) -> None:
    data = written(store, GraphFormat.TURTLE)
    by_oxigraph = Graph().parse(data=b"".join(sorted(_n_triples(data))), format="nt")
    by_rdflib = Graph().parse(data=data, format="turtle")

    assert to_isomorphic(by_rdflib) == to_isomorphic(by_oxigraph)
    if shutil.which("rapper") is None:
        pytest.skip("rapper is not installed: Debian's package raptor2-utils has it")
    file = tmp_path / "kg.ttl"
    file.write_bytes(data)
    run = subprocess.run(
        ["rapper", "-q", "-i", "turtle", "-o", "ntriples", str(file)], capture_output=True, check=True
    )
    assert to_isomorphic(Graph().parse(data=run.stdout, format="nt")) == to_isomorphic(by_oxigraph)


def _n_triples(data: bytes) -> Iterator[bytes]:
    for quad in parse(data, format=RdfFormat.TURTLE):
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)
        yield f"{quad.subject} {quad.predicate} {quad.object} .\n".encode()


def test_turtle_begins_with_the_prefixes_in_order(store: Store) -> None:
    lines = written(store, GraphFormat.TURTLE).decode().splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]

    assert lines[: len(prefixes)] == prefixes == sorted(prefixes)


@pytest.mark.parametrize("name", ["kg.csv", "kg", "kg.owl2"])
def test_an_unknown_ending_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="stands for no graph format"):
        format_of(tmp_path / name)
