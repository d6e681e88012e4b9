"""The same content as the cards, as plain values for JSON; what is absent is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimstake.card.relations import related, since
from claimstake.card.verification import barred_by, inferred, stated, statuses
from claimstake.card.wording import bounds, manner, speaker
from claimstake.iris import compact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimstake.card.groups import EntityPage
    from claimstake.card.model import Amount, Argument, Claim, Document, Reading, Span, Time
    from claimstake.card.summary import ArticleSummary
    from claimstake.card.verification import Finding

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain]"


def claim_record(reading: Reading, claim: Claim) -> dict[str, Plain]:
    """Give all that the evidence card of a claim says."""
    document = reading.document_by_iri.get(claim.document)
    return present(
        id=claim.id,
        iri=compact(claim.iri),
        article=document.id if document else "",
        text=claim.content.text,
        kind=compact(claim.kind),
        stance=compact(claim.stance),
        certainty=compact(claim.certainty),
        modality=compact(claim.modality),
        speaker=speaker(reading, claim),
        manner=manner(claim),
        attribution=present(
            kind=compact(claim.attribution.kind),
            agents=_iris(claim.attribution.agents),
            documents=_iris(claim.attribution.documents),
            phrase=claim.attribution.phrase,
            reported_by=_iris(claim.attribution.reported_by),
        ),
        since=since(reading, claim),
        content=present(
            subject=compact(claim.content.subject),
            relation=compact(claim.content.relation),
            objects=_iris(claim.content.objects),
            values=list(claim.content.values),
            others=[{"role": compact(role), "thing": compact(thing)} for role, thing in claim.content.others],
            amount=_amount(reading, claim.content.amount) if claim.content.amount else {},
            time=_time(claim.content.time) if claim.content.time else {},
        ),
        conditions=list(claim.conditions),
        verification=present(
            statuses=[str(status) for status in statuses(reading, claim)],
            stated=[finding_record(reading, finding) for finding in stated(reading, claim)],
            inferred=[finding_record(reading, finding) for finding in inferred(reading, claim)],
            barred_by=_iris(barred_by(reading, claim)),
        ),
        evidence=span_record(claim.span),
        arguments=[_argument(argument) for argument in claim.arguments],
        related={name: _iris(claims) for name, claims in related(reading, claim).items()},
        review=compact(claim.review),
        rule=claim.rule,
        confidence=claim.confidence,
    )


def finding_record(reading: Reading, finding: Finding) -> dict[str, Plain]:
    """Give what is known of the verification of a claim under one standard."""
    return present(
        standard=compact(finding.standard),
        label=reading.label(finding.standard),
        status=str(finding.status),
        said_in=_iris(finding.said_in),
        inferred=finding.inferred,
    )


def span_record(span: Span) -> dict[str, Plain]:
    """Give words and their place; a start of 0 is kept."""
    return {"start": span.start, "end": span.end, **present(text=span.text, section=compact(span.section))}


def document_record(document: Document) -> dict[str, Plain]:
    """Give what is known of an article, apart from its text."""
    return present(
        id=document.id,
        iri=compact(document.iri),
        title=document.title,
        published=document.published,
        issued=document.issued[:10],
        dateline=document.dateline,
        language=document.language,
        url=document.url,
        publishers=_iris(document.publishers),
        cites=_iris(document.cites),
        digest=document.digest,
        read_by=list(document.readers),
    )


def entity_record(reading: Reading, page: EntityPage) -> dict[str, Plain]:
    """Give what is said of a thing and what it says itself."""
    entity = page.entity
    return present(
        iri=compact(entity.iri),
        label=entity.label,
        classes=_iris(sorted(entity.classes)),
        kind=compact(entity.kind) if entity.kind else "",
        names=list(entity.names),
        links=[{"property": compact(prop), "thing": compact(thing)} for prop, thing in entity.links],
        says=[claim_record(reading, claim) for claim in page.says],
        said_of={
            reading.label(kind): [claim_record(reading, claim) for claim in claims]
            for kind, claims in page.said_of
        },
    )


def summary_record(reading: Reading, summary: ArticleSummary) -> dict[str, Plain]:
    """Give the summary of an article."""
    return {
        **document_record(summary.document),
        "claims": summary.claims,
        "counts": {
            name: {reading.label(value): number for value, number in counts}
            for name, counts in summary.counts.items()
        },
        "speakers": dict(summary.speakers),
        "resource_estimates": [claim_record(reading, claim) for claim in summary.estimates],
        "statements_without_a_claim": summary.untyped,
    }


def _amount(reading: Reading, amount: Amount) -> dict[str, Plain]:
    return present(
        text=amount.text,
        comparator=compact(amount.comparator),
        value="" if amount.value is None else f"{amount.value:f}",
        lower="" if amount.lower is None else f"{amount.lower:f}",
        upper="" if amount.upper is None else f"{amount.upper:f}",
        unit=compact(amount.unit),
        currency=amount.currency,
        bounds=bounds(reading, amount),
        share_of=compact(amount.whole) if amount.whole else "",
    )


def _time(time: Time) -> dict[str, Plain]:
    return present(text=time.text, edtf=time.edtf, begin=time.begin, end=time.end)


def _argument(argument: Argument) -> dict[str, Plain]:
    return present(
        role=compact(argument.role),
        thing=compact(argument.filler) if argument.filler else "",
        words=span_record(argument.span),
        antecedent=span_record(argument.antecedent) if argument.antecedent else {},
    )


def _iris(iris: Iterable[str]) -> list[Plain]:
    return [compact(iri) for iri in iris]


def present(**values: Plain) -> dict[str, Plain]:
    """Give the values that there are: no empty text, list or mapping, and nothing that is false."""
    return {key: value for key, value in values.items() if value not in ("", [], {}, False)}
