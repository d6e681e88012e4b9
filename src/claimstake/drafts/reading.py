"""Everything that the early stages find in an article, in one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.blocks import Layout, layout_of
from claimstake.coreference import Context, context_of
from claimstake.mentions import Naming, name_things
from claimstake.quantities import FoundQuantity, find_quantities
from claimstake.sentences import MODEL, Sentence, parse_blocks
from claimstake.statements import Clause, clauses_of
from claimstake.statements.quotes import Quotes, quotes_of
from claimstake.statements.standing import standings_of
from claimstake.times import FoundTime, bounds_of, find_times

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimstake.article import Article
    from claimstake.statements.model import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSentence:
    """A sentence with what was found in it."""

    number: int
    sentence: Sentence
    clauses: tuple[Clause, ...]
    standings: Mapping[int, Standing]
    quantities: tuple[FoundQuantity, ...]
    times: tuple[FoundTime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as the stages before typing see it."""

    article: Article
    layout: Layout
    naming: Naming
    context: Context
    quotes: Quotes
    sentences: tuple[ReadSentence, ...]


def read_article(article: Article, *, model: str = MODEL) -> Reading:
    """Run the stages up to tier 0 on an article."""
    text = article.text
    layout = layout_of(text, title=article.title)
    parsed = parse_blocks(text, layout.blocks, model=model)
    naming = name_things(text, parsed)
    clauses = {n: clauses_of(sentence) for n, sentence in enumerate(parsed)}
    published = day_of(article.published)
    sentences = tuple(
        ReadSentence(
            number=n,
            sentence=sentence,
            clauses=clauses[n],
            standings=standings_of(sentence, clauses[n]),
            quantities=_moved_quantities(text, sentence),
            times=_moved_times(text, sentence, published),
        )
        for n, sentence in enumerate(parsed)
    )
    return Reading(
        article=article,
        layout=layout,
        naming=naming,
        context=context_of(
            naming,
            parsed,
            clauses,
            publisher=article.publisher or (layout.dateline.agency if layout.dateline else None) or "",
        ),
        quotes=quotes_of(text, layout.blocks, parsed),
        sentences=sentences,
    )


def day_of(published: str | None) -> date | None:
    """Give the day of publication, or the first day of its month, where the month is known."""
    if published is None or len(published) < len("2026-01"):
        return None
    first, _ = bounds_of(published)
    return first.date() if first is not None else None


def _moved_quantities(text: str, sentence: Sentence) -> tuple[FoundQuantity, ...]:
    from dataclasses import replace

    found = find_quantities(text[sentence.start : sentence.end])
    return tuple(replace(q, start=q.start + sentence.start, end=q.end + sentence.start) for q in found)


def _moved_times(text: str, sentence: Sentence, published: date | None) -> tuple[FoundTime, ...]:
    from dataclasses import replace

    found = find_times(text[sentence.start : sentence.end], published)
    return tuple(replace(t, start=t.start + sentence.start, end=t.end + sentence.start) for t in found)
