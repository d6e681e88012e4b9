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


def record_triples(record: GraphRecord) -> Iterator[Triple]:
    """Write a record as triples of the manifest graph."""
    yield Triple(record.graph, _TYPE, _DATASET)
    yield Triple(record.graph, _COUNT, Literal(str(record.content.triples), datatype=_INTEGER))
    yield Triple(record.graph, _DIGEST, Literal(_SHA256 + record.content.digest))
    if record.document is not None:
        yield Triple(record.graph, _DOCUMENT, record.document)


def read_records(triples: Iterable[Triple]) -> tuple[GraphRecord, ...]:
    """Read the records that a manifest graph holds, sorted by graph; incomplete ones are left out."""
    found: dict[NamedNode, dict[NamedNode, NamedNode | Literal]] = defaultdict(dict)
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, (NamedNode, Literal)):
            found[triple.subject][triple.predicate] = triple.object
    return tuple(
        GraphRecord(
            graph=graph,
            content=Content(
                triples=int(facts[_COUNT].value), digest=facts[_DIGEST].value.removeprefix(_SHA256)
            ),
            document=document if isinstance(document := facts.get(_DOCUMENT), NamedNode) else None,
        )
        for graph, facts in sorted(found.items(), key=lambda item: item[0].value)
        if _COUNT in facts and _DIGEST in facts
    )
