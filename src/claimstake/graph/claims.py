"""Claims: who takes which stance on which proposition, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.closed_lists import AttributionKind
from claimstake.graph import literals
from claimstake.graph.documents import run_node
from claimstake.graph.identity import node
from claimstake.graph.names import claim_node, filler, proposition_node
from claimstake.graph.propositions import add_proposition, quantity_node, time_node
from claimstake.vocab import DCTERMS, STAKE

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from claimstake.claims.evidence import Span
    from claimstake.claims.schema import Claim, Condition
    from claimstake.graph.context import Building

_CLASSES = {
    "resource-estimate": "ResourceEstimateClaim",
    "allegation": "Allegation",
    "forecast": "Forecast",
    "causal": "CausalClaim",
    "evaluation": "EvaluativeClaim",
    "verification": "VerificationClaim",
}
_OWN_VOICE = {AttributionKind.NARRATOR, AttributionKind.EDITORIAL}


def add_claims(building: Building) -> None:
    """Describe every claim that was not rejected."""
    for place, claim in building.kept():
        name = claim_node(building, place, claim)
        building.add_node(name, _CLASSES.get(claim.kind, "Claim"))
        building.add(name, DCTERMS.identifier, literals.text(claim.id))
        building.add(name, STAKE.claimKind, building.value("claim-kind", claim.kind))
        building.add(name, STAKE.hasMention, building.mention(building.span("claims", place)))
        building.add(name, STAKE.hasProposition, proposition_node(building, claim))
        add_proposition(building, claim)
        building.add(name, STAKE.hasStance, building.value("stance", claim.stance))
        building.add(name, STAKE.hasCertainty, building.value("certainty", claim.certainty))
        building.add(name, STAKE.hasModality, building.value("modality", claim.modality))
        building.add(name, STAKE.reviewStatus, building.value("review-status", claim.status))
        building.add(name, STAKE.extractedBy, run_node(building))
        if claim.rule is not None:
            building.add(name, STAKE.rule, literals.text(claim.rule))
        if claim.confidence is not None:
            building.add(name, STAKE.extractionConfidence, literals.decimal(claim.confidence))
        _add_arguments(building, name, place=place, claim=claim)
        _add_attribution(building, name, place=place, claim=claim)
        _add_conditions(building, name, place=place, claim=claim)
        _add_links(building, name, claim=claim)


def _add_arguments(building: Building, name: NamedNode, *, place: int, claim: Claim) -> None:
    objects = 0
    for role, argument in claim.arguments():
        path: tuple[str | int, ...] = ("claims", place, role)
        if role == "object":
            path, objects = ("claims", place, "objects", objects), objects + 1
        elif role == "whole":
            path = ("claims", place, "quantity", "of")
        found = filler(building, argument)
        building.add_argument(
            name,
            role="value" if role == "object" and found is None else role,
            path=path,
            filler=found,
            antecedent=argument.antecedent is not None,
        )
        if argument.claim is not None:
            building.add(name, STAKE.isAboutClaim, claim_node(building, *building.claim(argument.claim)))
    if claim.quantity is not None:
        quantity = quantity_node(building, claim.quantity)
        building.add_argument(name, role="quantity", path=("claims", place, "quantity"), filler=quantity)
    if claim.time is not None:
        time = time_node(building, claim.time)
        building.add_argument(name, role="time", path=("claims", place, "time"), filler=time)


def _add_attribution(building: Building, name: NamedNode, *, place: int, claim: Claim) -> None:
    attribution = claim.attribution
    building.add(name, STAKE.attributionKind, building.value("attribution-kind", attribution.kind))
    publisher = building.claims.file.article.publisher
    if publisher is not None:
        voice = STAKE.attributedTo if attribution.kind in _OWN_VOICE else STAKE.reportedBy
        building.add(name, voice, building.entity(publisher))
    sources = [(STAKE.attributedTo, building.entity(agent)) for agent in attribution.agents]
    if attribution.document is not None:
        sources.append((STAKE.attributedToDocument, building.entity(attribution.document)))
    for predicate, source in sources:
        building.add(name, predicate, source)
    if attribution.words is None:
        return
    building.add(name, STAKE.attributionPhrase, literals.verbatim(attribution.words))
    path = ("claims", place, "attribution")
    for source in (source for _, source in sources):
        building.add_argument(name, role="source", path=path, filler=source)


def _add_conditions(building: Building, name: NamedNode, *, place: int, claim: Claim) -> None:
    for i, condition in enumerate(claim.conditions):
        path = ("claims", place, "conditions", i)
        content = _condition_node(building, condition, span=building.claims.spans[path])
        building.add(name, STAKE.hasCondition, content)
        building.add_argument(name, role="condition", path=path, filler=content)


def _condition_node(building: Building, condition: Condition, *, span: Span) -> NamedNode:
    if condition.claim is not None:
        return proposition_node(building, building.claim(condition.claim)[1])
    name = node("proposition", building.article_id, "condition", span.start, span.end)
    building.add_node(name, "Proposition")
    building.add(name, STAKE.propositionText, literals.verbatim(condition.words))
    if condition.requirement is not None:
        building.add(name, STAKE.propositionSubject, building.entity(condition.requirement))
    return name


def _add_links(building: Building, name: NamedNode, *, claim: Claim) -> None:
    links = [(STAKE.restates, c) for c in (claim.restates,) if c is not None]
    links += [(STAKE.variantOf, c) for c in claim.variant_of]
    links += [(STAKE.contradicts, c) for c in claim.contradicts]
    kept = {c.id for _, c in building.kept()}
    for predicate, linked in links:
        if linked in kept:
            building.add(name, predicate, claim_node(building, *building.claim(linked)))
