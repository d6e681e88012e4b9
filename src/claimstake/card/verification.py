"""What is known of the verification of a claim: one of six words for each reporting standard.

Silence and denial are different answers. What a source says of the whole class of standards holds for
each of them, unless it says that the claim is verified: under some standard is not under each.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claimstake.vocab import STAKE, STAKEV

if TYPE_CHECKING:
    from claimstake.card.model import Claim, Reading


class Status(StrEnum):
    """The answer for a claim and a standard."""

    VERIFIED = "verified"
    FAILED = "failed"
    UNVERIFIED = "explicitly unverified"
    INCONCLUSIVE = "inconclusive"
    NO_RECORD = "no record"
    NOT_APPLICABLE = "not applicable"


_STATUS = {
    STAKEV.verified: Status.VERIFIED,
    STAKEV.failed: Status.FAILED,
    STAKEV.explicitlyUnverified: Status.UNVERIFIED,
    STAKEV.inconclusive: Status.INCONCLUSIVE,
    STAKEV.notApplicable: Status.NOT_APPLICABLE,
}
_HOLDS_FOR_EACH = {Status.FAILED, Status.UNVERIFIED, Status.INCONCLUSIVE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An answer for one standard, with the claims that give it; none for silence.

    Args:
        inferred: Whether it is said of the class of standards that this one belongs to.
    """

    standard: str
    status: Status
    said_in: tuple[str, ...] = ()
    inferred: bool = False


def applies(claim: Claim) -> bool:
    """Tell whether a reporting standard can apply to what a claim says."""
    return STAKE.ResourceEstimateClaim in claim.classes


def stated(reading: Reading, claim: Claim) -> tuple[Finding, ...]:
    """Give what sources say of the verification of a claim, in the order of the standards' names."""
    found = [
        Finding(
            standard=assessment.standard,
            status=_STATUS.get(assessment.outcome, Status.INCONCLUSIVE),
            said_in=reading.in_order(assessment.stated_in),
        )
        for assessment in reading.assessments_of.get(claim.iri, ())
    ]
    # a class of standards after its members
    return tuple(
        sorted(found, key=lambda f: (_is_class(reading, f.standard), reading.label(f.standard), f.status))
    )


def inferred(reading: Reading, claim: Claim) -> tuple[Finding, ...]:
    """Give what follows for single standards from what is said of their class."""
    said = stated(reading, claim)
    own = {finding.standard for finding in said}
    return tuple(
        Finding(standard=standard, status=finding.status, said_in=finding.said_in, inferred=True)
        for finding in said
        if finding.status in _HOLDS_FOR_EACH
        for standard, broader in sorted(reading.standards.items(), key=lambda item: reading.label(item[0]))
        if finding.standard in broader and standard not in own
    )


def under(reading: Reading, claim: Claim, standard: str) -> tuple[Finding, ...]:
    """Give the answers for one standard; they differ where sources do."""
    found = [f for f in (*stated(reading, claim), *inferred(reading, claim)) if f.standard == standard]
    silent = Status.NO_RECORD if applies(claim) else Status.NOT_APPLICABLE
    return tuple(found) or (Finding(standard=standard, status=silent),)


def statuses(reading: Reading, claim: Claim) -> tuple[Status, ...]:
    """Give all answers for a claim, whatever the standard."""
    found = {finding.status for finding in stated(reading, claim)}
    if not found:
        found = {Status.NO_RECORD if applies(claim) else Status.NOT_APPLICABLE}
    return tuple(status for status in Status if status in found)


def barred_by(reading: Reading, claim: Claim) -> tuple[str, ...]:
    """Give the standards that bar a claim from public reports: it prices minerals in the ground."""
    amount = claim.content.amount
    if not applies(claim) or amount is None or not amount.currency:
        return ()
    return tuple(sorted(reading.barred, key=reading.label))


def _is_class(reading: Reading, standard: str) -> bool:
    return any(standard in broader for broader in reading.standards.values())
