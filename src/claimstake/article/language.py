"""Tell English from other languages, roughly: the rules read English only."""

from __future__ import annotations

import re

_COMMON = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "on",
        "with",
        "as",
        "by",
        "it",
        "from",
        "at",
        "was",
        "are",
        "be",
        "this",
        "has",
        "have",
        "its",
        "an",
        "will",
        "said",
        "not",
        "which",
        "or",
        "but",
        "their",
        "were",
        "been",
        "who",
        "more",
        "than",
        "would",
        "also",
        "after",
        "about",
        "into",
    ]
)
# In English running text about two words of five are among these; in other languages fewer than one of ten.
_LEAST_SHARE = 0.12
_LEAST_WORDS = 25


def looks_english(text: str) -> bool:
    """Tell whether a text may be English; a short one gets the benefit of the doubt."""
    sample = text[:20_000]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    letters = [character for character in sample if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters)
    if letters and latin < 0.7 * len(letters):
        return False
    if len(words) < _LEAST_WORDS:
        return True
    return sum(word in _COMMON for word in words) >= _LEAST_SHARE * len(words)
