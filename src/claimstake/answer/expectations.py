"""Compare the rows of a stored query with the rows that are expected of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal

from claimstake.answer.asking import bind_query
from claimstake.answer.terms import NUMBERS, lexical
from claimstake.errors import InputError
from claimstake.store.results import Rows
from claimstake.vocab import XSD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from claimstake.query.catalogue import StoredQuery
    from claimstake.store.protocol import Store
    from claimstake.store.results import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a query answers to some values: the rows in their order, with the columns that matter."""

    values: Mapping[str, str]
    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


def read_expectations(path: Path) -> tuple[Expectation, ...]:
    """Read a file of expectations: a list of objects with `params`, `columns` and `rows`.

    Raises:
        InputError: The file is not such a list.
    """
    try:
        cases = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_expectation(case) for case in cases)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path} holds no expectations: {error!r}",
            cure='Write [{"params": {}, "columns": ["claim"], "rows": [["F26"]]}].',
        ) from error


def _expectation(case: Mapping[str, Any]) -> Expectation:
    columns = tuple(case["columns"])
    rows = tuple(tuple(row) for row in case["rows"])
    if any(len(row) != len(columns) for row in rows):
        raise ValueError("a row has more or fewer values than there are columns")
    return Expectation(values=dict(case.get("params", {})), columns=columns, rows=rows)


def differences(
    expected: Expectation, query: StoredQuery, store: Store, *, ordered: bool = True
) -> tuple[str, ...]:
    """List how the answer of a store differs from what is expected; nothing means that it does not.

    Args:
        expected: The rows that are expected, and the values that give them.
        query: The query.
        store: The store that is asked.
        ordered: Whether the order of the rows counts.
    """
    answer = store.query(bind_query(query, expected.values, store=store).text)
    if not isinstance(answer, Rows):
        return ("it gives no rows",)
    missing = [column for column in expected.columns if column not in answer.variables]
    if missing:
        return (f"it has no column {', '.join(missing)}",)
    places = [answer.variables.index(column) for column in expected.columns]
    found = [tuple(None if row[i] is None else comparable(row[i]) for i in places) for row in answer.rows]
    wanted = list(expected.rows)
    if not ordered:
        wanted, found = sorted(wanted, key=repr), sorted(found, key=repr)
    return _compared(wanted, found)


def comparable(term: Term | None) -> str:
    """Give a term in one spelling: stores write `1.50` as `1.5`, `true` as `1`, `Z` as `+00:00`."""
    text = lexical(term)
    datatype = term.datatype.value if isinstance(term, Literal) else ""
    if datatype in NUMBERS:
        try:
            plain = f"{Decimal(text):f}"
        except InvalidOperation:
            return text
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    if datatype == XSD.boolean:
        return {"1": "true", "0": "false"}.get(text, text)
    return text.replace("+00:00", "Z") if datatype == XSD.dateTime else text


def _compared(
    expected: Sequence[tuple[str | None, ...]], found: Sequence[tuple[str | None, ...]]
) -> tuple[str, ...]:
    if list(expected) == list(found):
        return ()
    lost = [f"missing {row}" for row in expected if row not in found]
    gained = [f"not expected {row}" for row in found if row not in expected]
    if lost or gained:
        return (*lost, *gained)
    if len(expected) != len(found):
        return (f"{len(found)} rows, not {len(expected)}: some stand there more than once",)
    place = next(i for i, pair in enumerate(zip(expected, found, strict=True)) if pair[0] != pair[1])
    return (f"the same rows in another order: in place {place + 1} stands {found[place]}",)
