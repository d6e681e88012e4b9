"""The two engines that are libraries: pyoxigraph over named graphs, rdflib over one graph with everything."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode

from claimstake.store.results import Rows
from engines.engine import Engine
from loaded import store_of

if TYPE_CHECKING:
    from pathlib import Path

    from claimstake.store.results import Term


def oxigraph(*folders: Path) -> Engine:
    store = store_of(*folders)

    def answer(text: str) -> Rows:
        found = store.query(text)
        assert isinstance(found, Rows)
        return Rows(variables=found.variables, rows=tuple(found.rows))

    return Engine(name="pyoxigraph", version=version("pyoxigraph"), answer=answer)


def rdflib(n_triples: bytes) -> Engine:
    import rdflib

    graph = rdflib.Graph()
    graph.parse(data=n_triples, format="nt")

    def answer(text: str) -> Rows:
        found = graph.query(text)
        names = tuple(str(name) for name in found.vars or ())
        rows = tuple(tuple(_term(row.get(name)) for name in names) for row in found)  # type: ignore[union-attr]
        return Rows(variables=names, rows=rows)

    return Engine(name="rdflib", version=version("rdflib"), answer=answer)


def _term(term: object) -> Term | None:
    import rdflib

    if term is None:
        return None
    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None)
    return BlankNode(str(term))
