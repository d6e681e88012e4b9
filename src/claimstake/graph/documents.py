"""The article itself: what it is, who publishes it, and the run that read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from claimstake.graph import literals
from claimstake.graph.identity import node
from claimstake.times import bounds_of
from claimstake.vocab import DCTERMS, PROV, RDF, RDFS, STAKE

if TYPE_CHECKING:
    from claimstake.graph.context import Building

# Virtuoso refuses a body that begins with a literal of over about 64 kB; a longer text stays in its file.
_LONGEST_TEXT = 50_000


def add_document(building: Building) -> None:
    """Describe the article and the run that made its claims."""
    article, document = building.claims.file.article, building.document
    for name in ("SourceDocument", *building.ontology.classes["SourceDocument"].superclasses):
        building.add(document, RDF.type, NamedNode(building.ontology.classes[name].iri))
    building.add(document, RDFS.label, literals.label(article.title))
    building.add(document, DCTERMS.title, literals.text(article.title))
    building.add(document, DCTERMS.identifier, literals.text(article.id))
    building.add(document, DCTERMS.language, literals.text(article.language))
    building.add(document, STAKE.textDigest, literals.text(article.sha256))
    if len(building.claims.text) <= _LONGEST_TEXT:
        building.add(document, STAKE.fullText, literals.verbatim(building.claims.text))
    if article.published is not None:
        building.add(document, STAKE.publishedText, literals.text(article.published))
        begin, _ = bounds_of(article.published)
        if begin is not None:
            building.add(document, DCTERMS.issued, literals.date_time(begin))
    if article.dateline is not None:
        building.add(document, STAKE.dateline, literals.text(article.dateline))
    if article.url is not None:
        building.add(document, RDFS.seeAlso, NamedNode(article.url))
    if article.publisher is not None:
        building.add(document, STAKE.publishedBy, building.entity(article.publisher))
    for cited in article.cites:
        building.add(document, STAKE.citesDocument, building.entity(cited))
    _add_run(building)


def run_node(building: Building) -> NamedNode:
    """Name the run that made the claims; the same extractor on the same text is the same run."""
    file = building.claims.file
    return node("run", file.article.id, file.article.sha256, file.extractor.name, file.extractor.version)


def _add_run(building: Building) -> None:
    extractor, run = building.claims.file.extractor, run_node(building)
    building.add_node(run, "ExtractionActivity")
    building.add(run, PROV.used, building.document)
    building.add(run, STAKE.extractorName, literals.text(extractor.name))
    building.add(run, STAKE.extractorVersion, literals.text(extractor.version))
