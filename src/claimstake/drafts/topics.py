"""Find what a price, a cost or a turnover is one of, where its own words do not say so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimstake.coreference import antecedent_of

if TYPE_CHECKING:
    from claimstake.drafts.model import Filler
    from claimstake.drafts.reading import Reading
    from claimstake.mentions import Mention
    from claimstake.sentences import Sentence, Token

_NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """The nouns for a measure, and the classes of what it may be a measure of."""

    nouns: frozenset[str]
    classes: frozenset[str]


_MEASURES = MappingProxyType(
    {
        "hasPrice": _Measure(
            nouns=frozenset({"price", "quote", "benchmark", "spot", "floor"}),
            classes=frozenset({"Commodity"}),
        ),
        "costs": _Measure(
            nouns=frozenset({"cost", "capex", "bill", "outlay", "tag", "budget", "expenditure", "capital"}),
            classes=frozenset({"ExtractionSite", "Facility", "Undertaking"}),
        ),
        "hasRevenue": _Measure(
            nouns=frozenset({"revenue", "turnover", "sale", "earnings", "receipt", "proceeds"}),
            classes=frozenset({"Organization"}),
        ),
    }
)


def with_topic(
    reading: Reading, sentence: Sentence, token: Token, filler: Filler | None, *, relation: str
) -> Filler | None:
    """Give a subject its antecedent where it is a measure of something named before: "the price" of lithium.

    Args:
        reading: The article.
        sentence: The sentence of the subject.
        token: The head of the subject.
        filler: The subject as its own words give it.
        relation: The relation that it is the subject of.
    """
    measure = _MEASURES.get(relation)
    if filler is None or filler.antecedent is not None or measure is None or token.lemma not in measure.nouns:
        return filler
    topic = _topic(reading, sentence, token, measure)
    return filler if topic is None else replace(filler, mention=topic, antecedent=topic)


def _topic(reading: Reading, sentence: Sentence, token: Token, measure: _Measure) -> Mention | None:
    for owner in sentence.children(token, "poss"):
        return antecedent_of(reading.context, sentence, owner) if owner.tag == "PRP$" else None
    inside = {t.i for t in sentence.subtree(token)} - {token.i}
    if any(
        reading.naming.mention_of(sentence, sentence.tokens[i]).type in measure.classes
        for i in inside
        if sentence.tokens[i].pos in {"NOUN", "PROPN"}
    ):
        return None
    here = reading.context.number(sentence)
    found = [
        seen.mention
        for seen in reading.context.seen
        if seen.mention.type in measure.classes
        and seen.mention.span.end <= token.start
        and here - seen.sentence <= _NEAR
        and (seen.is_name or seen.is_subject)
    ]
    return found[-1] if found else None
