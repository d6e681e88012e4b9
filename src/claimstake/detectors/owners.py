"""Find what stands in the ground with an amount where no word for an estimate does: sites, names, ores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimstake.detectors.context import clause_at
from claimstake.detectors.endowments import is_endowment, read_words, token_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.quantities import FoundQuantity
    from claimstake.sentences import Token
    from claimstake.statements import Clause

_SITES = {"ExtractionSite", "Undertaking", "MineralEndowment", "Place"}
_NO_OWNERS = {"Person", "Government", "AgentGroup", "Agreement", "LegalInstrument", "Organization"}
CATEGORIES = frozenset({"measured", "indicated", "inferred", "proven", "proved", "probable"})
_NO_THINGS = {
    "year",
    "month",
    "word",
    "hole",
    "modelling",
    "map",
    "number",
    "a",
    "q",
    "trust",
    "bank",
    "fund",
}
_WITH = {"with", "at", "of", "holding", "containing", "in"}
# A concentration right after an amount: the amount is one of rock in the ground.
_GRADED = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*)?(?:of (?:[\w-]+ ){1,4})?,?\s*"
    r"(?:@|at|grading|averaging|with|carrying|of)\s+(?:(?:an? )?[a-z]+ ){0,4}?"
    r"[\d.]+\s?(?:%|per ?cent|ppm|g/t|parts|grams)"
)


def is_graded(reading: Reading, quantity: FoundQuantity) -> bool:
    """Tell whether a concentration follows an amount: `21 million tonnes at 1.4 percent`."""
    return _GRADED.match(reading.article.text, quantity.end, quantity.end + 90) is not None


def owner_of(reading: Reading, read: ReadSentence, quantity: FoundQuantity) -> Token | None:
    """Give the noun that has an amount in the ground, where the words around it say that it lies there.

    Args:
        reading: The article.
        read: The sentence.
        quantity: A mass.
    """
    sentence, words = read.sentence, read_words()
    amount = token_at(sentence, quantity)
    if amount is None:
        return None
    clause = clause_at(read, amount)
    if clause is not None and clause.lemma.split()[0] in words.flows:
        return None
    graded = is_graded(reading, quantity)
    for token in _owners(read, amount, clause, graded=graded):
        if any(token.start < q.end and q.start < token.end for q in read.quantities):
            continue
        if token.lemma in _NO_THINGS or token.pos not in {"NOUN", "PROPN", "PRON"}:
            continue
        if token.lemma in words.flows or any(
            c.lemma in words.flows for c in sentence.children(token, "compound")
        ):
            return None
        if is_endowment(sentence, token, money=False):
            return token
        if token.pos == "PRON":
            return token if token.lower in {"it", "this", "which", "that"} else None
        kind = reading.naming.mention_of(sentence, token).type
        if kind in {"State", "Government"}:
            return _commodity(reading, read, amount)
        if kind == "Place" and not graded and (clause is None or not _lies(clause)):
            continue
        named = token.pos == "PROPN" and kind == "Organization"
        holds = clause is not None and clause.lemma in {"hold", "contain", "host"}
        if kind in _SITES or kind not in _NO_OWNERS or (named and holds):
            return token
    return None


def category_before(read: ReadSentence, quantity: FoundQuantity) -> Token | None:
    """Give the class of resource that stands right before an amount: `Indicated 19.7 Mt`."""
    before = [t for t in read.sentence.tokens if t.end <= quantity.start and t.dep != "punct"][-1:]
    return before[0] if before and before[0].lower in CATEGORIES else None


def _commodity(reading: Reading, read: ReadSentence, amount: Token) -> Token | None:
    """Give the mineral that a country has an amount of: it is the mineral that weighs so much."""
    for child in read.sentence.children(amount, "prep"):
        for inner in read.sentence.children(child, "pobj"):
            kind = reading.naming.mention_of(read.sentence, inner).type
            if child.lower == "of" and kind in {"Commodity", "MineralEndowment"}:
                return inner
    return None


def _owners(read: ReadSentence, amount: Token, clause: Clause | None, *, graded: bool) -> Iterator[Token]:
    sentence = read.sentence
    head = sentence.head(amount)
    if amount.dep == "appos" and head.pos in {"NOUN", "PROPN"} and (graded or head.start < amount.start):
        yield head
    if (
        graded
        and amount.dep == "pobj"
        and head.lower in _WITH
        and sentence.head(head).pos in {"NOUN", "PROPN"}
    ):
        yield sentence.head(head)
    if clause is None:
        return
    if clause.lemma in read_words().puts | {"credit", "reckon", "measure", "announce", "declare"}:
        labels = ("prep:at", "prep:with") if clause.lemma != "credit" else ("prep:with",)
        if any(amount.i in clause.arguments.get(label, ()) for label in labels):
            yield from (sentence.tokens[i] for i in clause.arguments.get("obj", ()))
    if _lies(clause) and any(
        amount.i in clause.arguments.get(label, ()) for label in ("obj", "prep:of", "prep:on", "attr")
    ):
        yield from (sentence.tokens[i] for i in clause.arguments.get("subj", ()))
    if graded and clause.lemma in read_words().states:
        yield from (sentence.tokens[i] for i in clause.arguments.get("subj", ()))


def _lies(clause: Clause) -> bool:
    return clause.lemma in read_words().holds | {"carry", "sit"} and not clause.passive
