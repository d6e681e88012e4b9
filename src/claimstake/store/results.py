"""What a store answers: rows, a truth value or triples, always in pyoxigraph terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import BlankNode, Literal, NamedNode, Triple

    Term: TypeAlias = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The answer to a SELECT: rows are read once, as they arrive; an unbound variable is None."""

    variables: tuple[str, ...]
    rows: Iterable[tuple[Term | None, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """The answer to an ASK."""

    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE: triples are read once, as they arrive."""

    triples: Iterable[Triple]


Answer: TypeAlias = Rows | Truth | Triples
