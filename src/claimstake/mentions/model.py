"""The values of this stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` of the article."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that names something.

    Args:
        type: Local name of the class of the thing.
        label: What to call it.
        iri: Short IRI, where the lexicon knows it.
        is_name: Whether it is a proper name, so that equal labels are the same thing.
        state: Short IRI of the state that it belongs to or governs, where the words say so.
    """

    span: Span
    type: str
    label: str
    iri: str | None = None
    is_name: bool = False
    state: str | None = None
