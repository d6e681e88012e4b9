"""Keep what a person decided about claims when an article is extracted again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.closed_lists import Status
from claimstake.extraction.content import content_of
from claimstake.extraction.relinking import (
    links_of,
    places_of,
    relinked,
    relinked_statements,
    relocated,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimstake.claims.schema import Argument, Claim, ClaimsFile, Entity

_DECIDED = {Status.ACCEPTED, Status.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A new claims file with the decisions of an old one, and what could not be carried over.

    Args:
        orphans: Claims that were decided on and that no new claim is like, with the reason.
    """

    file: ClaimsFile
    carried: int
    orphans: tuple[tuple[Claim, str], ...]


def with_decisions(new: ClaimsFile, old: ClaimsFile, *, text: str) -> Reviewed:
    """Carry the decisions of a reviewed claims file over to a new extraction of the same article.

    A decision goes with the content of its claim, so that it is found again under another id or in another
    place. Claims that a person corrected or added are kept as they are, under their ids and in their
    statements, in place of what the rules make of the same words; a decision whose words the article no
    longer has is an orphan.

    Args:
        new: The new extraction.
        old: The reviewed file.
        text: The article as it is now.
    """
    decisions = {
        content_of(claim, old): claim for claim in old.claims if claim.status in _DECIDED and claim.rule
    }
    own = [claim for claim in old.claims if claim.status is Status.CORRECTED or not claim.rule]
    places = places_of(new, old, [claim for claim in own if claim.quote in text])
    lost = {claim.id: _ORPHANED for claim in own if links_of(claim) & set(places.gone)}
    kept = [claim for claim in own if claim.quote in text and claim.id not in lost]
    places = places_of(new, old, kept)
    entities, moved = _merged_entities(new, old, kept)
    final = {claim.id: relinked(_with_keys(relocated(claim, text=text), moved), places.old) for claim in kept}
    claims: list[Claim] = []
    found: set[tuple[object, ...]] = set()
    for claim in new.claims:
        replacement = places.replaced.get(claim.id)
        if replacement is not None:
            claims.append(final.pop(replacement))
            continue
        key = content_of(claim, new)
        decided = decisions.get(key)
        update = {} if decided is None else {"status": decided.status, "note": decided.note}
        found |= set() if decided is None else {key}
        claims.append(relinked(claim.model_copy(update=update), places.new))
    claims += final.values()
    orphans = [
        (claim, "the rules no longer make it")
        for key, claim in decisions.items()
        if key not in found and claim.quote in text
    ]
    orphans += [
        (claim, "its words are no longer in the article")
        for claim in (*decisions.values(), *own)
        if claim.quote not in text
    ]
    orphans += [(claim, lost[claim.id]) for claim in own if claim.id in lost and claim.quote in text]
    file = new.model_copy(
        update={
            "entities": entities,
            "claims": tuple(claims),
            "statements": relinked_statements(new, old, places),
        }
    )
    return Reviewed(file=file, carried=len(found) + len(kept), orphans=tuple(orphans))


_ORPHANED = "the rules no longer make the claim that it is about"


def _merged_entities(
    new: ClaimsFile, old: ClaimsFile, kept: list[Claim]
) -> tuple[Mapping[str, Entity], Mapping[str, str]]:
    """Add the entities of the kept claims, under a new key where theirs is taken by something else."""
    entities = dict(new.entities)
    moved: dict[str, str] = {}
    wanted = [key for claim in kept for key in _keys(claim)]
    while wanted:
        key = wanted.pop(0)
        if key in moved or key not in old.entities:
            continue
        entity = old.entities[key]
        target, number = key, 2
        while target in entities and (entities[target].label, entities[target].type) != (
            entity.label,
            entity.type,
        ):
            target, number = f"{key}-{number}", number + 1
        moved[key] = target
        if target not in entities:
            links = (
                *entity.concerns,
                *((entity.acts_for,) if entity.acts_for else ()),
                *entity.requires_approval_from,
            )
            wanted += [*links, *entity.constrains, *entity.possibly_same]
            entities[target] = entity
    return entities, moved


def _keys(claim: Claim) -> list[str]:
    keys = [argument.entity for _, argument in claim.arguments() if argument.entity is not None]
    keys += claim.attribution.agents
    if claim.attribution.document is not None:
        keys.append(claim.attribution.document)
    return keys + [c.requirement for c in claim.conditions if c.requirement is not None]


def _with_keys(claim: Claim, keys: Mapping[str, str]) -> Claim:
    """Give a kept claim with the new keys of its entities."""

    def argument(found: Argument | None) -> Argument | None:
        if found is None or found.entity is None:
            return found
        return found.model_copy(update={"entity": keys.get(found.entity, found.entity)})

    attribution = claim.attribution.model_copy(
        update={
            "agents": tuple(keys.get(key, key) for key in claim.attribution.agents),
            "document": keys.get(claim.attribution.document or "", claim.attribution.document),
        }
    )
    return claim.model_copy(
        update={
            "subject": argument(claim.subject),
            "objects": tuple(a for o in claim.objects if (a := argument(o)) is not None),
            **{
                role: argument(getattr(claim, role))
                for role in ("origin", "destination", "recipient", "means", "purpose")
            },
            "attribution": attribution,
        }
    )
