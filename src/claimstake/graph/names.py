"""Name claims and their contents: claims can be about claims, so the names of both stand in one module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.closed_lists import Comparator
from claimstake.graph import literals
from claimstake.graph.identity import digest, node

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from claimstake.claims.schema import Argument, Claim, Quantity
    from claimstake.graph.context import Building


def filler(building: Building, argument: Argument) -> NamedNode | None:
    """Give the node that an argument means; none for a plain value."""
    if argument.entity is not None:
        return building.entity(argument.entity)
    if argument.claim is not None:
        return claim_node(building, *building.claim(argument.claim))
    if argument.proposition is not None:
        return proposition_node(building, building.claim(argument.proposition)[1])
    return None


def claim_node(building: Building, place: int, claim: Claim) -> NamedNode:
    """Name a claim by its words, its content and its stance."""
    known = building.claim_names.get(claim.id)
    if known is not None:
        return known
    span, attribution = building.span("claims", place), claim.attribution
    name = node(
        "claim",
        building.article_id,
        span.start,
        span.end,
        proposition_node(building, claim).value,
        claim.kind,
        claim.stance,
        claim.certainty,
        claim.modality,
        attribution.kind,
        *sorted(building.entity(agent).value for agent in attribution.agents),
        building.entity(attribution.document).value if attribution.document else "",
    )
    building.claim_names[claim.id] = name
    return name


def proposition_node(building: Building, claim: Claim) -> NamedNode:
    """Name the content of a claim; claims with the same content share it."""
    known = building.proposition_names.get(claim.id)
    if known is not None:
        return known
    time = claim.time.edtf if claim.time else ""
    name = node("proposition", building.article_id, content_key(building, claim), time)
    building.proposition_names[claim.id] = name
    return name


def content_key(building: Building, claim: Claim) -> str:
    """Digest what a claim says, time apart: equal in two articles that say the same of the same things."""
    parts = [building.ontology.relations[claim.relation].iri]
    for role, argument in sorted(
        ((role, _identity(building, argument)) for role, argument in claim.arguments()), key=str
    ):
        parts += [role, argument]
    if claim.quantity is not None:
        parts += amount_of(claim.quantity)
    return digest(*parts)


def _identity(building: Building, argument: Argument) -> str:
    found = filler(building, argument)
    return found.value if found is not None else repr(argument.value)


def amount_of(quantity: Quantity) -> list[str]:
    """Give what makes an amount the amount it is; of a vague one, its words."""
    numbers = ["" if n is None else literals.decimal(n).value for n in (quantity.value, quantity.upper)]
    words = [quantity.words] if quantity.comparator is Comparator.VAGUE else []
    return ["quantity", *numbers, quantity.unit, quantity.comparator, *words]
