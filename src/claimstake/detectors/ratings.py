"""Tell words that rate or characterise a thing from those that state a plain fact of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING

from claimstake.word_lists import read_lists, word_sets

if TYPE_CHECKING:
    from claimstake.sentences import Sentence, Token

_CHECKED = re.compile(r"(?:un)?(?:verified|audited|tested|proven)|compliant")
_DEGREES = {
    "too", "so", "enough", "most", "exceptionally", "remarkably", "extremely", "unusually", "dangerously",
    "merely", "only", "purely", "hardly", "utterly", "simply",
}  # fmt: skip
_OPEN = {"how", "what", "which"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """The words of ratings: lists of lemmas, and endings of adjectives that rate."""

    adjectives: frozenset[str]
    endings: tuple[str, ...]
    plain: frozenset[str]
    roles: frozenset[str]
    subjects: frozenset[str]
    ranks: frozenset[str]
    weights: frozenset[str]


@cache
def read_ratings() -> Ratings:
    """Read the words of ratings.

    Raises:
        InputError: If a list is missing or empty.
    """
    names = [field.name for field in fields(Ratings)]
    data = read_lists("evaluations", names)
    return Ratings(
        endings=tuple(data["endings"]), **word_sets(data, (name for name in names if name != "endings"))
    )


def is_rating(sentence: Sentence, value: Token, *, denied: bool = False) -> bool:
    """Tell whether an adjective or noun after `to be` rates or characterises its subject.

    Args:
        sentence: The sentence.
        value: The head of the words.
        denied: Whether the thing is said not to be so: then a bare noun will do, "a resource is not money".
    """
    if any(child.lower in _OPEN for child in sentence.children(value)) or _CHECKED.match(value.lower):
        return False
    if value.pos == "ADJ":
        return _is_rating_adjective(sentence, value)
    if value.pos != "NOUN" or value.tag == "VBG" or any(c.dep == "nummod" for c in sentence.children(value)):
        return False
    return is_ranked(sentence, value) or _is_rating_noun(sentence, value, denied=denied)


def is_ranked(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun phrase gives a rank: `Africa's largest producer`, `the only mine of its kind`.

    Args:
        sentence: The sentence.
        noun: Its head.
    """
    near = [
        c for c in sentence.children(noun) if c.dep in {"amod", "advmod", "compound", "nmod"} and c.i < noun.i
    ]
    words = [t for child in near for t in (child, *sentence.children(child))]
    return any(t.tag in {"JJS", "RBS"} or t.lower in read_ratings().ranks for t in words)


def _is_rating_adjective(sentence: Sentence, value: Token) -> bool:
    words = read_ratings()
    if value.tag == "JJR" or (value.text[:1].isupper() and value.i > 0):
        return False
    if value.tag == "JJS" or any(c.lower in _DEGREES for c in sentence.children(value, "advmod")):
        return True
    if value.lower in words.plain:
        return False
    return {
        value.lower,
        value.lemma,
        _hyphened(sentence, value),
    } & words.adjectives != set() or value.lower.endswith(words.endings)


def _hyphened(sentence: Sentence, value: Token) -> str:
    """Give a word with what is joined to its front: "world-class" is three tokens."""
    start = value.i
    while start >= 2 and sentence.tokens[start - 1].text == "-":
        start -= 2
    return "".join(t.lower for t in sentence.tokens[start : value.i + 1])


# Words that tell one of several from the others, and rate none.
_COUNTED = {
    "other", "different", "same", "such", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    "ninth", "tenth",
}  # fmt: skip


def _is_rating_noun(sentence: Sentence, value: Token, *, denied: bool) -> bool:
    words = read_ratings()
    if value.lemma in words.roles:
        return False
    article = next((c.lower for c in sentence.children(value, "det")), "")
    rated = any(
        c.tag == "JJ" and not c.text[:1].isupper() and c.lower not in _COUNTED
        for c in sentence.children(value, "amod")
    )
    if article in {"a", "an"}:
        return True
    if article == "no":
        return not rated
    if denied and not article and not any(True for _ in sentence.children(value, "poss", "compound")):
        return True
    owned = any(True for _ in sentence.children(value, "poss"))
    return rated and (article in {"the", ""} or owned)
