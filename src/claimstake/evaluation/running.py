"""Run the extraction on a passage of the gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.article import Article
from claimstake.article.model import slug_of
from claimstake.extraction import extract_claims
from claimstake.sentences import MODEL

if TYPE_CHECKING:
    from claimstake.claims.schema import ClaimsFile
    from claimstake.evaluation.gold import Passage


def extract_passage(passage: Passage, *, model: str | None = None) -> ClaimsFile:
    """Give the claims that are found in a passage."""
    article = Article(
        id=slug_of(passage.name) or "passage",
        text=passage.text,
        title=passage.title,
        published=passage.published,
    )
    return extract_claims(article, model=model or MODEL)
