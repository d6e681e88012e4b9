# ruff: noqa: N815  (the names are those of the terms)
"""Terms of other vocabularies that code uses."""

from __future__ import annotations

from claimstake.vocab.namespace import Namespace


class DCAT(Namespace, iri="http://www.w3.org/ns/dcat#"):
    """DCAT, which describes what of a dataset can be fetched: bulk exports use it."""

    Dataset: str
    Distribution: str
    byteSize: str
    compressFormat: str
    distribution: str
    downloadURL: str
    mediaType: str


class DCTERMS(Namespace, iri="http://purl.org/dc/terms/"):
    """DCMI Metadata Terms."""

    description: str
    identifier: str
    isReplacedBy: str
    issued: str
    language: str
    license: str
    replaces: str
    source: str
    subject: str
    title: str


class OWL(Namespace, iri="http://www.w3.org/2002/07/owl#"):
    """OWL 2."""

    AllDifferent: str
    AnnotationProperty: str
    Class: str
    DatatypeProperty: str
    Nothing: str
    ObjectProperty: str
    Ontology: str
    deprecated: str
    inverseOf: str
    sameAs: str
    versionIRI: str
    versionInfo: str


class PROV(Namespace, iri="http://www.w3.org/ns/prov#"):
    """PROV-O."""

    used: str
    wasDerivedFrom: str
    wasGeneratedBy: str


class QUDT(Namespace, iri="http://qudt.org/schema/qudt/"):
    """QUDT."""

    ucumCode: str


class RDF(Namespace, iri="http://www.w3.org/1999/02/22-rdf-syntax-ns#"):
    """RDF."""

    langString: str
    type: str


class RDFS(Namespace, iri="http://www.w3.org/2000/01/rdf-schema#"):
    """RDF Schema."""

    comment: str
    domain: str
    isDefinedBy: str
    label: str
    range: str
    seeAlso: str
    subClassOf: str
    subPropertyOf: str


class SH(Namespace, iri="http://www.w3.org/ns/shacl#"):
    """SHACL."""

    NodeShape: str
    ValidationReport: str
    ValidationResult: str
    focusNode: str
    resultMessage: str
    resultPath: str
    resultSeverity: str
    sourceShape: str
    targetClass: str
    value: str


class SKOS(Namespace, iri="http://www.w3.org/2004/02/skos/core#"):
    """SKOS."""

    ConceptScheme: str
    altLabel: str
    broader: str
    closeMatch: str
    definition: str
    exactMatch: str
    hiddenLabel: str
    example: str
    inScheme: str
    notation: str
    prefLabel: str
    relatedMatch: str
    scopeNote: str


class VOID(Namespace, iri="http://rdfs.org/ns/void#"):
    """VoID, which describes datasets: the manifest of a store and bulk exports use it."""

    Dataset: str
    dataDump: str
    subset: str
    triples: str


class XSD(Namespace, iri="http://www.w3.org/2001/XMLSchema#"):
    """XML Schema datatypes."""

    boolean: str
    dateTime: str
    decimal: str
    integer: str
    string: str
