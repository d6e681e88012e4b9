"""What is said about a thing, and what it says itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.card.model import Claim, Entity, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """All about one thing: claims it makes, and claims about it by kind, the commonest kind first."""

    entity: Entity
    says: tuple[Claim, ...]
    said_of: tuple[tuple[str, tuple[Claim, ...]], ...]


def entity_page(reading: Reading, entity: Entity) -> EntityPage:
    """Gather what was read about a thing."""
    says = tuple(claim for claim in reading.claims if entity.iri in _sources(claim))
    said = [claim for claim in reading.claims if entity.iri in set(things_of(claim))]
    kinds: dict[str, list[Claim]] = {}
    for claim in said:
        kinds.setdefault(claim.kind, []).append(claim)
    ordered = sorted(kinds.items(), key=lambda item: (-len(item[1]), reading.label(item[0])))
    return EntityPage(
        entity=entity, says=says, said_of=tuple((kind, tuple(claims)) for kind, claims in ordered)
    )


def things_of(claim: Claim) -> Iterator[str]:
    """Give the things that the content of a claim relates, subject first; a thing may come twice."""
    content = claim.content
    if content.subject:
        yield content.subject
    yield from content.objects
    yield from (thing for _, thing in content.others)
    if content.amount is not None and content.amount.whole:
        yield content.amount.whole


def _sources(claim: Claim) -> tuple[str, ...]:
    return (*claim.attribution.agents, *claim.attribution.documents)
