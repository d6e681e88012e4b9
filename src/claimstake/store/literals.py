"""One spelling for each literal, so that what a store gives back can be compared with what it was sent.

Stores rewrite typed literals: Oxigraph turns `1.50` into `1.5`, Virtuoso turns `true` into `1`, both write
language tags in lower case. Comparing the normal form of both sides leaves only real differences.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from claimstake.vocab import XSD

if TYPE_CHECKING:
    from claimstake.store.results import Term

_XSD = XSD.iri.encode()
_TYPED = re.compile(rb'"([^"\\]*)"\^\^<' + re.escape(_XSD) + rb"(\w+)> \.$")
_TAGGED = re.compile(rb'"@([A-Za-z0-9-]+) \.$')
# Types that Oxigraph and Virtuoso fold into xsd:integer.
_INTEGERS = frozenset(
    b"integer int long short byte nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger "
    b"unsignedInt unsignedLong unsignedShort unsignedByte".split()
)
_FRACTION = re.compile(rb"(\.\d*?)0+(?=$|Z|[+-])")
_ZERO_ZONE = re.compile(rb"[+-]00:00$")


def normal_line(line: bytes) -> bytes:
    r"""Put the literal of a canonical N-Triples line into its normal form.

    >>> normal_line(b'<urn:s> <urn:p> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> .')
    b'<urn:s> <urn:p> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .'
    """
    if line.endswith(b"> ."):
        typed = _TYPED.search(line)
        if typed is None:
            return line
        value, kind = _normal_value(typed[1], typed[2])
        ending = b'"' if kind == b"string" else b'"^^<' + _XSD + kind + b">"
        return line[: typed.start()] + b'"' + value + ending + b" ."
    if line.endswith(b'" .'):
        return line
    tagged = _TAGGED.search(line)
    return line[: tagged.start()] + b'"@' + tagged[1].lower() + b" ." if tagged else line


def normal_term(term: Term | None) -> Term | None:
    """Put a literal into its normal form; other terms are returned as they are."""
    if not isinstance(term, Literal) or term.datatype.value == XSD.string:
        return term
    if term.language:
        lower = term.language.lower()
        return term if lower == term.language else Literal(term.value, language=lower)
    if not term.datatype.value.startswith(XSD.iri):
        return term
    kind = term.datatype.value.removeprefix(XSD.iri)
    value, normal_kind = _normal_value(term.value.encode(), kind.encode())
    return Literal(value.decode(), datatype=NamedNode(XSD.iri + normal_kind.decode()))


def _normal_value(value: bytes, kind: bytes) -> tuple[bytes, bytes]:
    if kind == b"boolean":
        return {b"1": b"true", b"0": b"false"}.get(value, value), kind
    if kind in _INTEGERS:
        return _normal_integer(value), b"integer"
    if kind == b"decimal":
        return _normal_decimal(value), kind
    if kind in {b"double", b"float"}:
        return _normal_double(value), kind
    if kind in {b"dateTime", b"time"}:
        return _ZERO_ZONE.sub(b"Z", _FRACTION.sub(_trimmed_fraction, value)), kind
    return value, kind


def _normal_integer(value: bytes) -> bytes:
    try:
        return str(int(value)).encode()
    except ValueError:
        return value


def _normal_decimal(value: bytes) -> bytes:
    try:
        plain = format(Decimal(value.decode()), "f")
    except (InvalidOperation, UnicodeDecodeError):
        return value
    trimmed = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return b"0" if trimmed in {"-0", ""} else trimmed.encode()


def _normal_double(value: bytes) -> bytes:
    try:
        return repr(float(value)).encode()
    except ValueError:
        return value


def _trimmed_fraction(match: re.Match[bytes]) -> bytes:
    return b"" if match[1] == b"." else match[1]
