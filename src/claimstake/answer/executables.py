"""Write the catalogue of stored queries as RDF: SHACL executables, as SIB's SPARQL examples have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from claimstake.query.binding import form
from claimstake.query.tokens import prefixes, tokens
from claimstake.vocab import ID, RDF, RDFS, SH, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimstake.query.catalogue import StoredQuery

_SCHEMA = "https://schema.org/"
_CLASSES = {
    "SELECT": ("SPARQLSelectExecutable", "select"),
    "ASK": ("SPARQLAskExecutable", "ask"),
    "CONSTRUCT": ("SPARQLConstructExecutable", "construct"),
}
_PREFIXES = NamedNode(f"{ID}query-prefixes")


def catalogue_triples(queries: Iterable[StoredQuery], *, target: str = "") -> Iterator[Triple]:
    """Describe stored queries, each as an executable with its question, its text and its keywords.

    Args:
        queries: The queries; those that describe or ask for something else are left out.
        target: URL of the endpoint that the queries are meant for.
    """
    declared: dict[str, str] = {}
    for query in queries:
        kind = _CLASSES.get(form(tokens(query.text)))
        if kind is None:
            continue
        declared.update(prefixes(tokens(query.text)))
        yield from _executable(query, kind, target)
    for prefix, namespace in sorted(declared.items()):
        node = NamedNode(f"{ID}query-prefix-{prefix}")
        yield Triple(_PREFIXES, NamedNode(f"{SH.iri}declare"), node)
        yield Triple(node, NamedNode(f"{SH.iri}prefix"), Literal(prefix))
        yield Triple(
            node, NamedNode(f"{SH.iri}namespace"), Literal(namespace, datatype=NamedNode(f"{XSD.iri}anyURI"))
        )


def _executable(query: StoredQuery, kind: tuple[str, str], target: str) -> Iterator[Triple]:
    node = NamedNode(f"{ID}query-{query.name}")
    for name in ("SPARQLExecutable", kind[0]):
        yield Triple(node, NamedNode(RDF.type), NamedNode(f"{SH.iri}{name}"))
    yield Triple(node, NamedNode(RDFS.label), Literal(query.name))
    yield Triple(node, NamedNode(RDFS.comment), Literal(query.header.summary, language="en"))
    yield Triple(node, NamedNode(f"{SH.iri}prefixes"), _PREFIXES)
    yield Triple(node, NamedNode(f"{SH.iri}{kind[1]}"), Literal(query.text.strip() + "\n"))
    for tag in query.header.tags:
        yield Triple(node, NamedNode(f"{_SCHEMA}keywords"), Literal(tag))
    if target:
        yield Triple(node, NamedNode(f"{_SCHEMA}target"), NamedNode(target))
