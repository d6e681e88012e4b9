"""What a claim says, apart from its id and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimstake.claims.schema import Argument, Claim, ClaimsFile


def content_of(claim: Claim, file: ClaimsFile) -> tuple[object, ...]:
    """Give what a claim says, apart from its id and its place: what a decision is found again by."""

    def name(argument: Argument) -> object:
        if argument.entity is not None:
            entity = file.entities[argument.entity]
            return entity.iri or (entity.type, entity.label.casefold())
        if argument.claim is not None or argument.proposition is not None:
            return "claim", argument.words
        return argument.value

    quantity = claim.quantity
    return (
        claim.relation,
        claim.stance,
        claim.attribution.kind,
        name(claim.subject),
        tuple(name(argument) for argument in claim.objects),
        None if quantity is None else (quantity.value, quantity.upper, quantity.unit),
        claim.quote if not claim.objects and quantity is None else None,
    )
