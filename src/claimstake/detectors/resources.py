"""Find what is said to lie in the ground: tonnages, grades, and values in money."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality
from claimstake.detectors.context import clause_at, drafted, standing_at
from claimstake.detectors.endowments import endowment_of, read_words, token_at, with_filler
from claimstake.detectors.grades import grade_owner
from claimstake.detectors.owners import category_before, owner_of
from claimstake.frames.matching import kinds_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.drafts.model import Draft, Filler
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.quantities import FoundQuantity
    from claimstake.sentences import Token
    from claimstake.statements.model import Standing

_RULES = {"hasTonnage": "tonnage", "hasGrade": "grade", "hasEstimatedValue": "value-in-ground"}
_GRADE_BEFORE = re.compile(
    r"(?:\bat|\bgrading|\bgrades? of|\bgraded at|@|\baveraging|\bat an average(?: grade)? of|\bgrades?|"
    r"\baverage of|\bwith|\bgrade (?:is|was|has fallen to|fell to|rose to|of)|\bruns? at)\s+"
    r"(?:an average (?:grade )?of\s+)?$",
    re.IGNORECASE,
)
# What a grade is of: a formula such as Li2O or TREO, or a metal.
_GRADE_AFTER = re.compile(
    r"\s*(?:of\s+)?(?:total\s+)?(?:rare[ -]earth|[A-Z][A-Za-z]{0,2}\d?[A-Z]?[a-z]?\d?O?\d?\b|"
    r"TREO|lithium|copper|gold|nickel|cobalt|graphite|tin|tungsten|zinc|graphitic|uranium|iron|manganese|"
    r"antimony|silver|tantalum|niobium|lead|contained|vanadium|titanium|rutile|ilmenite|zircon|rutile)"
)
_VALUE = re.compile(r"worth|valued|value|estimated|put|total|est\.|\bat\b|is |are |hold")
# Smaller sums are prices of a tonne or a pound: "uranium at $79".
_LEAST = 1_000_000
# Mere rock: what holds it is what has the amount.
_ROCK = {"ore", "material", "rock"}
_BEFORE, _AFTER, _NEAR = 40, 30, 60


def resource_drafts(reading: Reading, read: ReadSentence) -> Iterator[Draft]:
    """Give a draft for each tonnage, grade and value in the ground that a sentence states."""
    masses = [q for q in read.quantities if _is_mass(q)]
    last: Filler | None = None
    for quantity in read.quantities:
        kinds = kinds_of(quantity)
        if quantity in masses:
            found = _of_mass(reading, read, quantity)
            if found is not None:
                token, last = found
                yield _estimate(reading, read, token, last, quantity, relation="hasTonnage")
        elif "grade" in kinds:
            graded = _of_grade(reading, read, quantity, masses, last)
            if graded is not None:
                yield _estimate(reading, read, graded[0], graded[1], quantity, relation="hasGrade")
        elif "money" in kinds:
            found = endowment_of(reading, read, quantity, money=True)
            if found is not None and _is_value(reading, found[0], quantity):
                yield _estimate(reading, read, found[0], found[1], quantity, relation="hasEstimatedValue")


def _of_mass(reading: Reading, read: ReadSentence, quantity: FoundQuantity) -> tuple[Token, Filler] | None:
    """Give what a mass in the ground is the mass of: the estimate, or the site that holds the ore."""
    category = category_before(read, quantity)
    if category is not None:
        return with_filler(reading, read, category)
    found = endowment_of(reading, read, quantity, money=False)
    if found is not None and found[0].lemma not in _ROCK:
        return found
    owner = owner_of(reading, read, quantity)
    if owner is None or (found is not None and owner.pos == "PRON"):
        return found
    return with_filler(reading, read, owner) or found


def _is_mass(quantity: FoundQuantity) -> bool:
    small = quantity.unit in {"gram", "kilogram"}
    return "mass" in kinds_of(quantity) and "rate" not in kinds_of(quantity) and not small


def _of_grade(
    reading: Reading,
    read: ReadSentence,
    quantity: FoundQuantity,
    masses: Sequence[FoundQuantity],
    last: Filler | None,
) -> tuple[Token, Filler] | None:
    """Give what a concentration is the grade of: what has the mass before it, or its ore."""
    at = token_at(read.sentence, quantity)
    if _is_grade(reading, quantity, masses):
        found = endowment_of(reading, read, quantity, money=False)
        subject = last or (found[1] if found else None)
        token = found[0] if found else at
        if subject is not None and token is not None:
            return token, subject
    owner = grade_owner(reading, read, quantity)
    if owner is None:
        return None
    if last is not None and any(0 <= quantity.start - mass.end < _NEAR for mass in masses):
        return owner, last
    return with_filler(reading, read, owner)


def _is_grade(reading: Reading, quantity: FoundQuantity, masses: Sequence[FoundQuantity]) -> bool:
    """Tell whether a concentration is a grade: it follows a tonnage, or says what it is of."""
    text = reading.article.text
    before = text[max(0, quantity.start - _BEFORE) : quantity.start]
    after = text[quantity.end : quantity.end + _AFTER]
    introduced = _GRADE_BEFORE.search(before) is not None
    if quantity.unit != "percent":
        return bool(masses) or introduced
    near = any(0 <= quantity.start - mass.end < _NEAR for mass in masses)
    return introduced and (near or _GRADE_AFTER.match(after) is not None)


def _is_value(reading: Reading, token: Token, quantity: FoundQuantity) -> bool:
    """Tell whether money is what minerals are said to be worth, and not what is paid or earned with them."""
    if quantity.value is not None and quantity.value < _LEAST:
        return False
    span = reading.article.text[min(token.start, quantity.start) : max(token.end, quantity.end)]
    return _VALUE.search(span.lower()) is not None


def _estimate(
    reading: Reading,
    read: ReadSentence,
    token: Token,
    subject: Filler,
    quantity: FoundQuantity,
    *,
    relation: str,
) -> Draft:
    standing = _standing(read, token)
    return drafted(
        reading,
        read,
        token,
        relation=relation,
        kind="resource-estimate",
        rule=_RULES[relation],
        subject=subject,
        quantity=quantity,
        standing=standing,
        modality=Modality.PRESUPPOSED if _is_by_the_way(read, token, quantity, standing) else None,
    )


def _standing(read: ReadSentence, token: Token) -> Standing:
    """Give how an estimate is put forward: it is the claim of who puts a number on it."""
    standing, clause, words = standing_at(read, token), clause_at(read, token), read_words()
    if clause is None or standing.speaker is not None:
        return standing
    who = clause.argument("subj")
    if clause.lemma in words.puts and not clause.passive and who is not None and who.i != token.i:
        return replace(standing, speaker=who.i, says=clause.head)
    if clause.lemma in {"estimate", "value"} and clause.passive:
        return replace(standing, unnamed=True, says=clause.head, modality=Modality.REPORTED)
    return standing


def _is_by_the_way(read: ReadSentence, token: Token, quantity: FoundQuantity, standing: Standing) -> bool:
    """Tell whether the amount only belongs to the noun of a clause that says something else."""
    clause, amount = clause_at(read, token), token_at(read.sentence, quantity)
    if clause is None or amount is None or clause.lemma in read_words().states or not standing.is_plain:
        return False
    is_argument = any(token.i in clause.arguments.get(label, ()) for label in ("subj", "obj"))
    return is_argument and amount.i in {t.i for t in read.sentence.subtree(token)}
