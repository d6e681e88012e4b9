"""Write drafts as the claims file that they belong in: entities with keys, claims with literal words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.claims.schema import (
    Argument,
    ArticleRecord,
    Attribution,
    Claim,
    ClaimsFile,
    Condition,
    Evidence,
    Extractor,
    Quantity,
    SectionSpan,
    Time,
)
from claimstake.extraction.entities import Entities
from claimstake.extraction.tier0 import statements_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimstake.attribution import Source
    from claimstake.drafts.model import Draft, Filler
    from claimstake.drafts.reading import Reading
    from claimstake.quantities import FoundQuantity


def assemble(reading: Reading, drafts: Sequence[Draft], *, name: str, version: str) -> ClaimsFile:
    """Give the claims file of the drafts.

    Args:
        reading: The article as read.
        drafts: What becomes a claim, in order.
        name: Name of the extractor.
        version: Its version.
    """
    entities = Entities(reading)
    publisher = entities.publisher()
    claims = [_claim(reading, entities, draft, number) for number, draft in enumerate(drafts, start=1)]
    claims = _with_restatements(claims)
    cited = tuple(dict.fromkeys(c.attribution.document for c in claims if c.attribution.document is not None))
    statements = statements_of(reading, entities, drafts, [claim.id for claim in claims])
    article = reading.article
    return ClaimsFile(
        claimstake=1,
        article=ArticleRecord(
            id=article.id,
            file="article.txt",
            sha256=article.sha256,
            title=article.title,
            language=article.language,
            published=article.published,
            dateline=article.dateline or (reading.layout.dateline.words if reading.layout.dateline else None),
            url=article.url,
            publisher=publisher,
            cites=cited,
            sections=_sections(reading),
        ),
        extractor=Extractor(name=name, version=version),
        entities=entities.sorted(),
        claims=tuple(claims),
        statements=statements,
    )


def claim_id(number: int) -> str:
    """Give the id of a claim by its place in the file."""
    return f"C{number:03}"


def _claim(reading: Reading, entities: Entities, draft: Draft, number: int) -> Claim:
    text = reading.article.text

    def argument(filler: Filler | None) -> Argument | None:
        return None if filler is None else _argument(text, entities, filler)

    subject = argument(draft.subject)
    assert subject is not None  # noqa: S101 - a draft has a subject
    objects = tuple(a for filler in draft.objects if (a := argument(filler)) is not None)
    return Claim(
        id=claim_id(number),
        kind=draft.kind,
        quote=text[draft.quote.start : draft.quote.end],
        at=draft.quote.start,
        subject=subject,
        relation=draft.relation,
        objects=objects,
        quantity=_quantity(draft.quantity, argument(draft.whole)),
        origin=argument(draft.origin),
        destination=argument(draft.destination),
        recipient=argument(draft.recipient),
        means=argument(draft.means),
        purpose=argument(draft.purpose),
        time=None
        if draft.time is None
        else Time(words=text[draft.time.start : draft.time.end], at=draft.time.start, edtf=draft.time.edtf),
        conditions=tuple(
            Condition(words=text[span.start : span.end], at=span.start)
            for span in dict.fromkeys(draft.conditions)
        ),
        attribution=_attribution(text, entities, draft.source),
        stance=draft.stance,
        certainty=draft.certainty,
        modality=draft.modality,
        outcome=draft.outcome,
        rule=draft.rule,
    )


def _argument(text: str, entities: Entities, filler: Filler) -> Argument:
    span = filler.span
    words, at = text[span.start : span.end], span.start
    antecedent = None
    if filler.antecedent is not None:
        before = filler.antecedent.span
        antecedent = Evidence(words=text[before.start : before.end], at=before.start)
    if filler.about is not None:
        return Argument(words=words, at=at, claim=claim_id(filler.about + 1), antecedent=antecedent)
    if filler.value is not None:
        return Argument(words=words, at=at, value=filler.value)
    assert filler.mention is not None  # noqa: S101 - a filler has one of the three
    return Argument(words=words, at=at, entity=entities.key_of(filler.mention), antecedent=antecedent)


def _quantity(found: FoundQuantity | None, whole: Argument | None) -> Quantity | None:
    if found is None:
        return None
    return Quantity(
        words=found.words,
        at=found.start,
        value=found.value,
        upper=found.upper,
        unit=found.unit,
        comparator=found.comparator,
        of=whole,
    )


def _attribution(text: str, entities: Entities, source: Source) -> Attribution:
    words = None if source.words is None else text[source.words.start : source.words.end]
    return Attribution(
        kind=source.kind,
        agents=tuple(dict.fromkeys(entities.key_of(agent) for agent in source.agents)),
        document=None if source.document is None else entities.key_of(source.document),
        words=words or None,
        at=None if not words or source.words is None else source.words.start,
    )


def _with_restatements(claims: list[Claim]) -> list[Claim]:
    """Link a claim to an earlier one with the same content and stance."""
    first: dict[tuple[object, ...], str] = {}
    linked = []
    for claim in claims:
        key = (
            claim.relation,
            claim.subject.entity or claim.subject.claim,
            tuple(a.entity or a.claim or a.value for a in claim.objects),
            claim.quantity and (claim.quantity.value, claim.quantity.unit),
            claim.stance,
        )
        earlier = first.get(key)
        linked.append(claim if earlier is None else claim.model_copy(update={"restates": earlier}))
        first.setdefault(key, claim.id)
    return linked


def _sections(reading: Reading) -> tuple[SectionSpan, ...]:
    """Give each run of blocks of one section as one span."""
    spans: list[SectionSpan] = []
    for block in reading.layout.blocks:
        if spans and spans[-1].section is block.section:
            spans[-1] = SectionSpan(section=block.section, start=spans[-1].start, end=block.end)
        else:
            spans.append(SectionSpan(section=block.section, start=block.start, end=block.end))
    return tuple(spans)
