"""Check the value of a parameter by its type, and write it as one SPARQL term."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from claimstake.errors import UsageError
from claimstake.query.parameters import Parameter, ParameterType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from decimal import Decimal

    from pyoxigraph import NamedNode

    Resolver: TypeAlias = Callable[[str, Parameter], NamedNode]
    Value: TypeAlias = str | int | bool | Decimal | date | NamedNode

_XSD = "http://www.w3.org/2001/XMLSchema#"
# Schemes that name things. `javascript:`, `data:` and `file:` IRIs are no names of anything in a graph, and a
# reader of the answer may make links of them.
_SCHEMES = frozenset({"http", "https", "urn", "tag", "info", "doi"})
_CURIE = re.compile(r"(?P<prefix>[A-Za-z][\w.-]*|):(?P<local>[\w.%-]+)")
_ESCAPES = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_MAX_INTEGER = 2**63 - 1
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def term(
    value: Value, parameter: Parameter, *, prefixes: Mapping[str, str], resolve: Resolver | None = None
) -> str:
    r"""Write a value as the one SPARQL term that its parameter takes.

    Args:
        value: What the user gave.
        parameter: The parameter it was given for.
        prefixes: Prefixes that a short IRI may use.
        resolve: Finds the thing that a label names; without it labels are refused.

    Raises:
        UsageError: The value is not one of the parameter's type.

    >>> term('a "b"', Parameter(name="name", type=ParameterType.STRING), prefixes={})
    '"a \\"b\\""'
    """
    text = _text(value)
    match parameter.type:
        case ParameterType.IRI:
            return _iri(text, parameter, prefixes, resolve)
        case ParameterType.STRING:
            return string(text, parameter)
        case ParameterType.ENUM:
            return string(_choice(text, parameter), parameter)
        case ParameterType.INTEGER:
            return _typed(_integer(text, parameter), "integer")
        case ParameterType.DECIMAL:
            return _typed(_decimal(text, parameter), "decimal")
        case ParameterType.BOOLEAN:
            return _typed(_boolean(text, parameter), "boolean")
        case ParameterType.DATE:
            return _typed(_instant(text, parameter), "dateTime")


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    isoformat = getattr(value, "isoformat", None)
    if isoformat is not None:
        return str(isoformat())
    # rdflib's terms are strings, pyoxigraph's have their text as `value`.
    return str(getattr(value, "value", value))


def _fault(parameter: Parameter, text: str, wanted: str) -> UsageError:
    shown = text if len(text) <= 80 else text[:77] + "..."
    return UsageError(f"{parameter.name}={shown!r} is not {wanted}.", cure=parameter.help)


def string(text: str, parameter: Parameter) -> str:
    r"""Write text as a SPARQL string that every engine reads alike.

    Some engines expand `\u0022` anywhere in a query before they parse it, and some take eight digits where
    there are four, so what would look like such an escape is written as escapes of its own.
    """
    if any(character == "\0" or "\ud800" <= character <= "\udfff" for character in text):
        raise _fault(parameter, text, "text that a store can hold")
    return '"' + re.sub(r"(?<=\\\\)[uU][0-9A-Fa-f]*", _as_escapes, text.translate(_ESCAPES)) + '"'


def _as_escapes(match: re.Match[str]) -> str:
    return "".join(f"\\u{ord(character):04X}" for character in match[0])


def _typed(text: str, kind: str) -> str:
    return f'"{text}"^^<{_XSD}{kind}>'


def _iri(text: str, parameter: Parameter, prefixes: Mapping[str, str], resolve: Resolver | None) -> str:
    text = text.strip()
    full = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    curie = _CURIE.fullmatch(text)
    if curie is not None and curie["prefix"] in prefixes:
        full = prefixes[curie["prefix"]] + curie["local"]
    scheme, colon, rest = full.partition(":")
    # A label such as "Rare earths: exports" has a colon too; an IRI has no space.
    if colon and scheme.isascii() and scheme.isidentifier() and not re.search(r"\s", full):
        return _absolute(full, scheme, rest, parameter)
    if resolve is None:
        raise _fault(parameter, text, "an IRI, in full or as prefix:name")
    return str(resolve(text, parameter))


def _absolute(full: str, scheme: str, rest: str, parameter: Parameter) -> str:
    from pyoxigraph import NamedNode

    if scheme.lower() not in _SCHEMES or not rest:
        raise _fault(parameter, full, f"an IRI of the schemes {', '.join(sorted(_SCHEMES))}")
    try:
        return str(NamedNode(full))
    except ValueError as error:
        raise _fault(parameter, full, f"an IRI ({error})") from error


def _choice(text: str, parameter: Parameter) -> str:
    found = [choice for choice in parameter.choices if choice.casefold() == text.strip().casefold()]
    if not found:
        raise _fault(parameter, text, f"one of {', '.join(parameter.choices)}")
    return found[0]


def _integer(text: str, parameter: Parameter) -> str:
    digits = text.strip().replace("_", "")
    if not re.fullmatch(r"[+-]?[0-9]{1,19}", digits) or abs(int(digits)) > _MAX_INTEGER:
        raise _fault(parameter, text, "a whole number of at most 64 bits")
    return str(int(digits))


def _decimal(text: str, parameter: Parameter) -> str:
    from decimal import Decimal, InvalidOperation

    digits = text.strip().replace("_", "")
    try:
        number = Decimal(digits) if re.fullmatch(r"[+-]?[0-9.]+([eE][+-]?[0-9]{1,2})?", digits) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        raise _fault(parameter, text, "a number such as 3.2, 500000000 or 5e12")
    plain = f"{number:f}"
    return plain if "." in plain else f"{plain}.0"


def _boolean(text: str, parameter: Parameter) -> str:
    word = text.strip().lower()
    if word in {"true", "yes", "1"}:
        return "true"
    if word in {"false", "no", "0"}:
        return "false"
    raise _fault(parameter, text, "true or false")


def _instant(text: str, parameter: Parameter) -> str:
    """Give the first instant of a year, month or day, or its last if the parameter is the end of a period."""
    from calendar import monthrange
    from datetime import UTC, datetime

    wanted = "a date such as 2026, 2026-01, 2026-01-17 or 2026-01-17T12:00:00Z"
    text = text.strip()
    try:
        partial = _PARTIAL_DATE.fullmatch(text)
        if partial is None:
            return _utc(datetime.fromisoformat(text))
        year, month, day = (int(part) if part else None for part in partial.groups())
        if not parameter.end:
            return _utc(datetime(year or 1, month or 1, day or 1, tzinfo=UTC))
        month = month or 12
        day = day or monthrange(year or 1, month)[1]
        return _utc(datetime(year or 1, month, day, 23, 59, 59, tzinfo=UTC))
    except ValueError as error:
        raise _fault(parameter, text, wanted) from error


def _utc(moment: datetime) -> str:
    from datetime import UTC

    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
