"""Give pairs of words the probabilities of relations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.classifier.features import features_of
from claimstake.classifier.pairs import pairs_of
from claimstake.mentions import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimstake.classifier.model import Weights
    from claimstake.classifier.pairs import Pair
    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Token

# Probability below which a relation is not looked at.
_LEAST = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A pair with a relation that it may state, and how probably.

    Args:
        is_sure: Whether that is enough to make a claim, and not only to complete one. Where a rule states
            something between the two words, it never is: the classifier goes on where the rules stop.
    """

    pair: Pair
    relation: str
    probability: float
    is_sure: bool


def scored_pairs(
    reading: Reading, read: ReadSentence, drafts: Sequence[Draft], *, weights: Weights
) -> list[Scored]:
    """Give the pairs of a sentence with the relations that they may state.

    Args:
        reading: The article.
        read: The sentence.
        drafts: What rules and detectors made of the sentence.
        weights: The trained weights.
    """
    pairs = pairs_of(reading, read)
    if not pairs:
        return []
    stated = [stated_between(drafts, pair) for pair in pairs]
    rows = [tuple(features_of(read.sentence, pair, stated=stated[n])) for n, pair in enumerate(pairs)]
    probabilities = weights.probabilities(rows)
    joined = [bool(stated[n] or _stated(drafts, p.other.token, p.subject.token)) for n, p in enumerate(pairs)]
    return [
        Scored(
            pair=pairs[n],
            relation=weights.relations[c],
            probability=float(probabilities[n, c]),
            is_sure=not joined[n] and bool(probabilities[n, c] >= weights.thresholds[c]),
        )
        for n, c in zip(*(probabilities >= _LEAST).nonzero(), strict=True)
    ]


def stated_between(drafts: Sequence[Draft], pair: Pair) -> frozenset[str]:
    """Name the relations, each with its rule, that drafts state between the two words of a pair."""
    return _stated(drafts, pair.subject.token, pair.other.token)


def _stated(drafts: Sequence[Draft], one: Token, other: Token) -> frozenset[str]:
    found = set()
    for draft in drafts:
        mention = draft.subject.mention
        if not _holds(draft.subject.span, one) and not (mention is not None and _holds(mention.span, one)):
            continue
        spans = [o.span for o in (*draft.objects, draft.recipient, draft.destination, draft.origin) if o]
        spans += [Span(x.start, x.end) for x in (draft.quantity, draft.time) if x is not None]
        if any(_holds(span, other) for span in spans):
            found.add(f"{draft.relation} {draft.rule}")
    return frozenset(found)


def _holds(span: Span, token: Token) -> bool:
    return span.start <= token.start < span.end
