"""The manifest: what each graph holds, kept in the store beside the graphs themselves.

Counting a large store takes seconds and no count tells whether the data is the right one, so every load
writes each graph's number of triples and digest here, in the same transaction as the triples.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from claimstake.store.content import Content
from claimstake.vocab import DCTERMS, GRAPH, ID, MANIFEST_GRAPH, RDF, REFERENCE_GRAPH, VOID, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MANIFEST = NamedNode(MANIFEST_GRAPH)
_SHARED = frozenset({MANIFEST_GRAPH, REFERENCE_GRAPH})

_TYPE = NamedNode(RDF.type)
_DATASET = NamedNode(VOID.Dataset)
_COUNT = NamedNode(VOID.triples)
_DIGEST = NamedNode(DCTERMS.identifier)
_DOCUMENT = NamedNode(DCTERMS.subject)
_INTEGER = NamedNode(XSD.integer)
_SHA256 = "sha256:"
_ARRIVING = "arriving:"


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphRecord:
    """What the manifest says of one graph; `document` is the article it belongs to, if it is one's."""

    graph: NamedNode
    content: Content
    document: NamedNode | None = None


def record_of(graph: NamedNode, content: Content) -> GraphRecord:
    """Describe a graph, finding the article it belongs to from its name.

    >>> record_of(NamedNode(GRAPH + "a-deal/facts"), Content(triples=0, digest="")).document
    <NamedNode value=https://w3id.org/claimstake/id/document-a-deal>
    """
    name = graph.value
    slug = name.removeprefix(GRAPH).split("/")[0] if name.startswith(GRAPH) and name not in _SHARED else ""
    document = NamedNode(f"{ID}document-{slug}") if slug else None
    return GraphRecord(graph=graph, content=content, document=document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A graph on its way into a remote store: where it goes, its digest, and how many lines have arrived."""

    destination: NamedNode
    digest: str
    lines: int


def arrival_triples(arrival: Arrival) -> Iterator[Triple]:
    """Write an arrival as triples of the manifest graph, where it stands until the graph is there."""
    yield Triple(arrival.destination, _COUNT, Literal(str(arrival.lines), datatype=_INTEGER))
    yield Triple(arrival.destination, _DIGEST, Literal(_ARRIVING + arrival.digest))


def record_triples(record: GraphRecord) -> Iterator[Triple]:
    """Write a record as triples of the manifest graph."""
    yield Triple(record.graph, _TYPE, _DATASET)
    yield Triple(record.graph, _COUNT, Literal(str(record.content.triples), datatype=_INTEGER))
    yield Triple(record.graph, _DIGEST, Literal(_SHA256 + record.content.digest))
    if record.document is not None:
        yield Triple(record.graph, _DOCUMENT, record.document)


def read_records(triples: Iterable[Triple]) -> tuple[GraphRecord, ...]:
    """Read the records that a manifest graph holds, sorted by graph; what is still arriving is left out."""
    return tuple(
        GraphRecord(graph=graph, content=Content(triples=count, digest=digest), document=document)
        for graph, count, digest, document in _entries(triples, prefix=_SHA256)
    )


def read_arrivals(triples: Iterable[Triple]) -> tuple[Arrival, ...]:
    """Read what a manifest graph says is still arriving."""
    return tuple(
        Arrival(destination=graph, digest=digest, lines=count)
        for graph, count, digest, _ in _entries(triples, prefix=_ARRIVING)
    )


def _entries(
    triples: Iterable[Triple], *, prefix: str
) -> Iterator[tuple[NamedNode, int, str, NamedNode | None]]:
    found: dict[NamedNode, dict[NamedNode, NamedNode | Literal]] = defaultdict(dict)
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, (NamedNode, Literal)):
            found[triple.subject][triple.predicate] = triple.object
    for graph, facts in sorted(found.items(), key=lambda item: item[0].value):
        if _COUNT in facts and _DIGEST in facts and facts[_DIGEST].value.startswith(prefix):
            document = facts.get(_DOCUMENT)
            yield (
                graph,
                int(facts[_COUNT].value),
                facts[_DIGEST].value.removeprefix(prefix),
                document if isinstance(document, NamedNode) else None,
            )
