"""Assessments: what the article says of the verification of its claims under reporting standards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.closed_lists import Outcome, Stance
from claimstake.graph.identity import node
from claimstake.graph.names import claim_node
from claimstake.vocab import STAKE

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from claimstake.claims.schema import Claim
    from claimstake.graph.context import Building

_OUTCOMES = {
    Stance.AFFIRMS: Outcome.VERIFIED,
    Stance.DENIES: Outcome.EXPLICITLY_UNVERIFIED,
    Stance.DOUBTS: Outcome.INCONCLUSIVE,
    Stance.ASKS: Outcome.INCONCLUSIVE,
    Stance.SUPPOSES: Outcome.INCONCLUSIVE,
}


def outcome_of(claim: Claim) -> Outcome:
    """Give the outcome that a verification claim states: the one it names, else what its stance implies."""
    return claim.outcome or _OUTCOMES[claim.stance]


def add_assessments(building: Building) -> None:
    """Add one assessment for each claim assessed, standard and outcome, with the claims that state it."""
    for place, claim in building.kept():
        if claim.relation != "verifiedUnder" or claim.subject.claim is None:
            continue
        assessed = claim_node(building, *building.claim(claim.subject.claim))
        outcome = outcome_of(claim)
        for standard in (building.entity(a.entity) for a in claim.objects if a.entity is not None):
            name = node("assessment", assessed.value, standard.value, outcome)
            _describe(building, name, assessed=assessed, standard=standard, outcome=outcome)
            building.add(name, STAKE.statedInClaim, claim_node(building, place, claim))


def _describe(
    building: Building, name: NamedNode, *, assessed: NamedNode, standard: NamedNode, outcome: Outcome
) -> None:
    building.add_node(name, "VerificationAssessment")
    building.add(name, STAKE.assessesClaim, assessed)
    building.add(name, STAKE.underStandard, standard)
    building.add(name, STAKE.hasOutcome, building.value("outcome", outcome))
