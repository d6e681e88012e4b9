"""Propositions: the content of claims, apart from who puts it forward and from its truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from claimstake.closed_lists import Comparator
from claimstake.errors import InputError
from claimstake.graph import literals
from claimstake.graph.identity import node
from claimstake.graph.names import amount_of, content_key, filler, proposition_node
from claimstake.graph.wording import proposition_text
from claimstake.ontology_terms import measure_of
from claimstake.times import bounds_of
from claimstake.vocab import STAKE

if TYPE_CHECKING:
    from claimstake.claims.schema import Claim, Quantity, Time
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


def add_proposition(building: Building, claim: Claim) -> None:
    """Describe the content of a claim, in the words of the first claim that has it."""
    name = proposition_node(building, claim)
    if name in building.described:
        return
    building.described.add(name)
    building.add_node(name, "Proposition")
    building.add(name, STAKE.contentKey, literals.text(content_key(building, claim)))
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
    amount = amount_of(quantity)
    name = node("quantity", building.article_id, *amount, quantity.words, whole.value if whole else "")
    building.add_node(name, "Quantity")
    building.add(name, STAKE.quantityText, literals.verbatim(quantity.words))
    building.add(name, STAKE.hasComparator, building.value("comparator", quantity.comparator))
    _add_measure(building, name, unit_name=quantity.unit)
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


def _add_measure(building: Building, name: NamedNode, *, unit_name: str) -> None:
    measure = measure_of(unit_name, ontology=building.ontology)
    if measure is None:
        raise InputError(
            f"{unit_name} is no unit", cure="Check the claims before building a graph from them."
        )
    for predicate, unit in ((STAKE.hasUnit, measure.unit), (STAKE.perUnit, measure.per)):
        if unit is not None:
            building.add(name, predicate, NamedNode(unit.iri))
            building.shared.add(NamedNode(unit.iri))
    if measure.currency is not None:
        building.add(name, STAKE.currencyCode, literals.text(measure.currency))


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
