"""Write rows and truth values as SPARQL results in JSON and XML, as the W3C recommendations have them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode

from claimstake.answer.terms import DECIMALS, INTEGERS
from claimstake.errors import InputError
from claimstake.store.results import Truth
from claimstake.vocab import XSD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.store.results import Rows, Term

_NAMESPACE = "http://www.w3.org/2005/sparql-results#"
# A reader of XML turns a bare carriage return into a line feed.
_XML_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
# XML 1.0 has no way to write these characters, not even as references.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def json_pieces(answer: Rows | Truth) -> Iterator[str]:
    """Write an answer in SPARQL 1.1 Query Results JSON Format."""
    if isinstance(answer, Truth):
        yield json.dumps({"head": {}, "boolean": answer.value}) + "\n"
        return
    head = json.dumps({"vars": list(answer.variables)}, ensure_ascii=False)
    yield f'{{"head": {head}, "results": {{"bindings": ['
    separator = "\n"
    for row in answer.rows:
        found = {
            name: _json_term(term)
            for name, term in zip(answer.variables, row, strict=True)
            if term is not None
        }
        yield separator + json.dumps(found, ensure_ascii=False)
        separator = ",\n"
    yield "\n]}}\n"


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        raise _no_triples()
    found: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language is not None:
        found["xml:lang"] = term.language
    elif term.datatype.value != XSD.string:
        found["datatype"] = term.datatype.value
    return found


def xml_pieces(answer: Rows | Truth) -> Iterator[str]:
    """Write an answer in SPARQL Query Results XML Format.

    Raises:
        InputError: A value has a character that XML cannot hold.
    """
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{_NAMESPACE}">\n'
    if isinstance(answer, Truth):
        yield f"<head></head>\n<boolean>{'true' if answer.value else 'false'}</boolean>\n</sparql>\n"
        return
    yield "<head>" + "".join(f"<variable name={_xml_attribute(name)}/>" for name in answer.variables)
    yield "</head>\n<results>\n"
    for row in answer.rows:
        yield "<result>"
        for name, term in zip(answer.variables, row, strict=True):
            if term is not None:
                yield f"<binding name={_xml_attribute(name)}>{_xml_term(term)}</binding>"
        yield "</result>\n"
    yield "</results>\n</sparql>\n"


def _xml_term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{_xml_text(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_xml_text(term.value)}</bnode>"
    if not isinstance(term, Literal):
        raise _no_triples()
    if term.language is not None:
        return f"<literal xml:lang={_xml_attribute(term.language)}>{_xml_text(term.value)}</literal>"
    if term.datatype.value != XSD.string:
        return f"<literal datatype={_xml_attribute(term.datatype.value)}>{_xml_text(term.value)}</literal>"
    return f"<literal>{_xml_text(term.value)}</literal>"


def _xml_text(text: str) -> str:
    if _NOT_XML.search(text):
        raise InputError(f"{text!r} has a character that XML cannot hold.", cure="Ask for JSON, CSV or TSV.")
    return text.translate(_XML_ESCAPES)


def _xml_attribute(text: str) -> str:
    return f'"{_xml_text(text)}"'


def _no_triples() -> InputError:
    return InputError("A quoted triple stands in the answer.", cure="Ask for it as a CONSTRUCT.")


def json_line_pieces(rows: Rows) -> Iterator[str]:
    """Write one JSON object a row, with numbers and truth values as such and null for what is unbound."""
    names = [json.dumps(name, ensure_ascii=False) for name in rows.variables]
    for row in rows.rows:
        pairs = (f"{name}: {_plain(term)}" for name, term in zip(names, row, strict=True))
        yield "{" + ", ".join(pairs) + "}\n"


def _plain(term: Term | None) -> str:
    if term is None:
        return "null"
    if isinstance(term, Literal):
        kind, value = term.datatype.value, term.value
        if kind in INTEGERS | DECIMALS and re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", value):
            return value
        if kind == XSD.boolean:
            return "true" if value in {"true", "1"} else "false"
        return json.dumps(value, ensure_ascii=False)
    return json.dumps(term.value if isinstance(term, NamedNode) else str(term), ensure_ascii=False)
