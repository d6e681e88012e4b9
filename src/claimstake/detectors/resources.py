"""Find what is said to lie in the ground: tonnages, grades, and values in money."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality
from claimstake.coreference import antecedent_of
from claimstake.detectors.context import clause_at, drafted, standing_at
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.model import Filler
from claimstake.frames.matching import kinds_of
from claimstake.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.quantities import FoundQuantity
    from claimstake.sentences import Sentence, Token

ENDOWMENT = {
    "reserve", "resource", "deposit", "endowment", "wealth", "riches", "orebody", "mineralisation",
    "mineralization",
    "tailing", "inventory", "tonnage", "pegmatite", "target", "ore",
}  # fmt: skip
# Nouns for the number itself: it is the deposit named last that they are about.
ESTIMATE = {"estimate", "estimation", "figure", "number", "portion", "category", "total", "component", "part"}
_GOODS = {
    "mineral",
    "metal",
    "material",
    "gold",
    "copper",
    "lithium",
    "earth",
    "cobalt",
    "nickel",
    "gem",
    "uranium",
}
_STATES = {
    "be", "comprise", "contain", "hold", "host", "total", "amount", "stand", "estimate", "put", "include",
    "reach", "measure", "exceed", "have", "possess", "boast", "place", "value", "report", "peg", "outline",
    "calculate",
    "define", "delineate", "consist", "rise", "grow", "increase", "sit", "upgrade", "show", "yield",
    "harbour",
}  # fmt: skip
_PUTS = {"put", "estimate", "value", "place", "peg", "calculate", "assess", "report", "speak"}
_FLOWS = {
    "export", "import", "ship", "shipment", "produce", "production", "output", "sell", "sale", "buy",
    "process",
    "capacity", "treat", "mine", "demand", "supply", "consume", "consumption", "purchase", "quota", "trade",
    "investment", "invest", "deal", "contract", "agreement", "loan", "bill", "market", "deliver", "stockpile",
}  # fmt: skip
_GRADE_BEFORE = re.compile(
    r"(?:\bat|\bgrading|\bgrades? of|\bgraded at|@|\baveraging|\bat an average(?: grade)? of|"
    r"\bgrades?|\baverage of|\bwith)\s+(?:an average (?:grade )?of\s+)?$",
    re.IGNORECASE,
)
# What a grade is of: a formula such as Li2O or TREO, or a metal.
_GRADE_AFTER = re.compile(
    r"\s*(?:of\s+)?(?:total\s+)?(?:rare[ -]earth|[A-Z][A-Za-z]{0,2}\d?[A-Z]?[a-z]?\d?O?\d?\b|"
    r"TREO|lithium|copper|gold|nickel|cobalt|graphite|tin|tungsten|zinc|graphitic|uranium|iron|manganese|"
    r"antimony|silver|tantalum|niobium|"
    r"lead|contained|vanadium|titanium)"
)


def resource_drafts(reading: Reading, read: ReadSentence) -> Iterator[Draft]:
    """Give a draft for each tonnage, grade and value in the ground that a sentence states."""
    masses = [q for q in read.quantities if "mass" in kinds_of(q) and "rate" not in kinds_of(q)]
    last: Filler | None = None
    for quantity in read.quantities:
        kinds = kinds_of(quantity)
        if quantity in masses:
            found = _subject(reading, read, quantity, money=False)
            if found is not None:
                token, last = found
                yield _estimate(reading, read, token, last, quantity, relation="hasTonnage")
        elif "grade" in kinds and _is_grade(reading, read, quantity, masses):
            found = _subject(reading, read, quantity, money=False)
            subject = last or (found[1] if found else None)
            at = found[0] if found else _token_at(read.sentence, quantity)
            if subject is not None and at is not None:
                yield _estimate(reading, read, at, subject, quantity, relation="hasGrade")
        elif "money" in kinds:
            found = _subject(reading, read, quantity, money=True)
            if found is not None:
                yield _estimate(reading, read, found[0], found[1], quantity, relation="hasEstimatedValue")


def _estimate(
    reading: Reading,
    read: ReadSentence,
    token: Token,
    subject: Filler,
    quantity: FoundQuantity,
    *,
    relation: str,
) -> Draft:
    standing = standing_at(read, token)
    clause = clause_at(read, token)
    if clause is not None and clause.lemma in _PUTS and not clause.passive and standing.speaker is None:
        who = clause.argument("subj")
        if who is not None and who.i != token.i:
            standing = replace(standing, speaker=who.i, says=clause.head)
    elif (
        clause is not None
        and clause.lemma in {"estimate", "value"}
        and clause.passive
        and standing.speaker is None
    ):
        standing = replace(standing, unnamed=True, says=clause.head, modality=Modality.REPORTED)
    inside = any(
        token.i == i for label in ("subj", "obj") for i in (clause.arguments.get(label, ()) if clause else ())
    )
    below = {t.i for t in read.sentence.subtree(token)}
    amount = _token_at(read.sentence, quantity)
    presupposed = (
        inside
        and clause is not None
        and amount is not None
        and amount.i in below
        and clause.lemma not in _STATES
        and standing.is_plain
    )
    return drafted(
        reading,
        read,
        token,
        relation=relation,
        kind="resource-estimate",
        rule={"hasTonnage": "tonnage", "hasGrade": "grade", "hasEstimatedValue": "value-in-ground"}[relation],
        subject=subject,
        quantity=quantity,
        standing=standing,
        modality=Modality.PRESUPPOSED if presupposed else None,
    )


def _token_at(sentence: Sentence, quantity: FoundQuantity) -> Token | None:
    inside = sentence.at(quantity.start, quantity.end)
    ids = {t.i for t in inside}
    return next(
        (t for t in reversed(inside) if t.head not in ids or t.head == t.i), inside[-1] if inside else None
    )


def _is_grade(
    reading: Reading, read: ReadSentence, quantity: FoundQuantity, masses: Sequence[FoundQuantity]
) -> bool:
    """Tell whether a concentration is the grade of an estimate: it follows a tonnage.

    Or names what it is of.
    """
    text = reading.article.text
    before, after = text[max(0, quantity.start - 40) : quantity.start], text[quantity.end : quantity.end + 30]
    if quantity.unit != "percent":
        return bool(masses) or bool(_GRADE_BEFORE.search(before))
    near = any(0 <= quantity.start - mass.end < 60 for mass in masses)
    return bool(_GRADE_BEFORE.search(before)) and (near or bool(_GRADE_AFTER.match(after)))


def _subject(
    reading: Reading, read: ReadSentence, quantity: FoundQuantity, *, money: bool
) -> tuple[Token, Filler] | None:
    """Find what an amount is an amount of: above it in its phrase, or across the verb of its clause."""
    sentence = read.sentence
    amount = _token_at(sentence, quantity)
    if amount is None:
        return None
    for child in sentence.children(amount, "prep"):
        inner = next(sentence.children(child, "pobj"), None)
        if (
            child.lower in {"of", "in"}
            and inner is not None
            and _is_endowment(reading, sentence, inner, money=money)
        ):
            above = clause_at(read, amount)
            if above is None or (above.lemma not in _FLOWS and inner.lemma != "ore"):
                return _with_filler(reading, read, inner)
    current: Token = amount
    crossed = 0
    while current.head != current.i and crossed < 6:
        current, crossed = sentence.head(current), crossed + 1
        if current.lemma in _FLOWS:
            return None
        if current.pos in {"NOUN", "PROPN"} and _is_endowment(reading, sentence, current, money=money):
            if money and not _is_value(reading, sentence, current, quantity):
                return None
            return _with_filler(reading, read, current)
        if current.pos in {"VERB", "AUX"} and current.lemma not in {
            "grade",
            "average",
            "contain",
            "value",
            "worth",
        }:
            break
    clause = clause_at(read, amount)
    if clause is None or clause.lemma not in _STATES:
        return None
    for label in ("obj", "subj", "prep:of", "attr"):
        for i in clause.arguments.get(label, ()):
            token = sentence.tokens[i]
            if token.i == amount.i or quantity.start <= token.start < quantity.end:
                continue
            # "Exports of ore stood at": a flow, not a stock.
            if token.lemma in _FLOWS or any(t.lemma in _FLOWS for t in sentence.children(token, "compound")):
                return None
            site = (
                label == "subj"
                and not money
                and clause.lemma in {"contain", "hold", "host", "have", "comprise"}
            )
            kind = reading.naming.mention_of(sentence, token).type
            if _is_endowment(reading, sentence, token, money=money) or (
                site and kind in {"ExtractionSite", "Undertaking"}
            ):
                if money and not _is_value(reading, sentence, token, quantity):
                    continue
                return _with_filler(reading, read, token)
    return None


def _is_endowment(reading: Reading, sentence: Sentence, token: Token, *, money: bool) -> bool:
    if token.lemma in ENDOWMENT:
        foreign = any(
            t.lower in {"foreign", "currency", "exchange", "human", "financial"}
            for t in sentence.children(token)
        )
        return not foreign
    if money:
        return token.lemma in _GOODS or token.lemma in {"total"}
    return token.lemma in ESTIMATE


def _is_value(reading: Reading, sentence: Sentence, token: Token, quantity: FoundQuantity) -> bool:
    """Tell whether money is what minerals are said to be worth, and not what is paid or earned with them."""
    text = reading.article.text
    span = text[min(token.start, quantity.start) : max(token.end, quantity.end)].lower()
    return bool(re.search(r"worth|valued|value|estimated|put|total|est\.|\bat\b|is |are |hold", span))


def _with_filler(reading: Reading, read: ReadSentence, token: Token) -> tuple[Token, Filler] | None:
    filler = filler_of(reading, read.sentence, token)
    if filler is None:
        return None
    if token.lemma in ESTIMATE and filler.antecedent is None:
        site = _site_of(reading, read, token)
        if site is not None:
            filler = Filler(span=filler.span, mention=site, antecedent=site)
    elif filler.mention is not None and filler.antecedent is None and filler.mention.type == "StateOfAffairs":
        mention = Mention(span=filler.span, type="MineralEndowment", label=filler.mention.label)
        filler = Filler(span=filler.span, mention=mention)
    return token, filler


def _site_of(reading: Reading, read: ReadSentence, token: Token) -> Mention | None:
    """Give the deposit that an estimate is for: named beside it, or the last named before it."""
    sentence = read.sentence
    for child in sentence.children(token, "prep"):
        for inner in sentence.children(child, "pobj"):
            mention = reading.naming.mention_of(sentence, inner)
            if child.lower in {"for", "at", "of"} and mention.type in {
                "ExtractionSite",
                "Undertaking",
                "MineralEndowment",
            }:
                return antecedent_of(reading.context, sentence, inner) or mention
    before = [
        seen.mention
        for seen in reading.context.seen
        if seen.mention.type in {"ExtractionSite", "MineralEndowment"}
        and seen.mention.span.start < token.start
        and read.number - seen.sentence <= 4
        and seen.lemma not in ESTIMATE
    ]
    named = [m for m in before if m.type == "ExtractionSite"]
    found = named or before
    return found[-1] if found else None
