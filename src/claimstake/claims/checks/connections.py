"""Check how claims and statements hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.claims.checks.checking import Checking, check_id, check_key
from claimstake.claims.schema import Evidence
from claimstake.closed_lists import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def check_ids(check: Checking) -> Mapping[str, int]:
    """Check that ids are unique, and give the place of each."""
    ids: dict[str, int] = {}
    for i, claim in enumerate(check.file.claims):
        if claim.id in ids:
            check.fault(
                ("claims", i, "id"),
                where=f"claim {claim.id}",
                reason="another claim has this id too",
                cure="Give each claim an id of its own.",
            )
        ids.setdefault(claim.id, i)
    return ids


def check_said_once(check: Checking) -> None:
    """Check that no two claims are the same claim."""
    first: dict[tuple[object, ...], str] = {}
    for i, claim in enumerate(check.file.claims):
        span = check.spans.get(("claims", i))
        content = claim.model_dump(
            include={
                "kind",
                "subject",
                "relation",
                "objects",
                "quantity",
                "attribution",
                "stance",
                "certainty",
                "modality",
            }
        )
        said = (span, repr(content))
        if span is not None and said in first:
            check.fault(
                ("claims", i),
                where=f"claim {claim.id}",
                reason=f"it says what claim {first[said]} says, in the same words",
                cure="Remove one of the two.",
            )
        first.setdefault(said, claim.id)


def check_references(check: Checking) -> None:
    """Check that claims about claims rest on something: on no rejected claim, and not on themselves."""
    rests_on = {
        claim.id: [a.claim or a.proposition for _, a in claim.arguments() if a.claim or a.proposition]
        + [c.claim for c in claim.conditions if c.claim]
        for claim in check.file.claims
    }
    rejected = {claim.id for claim in check.file.claims if claim.status is Status.REJECTED}
    for i, claim in enumerate(check.file.claims):
        where = f"claim {claim.id}"
        for other in sorted(rejected.intersection(rests_on[claim.id]) if claim.id not in rejected else ()):
            cure = "Reject this claim too, or accept that one."
            check.fault(
                ("claims", i), where=where, reason=f"it speaks of claim {other}, which is rejected", cure=cure
            )
        if _reaches(claim.id, rests_on=rests_on):
            cure = "Let one of the claims in the circle speak of an entity instead."
            check.fault(
                ("claims", i), where=where, reason="it speaks of itself, through other claims", cure=cure
            )


def _reaches(start: str, *, rests_on: Mapping[str, Sequence[str | None]]) -> bool:
    waiting, seen = list(rests_on[start]), set[str | None]()
    while waiting:
        claim_id = waiting.pop()
        if claim_id == start:
            return True
        if claim_id is not None and claim_id not in seen:
            seen.add(claim_id)
            waiting += rests_on.get(claim_id, ())
    return False


def check_statements(check: Checking, *, ids: Mapping[str, int]) -> None:
    """Check the words and the references of statements."""
    for i, statement in enumerate(check.file.statements):
        path, where = ("statements", i), f"statement {statement.id}"
        quote = check.find(Evidence(words=statement.quote, at=statement.at), path=path, where=where)
        for j, argument in enumerate(statement.arguments):
            part = (*path, "arguments", j)
            check.find(argument, path=part, where=where, inside=quote)
            if argument.entity is not None:
                check_key(check, key=argument.entity, wanted=None, path=part, where=where)
        for claim_id in statement.claims:
            check_id(check, claim_id=claim_id, path=(*path, "claims"), where=where, ids=ids)
