"""Find what is said to lie in the ground: tonnages, grades, and values in money."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality
from claimstake.detectors.context import clause_at, drafted, standing_at
from claimstake.detectors.endowments import endowment_of, read_words, token_at
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
_BEFORE, _AFTER, _NEAR = 40, 30, 60


def resource_drafts(reading: Reading, read: ReadSentence) -> Iterator[Draft]:
    """Give a draft for each tonnage, grade and value in the ground that a sentence states."""
    masses = [q for q in read.quantities if "mass" in kinds_of(q) and "rate" not in kinds_of(q)]
    last: Filler | None = None
    for quantity in read.quantities:
        kinds = kinds_of(quantity)
        if quantity in masses:
            found = endowment_of(reading, read, quantity, money=False)
            if found is not None:
                token, last = found
                yield _estimate(reading, read, token, last, quantity, relation="hasTonnage")
        elif "grade" in kinds and _is_grade(reading, quantity, masses):
            found = endowment_of(reading, read, quantity, money=False)
            subject = last or (found[1] if found else None)
            at = found[0] if found else token_at(read.sentence, quantity)
            if subject is not None and at is not None:
                yield _estimate(reading, read, at, subject, quantity, relation="hasGrade")
        elif "money" in kinds:
            found = endowment_of(reading, read, quantity, money=True)
            if found is not None and _is_value(reading, found[0], quantity):
                yield _estimate(reading, read, found[0], found[1], quantity, relation="hasEstimatedValue")


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
