"""How claims stand to each other: what repeats, varies, contradicts or discusses a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.card.model import Claim, Reading


def related(reading: Reading, claim: Claim) -> dict[str, tuple[str, ...]]:
    """Give the claims that stand in each relation to a claim, without the relations that have none."""
    found = {
        "restates": claim.restates,
        "restated by": reading.restated_by.get(claim.iri, ()),
        "variant of": (*claim.variants, *reading.varied_by.get(claim.iri, ())),
        "contradicts": (*claim.contradicts, *reading.contradicted_by.get(claim.iri, ())),
        "about": claim.about,
        "discussed in": reading.discussed_by.get(claim.iri, ()),
        "same content in another article": tuple(_elsewhere(reading, claim)),
    }
    return {name: reading.in_order(claims) for name, claims in found.items() if claims}


def _elsewhere(reading: Reading, claim: Claim) -> Iterator[str]:
    for iri in reading.same_content.get(claim.content.key, ()):
        if reading.claim_by_iri[iri].document != claim.document:
            yield iri


def since(reading: Reading, claim: Claim) -> str:
    """Give the day of the earliest article that was read in which the speaker of a claim says the same.

    The stance counts as what is said; a claim without a content key is as old as its own article.
    """
    same = [reading.claim_by_iri[iri] for iri in reading.same_content.get(claim.content.key, ())]
    sources = (claim.attribution.agents, claim.attribution.documents, claim.stance)
    days = [
        _published(reading, other)
        for other in (claim, *same)
        if (other.attribution.agents, other.attribution.documents, other.stance) == sources
    ]
    return min((day for day in days if day), default="")


def _published(reading: Reading, claim: Claim) -> str:
    document = reading.document_by_iri.get(claim.document)
    return document.issued[:10] if document else ""
