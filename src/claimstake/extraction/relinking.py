"""Give claims that a person corrected or added their old ids and places in a new claims file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.extraction.content import content_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimstake.claims.schema import Argument, Claim, ClaimsFile, Statement

_ROLES = ("origin", "destination", "recipient", "means", "purpose")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the claims of two files come to stand in the file that is made of both.

    Args:
        replaced: By the id of a claim of the new file: the claim of the old one that takes its place.
        new: By the id of each claim of the new file: its id in the end.
        old: By the id of each claim of the old file that is still there: its id in the end.
        gone: Ids of the claims of the old file that are not.
    """

    replaced: Mapping[str, str]
    new: Mapping[str, str]
    old: Mapping[str, str]
    gone: frozenset[str]


def places_of(new: ClaimsFile, old: ClaimsFile, kept: Sequence[Claim]) -> Places:
    """Find the places of the claims of a new and an old file.

    Args:
        new: The new extraction.
        old: The reviewed file.
        kept: The claims of the old file that stay as they are.
    """
    replaced: dict[str, str] = {}
    for claim in kept:
        other = _like(claim, new, old, taken=set(replaced))
        if other is not None:
            replaced[other.id] = claim.id
    taken = {claim.id for claim in kept}
    free = _free_ids(new, old)
    in_the_end = {
        claim.id: replaced.get(claim.id) or (next(free) if claim.id in taken else claim.id)
        for claim in new.claims
    }
    by_content = {content_of(claim, new): claim.id for claim in reversed(new.claims)}
    from_old = {claim.id: claim.id for claim in kept}
    for claim in old.claims:
        same = by_content.get(content_of(claim, old))
        if claim.id not in from_old and same is not None:
            from_old[claim.id] = in_the_end[same]
    gone = frozenset(claim.id for claim in old.claims if claim.id not in from_old)
    return Places(replaced=replaced, new=in_the_end, old=from_old, gone=gone)


def _like(claim: Claim, new: ClaimsFile, old: ClaimsFile, *, taken: set[str]) -> Claim | None:
    """Give the new claim that a kept one stands for: of the same rule and words, the same in their order."""
    if not claim.rule:
        return None
    before = [c.id for c in old.claims if (c.rule, c.quote) == (claim.rule, claim.quote)]
    after = [c for c in new.claims if (c.rule, c.quote) == (claim.rule, claim.quote)]
    if after:
        number = before.index(claim.id)
        return after[number] if number < len(after) and after[number].id not in taken else None
    # The person may have mended the quote, too.
    near = [
        c
        for c in new.claims
        if c.rule == claim.rule
        and c.id not in taken
        and (c.quote in claim.quote or claim.quote in c.quote)
        and _overlap(c, claim)
    ]
    return near[0] if len(near) == 1 else None


def _overlap(one: Claim, other: Claim) -> bool:
    if one.at is None or other.at is None:
        return True
    return one.at < other.at + len(other.quote) and other.at < one.at + len(one.quote)


def _free_ids(new: ClaimsFile, old: ClaimsFile) -> Iterator[str]:
    used = [int(n) for c in (*new.claims, *old.claims) for n in re.findall(r"^C(\d+)$", c.id)]
    number = max(used, default=0)
    while True:
        number += 1
        yield f"C{number:03}"


def links_of(claim: Claim) -> frozenset[str]:
    """Give the ids of the claims that a claim cannot do without: those that its arguments are."""
    found = (link for _, a in claim.arguments() for link in (a.claim, a.proposition))
    return frozenset(link for link in found if link is not None)


def relinked(claim: Claim, ids: Mapping[str, str]) -> Claim:
    """Give a claim under its id in the end, with its links; those to claims that are gone go, too."""

    def argument(found: Argument | None) -> Argument | None:
        if found is None or (found.claim is None and found.proposition is None):
            return found
        return found.model_copy(
            update={
                name: ids.get(getattr(found, name) or "", getattr(found, name))
                for name in ("claim", "proposition")
            }
        )

    quantity = claim.quantity
    if quantity is not None and quantity.of is not None:
        quantity = quantity.model_copy(update={"of": argument(quantity.of)})
    return claim.model_copy(
        update={
            "id": ids[claim.id],
            "subject": argument(claim.subject),
            "objects": tuple(a for o in claim.objects if (a := argument(o)) is not None),
            **{role: argument(getattr(claim, role)) for role in _ROLES},
            "quantity": quantity,
            "conditions": tuple(
                c if c.claim is None else c.model_copy(update={"claim": ids.get(c.claim)})
                for c in claim.conditions
            ),
            "restates": None if claim.restates is None else ids.get(claim.restates),
            "variant_of": tuple(i for c in claim.variant_of if (i := ids.get(c))),
            "contradicts": tuple(i for c in claim.contradicts if (i := ids.get(c))),
        }
    )


def relinked_statements(new: ClaimsFile, old: ClaimsFile, places: Places) -> tuple[Statement, ...]:
    """Give the new statements with the claims made of them, kept ones among them."""
    loose_ids = {i for i, end in places.old.items() if i == end} - set(places.new.values())
    loose: dict[tuple[str, str], list[str]] = {}
    for statement in old.statements:
        for identifier in statement.claims:
            if identifier in loose_ids:
                loose.setdefault((statement.predicate, statement.quote), []).append(identifier)
    found = []
    for statement in new.statements:
        own = [places.new[i] for i in statement.claims]
        own += [i for i in loose.get((statement.predicate, statement.quote), ()) if i not in own]
        found.append(
            statement.model_copy(update={"claims": tuple(own), "untyped": None if own else statement.untyped})
        )
    return tuple(found)


def relocated(claim: Claim, *, text: str) -> Claim:
    """Give a claim with the offsets of its words in a text that has changed around them."""
    if claim.at is None or text.startswith(claim.quote, claim.at):
        return claim
    found = [m.start() for m in re.finditer(re.escape(claim.quote), text)]
    at = min(found, key=lambda n: abs(n - (claim.at or 0)))
    change = at - claim.at
    parts = claim.model_dump(exclude_none=True)
    moved = {name: _moved(value, change, text=text) for name, value in parts.items()}
    return type(claim).model_validate({**moved, "at": at})


def _moved(part: object, change: int, *, text: str) -> object:
    """Move each offset beside words by a change, where the words are then there; else leave it out."""
    if isinstance(part, dict):
        found = {key: _moved(value, change, text=text) for key, value in part.items()}
        words, at = found.get("words"), found.get("at")
        if isinstance(words, str) and isinstance(at, int) and not text.startswith(words, at):
            found.pop("at")
            if text.startswith(words, at + change):
                found["at"] = at + change
        return found
    if isinstance(part, (list, tuple)):
        return tuple(_moved(item, change, text=text) for item in part)
    return part
