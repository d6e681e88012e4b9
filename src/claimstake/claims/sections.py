"""Which section of the article a place is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.closed_lists import Section

if TYPE_CHECKING:
    from claimstake.claims.evidence import Span
    from claimstake.claims.schema import ClaimsFile


def section_of(file: ClaimsFile, *, span: Span) -> Section:
    """Give the section of the article that a span begins in; body where none is listed."""
    for section in file.article.sections:
        if section.start <= span.start < section.end:
            return section.section
    return Section.BODY
