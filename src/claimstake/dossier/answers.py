"""Ask a store the stored questions, for the page to show with their answers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from claimstake.answer.asking import bind_query
from claimstake.errors import ClaimstakeError
from claimstake.query.catalogue import all_queries
from claimstake.store.results import Rows, Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claimstake.query.catalogue import StoredQuery
    from claimstake.query.header import Column
    from claimstake.store.protocol import Store

# A page is read; who needs more rows asks the question with `claimstake ask`.
_MOST_ROWS = 200
_MAIN = "main"
_FIRST = "verification"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswered:
    """A stored question and its answer.

    Args:
        values: What it was asked with, such as `standard=JORC`; empty where it was asked of all.
        columns: What stands in each column.
        rows: The rows as text, no more than fit a page.
        more: Whether there are more rows.
        problem: Why it could not be answered.
    """

    name: str
    summary: str
    description: str
    tags: tuple[str, ...]
    values: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    more: bool = False
    problem: str = ""


def answer_questions(store: Store, *, folders: Sequence[Path] = ()) -> tuple[QuestionAnswered, ...]:
    """Answer every stored question that needs no choice of a value, the main ones first.

    A question with a parameter that must be given is asked with the values of its own example. Checks and
    questions whose answer is a graph are left out.
    """
    found = [answer for query in all_queries(folders=folders) for answer in _answered(store, query)]
    return tuple(sorted(found, key=_rank))


def _rank(answer: QuestionAnswered) -> tuple[object, ...]:
    return _MAIN not in answer.tags, _FIRST not in answer.tags, answer.tags[:1], answer.name


def _answered(store: Store, query: StoredQuery) -> Iterator[QuestionAnswered]:
    header = query.header
    if header.severity is not None:
        return
    needed = any(parameter.required and not parameter.default for parameter in query.parameters)
    values = header.example if needed else ""
    columns: tuple[Column, ...] = ()
    rows: list[tuple[str, ...]] = []
    problem = ""
    try:
        bound = bind_query(query, _values(values), store=store)
        answer = store.query(bound.text)
        if isinstance(answer, Truth):
            columns, rows = _columns(query, ("answer",)), [("yes" if answer.value else "no",)]
        elif isinstance(answer, Rows):
            columns = _columns(query, answer.variables)
            rows = [_row(row) for row in islice(answer.rows, _MOST_ROWS + 1)]
        else:
            return
    except ClaimstakeError as error:
        problem = error.problem
    yield QuestionAnswered(
        name=query.name,
        summary=header.summary or header.question or query.name,
        description=header.description,
        tags=header.tags,
        values=values,
        columns=columns,
        rows=tuple(rows[:_MOST_ROWS]),
        more=len(rows) > _MOST_ROWS,
        problem=problem,
    )


def _values(example: str) -> dict[str, str]:
    """Read the example of a header as `ask` reads its arguments.

    >>> _values("agent='Government of Pakistan'")
    {'agent': 'Government of Pakistan'}
    """
    import shlex

    return {name: value for name, _, value in (part.partition("=") for part in shlex.split(example))}


def _columns(query: StoredQuery, variables: Sequence[str]) -> tuple[Column, ...]:
    from claimstake.query.header import Column

    known = {column.name: column for column in query.header.columns}
    return tuple(known.get(name, Column(name=name)) for name in variables)


def _row(row: tuple[object, ...]) -> tuple[str, ...]:
    return tuple("" if term is None else str(getattr(term, "value", term)) for term in row)
