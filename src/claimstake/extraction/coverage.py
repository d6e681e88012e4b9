"""Say what the rules do not cover: predicates that no rule types, with a quote of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimstake.extraction.pipeline import extract_claims
from claimstake.sentences import MODEL
from claimstake.statements.cues import read_cues

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimstake.article import Article

_QUOTE = 100


def covered(articles: Iterable[Article], *, limit: int, model: str | None = None) -> Iterator[str]:
    """Give how many clauses are typed, and the predicates that are not, the most frequent first.

    Args:
        articles: What to read.
        limit: Number of predicates to list.
        model: Name of the spaCy model.
    """
    cues = read_cues()
    missing: Counter[str] = Counter()
    quotes: dict[str, str] = {}
    typed = total = 0
    for article in articles:
        for statement in extract_claims(article, model=model or MODEL).statements:
            total += 1
            if statement.untyped is None:
                typed += 1
            elif statement.predicate not in cues.says | cues.thinks:
                missing[statement.predicate] += 1
                quotes.setdefault(statement.predicate, statement.quote)
    yield f"{typed} of {total} clauses have a claim"
    for predicate, count in sorted(missing.items(), key=lambda item: (-item[1], item[0]))[:limit]:
        quote = quotes[predicate].replace("\n", " ")
        yield f"{count:5}  {predicate:20} {quote[:_QUOTE]}{'…' if len(quote) > _QUOTE else ''}"
