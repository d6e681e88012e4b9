"""Propositions: the content of claims, apart from who puts it forward and from its truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from claimstake.claims.schema import Argument, Claim, Comparator, Quantity, Time
from claimstake.graph import literals
from claimstake.graph.identity import digest, node
from claimstake.graph.wording import proposition_text
from claimstake.times import bounds_of
from claimstake.vocab import STAKE, STAKEV

if TYPE_CHECKING:
    from claimstake.graph.context import Building

_ROLES = {
    "origin": STAKE.propositionOrigin,
    "destination": STAKE.propositionDestination,
    "recipient": STAKE.propositionRecipient,
    "means": STAKE.propositionMeans,
    "purpose": STAKE.propositionPurpose,
}
_BELOW = {Comparator.NEARLY, Comparator.AT_MOST, Comparator.LESS_THAN}
_ABOVE = {Comparator.AT_LEAST, Comparator.MORE_THAN}


def filler(building: Building, argument: Argument) -> NamedNode | None:
    """Give the node that an argument means; none for a plain value."""
    from claimstake.graph.claims import claim_node

    if argument.entity is not None:
        return building.entity(argument.entity)
    if argument.claim is not None:
        return claim_node(building, *building.claim(argument.claim))
    if argument.proposition is not None:
        return proposition_node(building, *building.claim(argument.proposition))
    return None


def proposition_node(building: Building, place: int, claim: Claim) -> NamedNode:
    """Give the node of a claim's content, described once; claims with the same content share it."""
    known = building.proposition_names.get(claim.id)
    if known is not None:
        return known
    key = content_key(building, claim)
    name = node("proposition", building.article_id, key, claim.time.edtf if claim.time else "")
    if name not in building.proposition_names.values():
        _describe(building, name, claim=claim, key=key)
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
        parts += _measure(claim.quantity)
    return digest(*parts)


def _identity(building: Building, argument: Argument) -> str:
    found = filler(building, argument)
    return found.value if found is not None else repr(argument.value)


def _measure(quantity: Quantity) -> list[str]:
    numbers = ["" if n is None else literals.decimal(n).value for n in (quantity.value, quantity.upper)]
    words = [quantity.words] if quantity.comparator is Comparator.VAGUE else []
    return ["quantity", *numbers, quantity.unit, quantity.comparator, *words]


def _describe(building: Building, name: NamedNode, *, claim: Claim, key: str) -> None:
    building.add_node(name, "Proposition")
    building.add(name, STAKE.contentKey, literals.text(key))
    relation = NamedNode(building.ontology.relations[claim.relation].iri)
    building.add(name, STAKE.propositionPredicate, relation)
    building.shared.add(relation)
    for role, argument in claim.arguments():
        found = filler(building, argument)
        if role == "subject" and found is not None:
            building.add(name, STAKE.propositionSubject, found)
        elif role == "object":
            if found is not None:
                building.add(name, STAKE.propositionObject, found)
            elif argument.value is not None:
                building.add(name, STAKE.propositionValue, plain(argument.value))
        elif found is not None and role in _ROLES:
            building.add(name, _ROLES[role], found)
    if claim.quantity is not None:
        building.add(name, STAKE.propositionQuantity, quantity_node(building, claim.quantity))
    if claim.time is not None:
        building.add(name, STAKE.holdsDuring, time_node(building, claim.time))
    building.add(name, STAKE.propositionText, literals.text(proposition_text(building, claim)))


def plain(value: bool | str) -> Literal:  # the value itself, not a switch
    """Give a plain value as a literal."""
    return literals.boolean(value=value) if isinstance(value, bool) else literals.text(value)


def quantity_node(building: Building, quantity: Quantity) -> NamedNode:
    """Give the node of an amount, with the bounds that its wording allows and no others."""
    whole = filler(building, quantity.of) if quantity.of is not None else None
    measure = _measure(quantity)
    name = node("quantity", building.article_id, *measure, quantity.words, whole.value if whole else "")
    building.add_node(name, "Quantity")
    building.add(name, STAKE.quantityText, literals.verbatim(quantity.words))
    building.add(name, STAKE.hasComparator, building.value("comparator", quantity.comparator))
    unit = building.ontology.units.get(quantity.unit)
    building.add(name, STAKE.hasUnit, NamedNode(unit.iri if unit else STAKEV.unit_currency))
    building.shared.add(NamedNode(unit.iri if unit else STAKEV.unit_currency))
    if unit is None:
        building.add(name, STAKE.currencyCode, literals.text(quantity.unit))
    if whole is not None:
        building.add(name, STAKE.shareOf, whole)
    if quantity.value is not None:
        building.add(name, STAKE.numericValue, literals.decimal(quantity.value))
        if quantity.comparator in {Comparator.EQUAL, Comparator.BETWEEN, *_ABOVE}:
            building.add(name, STAKE.lowerBound, literals.decimal(quantity.value))
        if quantity.comparator in {Comparator.EQUAL, *_BELOW}:
            building.add(name, STAKE.upperBound, literals.decimal(quantity.value))
    if quantity.upper is not None:
        building.add(name, STAKE.upperBound, literals.decimal(quantity.upper))
    return name


def time_node(building: Building, time: Time) -> NamedNode:
    """Give the node of a stated time, with the earliest and latest instant that it allows."""
    name = node("time", building.article_id, time.edtf, time.words)
    building.add_node(name, "TimeSpan")
    building.add(name, STAKE.edtfValue, literals.text(time.edtf))
    building.add(name, STAKE.timeText, literals.verbatim(time.words))
    begin, end = bounds_of(time.edtf)
    if begin is not None:
        building.add(name, STAKE.notBefore, literals.date_time(begin))
    if end is not None:
        building.add(name, STAKE.notAfter, literals.date_time(end))
    return name
