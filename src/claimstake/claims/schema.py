"""The schema of a claims file, as frozen models.

The models are the boundary: whoever writes a claims file (the rules, a person, a language model), this is
what it must hold. What needs the article or the ontology is checked in `claimstake.claims.checks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from claimstake.closed_lists import (
    AttributionKind,
    Certainty,
    Comparator,
    Modality,
    Outcome,
    Section,
    Stance,
    Status,
)

Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=120)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Words = Annotated[str, StringConstraints(min_length=1)]
Offset = Annotated[int, Field(ge=0, description="Offset of the first character, in Unicode code points.")]


class Model(BaseModel):
    """Base of all parts of a claims file: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Model):
    """Words of the article; `at` is needed where they could be found in more than one place."""

    words: Words
    at: Offset | None = None


class Argument(Evidence):
    """One thing that a claim is about, and the words that name it.

    Exactly one of `entity`, `claim`, `proposition` and `value` says what it is.
    """

    entity: Key | None = Field(None, description="Key of an entity of this file.")
    claim: Key | None = Field(None, description="Id of another claim: the claim itself is meant.")
    proposition: Key | None = Field(None, description="Id of another claim: its content is meant.")
    value: bool | str | None = Field(None, description="A plain value, for relations that take one.")
    antecedent: Evidence | None = Field(
        None, description="The words that name the thing, where `words` only refers back to them."
    )

    @model_validator(mode="after")
    def _is_one_thing(self) -> Argument:
        if sum(x is not None for x in (self.entity, self.claim, self.proposition, self.value)) != 1:
            raise ValueError("an argument has exactly one of entity, claim, proposition and value")
        return self


class Quantity(Evidence):
    """An amount as the article states it."""

    value: Decimal | None = Field(
        None, description="Stated number, in `unit`; none for 'a significant share'."
    )
    upper: Decimal | None = Field(None, description="Second number of a range; `value` is then the first.")
    unit: str = Field(
        description="Unit of the vocabulary (percent, year, tonne …) or ISO 4217 currency code."
    )
    comparator: Comparator = Comparator.EQUAL
    of: Argument | None = Field(None, description="The whole of which the amount is a share.")

    @model_validator(mode="after")
    def _has_the_numbers_of_its_comparator(self) -> Quantity:
        if (self.value is None) != (self.comparator is Comparator.VAGUE):
            raise ValueError("a quantity has a value, unless its comparator is vague")
        if (self.upper is None) == (self.comparator is Comparator.BETWEEN):
            raise ValueError("a quantity has an upper number exactly when its comparator is between")
        return self


class Time(Evidence):
    """A time, in Extended Date/Time Format, and the words that state it."""

    edtf: Words


class Attribution(Model):
    """Whose stance a claim is, and the words that say so."""

    kind: AttributionKind
    agents: tuple[Key, ...] = Field((), description="Entities whose stance it is.")
    document: Key | None = Field(None, description="Entity of type SourceDocument that the claim comes from.")
    words: Words | None = Field(None, description="Words that carry the attribution.")
    at: Offset | None = None

    @model_validator(mode="after")
    def _names_what_its_kind_names(self) -> Attribution:
        if self.kind is AttributionKind.NAMED_DOCUMENT and self.document is None:
            raise ValueError("an attribution of kind named-document names a document")
        if self.kind in {AttributionKind.NAMED_AGENT, AttributionKind.UNNAMED_GROUP} and not self.agents:
            raise ValueError(f"an attribution of kind {self.kind} names at least one agent")
        if self.kind in {AttributionKind.NARRATOR, AttributionKind.EDITORIAL} and (
            self.agents or self.document
        ):
            raise ValueError(f"an attribution of kind {self.kind} names nobody: it is the publisher's")
        return self


class Condition(Evidence):
    """What must hold for a claim to be made: the content of another claim, or plain words."""

    claim: Key | None = Field(None, description="Id of the claim whose content is the condition.")
    requirement: Key | None = Field(None, description="Entity of type ApprovalRequirement, if it is one.")


