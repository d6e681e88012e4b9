"""Write graphs, one after the other, each sorted.

A graph is sorted in memory, a store is not: an article's graph is small, and the number of articles is not
limited. Oxigraph writes the terms; what is left to do here is the order, a fixed list of prefixes (it writes
them in no fixed order) and an empty line between nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, Quad, serialize

from claimstake.serialization.formats import GraphFormat
from claimstake.vocab import PREFIXES, RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What a reader looks for first comes first: the class, then the name.
_FIRST = {RDF.type: "", RDFS.label: " "}


def write_graphs(
    graphs: Iterable[tuple[NamedNode, Iterable[Quad]]], *, format: GraphFormat
) -> Iterator[bytes]:
    """Write graphs in a format, as pieces of bytes.

    Args:
        graphs: The graphs in the order they are to have, each with its quads in any order.
        format: A format that does not hold graphs gets their union.
    """
    match format:
        case GraphFormat.TURTLE | GraphFormat.TRIG:
            yield _prefixes()
            for _, quads in graphs:
                yield b"".join(_spaced(_serialized(sorted_quads(quads), format=format)))
        case GraphFormat.N_TRIPLES | GraphFormat.N_QUADS:
            for _, quads in graphs:
                yield _serialized(sorted_quads(quads), format=format)
        case GraphFormat.JSON_LD | GraphFormat.RDF_XML:
            # One document has one root, so these two are made in one piece.
            everything = [quad for _, quads in graphs for quad in sorted_quads(quads)]
            yield _serialized(everything, format=format)


def sorted_quads(quads: Iterable[Quad]) -> list[Quad]:
    """Give quads sorted by subject, predicate (class and name first) and object."""
    return sorted(set(quads), key=_key)


def _key(quad: Quad) -> tuple[str, str, str]:
    predicate = quad.predicate.value
    return str(quad.subject), _FIRST.get(predicate, predicate), str(quad.object)


def _serialized(quads: list[Quad], *, format: GraphFormat) -> bytes:
    triples = quads
    if not format.holds_graphs:
        triples = [Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in quads]
    prefixes = None if format in {GraphFormat.N_TRIPLES, GraphFormat.N_QUADS} else dict(PREFIXES)
    written = serialize(triples, format=format.rdf_format, prefixes=prefixes)
    return written if isinstance(written, bytes) else b""


def _prefixes() -> bytes:
    lines = [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(PREFIXES.items())]
    return "".join(lines).encode()


def _spaced(body: bytes) -> Iterator[bytes]:
    for line in body.splitlines(keepends=True):
        if line.startswith(b"@prefix "):
            continue
        if not line.startswith((b"\t", b"}")):
            yield b"\n"
        yield line
