"""Rows for Python: typed values, by the names of the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeAlias, overload

from pyoxigraph import Literal, NamedNode

from claimstake.answer.terms import DECIMALS, INTEGERS
from claimstake.store.results import Rows
from claimstake.vocab import XSD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimstake.answer.terms import Labels
    from claimstake.store.results import Term

    Plain: TypeAlias = str | int | bool | float | Decimal | datetime | None

_WIDTH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its values by column, as `row["claim"]`, `row.claim` or `row[0]`."""

    columns: tuple[str, ...]
    values: tuple[Plain, ...]

    def __getitem__(self, key: str | int) -> Plain:
        if isinstance(key, int):
            return self.values[key]
        try:
            return self.values[self.columns.index(key)]
        except ValueError:
            raise KeyError(f"{key!r} is none of the columns {', '.join(self.columns)}") from None

    def __getattr__(self, name: str) -> Plain:
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(str(error)) from None

    def __iter__(self) -> Iterator[Plain]:
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)

    def as_dict(self) -> dict[str, Plain]:
        """Give the values by column."""
        return dict(zip(self.columns, self.values, strict=True))

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{k}={v!r}' for k, v in self.as_dict().items())})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Sequence[Row]):
    """The rows of an answer: a sequence, and a table where one is shown."""

    question: str
    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    labels: Labels

    def __len__(self) -> int:
        return len(self.terms)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Table: ...
    def __getitem__(self, place: int | slice) -> Row | Table:
        if isinstance(place, slice):
            return Table(
                question=self.question, columns=self.columns, terms=self.terms[place], labels=self.labels
            )
        return Row(columns=self.columns, values=tuple(plain(term) for term in self.terms[place]))

    def as_dicts(self) -> list[dict[str, Plain]]:
        """Give the rows as dictionaries, as data frames take them."""
        return [row.as_dict() for row in self]

    def as_rows(self) -> Rows:
        """Give the rows as the writers of formats take them."""
        return Rows(variables=self.columns, rows=self.terms)

    def __str__(self) -> str:
        from claimstake.answer.table import table_lines

        return "".join(table_lines(self.as_rows(), labels=self.labels, width=_WIDTH)).rstrip("\n")

    def _repr_html_(self) -> str:
        """Show the rows as a table in Jupyter."""
        from claimstake.answer.pages import html_table

        return "".join(html_table(self.as_rows(), labels=self.labels, title=self.question))


def plain(term: Term | None) -> Plain:
    """Give the Python value of a term: a number, a truth value, a moment, or its text.

    >>> plain(Literal(6))
    6
    """
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return term.value
    if not isinstance(term, Literal):
        return str(term)
    kind, value = term.datatype.value, term.value
    try:
        if kind in INTEGERS:
            return int(value)
        if kind in DECIMALS:
            return Decimal(value)
        if kind in {f"{XSD.iri}double", f"{XSD.iri}float"}:
            return float(value)
        if kind == XSD.dateTime:
            return datetime.fromisoformat(value)
    except (ValueError, InvalidOperation):
        return value
    return value in {"true", "1"} if kind == XSD.boolean else value


def table_of(rows: Rows, *, question: str, labels: Mapping[str, str]) -> Table:
    """Read rows into a table."""
    return Table(
        question=question, columns=rows.variables, terms=tuple(tuple(row) for row in rows.rows), labels=labels
    )
