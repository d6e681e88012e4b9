"""What the formats need to know of a term: its kind, its text, and how it is shown to a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import Literal, NamedNode

from claimstake.iris import compact
from claimstake.vocab import XSD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimstake.store.results import Term

    Labels: TypeAlias = Mapping[str, str]

STRING = XSD.string
INTEGERS = frozenset({XSD.integer, f"{XSD.iri}int", f"{XSD.iri}long"})
DECIMALS = frozenset({XSD.decimal})
NUMBERS = INTEGERS | DECIMALS | {f"{XSD.iri}double", f"{XSD.iri}float"}
_MIDNIGHT = "T00:00:00Z"
_NO_LABELS: Labels = {}


def lexical(term: Term | None) -> str:
    """Give the bare text of a term: an IRI, the value of a literal, `_:` and the name of a blank node."""
    if term is None:
        return ""
    if isinstance(term, (NamedNode, Literal)):
        return term.value
    return str(term)


def is_number(term: Term | None) -> bool:
    """Tell whether a term is a number, so that it is set to the right."""
    return isinstance(term, Literal) and term.datatype.value in NUMBERS


def shown(term: Term | None, labels: Labels = _NO_LABELS) -> str:
    """Give a term as a reader wants to see it: a label for an IRI, digits in groups, a date without midnight.

    >>> shown(Literal("6000000000000", datatype=NamedNode(XSD.decimal)))
    '6,000,000,000,000'
    """
    if isinstance(term, NamedNode):
        return labels.get(term.value) or compact(term.value)
    if isinstance(term, Literal):
        return _shown_literal(term.value, term.datatype.value)
    return lexical(term)


def _shown_literal(value: str, datatype: str) -> str:
    if datatype in INTEGERS | DECIMALS:
        sign, digits = ("-", value[1:]) if value.startswith("-") else ("", value.removeprefix("+"))
        whole, point, rest = digits.partition(".")
        return f"{sign}{int(whole):,}{point}{rest}" if whole.isascii() and whole.isdigit() else value
    if datatype == XSD.boolean:
        return {"true": "yes", "1": "yes", "false": "no", "0": "no"}.get(value, value)
    if datatype == XSD.dateTime:
        return value.removesuffix(_MIDNIGHT)
    return value
