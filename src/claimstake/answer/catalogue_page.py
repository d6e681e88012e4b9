"""Write the page that lists the stored queries, with what each answers on the articles of the package."""

from __future__ import annotations

import shlex
from itertools import islice
from typing import TYPE_CHECKING

from claimstake.answer.asking import bind_query
from claimstake.answer.pages import markdown_lines
from claimstake.query.lint import CHECK_TAG
from claimstake.store.results import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimstake.query.catalogue import StoredQuery
    from claimstake.query.parameters import Parameter
    from claimstake.store.protocol import Store

_MOST_ROWS = 12
_LONGEST = 60
_HEAD = """# The stored questions

Each file of this folder is one question: SPARQL 1.1 with a `#+` header that [grlc](https://grlc.io) reads as
well. Ask it by its name:

    claimstake ask claims-without-verification standard=JORC

A parameter that is left out means all. A value may be a label (`JORC`), a short IRI (`stake:JORC`) or a whole
one. The answers shown are those of the two articles that come with claimstake.

This page is made by `claimstake queries page -o queries/README.md`; a test fails when it is out of date.
"""


def catalogue_page(queries: Iterable[StoredQuery], store: Store) -> Iterator[str]:
    """Write the page, asking a store for the answers."""
    everything = tuple(queries)
    questions = [query for query in everything if CHECK_TAG not in query.header.tags]
    checks = [query for query in everything if CHECK_TAG in query.header.tags]
    yield _HEAD
    yield "\n| question | name |\n| --- | --- |\n"
    for query in questions:
        yield f"| {query.header.summary} | [{query.name}](#{query.name}) |\n"
    for query in questions:
        yield from _entry(query, store)
    yield "\n## Checks\n\nA check answers only when something is wrong. `claimstake verify` runs all.\n\n"
    yield "| check | what it finds | severity |\n| --- | --- | --- |\n"
    for query in checks:
        yield f"| {query.name} | {query.header.summary} | {query.header.severity} |\n"


def _entry(query: StoredQuery, store: Store) -> Iterator[str]:
    yield f"\n## {query.name}\n\n**{query.header.summary}** {query.header.description}\n"
    if query.parameters:
        yield "\n| parameter | type | |\n| --- | --- | --- |\n"
        for parameter in query.parameters:
            yield f"| `{parameter.name}` | {_kind(parameter)} | {parameter.help} |\n"
    yield f"\n    claimstake ask {query.name} {query.header.example}".rstrip() + "\n"
    values = dict(part.split("=", 1) for part in shlex.split(query.header.example))
    answer = store.query(bind_query(query, values, store=store).text)
    if isinstance(answer, Rows):
        yield from _rows(answer)


def _kind(parameter: Parameter) -> str:
    kind = " or ".join(parameter.choices) or str(parameter.type)
    return f"{kind}{', required' if parameter.required else ''}{', several' if parameter.many else ''}"


def _rows(answer: Rows) -> Iterator[str]:
    rows = list(answer.rows)
    if not rows:
        yield "\n0 rows.\n"
        return
    yield "\n"
    shown = Rows(variables=answer.variables, rows=islice(rows, _MOST_ROWS))
    yield from markdown_lines(shown, labels={}, longest=_LONGEST)
    if len(rows) > _MOST_ROWS:
        yield f"\n… and {len(rows) - _MOST_ROWS} more rows.\n"
