"""Read articles and their claims from a store, whichever store it is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimstake.card.asking import ask
from claimstake.card.model import (
    Amount,
    Argument,
    Assessment,
    Attribution,
    Claim,
    Content,
    Document,
    Entity,
    Reading,
    Span,
    Statement,
    Time,
)
from claimstake.card.nodes import Nodes, gather
from claimstake.vocab import DCTERMS, PROV, RDF, RDFS, SKOS, STAKE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimstake.store.protocol import Store

_OTHER_ROLES = (
    STAKE.propositionOrigin,
    STAKE.propositionDestination,
    STAKE.propositionRecipient,
    STAKE.propositionMeans,
    STAKE.propositionPurpose,
)
_LINKS = (
    STAKE.actsFor,
    STAKE.concernsCommodity,
    STAKE.constrains,
    STAKE.possiblySame,
    STAKE.requiresApprovalFrom,
)


def document_iris(store: Store) -> tuple[str, ...]:
    """List the articles of a store."""
    return tuple(document for (document,) in ask(store, "documents"))


def read_store(store: Store, *, documents: Sequence[str] | None = None) -> Reading:
    """Read articles from a store.

    Args:
        store: The store that is asked.
        documents: IRIs of the articles to read; all when left out.

    Raises:
        StoreUnavailable: The store did not answer.
    """
    wanted = document_iris(store) if documents is None else tuple(documents)
    rows = (ask(store, "nodes", document=document) for document in wanted)
    return _assembled(gather(ask(store, "shared"), *rows), documents=wanted)


def _assembled(nodes: Nodes, *, documents: Sequence[str]) -> Reading:
    claims = sorted(
        (_claim(nodes, node) for node in nodes.of_class(STAKE.Claim)),
        key=lambda claim: (claim.document, claim.span.start, -claim.span.end, claim.id),
    )
    standards = {node: nodes.all(node, SKOS.broader) for node in nodes.of_class(STAKE.ReportingStandard)}
    return Reading(
        documents=tuple(_document(nodes, node) for node in documents),
        claims=tuple(claims),
        assessments=tuple(_assessment(nodes, n) for n in nodes.of_class(STAKE.VerificationAssessment)),
        entities={iri: _entity(nodes, iri) for iri in sorted(_named(nodes, claims, documents))},
        statements=tuple(
            sorted(
                (_statement(nodes, node) for node in nodes.of_class(STAKE.Statement)),
                key=lambda s: (s.document, s.span.start, s.span.end, s.id),
            )
        ),
        labels={node: label for node in nodes.facts if (label := nodes.one(node, RDFS.label))},
        definitions={node: found for node in nodes.facts if (found := nodes.one(node, SKOS.definition))},
        standards=standards,
        barred=frozenset(s for s in standards if nodes.one(s, STAKE.inGroundValueReportable) == "false"),
    )


def _document(nodes: Nodes, node: str) -> Document:
    runs = [run for run in nodes.of_class(STAKE.ExtractionActivity) if node in nodes.all(run, PROV.used)]
    return Document(
        iri=node,
        id=nodes.one(node, DCTERMS.identifier),
        title=nodes.one(node, DCTERMS.title) or nodes.one(node, RDFS.label),
        text=nodes.one(node, STAKE.fullText),
        digest=nodes.one(node, STAKE.textDigest),
        language=nodes.one(node, DCTERMS.language) or "en",
        published=nodes.one(node, STAKE.publishedText),
        issued=nodes.one(node, DCTERMS.issued),
        dateline=nodes.one(node, STAKE.dateline),
        url=nodes.one(node, RDFS.seeAlso),
        publishers=nodes.all(node, STAKE.publishedBy),
        cites=nodes.all(node, STAKE.citesDocument),
        readers=tuple(
            f"{nodes.one(run, STAKE.extractorName)} {nodes.one(run, STAKE.extractorVersion)}".strip()
            for run in runs
        ),
    )


def _claim(nodes: Nodes, node: str) -> Claim:
    return Claim(
        iri=node,
        id=nodes.one(node, DCTERMS.identifier),
        document=nodes.one(node, DCTERMS.source),
        kind=nodes.one(node, STAKE.claimKind),
        classes=frozenset(nodes.all(node, RDF.type)),
        stance=nodes.one(node, STAKE.hasStance),
        certainty=nodes.one(node, STAKE.hasCertainty),
        modality=nodes.one(node, STAKE.hasModality),
        attribution=Attribution(
            kind=nodes.one(node, STAKE.attributionKind),
            agents=nodes.all(node, STAKE.attributedTo),
            documents=nodes.all(node, STAKE.attributedToDocument),
            phrase=nodes.one(node, STAKE.attributionPhrase),
            reported_by=nodes.all(node, STAKE.reportedBy),
        ),
        content=_content(nodes, nodes.one(node, STAKE.hasProposition)),
        span=_span(nodes, nodes.one(node, STAKE.hasMention)),
        arguments=_arguments(nodes, node),
        conditions=tuple(nodes.one(c, STAKE.propositionText) for c in nodes.all(node, STAKE.hasCondition)),
        about=nodes.all(node, STAKE.isAboutClaim),
        restates=nodes.all(node, STAKE.restates),
        variants=nodes.all(node, STAKE.variantOf),
        contradicts=nodes.all(node, STAKE.contradicts),
        review=nodes.one(node, STAKE.reviewStatus),
        rule=nodes.one(node, STAKE.rule),
        confidence=nodes.one(node, STAKE.extractionConfidence),
    )


def _content(nodes: Nodes, node: str) -> Content:
    times, amounts = nodes.all(node, STAKE.holdsDuring), nodes.all(node, STAKE.propositionQuantity)
    return Content(
        text=nodes.one(node, STAKE.propositionText),
        key=nodes.one(node, STAKE.contentKey),
        relation=nodes.one(node, STAKE.propositionPredicate),
        subject=nodes.one(node, STAKE.propositionSubject),
        objects=nodes.all(node, STAKE.propositionObject),
        values=nodes.all(node, STAKE.propositionValue),
        others=tuple((role, thing) for role in _OTHER_ROLES for thing in nodes.all(node, role)),
        amount=_amount(nodes, amounts[0]) if amounts else None,
        time=_time(nodes, times[0]) if times else None,
    )


def _amount(nodes: Nodes, node: str) -> Amount:
    return Amount(
        text=nodes.one(node, STAKE.quantityText),
        comparator=nodes.one(node, STAKE.hasComparator),
        unit=nodes.one(node, STAKE.hasUnit),
        value=_number(nodes, node, STAKE.numericValue),
        lower=_number(nodes, node, STAKE.lowerBound),
        upper=_number(nodes, node, STAKE.upperBound),
        currency=nodes.one(node, STAKE.currencyCode),
        whole=nodes.one(node, STAKE.shareOf) or None,
    )


def _number(nodes: Nodes, node: str, prop: str) -> Decimal | None:
    found = nodes.one(node, prop)
    return Decimal(found) if found else None


def _time(nodes: Nodes, node: str) -> Time:
    return Time(
        text=nodes.one(node, STAKE.timeText),
        edtf=nodes.one(node, STAKE.edtfValue),
        begin=nodes.one(node, STAKE.notBefore),
        end=nodes.one(node, STAKE.notAfter),
    )


def _span(nodes: Nodes, node: str) -> Span:
    return Span(
        document=nodes.one(node, STAKE.inDocument),
        start=int(nodes.one(node, STAKE.startOffset) or 0),
        end=int(nodes.one(node, STAKE.endOffset) or 0),
        text=nodes.one(node, STAKE.exactText),
        section=nodes.one(node, STAKE.inSection),
    )


def _arguments(nodes: Nodes, owner: str) -> tuple[Argument, ...]:
    found = [
        Argument(
            role=nodes.one(node, STAKE.argumentRole),
            filler=nodes.one(node, STAKE.argumentFiller) or None,
            span=_span(nodes, nodes.one(node, STAKE.hasMention)),
            antecedent=_span(nodes, before) if (before := nodes.one(node, STAKE.antecedentMention)) else None,
        )
        for node in nodes.all(owner, STAKE.hasArgument)
    ]
    return tuple(sorted(found, key=lambda a: (a.span.start, a.span.end, a.role, a.filler or "")))


def _assessment(nodes: Nodes, node: str) -> Assessment:
    return Assessment(
        claim=nodes.one(node, STAKE.assessesClaim),
        standard=nodes.one(node, STAKE.underStandard),
        outcome=nodes.one(node, STAKE.hasOutcome),
        stated_in=nodes.all(node, STAKE.statedInClaim),
    )


def _statement(nodes: Nodes, node: str) -> Statement:
    return Statement(
        id=nodes.one(node, DCTERMS.identifier),
        document=nodes.one(node, DCTERMS.source),
        predicate=nodes.one(node, STAKE.predicateLemma),
        span=_span(nodes, nodes.one(node, STAKE.hasMention)),
        typed=nodes.all(node, STAKE.typedAs),
        reason=nodes.one(node, STAKE.untypedReason),
    )


def _entity(nodes: Nodes, node: str) -> Entity:
    return Entity(
        iri=node,
        label=nodes.one(node, RDFS.label),
        classes=frozenset(nodes.all(node, RDF.type)),
        kind=nodes.one(node, STAKE.agreementKind) or nodes.one(node, STAKE.constraintKind),
        names=nodes.all(node, SKOS.altLabel),
        links=tuple((prop, target) for prop in _LINKS for target in nodes.all(node, prop)),
    )


def _named(nodes: Nodes, claims: Iterable[Claim], documents: Iterable[str]) -> set[str]:
    """Give the things that claims or documents name, and those that these are linked to."""
    named = {thing for claim in claims for thing in _things(claim)}
    for document in documents:
        named |= {*nodes.all(document, STAKE.publishedBy), *nodes.all(document, STAKE.citesDocument)}
    linked = {target for thing in named for prop in _LINKS for target in nodes.all(thing, prop)}
    made = {STAKE.Claim, STAKE.Proposition}
    return {
        thing
        for thing in named | linked
        if nodes.one(thing, RDFS.label) and not made & {*nodes.all(thing, RDF.type)}
    }


def _things(claim: Claim) -> Iterator[str]:
    content = claim.content
    yield from (content.subject, *content.objects, *(thing for _, thing in content.others))
    yield from (*claim.attribution.agents, *claim.attribution.documents, *claim.attribution.reported_by)
    yield from (argument.filler for argument in claim.arguments if argument.filler)
    if content.amount is not None and content.amount.whole:
        yield content.amount.whole
