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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ID = "https://w3id.org/claimstake/id/"
_GRAPHS = f"{_ID}graph/"
MANIFEST = NamedNode(f"{_GRAPHS}manifest")
_SHARED = frozenset({"manifest", "reference"})

_A = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DATASET = NamedNode("http://rdfs.org/ns/void#Dataset")
_COUNT = NamedNode("http://rdfs.org/ns/void#triples")
_DIGEST = NamedNode("http://purl.org/dc/terms/identifier")
_DOCUMENT = NamedNode("http://purl.org/dc/terms/subject")
_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_SHA256 = "sha256:"


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphRecord:
    """What the manifest says of one graph; `document` is the article it belongs to, if it is one's."""

    graph: NamedNode
    content: Content
    document: NamedNode | None = None


def record_of(graph: NamedNode, content: Content) -> GraphRecord:
    """Describe a graph, finding the article it belongs to from its name.

    >>> record_of(NamedNode(f"{_GRAPHS}a-deal/facts"), Content(triples=0, digest="")).document
    <NamedNode value=https://w3id.org/claimstake/id/document-a-deal>
    """
    slug = graph.value.removeprefix(_GRAPHS).split("/")[0] if graph.value.startswith(_GRAPHS) else ""
    document = NamedNode(f"{_ID}document-{slug}") if slug and slug not in _SHARED else None
    return GraphRecord(graph=graph, content=content, document=document)


def record_triples(record: GraphRecord) -> Iterator[Triple]:
    """Write a record as triples of the manifest graph."""
    yield Triple(record.graph, _A, _DATASET)
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
