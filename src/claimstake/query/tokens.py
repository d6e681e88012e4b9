"""Split a SPARQL text into tokens, so that it is changed at a token and never inside one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Kind(StrEnum):
    """What a token is."""

    SPACE = "space"
    COMMENT = "comment"
    IRI = "iri"
    STRING = "string"
    VARIABLE = "variable"
    NAME = "name"
    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of SPARQL text that its grammar takes as one."""

    kind: Kind
    text: str

    @property
    def keyword(self) -> str:
        """Give the word in capitals, or nothing if the token is not a bare word."""
        return self.text.upper() if self.kind is Kind.WORD else ""


_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<comment>\#[^\n\r]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
               | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<name>(?:[^\W\d][\w.-]*)?:(?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[^\w\s])*
                                    (?:[\w:-]|%[0-9A-Fa-f]{2}|\\[^\w\s]))?)
    | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(text: str) -> tuple[Token, ...]:
    """Split a SPARQL text; the texts of the tokens, joined, are the text again.

    >>> [token.text for token in tokens("?a <http://e/#b> 'c ?d' # ?e")]
    ['?a', ' ', '<http://e/#b>', ' ', "'c ?d'", ' ', '# ?e']
    """
    return tuple(Token(Kind(match.lastgroup or "mark"), match[0]) for match in _TOKEN.finditer(text))


def text_of(parts: Iterable[Token]) -> str:
    """Join tokens to a text."""
    return "".join(part.text for part in parts)


def meaningful(parts: Iterable[Token]) -> tuple[Token, ...]:
    """Leave out white space and comments."""
    return tuple(part for part in parts if part.kind not in {Kind.SPACE, Kind.COMMENT})


def prefixes(parts: Iterable[Token]) -> dict[str, str]:
    """Collect the prefixes that a query declares.

    >>> prefixes(tokens("PREFIX e: <http://e/> SELECT * {}"))
    {'e': 'http://e/'}
    """
    solid = meaningful(parts)
    return {
        name.text[:-1]: iri.text[1:-1]
        for word, name, iri in zip(solid, solid[1:], solid[2:], strict=False)
        if word.keyword == "PREFIX" and name.kind is Kind.NAME and iri.kind is Kind.IRI
    }
