"""What is read from a store: documents, their claims, and the things that claims are about.

Nodes and terms are known by their IRIs here; `Reading.label` says what to call one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of a document, and where they stand; offsets are code points."""

    document: str
    start: int
    end: int
    text: str
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """What plays a role in a claim or a statement, and the words that name it."""

    role: str
    filler: str | None
    span: Span
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A stated quantity; a bound that the wording does not give is absent."""

    text: str
    comparator: str
    unit: str
    value: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    currency: str = ""
    whole: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A stated time; `begin` and `end` are ISO 8601 instants, empty where the wording leaves them open."""

    text: str
    edtf: str
    begin: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Whose stance a claim is, and who passes it on."""

    kind: str
    agents: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    phrase: str = ""
    reported_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a claim says: a relation between a subject and objects, a value or an amount."""

    text: str
    key: str = ""
    relation: str = ""
    subject: str = ""
    objects: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    amount: Amount | None = None
    time: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A stance of a source on a content, at a span of text."""

    iri: str
    id: str
    document: str
    kind: str
    classes: frozenset[str]
    stance: str
    certainty: str
    modality: str
    attribution: Attribution
    content: Content
    span: Span
    arguments: tuple[Argument, ...] = ()
    conditions: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    restates: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    review: str = ""
    rule: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What some claims say of the verification of another claim under a standard."""

    claim: str
    standard: str
    outcome: str
    stated_in: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing that claims are about, or an agent that makes them."""

    iri: str
    label: str
    classes: frozenset[str]
    kind: str = ""
    names: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A clause that was read; no claim was made of it where `typed` is empty."""

    id: str
    document: str
    predicate: str
    span: Span
    typed: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article; its text is empty where the store does not hold it."""

    iri: str
    id: str
    title: str
    text: str = ""
    digest: str = ""
    language: str = "en"
    published: str = ""
    issued: str = ""
    dateline: str = ""
    url: str = ""
    publishers: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reading:
    """All that was read: documents sorted by IRI, claims and statements by their place in the text.

    Args:
        labels: What to call a node or a term.
        standards: The broader standards of each reporting standard.
        barred: Standards under which a money value of minerals in the ground may not be reported.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    assessments: tuple[Assessment, ...]
    entities: Mapping[str, Entity]
    statements: tuple[Statement, ...]
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    standards: Mapping[str, tuple[str, ...]]
    barred: frozenset[str]

    @cached_property
    def claim_by_iri(self) -> Mapping[str, Claim]:
        """Each claim by its IRI."""
        return {claim.iri: claim for claim in self.claims}

    @cached_property
    def document_by_iri(self) -> Mapping[str, Document]:
        """Each document by its IRI."""
        return {document.iri: document for document in self.documents}

    @cached_property
    def document_place(self) -> Mapping[str, int]:
        """The place of each document among all documents."""
        return {document.iri: number for number, document in enumerate(self.documents)}

    @cached_property
    def claims_of(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims of each document that makes any."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.document, []).append(claim)
        return {document: tuple(claims) for document, claims in found.items()}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The place of each claim among all claims."""
        return {claim.iri: number for number, claim in enumerate(self.claims)}

    @cached_property
    def assessments_of(self) -> Mapping[str, tuple[Assessment, ...]]:
        """The assessments of each claim that has any."""
        found: dict[str, tuple[Assessment, ...]] = {}
        for assessment in self.assessments:
            found[assessment.claim] = (*found.get(assessment.claim, ()), assessment)
        return found

    @cached_property
    def restated_by(self) -> Mapping[str, tuple[str, ...]]:
        """The claims that restate a claim."""
        return turned((claim.iri, target) for claim in self.claims for target in claim.restates)

    @cached_property
    def contradicted_by(self) -> Mapping[str, tuple[str, ...]]:
        """The claims that name a claim as one they contradict."""
        return turned((claim.iri, target) for claim in self.claims for target in claim.contradicts)

    @cached_property
    def varied_by(self) -> Mapping[str, tuple[str, ...]]:
        """The claims that name a claim as one they vary."""
        return turned((claim.iri, target) for claim in self.claims for target in claim.variants)

    @cached_property
    def discussed_by(self) -> Mapping[str, tuple[str, ...]]:
        """The claims that are about a claim."""
        return turned((claim.iri, target) for claim in self.claims for target in claim.about)

    @cached_property
    def same_content(self) -> Mapping[str, tuple[str, ...]]:
        """The claims with a given content key, in order."""
        return turned((claim.iri, claim.content.key) for claim in self.claims if claim.content.key)

    def in_order(self, iris: Iterable[str]) -> tuple[str, ...]:
        """Put claims in the order of the reading: that of their places in their articles."""
        return tuple(sorted(set(iris), key=lambda iri: (self.place.get(iri, len(self.place)), iri)))

    def label(self, iri: str) -> str:
        """Name a node or a term, by its local name where the store has no label for it."""
        return self.labels.get(iri) or local_name(iri)


def local_name(iri: str) -> str:
    """Give what comes after the last slash or hash of an IRI.

    >>> local_name("https://example.org/a#b")
    'b'
    """
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def turned(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Give for each second member of some pairs the first members that stand with it, in order.

    >>> turned([("a", "x"), ("b", "x")])
    {'x': ('a', 'b')}
    """
    found: dict[str, tuple[str, ...]] = {}
    for first, second in pairs:
        found[second] = (*found.get(second, ()), first)
    return found
