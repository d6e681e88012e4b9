"""Claims and things as entries of the page's data: short keys for IRIs, places for claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.card.groups import things_of
from claimstake.card.model import local_name
from claimstake.card.record import Plain, present
from claimstake.card.relations import related, since
from claimstake.card.verification import applies, barred_by, inferred, stated, statuses
from claimstake.card.wording import bounds, class_names, link_name, manner, sentence_case, speaker, when
from claimstake.picture.network import group_of
from claimstake.vocab import ID, STAKE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimstake.card.model import Amount, Argument, Claim, Entity, Reading, Time
    from claimstake.card.verification import Finding


def claim_entry(reading: Reading, claim: Claim) -> dict[str, Plain]:
    """Give a claim as the page's script reads it."""
    attribution, content = claim.attribution, claim.content
    document = reading.document_by_iri.get(claim.document)
    shown = document is not None and document.text[claim.span.start : claim.span.end] == claim.span.text
    return {
        "article": reading.document_place.get(claim.document, 0),
        "start": claim.span.start,
        "end": claim.span.end,
        **present(
            key=local_name(claim.iri),
            id=claim.id,
            text=sentence_case(content.text),
            # the words are cut out of the article's text where the page has it
            quote="" if shown else claim.span.text,
            section=local_name(claim.span.section) if claim.span.section else "",
            kind=local_name(claim.kind),
            stance=local_name(claim.stance),
            certainty=local_name(claim.certainty),
            modality=local_name(claim.modality),
            voice=local_name(attribution.kind),
            speaker=speaker(reading, claim),
            manner=manner(claim),
            phrase=attribution.phrase,
            reported=[reading.label(iri) for iri in attribution.reported_by],
            since=since(reading, claim),
            relation=local_name(content.relation) if content.relation else "",
            things=_things(reading, claim),
            speakers=_keys(reading, (*attribution.agents, *attribution.documents)),
            amount=amount_entry(reading, content.amount) if content.amount else {},
            time=time_entry(content.time) if content.time else {},
            conditions=list(claim.conditions),
            arguments=[_argument(reading, argument) for argument in claim.arguments],
            related={name: _places(reading, iris) for name, iris in related(reading, claim).items()},
            verification=_verification(reading, claim),
            review=local_name(claim.review) if claim.review else "",
            rule=claim.rule,
            confidence=claim.confidence,
        ),
    }


def entity_entry(reading: Reading, entity: Entity) -> dict[str, Plain]:
    """Give a thing as the page's script reads it."""
    return present(
        label=entity.label,
        group=str(group_of(entity.classes)),
        classes=list(class_names(reading, entity.classes)),
        kind=local_name(entity.kind) if entity.kind else "",
        links=[[link_name(prop), entity_key(target)] for prop, target in entity.links],
    )


def entity_key(iri: str) -> str:
    """Name a thing in the page's data: IRIs of the project's own by their last part, others in full."""
    return local_name(iri) if iri.startswith((ID, STAKE.iri)) else iri


def amount_entry(reading: Reading, amount: Amount) -> dict[str, Plain]:
    """Give an amount; its numbers are for drawing, its words for reading."""
    numbers = {"value": amount.value, "lower": amount.lower, "upper": amount.upper}
    return present(
        text=amount.text,
        comparator=local_name(amount.comparator),
        unit=amount.currency or reading.label(amount.unit),
        money=bool(amount.currency),
        bounds=bounds(reading, amount),
        whole=reading.label(amount.whole) if amount.whole else "",
        # as text: a float would lose digits, and the page only draws with it
        **{name: f"{number:f}" for name, number in numbers.items() if number is not None},
    )


def time_entry(time: Time) -> dict[str, Plain]:
    """Give a time with its bounds as days."""
    return present(text=time.text, edtf=time.edtf, begin=time.begin[:10], end=time.end[:10], words=when(time))


def _things(reading: Reading, claim: Claim) -> list[Plain]:
    """Give the things a claim is about; a claim about a claim speaks of the things of that one too."""
    iris = list(things_of(claim))
    for about in claim.about:
        if about in reading.claim_by_iri:
            iris += things_of(reading.claim_by_iri[about])
    return _keys(reading, dict.fromkeys(iris))


def _keys(reading: Reading, iris: Iterable[str]) -> list[Plain]:
    return [entity_key(iri) for iri in iris if iri in reading.entities]


def _places(reading: Reading, iris: Iterable[str]) -> list[Plain]:
    return [reading.place[iri] for iri in iris if iri in reading.place]


def _argument(reading: Reading, argument: Argument) -> Plain:
    thing = argument.filler if argument.filler in reading.entities else None
    before = argument.antecedent
    entry = present(
        role=local_name(argument.role),
        thing=entity_key(thing) if thing else "",
        words=argument.span.text,
        before=before.text if before else "",
    )
    return {**entry, "start": argument.span.start, "end": argument.span.end}


def _verification(reading: Reading, claim: Claim) -> dict[str, Plain]:
    if not applies(claim) and not stated(reading, claim):
        return {}
    return present(
        applies=applies(claim),
        statuses=[str(status) for status in statuses(reading, claim)],
        stated=[_finding(reading, finding) for finding in stated(reading, claim)],
        inferred=[_finding(reading, finding) for finding in inferred(reading, claim)],
        barred=[reading.label(standard) for standard in barred_by(reading, claim)],
    )


def _finding(reading: Reading, finding: Finding) -> Plain:
    return [local_name(finding.standard), str(finding.status), _places(reading, finding.said_in)]
