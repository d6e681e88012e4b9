"""Find who gives a sum by the words after it: "$61 million from two banks", "250 million in grants from"."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from claimstake.detectors.context import drafted
from claimstake.drafts.fillers import filler_of
from claimstake.frames.predications import governing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.drafts.model import Draft, Filler
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.quantities import FoundQuantity
    from claimstake.sentences import Token
    from claimstake.statements import Clause

_AGENTS = {"State", "Government", "Organization", "Person", "AgentGroup"}
_TAKERS = _AGENTS | {"ExtractionSite", "Facility", "Undertaking"}
# What a sum is called between it and who gives it.
_BY_NOUN = MappingProxyType(
    {
        "grant": "grants", "subsidy": "grants", "aid": "grants", "award": "grants",
        "debt": "lends", "loan": "lends", "credit": "lends",
        "equity": "invests", "capital": "invests",
    }
)  # fmt: skip
_RECEIVING = {
    "receive",
    "pocket",
    "collect",
    "get",
    "take",
    "extract",
    "earn",
    "demand",
    "claim",
    "buy",
    "import",
}
_PUBLIC = {"army", "department", "pentagon", "agency", "ministry", "programme", "program", "fund"}
_REACH = 4
_GIVING = {"lends", "grants", "invests", "investedAmount", "pays", "supports"}


def sum_drafts(reading: Reading, read: ReadSentence, framed: Sequence[Draft]) -> Iterator[Draft]:
    """Give a draft for each sum of money that a sentence says is from somebody.

    Args:
        reading: The article.
        read: The sentence.
        framed: What frames have found in it: a sum that they gave a giver is left out.
    """
    taken = {d.quantity.start for d in framed if d.quantity is not None and d.relation in _GIVING}
    by_head = {clause.head: clause for clause in read.clauses}
    for quantity in read.quantities:
        if not quantity.is_money or quantity.per is not None or quantity.start in taken:
            continue
        found = _giver(read, quantity)
        if found is None:
            continue
        head, giver, noun = found
        clause = governing(read.sentence, head, by_head)
        subject = filler_of(reading, read.sentence, giver)
        if clause is None or subject is None or _type(subject) not in _AGENTS:
            continue
        relation = _relation(reading, read, giver, noun=noun, clause=clause)
        taker = _taker(reading, read, clause, giver)
        if relation is None or taker is None:
            continue
        yield drafted(
            reading,
            read,
            head,
            relation=relation,
            kind="quantity",
            rule="sum-from",
            subject=subject,
            objects=(taker,),
            quantity=quantity,
        )


def _giver(read: ReadSentence, quantity: FoundQuantity) -> tuple[Token, Token, str] | None:
    """Give the head of an amount, who stands after `from`, and what the sum is called between."""
    tokens = read.sentence.tokens
    inside = [t for t in tokens if quantity.start <= t.start < quantity.end]
    # "A bill of $20 million from" is a bill.
    if not inside or (inside[0].i > 0 and tokens[inside[0].i - 1].lower == "of"):
        return None
    noun, last = "", inside[-1]
    for token in tokens[last.i + 1 : last.i + 2 + _REACH]:
        if token.lower == "from":
            giver = next(read.sentence.children(token, "pobj"), None)
            named = giver is not None and giver.pos in {"NOUN", "PROPN"}
            return (last, giver, noun) if giver is not None and named else None
        if token.lemma in _BY_NOUN:
            noun = token.lemma
        elif token.lower not in {"in", "of"} and token.pos != "ADJ":
            return None
    return None


def _relation(reading: Reading, read: ReadSentence, giver: Token, *, noun: str, clause: Clause) -> str | None:
    if noun:
        return _BY_NOUN[noun]
    mention = reading.naming.mention_of(read.sentence, giver)
    if clause.lemma in _RECEIVING and mention.type not in {"Government", "State"}:
        return None
    words = set(mention.label.lower().split())
    # A bank may give a prize: without a word for it, nothing says that the sum is a loan.
    if any(word.endswith(("bank", "banks")) for word in words):
        return None
    return "grants" if mention.type in {"Government", "State"} or words & _PUBLIC else None


def _taker(reading: Reading, read: ReadSentence, clause: Clause, giver: Token) -> Filler | None:
    """Give who gets the sum: the subject of its clause."""
    for i in clause.arguments.get("obj" if clause.passive else "subj", ()):
        taker = filler_of(reading, read.sentence, read.sentence.tokens[i])
        if i != giver.i and taker is not None and _type(taker) in _TAKERS:
            return taker
    return None


def _type(filler: Filler) -> str:
    return filler.mention.type if filler.mention is not None else ""
