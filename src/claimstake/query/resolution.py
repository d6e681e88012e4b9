"""Find the thing that a user means by a label: "JORC", "NI 43-101", "Government of Pakistan"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimstake.errors import UsageError
from claimstake.query.parameters import Parameter, ParameterType
from claimstake.query.tokens import Kind, prefixes, tokens
from claimstake.query.values import string, term
from claimstake.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyoxigraph import NamedNode

    from claimstake.store.protocol import Store

# The exact spellings first: an index answers them at once. Only if none is found are all labels compared.
_EXACT = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?thing WHERE {
  VALUES ?label { ?plain ?english }
  VALUES ?naming { rdfs:label skos:prefLabel skos:altLabel skos:notation dcterms:identifier }
  ?thing ?naming ?label .
  ?thing ?kinship ?kind .
} ORDER BY ?thing LIMIT 20
"""
_ANY_CASE = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?thing WHERE {
  ?thing ?kinship ?kind .
  VALUES ?naming { rdfs:label skos:prefLabel skos:altLabel skos:notation dcterms:identifier dcterms:title }
  ?thing ?naming ?label .
  FILTER(LCASE(STR(?label)) = ?lower)
} ORDER BY ?thing LIMIT 20
"""
# Local names, such as NI43-101 for stake:NI43-101.
_LOCAL = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?thing WHERE {
  VALUES ?thing { ?things }
  ?thing ?kinship ?kind .
} ORDER BY ?thing LIMIT 20
"""
_LABEL = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?label WHERE { ?thing rdfs:label ?label } ORDER BY ?label LIMIT 1
"""
# The part of a lookup that says what kind of thing is wanted.
_KIND = "?thing ?kinship ?kind ."


def resolver(store: Store, *, query_text: str) -> Callable[[str, Parameter], NamedNode]:
    """Give a function that looks labels up in a store.

    Args:
        store: The store that is asked.
        query_text: The query whose prefixes the parameter's `of` uses: a class, or a value list after `in `.
    """
    known = {**PREFIXES, **prefixes(tokens(query_text))}

    def resolve(label: str, parameter: Parameter) -> NamedNode:
        kinship, kind = _kind(parameter, known)
        found: list[NamedNode] = []
        terms = {
            "plain": string(label, parameter),
            "english": string(label, parameter) + "@en",
            "lower": string(label.lower(), parameter),
            "kinship": kinship,
            "kind": kind,
        }
        for lookup in (_EXACT, _ANY_CASE):
            wanted = lookup if kind else lookup.replace(_KIND, "")
            found = found or _things(store, _filled(wanted, terms))
        if not found and kind:
            found = _things(store, _filled(_LOCAL, {**terms, "things": _own(label)})) if _own(label) else []
        if len(found) == 1:
            return found[0]
        raise _unresolved(store, label, parameter, found)

    return resolve


def _kind(parameter: Parameter, known: dict[str, str]) -> tuple[str, str]:
    wanted = parameter.of.removeprefix("in ")
    if not wanted:
        return "", ""
    reference = Parameter(name=f"of {parameter.name}", type=ParameterType.IRI)
    kinship = "skos:inScheme" if parameter.of.startswith("in ") else "a"
    return kinship, term(wanted, reference, prefixes=known)


def _own(label: str) -> str:
    """Write the IRIs that a local name can stand for; nothing where it is none."""
    if not re.fullmatch(r"[A-Za-z0-9][\w-]*", label.strip(), flags=re.ASCII):
        return ""
    return " ".join(f"<{PREFIXES[prefix]}{label.strip()}>" for prefix in ("stake", "stakev", "id"))


def _filled(lookup: str, terms: dict[str, str]) -> str:
    return "".join(
        terms.get(part.text[1:], part.text) if part.kind is Kind.VARIABLE else part.text
        for part in tokens(lookup)
    )


def _things(store: Store, text: str) -> list[NamedNode]:
    from pyoxigraph import NamedNode

    from claimstake.store.results import Rows

    answer = store.query(text)
    rows = answer.rows if isinstance(answer, Rows) else ()
    return [thing for (thing,) in rows if isinstance(thing, NamedNode)]


def _unresolved(store: Store, label: str, parameter: Parameter, found: list[NamedNode]) -> UsageError:
    kind = f" of {parameter.of.removeprefix('in ')}" if parameter.of else ""
    if not found:
        return UsageError(
            f"{parameter.name}={label!r} names nothing{kind} in this store.",
            cure="Give its label, an abbreviation, prefix:name or its IRI.",
        )
    listed = "; ".join(f"{_label(store, thing)} {thing}" for thing in found)
    return UsageError(
        f"{parameter.name}={label!r} names several things{kind}: {listed}.", cure="Give the IRI of one."
    )


def _label(store: Store, thing: NamedNode) -> str:
    from claimstake.store.results import Rows

    answer = store.query(_filled(_LABEL, {"thing": str(thing)}))
    rows = list(answer.rows) if isinstance(answer, Rows) else []
    term_found = rows[0][0] if rows else None
    return str(getattr(term_found, "value", ""))
