"""Keep what a person decided about claims when an article is extracted again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.closed_lists import Status

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
    place. Claims that a person corrected or added are kept as they are, in place of what the rules make of
    the same words; a decision whose words the article no longer has is an orphan.

    Args:
        new: The new extraction.
        old: The reviewed file.
        text: The article as it is now.
    """
    decisions = {
        content_of(claim, old): claim for claim in old.claims if claim.status in _DECIDED and claim.rule
    }
    own = [claim for claim in old.claims if claim.status is Status.CORRECTED or not claim.rule]
    kept = [claim for claim in own if claim.quote in text]
    replaced = {(claim.rule, claim.quote) for claim in kept if claim.rule}
    claims: list[Claim] = []
    found: set[tuple[object, ...]] = set()
    for claim in new.claims:
        if (claim.rule, claim.quote) in replaced:
            continue
        key = content_of(claim, new)
        decided = decisions.get(key)
        if decided is None:
            claims.append(claim)
        else:
            found.add(key)
            claims.append(claim.model_copy(update={"status": decided.status, "note": decided.note}))
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
    entities, moved = _merged_entities(new, old, kept)
    ids = _ids(kept)
    claims += [_moved(claim, keys=moved, ids=ids, known={c.id for c in claims}) for claim in kept]
    dropped = {claim.id for claim in new.claims} - {claim.id for claim in claims}
    file = new.model_copy(
        update={
            "entities": entities,
            "claims": tuple(_without_links(claim, dropped) for claim in claims),
            "statements": tuple(
                s.model_copy(update={"claims": tuple(i for i in s.claims if i not in dropped)})
                for s in new.statements
            ),
        }
    )
    return Reviewed(file=file, carried=len(found) + len(kept), orphans=tuple(orphans))


def content_of(claim: Claim, file: ClaimsFile) -> tuple[object, ...]:
    """Give what a claim says, apart from its id and its place: what a decision is found again by."""

    def name(argument: Argument) -> object:
        if argument.entity is not None:
            entity = file.entities[argument.entity]
            return entity.iri or (entity.type, entity.label.casefold())
        if argument.claim is not None or argument.proposition is not None:
            return "claim", argument.words
        return argument.value

    quantity = claim.quantity
    return (
        claim.relation,
        claim.stance,
        claim.attribution.kind,
        name(claim.subject),
        tuple(name(argument) for argument in claim.objects),
        None if quantity is None else (quantity.value, quantity.upper, quantity.unit),
        claim.quote if not claim.objects and quantity is None else None,
    )


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


def _ids(kept: list[Claim]) -> Mapping[str, str]:
    return {claim.id: f"R{number:03}" for number, claim in enumerate(kept, start=1)}


def _moved(claim: Claim, *, keys: Mapping[str, str], ids: Mapping[str, str], known: set[str]) -> Claim:
    """Give a kept claim with its new id, its entities' new keys, and only links to claims that are there."""

    def argument(found: Argument | None) -> Argument | None:
        if found is None or found.entity is None:
            return found
        return found.model_copy(update={"entity": keys.get(found.entity, found.entity)})

    def linked(identifier: str | None) -> str | None:
        if identifier is None:
            return None
        return ids.get(identifier) or (identifier if identifier in known else None)

    attribution = claim.attribution.model_copy(
        update={
            "agents": tuple(keys.get(key, key) for key in claim.attribution.agents),
            "document": keys.get(claim.attribution.document or "", claim.attribution.document),
        }
    )
    return claim.model_copy(
        update={
            "id": ids[claim.id],
            "subject": argument(claim.subject),
            "objects": tuple(a for o in claim.objects if (a := argument(o)) is not None),
            **{
                role: argument(getattr(claim, role))
                for role in ("origin", "destination", "recipient", "means", "purpose")
            },
            "attribution": attribution,
            "restates": linked(claim.restates),
            "variant_of": tuple(i for c in claim.variant_of if (i := linked(c))),
            "contradicts": tuple(i for c in claim.contradicts if (i := linked(c))),
        }
    )


def _without_links(claim: Claim, dropped: set[str]) -> Claim:
    if claim.restates not in dropped:
        return claim
    return claim.model_copy(update={"restates": None})
