"""Literals in the one form that every store gives back unchanged."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from claimstake.vocab import XSD

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

_DECIMAL, _INTEGER = NamedNode(XSD.decimal), NamedNode(XSD.integer)
_BOOLEAN, _DATE_TIME = NamedNode(XSD.boolean), NamedNode(XSD.dateTime)


def text(value: str) -> Literal:
    """Give a string, in Unicode normal form C; for words of the article use `verbatim`."""
    return Literal(unicodedata.normalize("NFC", value))


def verbatim(value: str) -> Literal:
    """Give words of the article, code point for code point: offsets count on them."""
    return Literal(value)


def label(value: str) -> Literal:
    """Give an English name."""
    return Literal(unicodedata.normalize("NFC", value), language="en")


def integer(value: int) -> Literal:
    """Give a whole number."""
    return Literal(str(value), datatype=_INTEGER)


def decimal(value: Decimal) -> Literal:
    """Give a decimal number without exponent and trailing zeros, as stores rewrite it otherwise.

    >>> decimal(Decimal("6E+12")).value, decimal(Decimal("3.20")).value
    ('6000000000000', '3.2')
    """
    plain = f"{value:f}"
    return Literal(plain.rstrip("0").rstrip(".") if "." in plain else plain, datatype=_DECIMAL)


def boolean(*, value: bool) -> Literal:
    """Give a truth value."""
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def date_time(value: datetime) -> Literal:
    """Give an instant in UTC, to the second."""
    return Literal(value.strftime("%Y-%m-%dT%H:%M:%SZ"), datatype=_DATE_TIME)
