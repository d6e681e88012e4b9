"""Find which pairs of words state the facts of the gold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.article import Article
from claimstake.article.model import slug_of
from claimstake.classifier.features import features_of
from claimstake.classifier.pairs import Sort, nodes_of, pairs_of
from claimstake.classifier.scoring import stated_between
from claimstake.drafts.reading import read_article
from claimstake.evaluation.alignment import same_amount
from claimstake.extraction.pipeline import ruled_drafts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.classifier.pairs import Node
    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading
    from claimstake.evaluation.gold import Fact, Part, Passage
    from claimstake.mentions import Span
    from claimstake.sentences import Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A pair of words of a passage: what can be seen of it, and the relations that it states.

    `by_rule` are the relations that rules state between the two.
    """

    passage: str
    features: frozenset[str]
    relations: frozenset[str]
    by_rule: frozenset[str]


def examples_of(passage: Passage) -> Iterator[Example]:
    """Give an example for each pair of a passage."""
    article = Article(
        id=slug_of(passage.name) or "passage",
        text=passage.text,
        title=passage.title,
        published=passage.published,
    )
    reading = read_article(article)
    stated: dict[int, list[Draft]] = defaultdict(list)
    for draft in ruled_drafts(reading):
        stated[draft.sentence].append(draft)
    labels = _labels(passage, reading)
    for read in reading.sentences:
        pairs = pairs_of(reading, read)
        for pair, between in zip(pairs, stated_between(pairs, stated[read.number]), strict=True):
            place = (read.number, pair.subject.token.i, pair.other.token.i)
            yield Example(
                passage=passage.name,
                features=frozenset(features_of(read.sentence, pair, stated=between)),
                relations=frozenset(labels.get(place, ())),
                by_rule=frozenset(name.split()[0] for name in between),
            )


def _labels(passage: Passage, reading: Reading) -> dict[tuple[int, int, int], set[str]]:
    """Give the relations of the gold by sentence and by the positions of the two words."""
    found: dict[tuple[int, int, int], set[str]] = defaultdict(set)
    for read in reading.sentences:
        sentence = read.sentence
        nodes = tuple(nodes_of(reading, read))
        for fact in passage.facts:
            if not (fact.quote.start < sentence.end and sentence.start < fact.quote.end):
                continue
            subjects = _standing_for(fact.subjects, sentence, nodes)
            others = _standing_for(fact.objects, sentence, nodes) | _amounts(fact, nodes)
            for one in subjects:
                for other in others - {one}:
                    found[read.number, one, other].add(fact.relation)
    return found


def _standing_for(parts: Sequence[Part], sentence: Sentence, nodes: Sequence[Node]) -> set[int]:
    spans = [span for part in parts for span in part.spans]
    return {i for span in spans if (i := _node_in(span, sentence, nodes)) is not None}


def _node_in(span: Span, sentence: Sentence, nodes: Sequence[Node]) -> int | None:
    """Give the highest word of a span that can fill a role."""
    inside = {t.i for t in sentence.tokens if t.start < span.end and span.start < t.end}
    fitting = [n.token for n in nodes if n.token.i in inside and n.sort is not Sort.QUANTITY]
    return min(fitting, key=lambda t: (_depth(sentence, t), t.i)).i if fitting else None


def _depth(sentence: Sentence, token: Token) -> int:
    depth = 0
    while token.head != token.i:
        token, depth = sentence.head(token), depth + 1
    return depth


def _amounts(fact: Fact, nodes: Sequence[Node]) -> set[int]:
    near = [n for n in nodes if n.token.start < fact.quote.end + 3 and fact.quote.start - 3 < n.token.end]
    if fact.amount is not None:
        return {n.token.i for n in near if n.quantity is not None and same_amount(n.quantity, fact.amount)}
    return set() if fact.objects else {n.token.i for n in near if n.sort is Sort.TIME}
