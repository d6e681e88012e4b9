"""Build the graph of an article from its checked claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from claimstake.graph.claims import add_claims
from claimstake.graph.context import Building
from claimstake.graph.documents import add_document
from claimstake.graph.order import sorted_triples
from claimstake.graph.projection import project_facts
from claimstake.graph.statements import add_statements
from claimstake.graph.verification import add_assessments
from claimstake.ontology_terms import read_ontology
from claimstake.reference import reference_triples
from claimstake.vocab import REFERENCE_GRAPH, article_graph, facts_graph

if TYPE_CHECKING:
    from claimstake.claims.checked import CheckedClaims


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleGraphs:
    """The graphs that one article gives, each a sorted tuple of triples without blank nodes.

    Args:
        article: What the article claims: claims, propositions, mentions, entities.
        facts: Plain triples projected from the claims that earn it; empty unless asked for.
        reference: Descriptions of the shared things that the article speaks of.
    """

    article_id: str
    article: tuple[Triple, ...]
    facts: tuple[Triple, ...]
    reference: tuple[Triple, ...]

    def contents(self) -> dict[NamedNode, tuple[Triple, ...] | None]:
        """Give what a store has to hold of the article, by graph; None means that a graph must be gone."""
        return {
            NamedNode(article_graph(self.article_id)): self.article,
            NamedNode(facts_graph(self.article_id)): self.facts or None,
        }

    def additions(self) -> dict[NamedNode, tuple[Triple, ...]]:
        """Give what the article needs of the reference graph, which it shares with other articles."""
        return {NamedNode(REFERENCE_GRAPH): self.reference}


def build_graph(claims: CheckedClaims, *, project: bool = False) -> ArticleGraphs:
    """Build the graphs of an article; rejected claims are left out.

    Args:
        claims: The claims of one article.
        project: Whether to write plain triples for the claims that qualify.
    """
    building = Building(claims=claims, ontology=read_ontology())
    add_document(building)
    add_claims(building)
    add_assessments(building)
    add_statements(building)
    facts = project_facts(building) if project else ()
    return ArticleGraphs(
        article_id=claims.file.article.id,
        article=sorted_triples(building.triples),
        facts=sorted_triples(facts),
        reference=sorted_triples(reference_triples(building.shared)),
    )
