"""Write what is derived from the ontology: its page, its JSON-LD context, its OBO view, its snapshot.

Run `python docs/build_ontology.py` after a change of the Turtle files. A test fails while one is stale.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, parse

from claimstake.assets import ONTOLOGY
from claimstake.ontology_terms import read_ontology
from claimstake.vocab import OWL, PREFIXES, RDF, RDFS, SKOS, STAKE, STAKEV, XSD

DOCS = Path(__file__).resolve().parent
PAGE = DOCS / "ontology.html"
CONTEXT = ONTOLOGY / "context.jsonld"
OBO = ONTOLOGY / "obo.ttl"
SNAPSHOTS = ONTOLOGY / "versions"

# What a term means: a change in one of these is a new definition; one in a note or an example is not.
_MEANING = {
    RDF.type, RDFS.label, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range,
    SKOS.definition, SKOS.inScheme, SKOS.notation, SKOS.broader, OWL.inverseOf,
    STAKE.takes, STAKE.projectable,
}  # fmt: skip

_OBO_HEADER = """\
# Written by docs/build_ontology.py.
@prefix bibo: <http://purl.org/ontology/bibo/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix obo: <http://purl.obolibrary.org/obo/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix stake: <https://w3id.org/claimstake/ontology#> .
@prefix stakev: <https://w3id.org/claimstake/vocab#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://w3id.org/claimstake/ontology/obo> a owl:Ontology ;
    owl:versionIRI <https://w3id.org/claimstake/ontology/obo/{version}> ;
    owl:versionInfo "{version}" ;
    dcterms:title "Claimstake for OBO tools"@en ;
    dcterms:description "The definitions of Claimstake again, under the property that OBO tools read."@en ;
    dcterms:creator "The Claimstake developers" ;
    dcterms:created "2026-11-23T00:00:00Z"^^xsd:dateTime ;
    dcterms:modified "2026-11-23T00:00:00Z"^^xsd:dateTime ;
    dcterms:license <https://www.apache.org/licenses/LICENSE-2.0> ;
    bibo:status <http://purl.org/ontology/bibo/status/draft> .

obo:IAO_0000115 a owl:AnnotationProperty .

"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One term of the page: what the template shows of it."""

    anchor: str
    iri: str
    label: str
    kind: str
    definition: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]


def declared(*names: str) -> Store:
    """Read files of the ontology into one store."""
    store = Store()
    for name in names or ("core.ttl", "relations.ttl", "vocab.ttl", "alignment.ttl"):
        store.extend(parse(path=ONTOLOGY / name, format=RdfFormat.TURTLE))
    return store


def terms(store: Store) -> list[NamedNode]:
    """List the terms that the ontology defines, sorted."""
    defined = store.quads_for_pattern(None, NamedNode(RDFS.isDefinedBy), None, None)
    return sorted(
        {quad.subject for quad in defined if isinstance(quad.subject, NamedNode)}, key=lambda n: n.value
    )


def short(iri: str) -> str:
    """Write an IRI with its prefix."""
    found = [(prefix, base) for prefix, base in _prefixes().items() if iri.startswith(base) and base != iri]
    if not found:
        return iri
    prefix, base = max(found, key=lambda item: len(item[1]))
    return f"{prefix}:{iri.removeprefix(base)}"


def _prefixes() -> dict[str, str]:
    text = (ONTOLOGY / "alignment.ttl").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if line.startswith("@prefix"))
    return {**{name.rstrip(":"): iri.strip("<>") for _, name, iri, _ in lines}, **PREFIXES}


def _objects(store: Store, node: NamedNode, predicate: str) -> list[str]:
    quads = store.quads_for_pattern(node, NamedNode(predicate), None, None)
    return sorted(quad.object.value for quad in quads if isinstance(quad.object, NamedNode | Literal))


def page() -> str:
    """Render the page: every term once, under its heading."""
    store, ontology = declared(), read_ontology()
    groups: dict[str, list[Entry]] = {}
    for node in terms(store):
        entry = _entry(store, node)
        groups.setdefault(entry.kind, []).append(entry)
    order = [
        "Class",
        "Property",
        "Relation",
        "Reporting standard",
        *sorted(k for k in groups if k.startswith("List")),
    ]
    return template().render(
        groups=[(kind, groups[kind]) for kind in order],
        version=ontology.version,
        count=sum(map(len, groups.values())),
    )


