"""Put the values of parameters into a stored query, one token for one token.

Nothing is pasted: a parameter's variable is replaced where it stands as a token, by terms that were checked
and written as terms. Afterwards the text is split and parsed again, and must be the same query but for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.errors import InputError, UsageError
from claimstake.query.tokens import Kind, Token, meaningful, prefixes, text_of, tokens
from claimstake.query.values import term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimstake.query.parameters import Parameter
    from claimstake.query.values import Resolver, Value

_CHANGES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"])
_FORMS = frozenset(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])


def bind(
    text: str,
    parameters: Sequence[Parameter],
    values: Mapping[str, Value | Sequence[Value]],
    *,
    name: str,
    resolve: Resolver | None = None,
) -> str:
    """Give the SPARQL of a query with values in place of its parameters.

    A parameter without a value keeps its variable: the query then answers for all.

    Args:
        text: The query, without its header.
        parameters: What the query can be given.
        values: By the name of the parameter; several values where the parameter takes many.
        name: The name of the query, for messages.
        resolve: Finds the thing that a label names.

    Raises:
        UsageError: A value is missing, not asked for, or not of its parameter's type.
        InputError: The query does what a stored query may not do.
    """
    known = {parameter.name: parameter for parameter in parameters}
    _complete(values, known, name)
    parts = tokens(text)
    refuse_effects(parts, name=name)
    terms = {
        parameter.variable: _terms(values.get(parameter.name, parameter.default), parameter, parts, resolve)
        for parameter in parameters
    }
    bound = tuple(
        _replaced(parts, {variable: found for variable, found in terms.items() if found}, name=name)
    )
    _same_shape(parts, bound, name=name)
    return text_of(bound)


def _complete(values: Mapping[str, object], known: Mapping[str, Parameter], name: str) -> None:
    for given in values:
        if given not in known:
            raise UsageError(
                f"{name} has no parameter {given!r}.",
                cure=f"It takes {', '.join(known)}." if known else "It takes none.",
            )
    for parameter in known.values():
        if parameter.required and values.get(parameter.name, parameter.default) in ("", (), []):
            raise UsageError(f"{name} needs {parameter.name}=…", cure=parameter.help)


def refuse_effects(parts: Sequence[Token], *, name: str) -> None:
    """Refuse a query that would change a store, or make it talk to another one.

    Raises:
        InputError: It is an update, or has SERVICE, or hides characters behind escapes.
    """
    cure = "Change data with `claimstake load`, `push` or the store's own tools."
    for part in meaningful(parts):
        if part.keyword in _FORMS:
            break
        if part.keyword in _CHANGES:
            raise InputError(
                f"{name} is an update ({part.keyword}); only questions are asked here.", cure=cure
            )
    if any(part.keyword in {"SERVICE", "LOAD"} for part in parts):
        raise InputError(f"{name} calls another service; a query asks one store.", cure="Leave SERVICE out.")
    if any("\\u" in part.text.lower() for part in parts if part.kind is not Kind.COMMENT):
        raise InputError(
            f"{name} has a \\u escape, which engines read differently.", cure="Write the character itself."
        )


def _terms(
    given: Value | Sequence[Value], parameter: Parameter, parts: Sequence[Token], resolve: Resolver | None
) -> tuple[str, ...]:
    values: list[Value] = list(given) if isinstance(given, (list, tuple)) else [given]  # type: ignore[list-item]
    if len(values) > 1 and not parameter.many:
        raise UsageError(f"{parameter.name} takes one value, not {len(values)}.", cure=parameter.help)
    if values == [""]:
        return ()
    from claimstake.vocab import PREFIXES

    known = {**PREFIXES, **prefixes(parts)}
    return tuple(term(value, parameter, prefixes=known, resolve=resolve) for value in values)


def _replaced(parts: Sequence[Token], terms: Mapping[str, tuple[str, ...]], *, name: str) -> Iterator[Token]:
    position = 0
    while position < len(parts):
        part = parts[position]
        found = terms.get(part.text[1:], ()) if part.kind is Kind.VARIABLE else ()
        fallback = _fallback(parts, position, terms)
        if fallback is not None:
            length, many = fallback
            template = parts[position : position + length]
            for number, one in enumerate(many):
                if number:
                    yield from (Token(Kind.MARK, ","), Token(Kind.SPACE, " "))
                for piece in template:
                    is_it = piece.kind is Kind.VARIABLE and terms.get(piece.text[1:]) == many
                    yield from (tokens(one) if is_it else (piece,))
            position += length
            continue
        if len(found) > 1:
            raise InputError(
                f"{name} cannot take several values at {part.text}.",
                cure="Write `?x IN (COALESCE(" + part.text + ", ?x))` in the query where many are allowed.",
            )
        yield from (tokens(found[0]) if found else (part,))
        position += 1


def _fallback(
    parts: Sequence[Token], start: int, terms: Mapping[str, tuple[str, ...]]
) -> tuple[int, tuple[str, ...]] | None:
    """Find `COALESCE(?parameter, …)` with several values: the whole call is then repeated, once for each."""
    if parts[start].keyword != "COALESCE":
        return None
    depth = 0
    found: tuple[str, ...] = ()
    for end in range(start + 1, len(parts)):
        text = parts[end].text
        depth += (text == "(") - (text == ")")
        if parts[end].kind is Kind.VARIABLE and len(terms.get(text[1:], ())) > 1:
            found = terms[text[1:]]
        if depth == 0 and text == ")":
            return (end + 1 - start, found) if found else None
    return None


def _same_shape(before: Sequence[Token], after: Sequence[Token], *, name: str) -> None:
    """Split and parse the bound text again; all but the terms must be as it was.

    Raises:
        InputError: It is another query than the one stored.
    """
    again = tokens(text_of(after))
    if again != tuple(after) or form(before) != form(after):
        raise InputError(f"{name} would become another query with these values.", cure="Check the values.")
    parsed(text_of(after), name=name)


def form(parts: Sequence[Token]) -> str:
    """Give the form of a query: SELECT, ASK, CONSTRUCT or DESCRIBE; nothing for any other text."""
    for part in meaningful(parts):
        if part.keyword in _FORMS:
            return part.keyword
    return ""


def parsed(text: str, *, name: str) -> tuple[str, ...]:
    """Parse a query with the embedded engine and give the variables of its answer.

    Raises:
        InputError: It is not a SPARQL 1.1 query.
    """
    from pyoxigraph import QuerySolutions, Store

    try:
        answer = Store().query(text)
    except (SyntaxError, ValueError) as error:
        raise InputError(
            f"{name} cannot be parsed: {error}", cure="It must be a SPARQL 1.1 query."
        ) from error
    return (
        tuple(variable.value for variable in answer.variables) if isinstance(answer, QuerySolutions) else ()
    )
