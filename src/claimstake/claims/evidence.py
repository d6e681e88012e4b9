"""Find the words of the evidence in the article: literally, and in one place only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` of an article's text, in Unicode code points; `end` is exclusive."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Give the characters of the span."""
        return text[self.start : self.end]


class NotFound(Exception):
    """Words are not in the article, or not where they are said to be, or in several places.

    Args:
        reason: What was found instead.
        cure: What to change in the claims file.
    """

    def __init__(self, reason: str, *, cure: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.cure = cure


def find_words(text: str, *, words: str, at: int | None = None, inside: Span | None = None) -> Span:
    """Give the one span of the text that holds the words.

    Args:
        text: The article.
        words: The words, as they stand there.
        at: Offset of the first character, where the words stand in several places.
        inside: Span to look in first, such as the claim's quote; outside it the whole text is looked at.

    Raises:
        NotFound: The words are nowhere, not at the offset, or in several places and no offset was given.
    """
    if at is not None:
        if text.startswith(words, at):
            return Span(at, at + len(words))
        raise NotFound(f"{_shown(words)} does not stand at offset {at}", cure=_where(text, words=words))
    if inside is not None:
        near = [start + inside.start for start in _starts(inside.of(text), words=words)]
        if len(near) == 1:
            return Span(near[0], near[0] + len(words))
        if near:
            raise NotFound(f"{_shown(words)} occurs {len(near)} times in the quote", cure=_offsets(near))
    starts = _starts(text, words=words)
    if len(starts) == 1:
        return Span(starts[0], starts[0] + len(words))
    if starts:
        raise NotFound(f"{_shown(words)} occurs {len(starts)} times in the article", cure=_offsets(starts))
    raise NotFound(f"{_shown(words)} is not in the article", cure=_where(text, words=words))


def _starts(text: str, *, words: str) -> list[int]:
    starts, start = [], text.find(words)
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    return starts


def _where(text: str, *, words: str) -> str:
    starts = _starts(text, words=words)
    if starts:
        return _offsets(starts)
    folded = text.casefold().find(words.casefold()) if len(text.casefold()) == len(text) else -1
    if folded >= 0:
        return f"The article has {_shown(text[folded : folded + len(words)])}; copy that."
    return "Copy the words from the article, with its own quotation marks and dashes."


def _offsets(starts: list[int]) -> str:
    listed = ", ".join(str(start) for start in starts[:8])
    return f"Add `at:` with the offset that is meant: {listed}{' …' if len(starts) > 8 else ''}."


def _shown(words: str) -> str:
    return f"{words[:80]!r}{'…' if len(words) > 80 else ''}"
