"""Find what an amount in the ground is an amount of: `20 million tonnes of reserves`, `reserves stand at`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimstake.coreference import antecedent_of
from claimstake.detectors.context import clause_at
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.model import Filler
from claimstake.mentions import Mention
from claimstake.word_lists import read_lists, word_sets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.quantities import FoundQuantity
    from claimstake.sentences import Sentence, Token
    from claimstake.statements import Clause

_LISTS = ("endowment", "estimate", "holders", "goods", "states", "holds", "flows", "puts")
_FOREIGN = {"foreign", "currency", "exchange", "human", "financial", "cash", "natural"}
_PARTICIPLES = {"grade", "average", "contain", "value", "worth"}
_SITES = {"ExtractionSite", "Undertaking", "MineralEndowment"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The lists of data/rules/resources.yaml."""

    endowment: frozenset[str]
    estimate: frozenset[str]
    holders: frozenset[str]
    goods: frozenset[str]
    states: frozenset[str]
    holds: frozenset[str]
    flows: frozenset[str]
    puts: frozenset[str]
    bodies: Mapping[str, frozenset[str]]


@cache
def read_words() -> Words:
    """Read the word lists.

    Raises:
        InputError: If a list is missing or empty.
    """
    data = read_lists("resources", _LISTS)
    bodies = {noun: frozenset(before) for noun, before in data["bodies"].items()}
    return Words(**word_sets(data, _LISTS), bodies=MappingProxyType(bodies))


def token_at(sentence: Sentence, quantity: FoundQuantity) -> Token | None:
    """Give the token that the words of an amount hang on."""
    inside = sentence.at(quantity.start, quantity.end)
    ids = {t.i for t in inside}
    outer = (t for t in reversed(inside) if t.head not in ids or t.head == t.i)
    return next(outer, inside[-1] if inside else None)


def endowment_of(
    reading: Reading, read: ReadSentence, quantity: FoundQuantity, *, money: bool
) -> tuple[Token, Filler] | None:
    """Give the noun that an amount is about, and the filler that it makes; none if it is about other things.

    Args:
        reading: The article.
        read: The sentence.
        quantity: The amount.
        money: Whether it is money, so that minerals and metals will do.
    """
    amount = token_at(read.sentence, quantity)
    if amount is None:
        return None
    for token in _candidates(reading, read, amount, quantity, money=money):
        if token is None:
            return None
        return with_filler(reading, read, token)
    return None


def _candidates(
    reading: Reading, read: ReadSentence, amount: Token, quantity: FoundQuantity, *, money: bool
) -> Iterator[Token | None]:
    """Give nouns that the amount may be about, likeliest first; none where a flow or a deal is in the way."""
    sentence, words = read.sentence, read_words()
    clause = _clause(read, amount)
    if clause is not None and clause.lemma.split()[0] in words.flows:
        yield None
    below = _below(sentence, amount, money=money)
    if below is not None:
        yield below
    yield from _above(sentence, amount, money=money)
    if clause is None or clause.lemma not in words.states:
        return
    for label in ("obj", "subj", "prep:of", "attr", "iobj"):
        for i in clause.arguments.get(label, ()):
            token = sentence.tokens[i]
            if quantity.start <= token.start < quantity.end or token.i == amount.i:
                continue
            # "Exports of ore stood at": a flow, not a stock.
            if token.lemma in words.flows or any(
                t.lemma in words.flows for t in sentence.children(token, "compound")
            ):
                yield None
            if is_endowment(sentence, token, money=money) or _holds(reading, sentence, token, clause, label):
                yield token
            elif token.lemma in {"worth", "value", "grade"}:
                yield next(_of(sentence, token), token)


def _clause(read: ReadSentence, amount: Token) -> Clause | None:
    clause = clause_at(read, amount)
    if clause is not None and clause.lemma in {"grade", "average", "contain"} and clause.parent is not None:
        own = clause.argument("subj")
        if own is None or own.lemma not in read_words().endowment:
            # "stands at 12 Mt grading 0.9 %": the amount is the subject of the participle.
            return next((c for c in read.clauses if c.head == clause.parent), clause)
    return clause


def _below(sentence: Sentence, amount: Token, *, money: bool) -> Token | None:
    """Give what the amount is of: `21 million tonnes of proven reserves`, `$3 trillion worth of minerals`."""
    start = amount
    head = sentence.head(amount)
    if head.lemma == "worth" and head.pos == "NOUN":
        start = head
    for inner in _of(sentence, start):
        if is_endowment(sentence, inner, money=money):
            return inner
    return None


def _of(sentence: Sentence, token: Token) -> Iterator[Token]:
    for child in sentence.children(token, "prep"):
        if child.lower in {"of", "in"}:
            yield from sentence.children(child, "pobj")


def _above(sentence: Sentence, amount: Token, *, money: bool) -> Iterator[Token | None]:
    """Give the nouns that the amount hangs below: `ore reserve of 92 Mt`, `deposits worth $1 trillion`."""
    current = amount
    words = read_words()
    for _ in range(6):
        if current.head == current.i:
            return
        current = sentence.head(current)
        if current.lemma in words.flows:
            yield None
        if current.pos in {"NOUN", "PROPN"} and is_endowment(sentence, current, money=money):
            yield current
        if current.pos in {"VERB", "AUX"} and current.lemma not in _PARTICIPLES:
            return


def _holds(reading: Reading, sentence: Sentence, token: Token, clause: Clause, label: str) -> bool:
    """Tell whether something is said to hold minerals: `the find could hold 20 million tonnes of ore`."""
    words = read_words()
    if label != "subj" or clause.lemma not in words.holds:
        return False
    kind = reading.naming.mention_of(sentence, token).type
    return kind in _SITES or token.lemma in words.holders or kind in {"State", "Place"}


def is_endowment(sentence: Sentence, token: Token, *, money: bool) -> bool:
    """Tell whether a noun names something in the ground, or, for all but money, an estimate of it."""
    words = read_words()
    if token.lemma in words.endowment:
        return not any(t.lower in _FOREIGN - {"natural"} for t in sentence.children(token))
    before = {t.lower for t in sentence.children(token, "compound", "amod")}
    if before & words.bodies.get(token.lemma, frozenset()):
        return True
    return token.lemma in (words.goods if money else words.estimate)


def with_filler(reading: Reading, read: ReadSentence, token: Token) -> tuple[Token, Filler] | None:
    """Give a noun with the filler that it makes: an estimate stands for the deposit that it is for."""
    filler = filler_of(reading, read.sentence, token)
    if filler is None:
        return None
    if token.lemma in read_words().estimate | {"grade"} and filler.antecedent is None:
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
            if child.lower in {"for", "at", "of"} and mention.type in _SITES:
                return antecedent_of(reading.context, sentence, inner) or mention
    before = [
        seen.mention
        for seen in reading.context.seen
        if seen.mention.type in {"ExtractionSite", "MineralEndowment"}
        and seen.mention.span.end <= token.start
        and read.number - seen.sentence <= 4
        and seen.lemma not in read_words().estimate
    ]
    found = [m for m in before if m.type == "ExtractionSite"] or before
    return found[-1] if found else None