class Claim(Model):
    """One stance, of one source, on one proposition, at one place of the article."""

    id: Key
    kind: str = Field(description="Claim kind of the vocabulary, such as resource-estimate or allegation.")
    quote: Words
    at: Offset | None = Field(None, description="Offset of the quote, needed where it occurs more than once.")
    subject: Argument
    relation: str = Field(description="Local name of a relation of the ontology, such as hasEstimatedValue.")
    objects: tuple[Argument, ...] = ()
    quantity: Quantity | None = None
    origin: Argument | None = None
    destination: Argument | None = None
    recipient: Argument | None = None
    means: Argument | None = None
    purpose: Argument | None = None
    time: Time | None = None
    conditions: tuple[Condition, ...] = ()
    attribution: Attribution
    stance: Stance = Stance.AFFIRMS
    certainty: Certainty = Certainty.CERTAIN
    modality: Modality = Modality.ASSERTED
    outcome: Outcome | None = Field(
        None, description="For claims that something is verified under a standard."
    )
    restates: Key | None = Field(None, description="Id of the earlier claim that this one makes again.")
    variant_of: tuple[Key, ...] = Field((), description="Ids of claims with nearly the same content.")
    contradicts: tuple[Key, ...] = Field(
        (), description="Ids of claims that cannot be right together with it."
    )
    status: Status = Status.CANDIDATE
    rule: str | None = Field(None, description="Id of the rule that made the claim.")
    confidence: Decimal | None = Field(
        None, ge=0, le=1, description="Of the extraction; nothing about truth."
    )
    note: str | None = Field(None, description="A reviewer's remark; it stays in this file.")

    def arguments(self) -> Iterator[tuple[str, Argument]]:
        """Give each argument with its role."""
        yield "subject", self.subject
        for argument in self.objects:
            yield "object", argument
        for role in ("origin", "destination", "recipient", "means", "purpose"):
            argument = getattr(self, role)
            if argument is not None:
                yield role, argument
        if self.quantity is not None and self.quantity.of is not None:
            yield "whole", self.quantity.of


class StatementArgument(Evidence):
    """One argument of a clause, before it is typed."""

    role: Literal["subject", "object", "oblique", "complement", "quantity", "time", "source"]
    entity: Key | None = None


class Statement(Model):
    """A clause of the article with its arguments, whether or not a claim was made of it (tier 0)."""

    id: Key
    quote: Words
    at: Offset | None = None
    predicate: Words = Field(description="Lemma of the clause's predicate.")
    arguments: tuple[StatementArgument, ...] = ()
    modality: Modality = Modality.ASSERTED
    stance: Stance = Stance.AFFIRMS
    claims: tuple[Key, ...] = Field((), description="Ids of the claims made of this clause.")
    untyped: str | None = Field(None, description="Why no claim was made of it.")


class Entity(Model):
    """A thing that claims are about, or that makes them."""

    type: str = Field(description="Class of the ontology, such as State or Agreement.")
    label: Words
    iri: str | None = Field(
        None, description="IRI of its lexicon entry, in full or as id:name or stake:name."
    )
    kind: str | None = Field(None, description="Agreement kind or constraint kind of the vocabulary.")
    concerns: tuple[Key, ...] = Field((), description="Commodities that the thing concerns.")
    acts_for: Key | None = Field(None, description="State that a government governs.")
    requires_approval_from: tuple[Key, ...] = ()
    constrains: tuple[Key, ...] = ()
    possibly_same: tuple[Key, ...] = Field((), description="Entities that may be the same thing.")


class SectionSpan(Model):
    """Where a section of the article stands; `end` is the offset after its last character."""

    section: Section
    start: Offset
    end: Offset


class ArticleRecord(Model):
    """The article that the claims are made in."""

    id: Slug
    file: Words = Field(description="The article's text, as a path relative to the claims file.")
    sha256: Sha256 = Field(description="Digest of the article's UTF-8 bytes.")
    title: Words
    language: str = "en"
    published: str | None = Field(None, description="Date of publication, in EDTF.")
    dateline: str | None = None
    url: str | None = None
    publisher: Key | None = Field(None, description="Entity that publishes the article.")
    cites: tuple[Key, ...] = Field(
        (), description="Entities of type SourceDocument that the article relies on."
    )
    sections: tuple[SectionSpan, ...] = ()


class Extractor(Model):
    """What made the claims."""

    name: Words
    version: Words


class ClaimsFile(Model):
    """Everything that is known of one article: its entities, its claims, and the clauses read."""

    claimstake: Literal[1] = Field(description="Version of this format.")
    article: ArticleRecord
    extractor: Extractor
    entities: Mapping[Key, Entity] = Field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
