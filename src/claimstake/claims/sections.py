"""Which section of the article a place is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.claims.schema import ClaimsFile, Section

if TYPE_CHECKING:
    from claimstake.claims.evidence import Span


def section_of(file: ClaimsFile, *, span: Span) -> Section:
    """Give the section of the article that a span begins in; body where none is listed."""
    for section in file.article.sections:
        if section.start <= span.start < section.end:
            return section.section
    return Section.BODY
