"""Write down what follows from an article's claims, in a graph of its own that says so.

The rules are the axioms of `core.ttl` again, as CONSTRUCT queries in `ontology/inference`: they run on any
store in milliseconds, where a reasoner takes seconds. Tests compare them with HermiT and owlrl.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, QueryTriples, Store, Triple

from claimstake.assets import ONTOLOGY
from claimstake.vocab import DCTERMS, GRAPH, ID, PROV, RDF, STAKE, article_graph, inferred_graph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimstake.store import protocol

RULES = ONTOLOGY / "inference"


@cache
def _rules() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(RULES.glob("*.rq")))


def inferences(triples: Iterable[Triple]) -> frozenset[Triple]:
    """Give what follows from an article's triples and is not among them."""
    stated = frozenset(triples)
    store = Store()
    store.extend(Quad(*triple) for triple in stated)
    found: set[Triple] = set()
    for rule in _rules():
        answer = store.query(rule)
        if not isinstance(answer, QueryTriples):
            raise TypeError(f"a rule constructs triples, and this one does not: {rule}")
        found.update(answer)
    return frozenset(found - stated)


def inferred_triples(slug: str, triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Give the graph of inferences of an article, marked as such; empty if none follow."""
    found = inferences(triples)
    if not found:
        return ()
    graph = NamedNode(inferred_graph(slug))
    marks = {
        Triple(graph, NamedNode(RDF.type), NamedNode(STAKE.InferredGraph)),
        Triple(graph, NamedNode(DCTERMS.source), NamedNode(f"{ID}document-{slug}")),
        Triple(graph, NamedNode(PROV.wasDerivedFrom), NamedNode(article_graph(slug))),
    }
    return tuple(sorted(found | marks, key=str))


def infer(store: protocol.Store) -> tuple[str, ...]:
    """Write the graph of inferences of every article in a store, and give the articles whose graph changed.

    Raises:
        StoreUnavailable: The store cannot be written.
    """
    contents = {
        NamedNode(inferred_graph(slug)): inferred_triples(slug, triples_of(store, slug))
        for slug in article_slugs(store)
    }
    changed = store.replace_graphs({graph: triples or None for graph, triples in contents.items()})
    return tuple(graph.value.removeprefix(GRAPH).removesuffix("/inferred") for graph in changed)


def article_slugs(store: protocol.Store) -> tuple[str, ...]:
    """List the articles in a store, by the ids that name their graphs."""
    names = (
        record.graph.value.removeprefix(GRAPH) for record in store.graphs() if record.document is not None
    )
    return tuple(sorted(name for name in names if "/" not in name))


def triples_of(store: protocol.Store, slug: str) -> tuple[Triple, ...]:
    """Read the claims of one article."""
    return tuple(quad.triple for quad in store.quads(NamedNode(article_graph(slug))))
