"""Write rows as CSV and TSV, as the W3C recommendation on SPARQL results has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from claimstake.answer.terms import lexical
from claimstake.vocab import XSD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.store.results import Rows, Term

_QUOTED = frozenset('",\r\n')
_ESCAPES = str.maketrans({"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"})


def csv_lines(rows: Rows) -> Iterator[str]:
    """Write rows as CSV: bare values, lines ending in CR LF."""
    yield ",".join(_csv_field(name) for name in rows.variables) + "\r\n"
    for row in rows.rows:
        yield ",".join(_csv_field(lexical(term)) for term in row) + "\r\n"


def _csv_field(text: str) -> str:
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def tsv_lines(rows: Rows) -> Iterator[str]:
    """Write rows as TSV: terms as in Turtle, lines ending in LF."""
    yield "\t".join(f"?{name}" for name in rows.variables) + "\n"
    for row in rows.rows:
        yield "\t".join(_tsv_field(term) for term in row) + "\n"


def _tsv_field(term: Term | None) -> str:
    if not isinstance(term, Literal):
        return "" if term is None else str(term)
    if term.datatype.value in {XSD.integer, XSD.decimal, XSD.boolean} and _is_bare(term):
        return term.value
    quoted = f'"{term.value.translate(_ESCAPES)}"'
    if term.language is not None:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype.value == XSD.string else f"{quoted}^^{term.datatype}"


def _is_bare(term: Literal) -> bool:
    """Tell whether a number or truth value can stand without quotation marks, as Turtle allows."""
    value = term.value
    if term.datatype.value == XSD.boolean:
        return value in {"true", "false"}
    digits = value.removeprefix("-").removeprefix("+") if value[:1] in "+-" else value
    if term.datatype.value == XSD.integer:
        return digits.isascii() and digits.isdigit()
    whole, point, rest = digits.partition(".")
    return (
        bool(point)
        and rest.isascii()
        and rest.isdigit()
        and (whole == "" or (whole.isascii() and whole.isdigit()))
    )
