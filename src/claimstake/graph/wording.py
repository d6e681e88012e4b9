"""Say a proposition in a short sentence of its own, from the labels of what it relates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimstake.claims.schema import Argument, Claim
    from claimstake.graph.context import Building

_LINKS = {"origin": "from", "destination": "to", "recipient": "to", "means": "by means of", "purpose": "for"}


def proposition_text(building: Building, claim: Claim) -> str:
    """Give a sentence such as "Pakistan's mineral reserves has estimated value nearly $6 trillion"."""
    relation = building.ontology.relations[claim.relation].label
    objects = [_name(building, argument) for argument in claim.objects if argument.value is not True]
    parts = [_name(building, claim.subject), relation, " and ".join(objects)]
    if claim.quantity is not None:
        parts.append(claim.quantity.words)
        if claim.quantity.of is not None:
            parts.append(f"of {_name(building, claim.quantity.of)}")
    for role, argument in claim.arguments():
        if role in _LINKS:
            parts.append(f"{_LINKS[role]} {_name(building, argument)}")
    if claim.time is not None:
        parts.append(f"({claim.time.words})")
    return " ".join(part for part in parts if part)


def _name(building: Building, argument: Argument) -> str:
    if argument.entity is not None:
        return building.claims.file.entities[argument.entity].label
    referred = argument.claim or argument.proposition
    if referred is not None:
        return f"“{building.claim(referred)[1].quote}”"
    return str(argument.value)
