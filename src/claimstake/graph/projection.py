"""Project plain triples from the claims that earn it, and from no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from claimstake.closed_lists import AttributionKind, Certainty, Modality, Outcome, Stance
from claimstake.graph.names import claim_node, filler
from claimstake.graph.propositions import plain, quantity_node, time_node
from claimstake.graph.verification import outcome_of
from claimstake.vocab import STAKE, facts_graph

if TYPE_CHECKING:
    from claimstake.claims.schema import Argument, Claim
    from claimstake.graph.context import Building

_SOURCES = {AttributionKind.NARRATOR, AttributionKind.NAMED_DOCUMENT}
# What these kinds state is a judgement, or is about claims rather than about the world.
_NEVER = {"evaluation", "causal", "verification", "allegation", "question", "supposition"}


def qualifies(building: Building, claim: Claim) -> bool:
    """Tell whether a claim may stand as a plain triple: stated outright, as certain, by the source itself."""
    return (
        claim.stance is Stance.AFFIRMS
        and claim.certainty is Certainty.CERTAIN
        and claim.modality is Modality.ASSERTED
        and claim.attribution.kind in _SOURCES
        and claim.kind not in _NEVER
        and not claim.conditions
        and building.ontology.relations[claim.relation].projectable
        and (claim.kind != "resource-estimate" or _is_verified(building, claim))
    )


def project_facts(building: Building) -> list[Triple]:
    """Give the plain triples, and note with each projecting claim that they exist.

    A claim with both an object and an amount gives a triple for each.
    """
    facts: list[Triple] = []
    for place, claim in building.kept():
        if not qualifies(building, claim):
            continue
        subject = filler(building, claim.subject)
        projected = _triples(building, claim, subject=subject) if subject is not None else []
        if projected:
            facts += projected
            name = claim_node(building, place, claim)
            building.add(name, STAKE.projectedTo, NamedNode(facts_graph(building.article_id)))
    return facts


def _triples(building: Building, claim: Claim, *, subject: NamedNode) -> list[Triple]:
    relation = building.ontology.relations[claim.relation]
    predicate = NamedNode(relation.iri)
    if not _fits(building, claim.subject, relation.domain):
        return []
    objects = [argument for argument in claim.objects if _fits(building, argument, relation.range)]
    found = [Triple(subject, predicate, f) for f in (filler(building, a) for a in objects) if f]
    found += [Triple(subject, predicate, plain(a.value)) for a in claim.objects if a.value is not None]
    if claim.quantity is not None:
        found.append(Triple(subject, predicate, quantity_node(building, claim.quantity)))
    if claim.time is not None and relation.takes == {"time"}:
        found.append(Triple(subject, predicate, time_node(building, claim.time)))
    return found


def _fits(building: Building, argument: Argument, allowed: frozenset[str]) -> bool:
    """Tell whether a relation's domain or range has room for a thing, so that facts contradict no axiom."""
    if argument.entity is None or not allowed:
        return True
    type_name = building.claims.file.entities[argument.entity].type
    return not allowed.isdisjoint({type_name, *building.ontology.classes[type_name].superclasses})


def _is_verified(building: Building, claim: Claim) -> bool:
    outcomes = {
        outcome_of(other)
        for _, other in building.kept()
        if other.relation == "verifiedUnder" and other.subject.claim == claim.id
    }
    return outcomes == {Outcome.VERIFIED}
