"""Describe a bulk export in VoID and DCAT, so that others can see what it holds before they fetch it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from claimstake.vocab import DCAT, DCTERMS, RDF, VOID, XSD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.push.bulk import BulkExport

# A place that no IRI of the data has, so that only the names of files become relative to the description.
_HERE = "file:///export/"
_PREFIXES = {"dcat": DCAT.iri, "dcterms": DCTERMS.iri, "void": VOID.iri, "xsd": XSD.iri}
_FORMATS = "https://www.iana.org/assignments/media-types/"


def describe(export: BulkExport) -> bytes:
    """Write the description as Turtle; it lies beside the parts."""
    turtle = serialize(_triples(export), format=RdfFormat.TURTLE, prefixes=_PREFIXES, base_iri=_HERE) or b""
    lines = turtle.splitlines(keepends=True)
    # The order of the prefixes differs from run to run; the base is where the file is.
    prefixes = sorted(line for line in lines if line.startswith(b"@prefix"))
    return b"".join([*prefixes, *(line for line in lines if not line.startswith(b"@"))])


def _triples(export: BulkExport) -> Iterator[Triple]:
    dataset = NamedNode(f"{_HERE}#dataset")
    yield Triple(dataset, NamedNode(RDF.type), NamedNode(VOID.Dataset))
    yield Triple(dataset, NamedNode(RDF.type), NamedNode(DCAT.Dataset))
    yield Triple(dataset, NamedNode(DCTERMS.title), Literal("Claims about mineral deals", language="en"))
    yield Triple(dataset, NamedNode(VOID.triples), _number(sum(part.quads for part in export.parts)))
    for record in export.graphs:
        yield Triple(dataset, NamedNode(VOID.subset), record.graph)
    for part in export.parts:
        yield Triple(dataset, NamedNode(VOID.dataDump), NamedNode(_HERE + part.name))
        yield Triple(dataset, NamedNode(DCAT.distribution), NamedNode(f"{_HERE}#{part.name}"))
    for record in export.graphs:
        yield Triple(record.graph, NamedNode(RDF.type), NamedNode(VOID.Dataset))
        yield Triple(record.graph, NamedNode(VOID.triples), _number(record.content.triples))
        yield Triple(record.graph, NamedNode(DCTERMS.identifier), Literal(f"sha256:{record.content.digest}"))
        if record.document is not None:
            yield Triple(record.graph, NamedNode(DCTERMS.subject), record.document)
    for part in export.parts:
        place = NamedNode(f"{_HERE}#{part.name}")
        yield Triple(place, NamedNode(RDF.type), NamedNode(DCAT.Distribution))
        yield Triple(place, NamedNode(DCAT.downloadURL), NamedNode(_HERE + part.name))
        yield Triple(place, NamedNode(DCAT.mediaType), NamedNode(f"{_FORMATS}application/n-quads"))
        yield Triple(place, NamedNode(DCAT.compressFormat), NamedNode(f"{_FORMATS}application/gzip"))
        yield Triple(place, NamedNode(DCAT.byteSize), _number(part.size))
        yield Triple(place, NamedNode(DCTERMS.identifier), Literal(f"sha256:{part.digest}"))


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(XSD.integer))
