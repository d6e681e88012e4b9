"""What of an article was not understood: sentences that make no claim, and statements of no known type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.card.wording import sentence_spans

if TYPE_CHECKING:
    from claimstake.card.model import Document, Reading, Statement

# "Synopsis", "Nation Press": what is this short is a heading or a signature.
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of an article's text stands in sentences that make a claim.

    Args:
        sentences: Number of sentences of three words or more.
        bare: Places of those that make no claim.
        untyped: Statements of which no claim was made.
    """

    document: str
    sentences: int
    bare: tuple[tuple[int, int], ...]
    untyped: tuple[Statement, ...]


def coverage(reading: Reading, document: Document) -> Coverage:
    """Find what of an article no claim covers; without its text only statements can tell."""
    spans = [
        (start, end)
        for start, end in sentence_spans(document.text)
        if len(document.text[start:end].split()) >= _FEWEST_WORDS
    ]
    claimed = [(claim.span.start, claim.span.end) for claim in reading.claims_of.get(document.iri, ())]
    return Coverage(
        document=document.iri,
        sentences=len(spans),
        bare=tuple(
            (start, end) for start, end in spans if not any(a < end and b > start for a, b in claimed)
        ),
        untyped=tuple(s for s in reading.statements if s.document == document.iri and not s.typed),
    )
