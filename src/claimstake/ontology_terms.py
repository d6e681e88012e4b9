"""Read what the ontology declares: classes, relations, value lists, units and reporting standards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from claimstake.assets import ONTOLOGY
from claimstake.vocab import DCTERMS, OWL, QUDT, RDF, RDFS, SKOS, STAKE, STAKEV

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_CURRENCY = re.compile(r"[A-Z]{3}")
FILES = ("core.ttl", "relations.ttl", "vocab.ttl")


class Takes(StrEnum):
    """Form of argument that a relation takes beside its subject."""

    OBJECTS = "objects"
    QUANTITY = "quantity"
    TIME = "time"
    VALUE = "value"


_TAKES = {
    STAKEV.object: Takes.OBJECTS,
    STAKEV.quantity: Takes.QUANTITY,
    STAKEV.time: Takes.TIME,
    STAKEV.value: Takes.VALUE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassTerm:
    """A class, and the local names of all classes of the ontology above it."""

    name: str
    iri: str
    label: str
    definition: str
    superclasses: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation that propositions can state.

    Args:
        takes: Forms of argument that it takes; with several, a proposition may have any or all of them.
        domain: Local names of the classes that a subject should belong to one of; empty means any.
        range: The same for objects.
        projectable: Whether a qualifying claim may stand as a plain triple.
        claim_kinds: Names of the kinds of claim that it usually makes.
    """

    name: str
    iri: str
    label: str
    definition: str
    takes: frozenset[Takes]
    domain: frozenset[str]
    range: frozenset[str]
    projectable: bool
    claim_kinds: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a closed list; `name` is what claims files write, which need not end its IRI."""

    name: str
    iri: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTerm(Value):
    """A unit, with its code in UCUM and the QUDT unit that is the same, where there is one."""

    ucum: str | None
    qudt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A reporting standard.

    Args:
        broader: Local names of the standards whose denial denies this one too.
        in_ground_value_reportable: Whether public reports may give a money value for minerals in the ground;
            none where that is not known.
    """

    name: str
    iri: str
    label: str
    definition: str
    alt_labels: frozenset[str]
    broader: frozenset[str]
    maintained_by: str | None
    jurisdiction: str | None
    replaced_by: frozenset[str]
    in_ground_value_reportable: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """All terms that data may use, by the names that claims files write.

    Args:
        value_lists: For each list, such as `stance`, its values by name.
    """

    version: str
    classes: Mapping[str, ClassTerm]
    relations: Mapping[str, Relation]
    value_lists: Mapping[str, Mapping[str, Value]]
    units: Mapping[str, UnitTerm]
    standards: Mapping[str, Standard]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """In what an amount counts: a unit, what a rate is divided by, and the currency of money."""

    unit: UnitTerm
    per: UnitTerm | None = None
    currency: str | None = None


def measure_of(name: str, *, ontology: Ontology) -> Measure | None:
    """Resolve the unit of a claims file: a unit, a currency code, or either with `-per-` and a unit.

    >>> measure = measure_of("USD-per-tonne", ontology=read_ontology())
    >>> measure.unit.name, measure.per.name, measure.currency
    ('currency', 'tonne', 'USD')
    """
    if name in ontology.units:
        return Measure(unit=ontology.units[name])
    above, rate, below = name.partition("-per-")
    per = ontology.units.get(below)
    if rate and per is None:
        return None
    if _CURRENCY.fullmatch(above):
        return Measure(unit=ontology.units["currency"], per=per, currency=above)
    unit = ontology.units.get(above)
    return Measure(unit=unit, per=per) if unit is not None else None


@cache
def read_ontology() -> Ontology:
    """Read the ontology that comes with the package.

    >>> sorted(read_ontology().value_lists["stance"])
    ['affirms', 'asks', 'denies', 'doubts', 'supposes']
    """
    store = Store()
    for name in FILES:
        store.extend(parse(path=ONTOLOGY / name, format=RdfFormat.TURTLE))
    graph = _Graph(store)
    return Ontology(
        version=graph.text(NamedNode(STAKE.iri.rstrip("#")), OWL.versionInfo) or "",
        classes=MappingProxyType({term.name: term for term in _classes(graph)}),
        relations=MappingProxyType({term.name: term for term in _relations(graph)}),
        value_lists=MappingProxyType(_value_lists(graph)),
        units=MappingProxyType({unit.name: unit for unit in _units(graph)}),
        standards=MappingProxyType({standard.name: standard for standard in _standards(graph)}),
    )


