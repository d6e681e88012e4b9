"""Sentences and tokens as plain values.

Later stages see these values and not the parser's own objects, so that another parser can take its place and
that a sentence can be written down in a test.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.blocks import BlockKind
    from claimstake.closed_lists import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token. `head` and `children` are positions in the sentence; the root is its own head."""

    i: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A parsed sentence of one block."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    section: Section
    block: int
    kind: BlockKind

    def children(self, token: Token, *deps: str) -> Iterator[Token]:
        """Give the dependents of a token, in order; only those of the named dependencies.

        If any are named.
        """
        for i in token.children:
            child = self.tokens[i]
            if not deps or child.dep in deps:
                yield child

    def markers(self, token: Token, *deps: str) -> set[str]:
        """Give the words that mark a clause, such as `if`; those of several words by their lemma, too."""
        found = list(self.children(token, *(deps or ("mark", "advmod"))))
        return {child.lower for child in found} | {child.lemma for child in found}

    def head(self, token: Token) -> Token:
        """Give the token that this one depends on."""
        return self.tokens[token.head]

    def subtree(self, token: Token, *, without: frozenset[int] = frozenset()) -> list[Token]:
        """Give a token with everything below it, in order, leaving out what hangs on the named positions."""
        found, todo = [], [token.i]
        while todo:
            i = todo.pop()
            if i in without:
                continue
            found.append(i)
            todo.extend(self.tokens[i].children)
        return [self.tokens[i] for i in sorted(found)]

    def at(self, start: int, end: int) -> list[Token]:
        """Give the tokens that lie in a span of the article."""
        return [token for token in self.tokens if start <= token.start and token.end <= end]


def with_tokens(sentence: Sentence, tokens: Sequence[Token]) -> Sentence:
    """Give the same sentence with other tokens, their children counted anew."""
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return replace(sentence, tokens=tuple(replace(token, children=tuple(below[token.i])) for token in tokens))
