"""Say a proposition in a short text of its own, from the labels of what it relates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimstake.claims.schema import Argument, Claim
    from claimstake.graph.context import Building

_LINKS = {"origin": "from", "destination": "to", "recipient": "to", "means": "by means of", "purpose": "for"}


def proposition_text(building: Building, claim: Claim) -> str:
    """Give a text such as "Pakistan's mineral reserves — has estimated value — nearly $6 trillion".

    The dashes keep the relation's label apart: it is in the singular, whatever the number of the subject.
    """
    subject = _name(building, claim.subject)
    objects = [_name(building, argument) for argument in claim.objects if argument.value is not True]
    rest = []
    if claim.quantity is not None:
        words = claim.quantity.words
        rest.append(words)
        if claim.quantity.of is not None and (whole := _name(building, claim.quantity.of)) not in objects:
            rest.append(f"of {whole}")
        # a thing that has no name but its amount: "38.2 million tonnes — has tonnage — 38.2 million tonnes"
        subject = "" if subject.casefold() == words.casefold() else subject
    for role, argument in claim.arguments():
        if role in _LINKS:
            rest.append(f"{_LINKS[role]} {_name(building, argument)}")
    others = " and ".join(name for name in objects if name != subject)
    if claim.time is not None and claim.time.words not in rest:
        rest.append(f"({claim.time.words})" if others or rest else claim.time.words)
    if claim.quantity is None and others:
        # only an amount stands apart from what it is an amount for
        others, rest = " ".join([others, *rest]), []
    relation = building.ontology.relations[claim.relation].label
    return " — ".join(part for part in (subject, relation, others, " ".join(rest)) if part)


def _name(building: Building, argument: Argument) -> str:
    if argument.entity is not None:
        return building.claims.file.entities[argument.entity].label
    referred = argument.claim or argument.proposition
    if referred is not None:
        return f"“{building.claim(referred)[1].quote}”"
    return str(argument.value)
