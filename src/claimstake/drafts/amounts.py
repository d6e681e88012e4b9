"""Amounts that objects bring with them: "three licences", "a $20 million guarantee"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimstake.closed_lists import Comparator
from claimstake.ontology_terms import Takes, read_ontology
from claimstake.quantities import FoundQuantity, numbers

if TYPE_CHECKING:
    from claimstake.drafts.reading import ReadSentence
    from claimstake.frames import Match
    from claimstake.sentences import Token

# "One" is most often no count: "one of the largest".
_COUNTED = re.compile(r"[a-z]+|\d[\d,]*", re.IGNORECASE)


def amount_of_object(read: ReadSentence, match: Match, relation: str) -> FoundQuantity | None:
    """Give the amount in the first object of a match, for relations that take one.

    Args:
        read: The sentence.
        match: A frame that holds and names no amount itself.
        relation: The relation that it states.
    """
    if Takes.QUANTITY not in read_ontology().relations[relation].takes:
        return None
    act = match.clause.token
    if relation in {"increases", "reduces"} and act.lemma in numbers.MULTIPLIERS:
        return _whole(act, Decimal(numbers.MULTIPLIERS[act.lemma]))
    for i in match.fillers.get("objects", ())[:1]:
        token = read.sentence.tokens[i]
        if token.pos in {"VERB", "AUX"}:
            return None
        if token.pos == "NUM" and (alone := _count(read, token, alone=True)) is not None:
            return alone
        near = read.sentence.children(token, "nummod", "compound", "amod")
        spans = [t for child in near for t in read.sentence.subtree(child)]
        found = next((q for q in read.quantities if any(q.start <= t.start < q.end for t in spans)), None)
        if found is not None:
            return found
        return next((count for child in near if (count := _count(read, child)) is not None), None)
    return None


def _count(read: ReadSentence, token: Token, *, alone: bool = False) -> FoundQuantity | None:
    """Read a bare number before a noun as a count of it, or one that stands for what it counts."""
    if token.pos != "NUM" or _COUNTED.fullmatch(token.text) is None or not (alone or token.dep == "nummod"):
        return None
    try:
        value = numbers.value_of(token.text)
    except (KeyError, ArithmeticError):
        return None
    if value == 1 or (token.text.isdigit() and len(token.text) == 4 and token.text[:2] in {"19", "20"}):
        return None
    return _whole(token, value)


def _whole(token: Token, value: Decimal) -> FoundQuantity:
    return FoundQuantity(
        start=token.start,
        end=token.end,
        words=token.text,
        value=value,
        upper=None,
        unit="number",
        comparator=Comparator.EQUAL,
    )
