"""Give pairs of words the probabilities of relations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.classifier.features import features_of
from claimstake.classifier.model import LEAST
from claimstake.classifier.pairs import pairs_of
from claimstake.mentions import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimstake.classifier.model import Weights
    from claimstake.classifier.pairs import Pair
    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Token


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
    stated = stated_between(pairs, drafts)
    seen: dict[tuple[int, str], tuple[str, ...]] = {}
    rows = [features_of(read.sentence, pair, stated=stated[n], seen=seen) for n, pair in enumerate(pairs)]
    probabilities = weights.probabilities(rows)
    places = {(pair.subject.token.i, pair.other.token.i): n for n, pair in enumerate(pairs)}
    found = []
    for n, c in zip(*(probabilities >= LEAST).nonzero(), strict=True):
        back = places.get((pairs[n].other.token.i, pairs[n].subject.token.i))
        is_free = not stated[n] and (back is None or not stated[back])
        found.append(
            Scored(
                pair=pairs[n],
                relation=weights.relations[c],
                probability=float(probabilities[n, c]),
                is_sure=is_free and bool(probabilities[n, c] >= weights.thresholds[c]),
            )
        )
    return found


def stated_between(pairs: Sequence[Pair], drafts: Sequence[Draft]) -> list[frozenset[str]]:
    """Name for each pair the relations, each with its rule, that drafts state between its two words."""
    named = [(f"{draft.relation} {draft.rule}", _subjects(draft), _others(draft)) for draft in drafts]
    tokens = {node.token for pair in pairs for node in (pair.subject, pair.other)}
    first = {t.i: {n for n, (_, spans, _) in enumerate(named) if _holds(spans, t)} for t in tokens}
    second = {t.i: {n for n, (_, _, spans) in enumerate(named) if _holds(spans, t)} for t in tokens}
    return [
        frozenset(named[n][0] for n in first[pair.subject.token.i] & second[pair.other.token.i])
        for pair in pairs
    ]


def _subjects(draft: Draft) -> list[Span]:
    mention = draft.subject.mention
    return [draft.subject.span, *([mention.span] if mention is not None else [])]


def _others(draft: Draft) -> list[Span]:
    fillers = (*draft.objects, draft.recipient, draft.destination, draft.origin)
    measures = (draft.quantity, draft.time)
    return [f.span for f in fillers if f is not None] + [
        Span(m.start, m.end) for m in measures if m is not None
    ]


def _holds(spans: Sequence[Span], token: Token) -> bool:
    return any(span.start <= token.start < span.end for span in spans)
