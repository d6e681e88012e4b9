"""What the parts of the builder share: the claims, the names given so far, and the triples."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from claimstake.claims.sections import section_of
from claimstake.closed_lists import Status
from claimstake.graph import literals
from claimstake.graph.identity import document_node, entity_node, node
from claimstake.iris import expand
from claimstake.reference import is_described, is_stated
from claimstake.vocab import DCTERMS, RDF, RDFS, STAKE

if TYPE_CHECKING:
    from claimstake.claims.checked import CheckedClaims
    from claimstake.claims.document import Path
    from claimstake.claims.evidence import Span
    from claimstake.claims.schema import Claim, Entity
    from claimstake.ontology_terms import Ontology


@dataclass(slots=True, kw_only=True)
class Building:
    """A graph in the making.

    Args:
        claims: What it is made from.
        ontology: The terms it uses.
        triples: The triples so far.
        shared: Nodes described in the reference graph that the article speaks of.
        claim_names: Node of each claim named so far, by its id.
        proposition_names: Node of the content of each claim named so far, by the claim's id.
        described: Propositions described so far.
        entity_names: Node of each entity described so far, by its key.
    """

    claims: CheckedClaims
    ontology: Ontology
    triples: list[Triple] = field(default_factory=list)
    shared: set[NamedNode] = field(default_factory=set)
    claim_names: dict[str, NamedNode] = field(default_factory=dict)
    proposition_names: dict[str, NamedNode] = field(default_factory=dict)
    described: set[NamedNode] = field(default_factory=set)
    entity_names: dict[str, NamedNode] = field(default_factory=dict)

    @property
    def article_id(self) -> str:
        """Id of the article."""
        return self.claims.file.article.id

    @property
    def document(self) -> NamedNode:
        """Node of the article."""
        return document_node(self.article_id)

    def kept(self) -> list[tuple[int, Claim]]:
        """Give the claims that were not rejected, in the article's order, with their places in the file."""
        claims = [(i, c) for i, c in enumerate(self.claims.file.claims) if c.status is not Status.REJECTED]
        return sorted(claims, key=lambda found: (self.span("claims", found[0]), found[1].id))

    def claim(self, claim_id: str) -> tuple[int, Claim]:
        """Give a claim and its place in the file."""
        return next((i, c) for i, c in enumerate(self.claims.file.claims) if c.id == claim_id)

    def add(self, subject: NamedNode, predicate: str, value: NamedNode | Literal) -> None:
        """Add one triple."""
        self.triples.append(Triple(subject, NamedNode(predicate), value))

    def add_node(self, subject: NamedNode, *types: str) -> None:
        """Add a node of the article: its classes, those above them, and its document."""
        for type_name in types:
            term = self.ontology.classes[type_name]
            for name in (type_name, *term.superclasses):
                found = NamedNode(self.ontology.classes[name].iri)
                self.add(subject, RDF.type, found)
                self.shared.add(found)
        self.add(subject, DCTERMS.source, self.document)

    def value(self, scheme: str, name: str) -> NamedNode:
        """Give the node of a value of a closed list."""
        found = NamedNode(self.ontology.value_lists[scheme][name].iri)
        self.shared.add(found)
        return found

    def span(self, *path: str | int) -> Span:
        """Give the span of a piece of evidence."""
        return self.claims.spans[path]

    def mention(self, span: Span) -> NamedNode:
        """Give the node of a span of text, described."""
        exact = span.of(self.claims.text)
        name = node("mention", self.article_id, span.start, span.end, exact)
        section = section_of(self.claims.file, span=span)
        self.add_node(name, "Mention")
        self.add(name, STAKE.inDocument, self.document)
        self.add(name, STAKE.exactText, literals.verbatim(exact))
        self.add(name, STAKE.startOffset, literals.integer(span.start))
        self.add(name, STAKE.endOffset, literals.integer(span.end))
        self.add(name, STAKE.inSection, self.value("section", section))
        return name

    def add_argument(
        self,
        owner: NamedNode,
        *,
        role: str,
        path: Path,
        filler: NamedNode | None = None,
        antecedent: bool = False,
    ) -> None:
        """Add an argument of a claim or statement, with the words that name it."""
        span = self.claims.spans[path]
        name = node("argument", owner.value, role, filler.value if filler else "", span.start, span.end)
        self.add_node(name, "Argument")
        self.add(owner, STAKE.hasArgument, name)
        self.add(name, STAKE.argumentRole, self.value("argument-role", role))
        self.add(name, STAKE.hasMention, self.mention(span))
        if filler is not None:
            self.add(name, STAKE.argumentFiller, filler)
        if antecedent:
            self.add(name, STAKE.antecedentMention, self.mention(self.claims.spans[(*path, "antecedent")]))

    def entity(self, key: str) -> NamedNode:
        """Give the node of an entity, described here unless the reference graph describes it."""
        known = self.entity_names.get(key)
        if known is not None:
            return known
        entity = self.claims.file.entities[key]
        name = (
            NamedNode(expand(entity.iri))
            if entity.iri is not None
            else entity_node(self.article_id, type_name=entity.type, label=entity.label)
        )
        self.entity_names[key] = name
        if entity.iri is not None and is_described(name.value):
            self.shared.add(name)
        else:
            self.add_node(name, entity.type)
            self.add(name, RDFS.label, literals.label(entity.label))
            self.add(name, DCTERMS.identifier, literals.text(key))
            self._add_kind(name, kind=entity.kind, type_name=entity.type)
        self._add_entity_links(name, entity=entity)
        return name

    def _add_entity_links(self, name: NamedNode, *, entity: Entity) -> None:
        """Add what the article says a thing is linked to; what the lexicon says already stands there."""
        links = [(STAKE.concernsCommodity, k) for k in entity.concerns]
        links += [(STAKE.actsFor, k) for k in (entity.acts_for,) if k is not None]
        links += [(STAKE.requiresApprovalFrom, k) for k in entity.requires_approval_from]
        links += [(STAKE.constrains, k) for k in entity.constrains]
        links += [(STAKE.possiblySame, k) for k in entity.possibly_same]
        for predicate, linked in links:
            triple = Triple(name, NamedNode(predicate), self.entity(linked))
            if not is_stated(triple):
                self.triples.append(triple)

    def _add_kind(self, name: NamedNode, *, kind: str | None, type_name: str) -> None:
        above = {type_name, *self.ontology.classes[type_name].superclasses}
        if "Agreement" in above:
            self.add(name, STAKE.agreementKind, self.value("agreement-kind", kind or "unspecified"))
        elif kind is not None and "Constraint" in above:
            self.add(name, STAKE.constraintKind, self.value("constraint-kind", kind))
