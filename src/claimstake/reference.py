"""What articles share: the closed lists, the reporting standards, and the things that the lexicon knows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, Store, Triple, parse

from claimstake.assets import DATA, ONTOLOGY
from claimstake.vocab import RDF, RDFS, SKOS, STAKE

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def _described() -> Store:
    """Read the closed lists, the reporting standards, the names of terms, and the lexicon."""
    store = Store()
    for path in (ONTOLOGY / "vocab.ttl", *sorted((DATA / "lexicon").glob("*.ttl"))):
        store.extend(parse(path=path, format=RdfFormat.TURTLE))
    for name in ("core.ttl", "relations.ttl"):
        labels = parse(path=ONTOLOGY / name, format=RdfFormat.TURTLE)
        store.extend(quad for quad in labels if quad.predicate.value == RDFS.label)
    return store


def reference_triples(nodes: Iterable[NamedNode]) -> set[Triple]:
    """Describe nodes, the nodes their descriptions name, and every reporting standard.

    Standards are all described, so that a claim can be asked for under a standard that no article names.
    """
    store = _described()
    standards = store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(STAKE.ReportingStandard), None)
    waiting = {*nodes, *(quad.subject for quad in standards if isinstance(quad.subject, NamedNode))}
    found: set[Triple] = set()
    seen: set[NamedNode] = set()
    while waiting:
        node = waiting.pop()
        seen.add(node)
        for quad in store.quads_for_pattern(node, None, None, None):
            found.add(quad.triple)
            if isinstance(quad.object, NamedNode) and quad.predicate.value not in {RDF.type, SKOS.inScheme}:
                waiting |= {quad.object} - seen
    return found


def is_described(iri: str) -> bool:
    """Tell whether the lexicon or the vocabulary describes an IRI."""
    return any(_described().quads_for_pattern(NamedNode(iri), None, None, None))


def is_stated(triple: Triple) -> bool:
    """Tell whether the lexicon or the vocabulary states a triple."""
    return any(_described().quads_for_pattern(triple.subject, triple.predicate, triple.object, None))