@dataclass(frozen=True, slots=True)
class _Graph:
    store: Store

    def subjects(self, predicate: str, value: str) -> list[NamedNode]:
        quads = self.store.quads_for_pattern(None, NamedNode(predicate), NamedNode(value), None)
        nodes = (quad.subject for quad in quads)
        return sorted((node for node in nodes if isinstance(node, NamedNode)), key=lambda node: node.value)

    def values(self, subject: NamedNode, predicate: str) -> list[str]:
        quads = self.store.quads_for_pattern(subject, NamedNode(predicate), None, None)
        values = (quad.object for quad in quads)
        return sorted(value.value for value in values if isinstance(value, NamedNode | Literal))

    def text(self, subject: NamedNode, predicate: str) -> str | None:
        return next(iter(self.values(subject, predicate)), None)

    def names(self, subject: NamedNode, predicate: str) -> frozenset[str]:
        return frozenset(_name(iri) for iri in self.values(subject, predicate) if iri.startswith(STAKE.iri))

    def closure(self, subject: NamedNode, predicate: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = set(self.names(subject, predicate))
        while waiting:
            name = waiting.pop()
            found.add(name)
            waiting |= self.names(NamedNode(STAKE.iri + name), predicate) - found
        return frozenset(found)

    def label(self, node: NamedNode) -> str:
        return self.text(node, RDFS.label) or _name(node.value)

    def definition(self, node: NamedNode) -> str:
        return self.text(node, SKOS.definition) or ""


def _name(iri: str) -> str:
    return iri.removeprefix(STAKE.iri)


def _classes(graph: _Graph) -> Iterable[ClassTerm]:
    for node in graph.subjects(RDF.type, OWL.Class):
        if node.value.startswith(STAKE.iri):
            yield ClassTerm(
                name=_name(node.value),
                iri=node.value,
                label=graph.label(node),
                definition=graph.definition(node),
                superclasses=graph.closure(node, RDFS.subClassOf),
            )


def _relations(graph: _Graph) -> Iterable[Relation]:
    kinds = {value.iri: value.name for value in _values(graph, STAKEV.claim_kind)}
    nodes = {node for form in _TAKES for node in graph.subjects(STAKE.takes, form)}
    for node in sorted(nodes, key=lambda node: node.value):
        yield Relation(
            name=_name(node.value),
            iri=node.value,
            label=graph.label(node),
            definition=graph.definition(node),
            takes=frozenset(_TAKES[form] for form in graph.values(node, STAKE.takes)),
            domain=graph.names(node, RDFS.domain),
            range=graph.names(node, RDFS.range),
            projectable=graph.text(node, STAKE.projectable) == "true",
            claim_kinds=frozenset(kinds[iri] for iri in graph.values(node, STAKE.makesClaimKind)),
        )


def _values(graph: _Graph, scheme: str) -> Iterable[Value]:
    for node in graph.subjects(SKOS.inScheme, scheme):
        yield Value(
            name=graph.text(node, SKOS.notation) or "",
            iri=node.value,
            label=graph.label(node),
            definition=graph.definition(node),
        )


def _value_lists(graph: _Graph) -> dict[str, Mapping[str, Value]]:
    return {
        scheme.value.removeprefix(STAKEV.iri): MappingProxyType(
            {value.name: value for value in _values(graph, scheme.value)}
        )
        for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme)
    }


def _units(graph: _Graph) -> Iterable[UnitTerm]:
    for value in _values(graph, STAKEV.unit):
        node = NamedNode(value.iri)
        yield UnitTerm(
            name=value.name,
            iri=value.iri,
            label=value.label,
            definition=value.definition,
            ucum=graph.text(node, QUDT.ucumCode),
            qudt=graph.text(node, SKOS.exactMatch),
        )


def _standards(graph: _Graph) -> Iterable[Standard]:
    for node in graph.subjects(RDF.type, STAKE.ReportingStandard):
        reportable = graph.text(node, STAKE.inGroundValueReportable)
        yield Standard(
            name=_name(node.value),
            iri=node.value,
            label=graph.label(node),
            definition=graph.definition(node),
            alt_labels=frozenset(graph.values(node, SKOS.altLabel)),
            broader=graph.names(node, SKOS.broader),
            maintained_by=graph.text(node, STAKE.maintainedBy),
            jurisdiction=graph.text(node, STAKE.jurisdiction),
            replaced_by=graph.names(node, DCTERMS.isReplacedBy),
            in_ground_value_reportable=None if reportable is None else reportable == "true",
        )
