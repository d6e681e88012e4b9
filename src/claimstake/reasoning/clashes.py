"""Say in words why a graph cannot be true, by the OWL 2 RL rules of owlrl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.reasoning.ontology_view import as_ntriples, ontology_triples, reasoning_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Triple

_ERROR = "http://www.daml.org/2002/03/agents/agent-ont#error"


def clashes(triples: Iterable[Triple]) -> list[str]:
    """List what contradicts the ontology, each in a sentence; an empty list means that no rule found any."""
    import owlrl
    from rdflib import Graph, URIRef

    graph = Graph()
    graph.parse(data=as_ntriples(reasoning_view((*ontology_triples(), *triples))), format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return sorted({str(message) for message in graph.objects(None, URIRef(_ERROR))})
