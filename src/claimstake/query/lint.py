"""Find what keeps a stored query from running everywhere, safely and with the same rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimstake.errors import InputError
from claimstake.query.binding import form, parsed, refuse_effects
from claimstake.query.parameters import parameter_of
from claimstake.query.tokens import Kind, meaningful, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.query.catalogue import StoredQuery
    from claimstake.query.tokens import Token

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CHECK_TAG = "check"
CHECK_COLUMNS = ("thing", "problem")
# Words that make an answer slow, or another one each time or in each engine, and what to write instead.
_UNWELCOME = {
    "GROUP_CONCAT": "the order in its text is not fixed; give one row each, or MIN and COUNT",
    "SAMPLE": "engines choose another value; use MIN",
    "EXISTS": "engines evaluate it again for every row; use MINUS or OPTIONAL",
    "NOW": "the answer changes with the clock",
    "RAND": "the answer changes each time",
    "UUID": "the answer changes each time",
    "STRUUID": "the answer changes each time",
    "BNODE": "names of blank nodes differ between engines",
    "FROM": "engines may fetch what it names; ask the store's own graphs",
}
_ENDS_OF_GROUPING = frozenset({"HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"})


def lint(query: StoredQuery) -> tuple[str, ...]:
    """List the faults of a stored query; none means that it is fit to ship."""
    parts = meaningful(tokens(query.text))
    return tuple(
        fault
        for rule in (_naming, _safety, _syntax, _order, _words, _parameters, _columns, _checks)
        for fault in rule(query, parts)
    )


def _naming(query: StoredQuery, _parts: Sequence[Token]) -> Iterator[str]:
    if not _NAME.fullmatch(query.name):
        yield "its name is not in kebab-case"
    if not query.header.summary:
        yield "its header has no summary"


def _safety(query: StoredQuery, parts: Sequence[Token]) -> Iterator[str]:
    try:
        refuse_effects(parts, name=query.name)
    except InputError as error:
        yield error.problem


def _syntax(query: StoredQuery, _parts: Sequence[Token]) -> Iterator[str]:
    from rdflib.plugins.sparql import prepareQuery

    try:
        parsed(query.text, name=query.name)
    except InputError as error:
        yield error.problem
    try:
        prepareQuery(query.text)
    except Exception as error:  # noqa: BLE001  # rdflib's parser raises errors of many unrelated classes
        yield f"rdflib cannot parse it: {str(error).splitlines()[0]}"


def _order(_query: StoredQuery, parts: Sequence[Token]) -> Iterator[str]:
    if form(parts) == "SELECT" and not any(part.keyword == "ORDER" for part in parts):
        yield "it has no ORDER BY, so that its rows come in any order"


def _words(_query: StoredQuery, parts: Sequence[Token]) -> Iterator[str]:
    for word in sorted({part.keyword for part in parts} & set(_UNWELCOME)):
        yield f"it uses {word}: {_UNWELCOME[word]}"


def _parameters(query: StoredQuery, parts: Sequence[Token]) -> Iterator[str]:
    used = {part.text[1:] for part in parts if part.kind is Kind.VARIABLE}
    declared = {parameter.variable: parameter for parameter in query.header.params}
    for variable, parameter in declared.items():
        if variable not in used:
            yield f"its parameter {parameter.name} is not used as ?{variable}"
        if not parameter.help:
            yield f"its parameter {parameter.name} has no help"
        # grlc replaces the name of a parameter wherever it finds its letters.
        for longer in sorted(used):
            if longer != variable and longer.startswith(variable):
                yield f"?{longer} begins like its parameter ?{variable}"
        if parameter.many and not _repeatable(parts, variable):
            yield f"its parameter {parameter.name} takes many values outside IN (COALESCE(?{variable}, …))"
    for variable in sorted(used - set(declared)):
        if parameter_of(variable) is not None and variable.startswith("_"):
            yield f"its parameter ?{variable} is not declared in the header"
    for variable in sorted(_fixed(parts) & set(declared)):
        yield f"its parameter ?{variable} stands where only a variable can (SELECT, AS, GROUP BY or VALUES)"


def _repeatable(parts: Sequence[Token], variable: str) -> bool:
    places = [i for i, part in enumerate(parts) if part.kind is Kind.VARIABLE and part.text[1:] == variable]
    return all(
        [part.text.upper() for part in parts[max(i - 4, 0) : i]] == ["IN", "(", "COALESCE", "("]
        for i in places
    )


def _fixed(parts: Sequence[Token]) -> set[str]:
    """Collect the variables that stand where a term cannot."""
    found: set[str] = set()
    mode = ""
    for before, part in zip((None, *parts), parts, strict=False):
        if part.keyword in {"SELECT", "GROUP", "VALUES"}:
            mode = part.keyword
        elif part.text == "{" or part.keyword in _ENDS_OF_GROUPING:
            mode = ""
        if part.kind is Kind.VARIABLE and (mode or (before is not None and before.keyword == "AS")):
            found.add(part.text[1:])
    return found


def _columns(query: StoredQuery, parts: Sequence[Token]) -> Iterator[str]:
    if form(parts) != "SELECT":
        return
    try:
        found = parsed(query.text, name=query.name)
    except InputError:
        return
    declared = tuple(column.name for column in query.header.columns)
    if declared != found:
        yield f"its header declares the columns {', '.join(declared)}, and it gives {', '.join(found)}"


def _checks(query: StoredQuery, _parts: Sequence[Token]) -> Iterator[str]:
    is_check = CHECK_TAG in query.header.tags
    if is_check != (query.header.severity is not None):
        yield "it has a severity but no tag check, or the other way round"
    if is_check and tuple(column.name for column in query.header.columns) != CHECK_COLUMNS:
        yield f"a check has the columns {' and '.join(CHECK_COLUMNS)}"