def template() -> Template:
    """Read the template of the page; whatever it shows is escaped."""
    environment = Environment(
        loader=FileSystemLoader(DOCS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("ontology.html.j2")


def _entry(store: Store, node: NamedNode) -> Entry:
    values: dict[str, list[str]] = {}
    for quad in store.quads_for_pattern(node, None, None, None):
        if isinstance(quad.object, NamedNode | Literal):
            values.setdefault(quad.predicate.value, []).append(quad.object.value)
    shown = {
        "Parent": [RDFS.subClassOf, RDFS.subPropertyOf],
        "Domain": [RDFS.domain],
        "Range": [RDFS.range],
        "Takes": [STAKE.takes],
        "Written in claims files as": [SKOS.notation],
        "Also called": [SKOS.altLabel],
        "Family": [SKOS.broader],
        "Kept by": [STAKE.maintainedBy],
        "Applies in": [STAKE.jurisdiction],
        "In-ground value reportable": [STAKE.inGroundValueReportable],
        "Projectable": [STAKE.projectable],
        "Inverse": [OWL.inverseOf],
        "Matches": [SKOS.exactMatch, SKOS.closeMatch],
        "Related": [SKOS.relatedMatch, RDFS.seeAlso],
        "Note": [SKOS.scopeNote],
        "Example": [SKOS.example],
    }
    facts = tuple(
        (name, tuple(short(value) for predicate in predicates for value in sorted(values.get(predicate, ()))))
        for name, predicates in shown.items()
        if any(predicate in values for predicate in predicates)
    )
    return Entry(
        anchor=short(node.value).replace(":", "-"),
        iri=node.value,
        label=values[RDFS.label][0],
        kind=_kind(values),
        definition=values[SKOS.definition][0],
        facts=facts,
    )


def _kind(values: dict[str, list[str]]) -> str:
    types = values[RDF.type]
    if OWL.Class in types:
        return "Class"
    if STAKE.takes in values:
        return "Relation"
    if STAKE.ReportingStandard in types:
        return "Reporting standard"
    if SKOS.inScheme in values:
        return f"List: {values[SKOS.inScheme][0].removeprefix(STAKEV.iri)}"
    return "List" if SKOS.ConceptScheme in types else "Property"


def context() -> str:
    """Render the JSON-LD context: every class, property and relation by its plain name."""
    store = declared("core.ttl", "relations.ttl")
    entries: dict[str, Any] = {
        "@version": 1.1,
        **dict(sorted(PREFIXES.items())),
        "type": "@type",
        "id_": "@id",
    }
    for node in terms(store):
        definition = _definition(store, node)
        entries[node.value.removeprefix(STAKE.iri)] = definition if len(definition) > 1 else definition["@id"]
    entries["label"] = "rdfs:label"
    entries["source"] = {"@id": "dcterms:source", "@type": "@id"}
    return json.dumps({"@context": entries}, indent=2, ensure_ascii=False) + "\n"


def _definition(store: Store, node: NamedNode) -> dict[str, str]:
    types = _objects(store, node, RDF.type)
    found = {"@id": short(node.value)}
    if OWL.ObjectProperty in types or node.value in {
        STAKE.propositionPredicate,
        STAKE.takes,
        STAKE.makesClaimKind,
    }:
        found["@type"] = "@id"
    for datatype in _objects(store, node, RDFS.range) if OWL.DatatypeProperty in types else ():
        if datatype != XSD.string:
            found["@type"] = short(datatype)
    return found


def obo() -> str:
    """Render the definitions again under the property that ROBOT and other OBO tools read."""
    store, version = declared(), read_ontology().version
    lines = [
        f"{short(node.value)} obo:IAO_0000115 {quad.object} ."
        for node in terms(store)
        for quad in store.quads_for_pattern(node, NamedNode(SKOS.definition), None, None)
    ]
    return _OBO_HEADER.format(version=version) + "\n".join(lines) + "\n"


def snapshot() -> str:
    """List each term with a digest of its meaning, one a line, for the version that the ontology has now."""
    store = declared("core.ttl", "relations.ttl", "vocab.ttl")
    return "".join(f"{short(node.value)}\t{_digest(store, node)}\n" for node in terms(store))


def _digest(store: Store, node: NamedNode) -> str:
    meaning = sorted(
        f"{quad.predicate.value} {quad.object}"
        for quad in store.quads_for_pattern(node, None, None, None)
        if quad.predicate.value in _MEANING and not isinstance(quad.object, BlankNode)
    )
    return hashlib.sha256("\n".join(meaning).encode()).hexdigest()[:16]


def main() -> None:
    """Write all files; a snapshot of the current version is only ever added to."""
    for path, text in ((PAGE, page()), (CONTEXT, context()), (OBO, obo())):
        path.write_text(text, encoding="utf-8")
    SNAPSHOTS.mkdir(exist_ok=True)
    path = SNAPSHOTS / f"{read_ontology().version}.tsv"
    kept = (
        dict(line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
        if path.exists()
        else {}
    )
    now = dict(line.split("\t") for line in snapshot().splitlines())
    path.write_text("".join(f"{k}\t{v}\n" for k, v in sorted({**now, **kept}.items())), encoding="utf-8")


if __name__ == "__main__":
    main()
