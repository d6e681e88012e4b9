"""Name every term that code uses: the one place where IRIs stand.

A mistyped term is an error under mypy and an `AttributeError` at run time. `tests/test_vocab.py` compares the
terms of this package with the Turtle files both ways.
"""

from __future__ import annotations

from claimstake.vocab.external import DCAT, DCTERMS, OWL, PROV, QUDT, RDF, RDFS, SH, SKOS, VOID, XSD
from claimstake.vocab.graphs import (
    GRAPH,
    ID,
    MANIFEST_GRAPH,
    REFERENCE_GRAPH,
    article_graph,
    facts_graph,
    inferred_graph,
)
from claimstake.vocab.namespace import Namespace, terms_of
from claimstake.vocab.relations import Relations
from claimstake.vocab.terms import Terms
from claimstake.vocab.values import STAKEV

__all__ = [
    "DCAT",
    "DCTERMS",
    "GRAPH",
    "ID",
    "MANIFEST_GRAPH",
    "OWL",
    "PREFIXES",
    "PROV",
    "QUDT",
    "RDF",
    "RDFS",
    "REFERENCE_GRAPH",
    "SH",
    "SKOS",
    "STAKE",
    "STAKEV",
    "VOID",
    "XSD",
    "Namespace",
    "article_graph",
    "facts_graph",
    "inferred_graph",
    "terms_of",
]


class STAKE(Terms, Relations, iri=Terms.iri):
    """Classes, properties, relations and reporting standards of the ontology."""


PREFIXES = {
    "dcterms": DCTERMS.iri,
    "id": ID,
    "owl": OWL.iri,
    "prov": PROV.iri,
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "skos": SKOS.iri,
    "stake": STAKE.iri,
    "stakev": STAKEV.iri,
    "xsd": XSD.iri,
}
