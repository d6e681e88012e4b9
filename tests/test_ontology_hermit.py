"""HermiT finds the ontology consistent, alone and with the article, and sees what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, Triple, parse

from claimstake.reasoning.hermit import has_java, judge
from claimstake.vocab import STAKE

if TYPE_CHECKING:
    from claimstake.graph.build import ArticleGraphs

pytestmark = [
    pytest.mark.java,
    pytest.mark.skipif(not has_java(), reason="HermiT needs a Java runtime, and there is none"),
]

# Classes of core.ttl: a graph that owlready2 failed to read has fewer.
CLASSES = 50

HEDGED = set(
    """
    F04 F07 F09 F14 F20 F24 F38 F39 F53 F54 F55 F56 F57 F59 F61 F62 F64 F69 F71 F82 F83 F85 F88 F89 F91 F92
    F97 F98 F99 D05 D12
    """.split()  # noqa: SIM905  # a list of 31 literals is harder to read
)

PREFIXES = """
@prefix id: <https://w3id.org/claimstake/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix stake: <https://w3id.org/claimstake/ontology#> .
@prefix stakev: <https://w3id.org/claimstake/vocab#> .
"""


def turtle(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(input=PREFIXES + text, format=RdfFormat.TURTLE)]


def test_the_ontology_is_consistent_and_every_class_can_have_members() -> None:
    judgement = judge([])

    assert (judgement.consistent, judgement.classes, judgement.empty) == (True, CLASSES, ())


def test_the_article_is_consistent_and_its_inferred_members_are_the_expected(
    article_graphs: ArticleGraphs,
) -> None:
    triples = [*article_graphs.article, *article_graphs.facts, *article_graphs.reference]
    names = {
        triple.subject.value: triple.object.value  # type: ignore[union-attr]
        for triple in article_graphs.article
        if triple.predicate.value.endswith("/identifier")
    }

    judgement = judge(triples, members_of=[STAKE.UnverifiedResourceClaim, STAKE.HedgedClaim])

    assert (judgement.consistent, judgement.empty) == (True, ())
    assert {names[iri] for iri in judgement.members[STAKE.UnverifiedResourceClaim]} == {"F26"}
    assert {names[iri] for iri in judgement.members[STAKE.HedgedClaim]} == HEDGED


@pytest.mark.parametrize(
    "bad",
    [
        "id:c a stake:Claim, stake:Agent .",
        "id:c a stake:Claim ; stake:hasStance stakev:affirms, stakev:denies .",
        "id:c stake:hasCertainty stakev:certain, stakev:possible .",
        "id:q stake:hasComparator stakev:equal, stakev:about .",
        "id:q stake:numericValue 1.0, 2.0 .",
        "id:x a stake:Agent, stake:Agreement .",
        "id:x stake:hasParty id:y . id:y a stake:Quantity .",
    ],
    ids=[
        "two branches",
        "two stances",
        "two certainties",
        "two comparators",
        "two numbers",
        "two pillars",
        "range",
    ],
)
def test_a_contradiction_is_seen(bad: str) -> None:
    assert not judge(turtle(bad)).consistent


def test_a_class_that_can_have_no_member_is_seen() -> None:
    bad = turtle("stake:Bad a owl:Class ; rdfs:subClassOf stake:Claim, stake:Agent .")

    assert judge(bad).empty == (STAKE.iri + "Bad",)
