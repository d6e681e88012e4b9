"""What the checks of a claims file share: the file, its article, and what they find."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimstake.claims.evidence import NotFound, Span, find_words
from claimstake.errors import InputError
from claimstake.times import bounds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimstake.claims.document import Path
    from claimstake.claims.schema import ClaimsFile, Evidence
    from claimstake.ontology_terms import Ontology


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong in a claims file.

    Args:
        path: Where in the file, such as `("claims", 3, "quote")`.
        where: The claim, entity or part that has the fault, in words.
        reason: What is wrong.
        cure: What to change.
    """

    path: Path
    where: str
    reason: str
    cure: str


@dataclass(slots=True, kw_only=True)
class Checking:
    """What the checks of one file share: the input, and what they find."""

    file: ClaimsFile
    text: str
    ontology: Ontology
    left_out: frozenset[str]
    spans: dict[Path, Span] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, path: Path, *, where: str, reason: str, cure: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(path=path, where=where, reason=reason, cure=cure))

    def find(self, evidence: Evidence, *, path: Path, where: str, inside: Span | None = None) -> Span | None:
        """Find words of the article, noting where they stand or why they do not."""
        try:
            span = find_words(self.text, words=evidence.words, at=evidence.at, inside=inside)
        except NotFound as error:
            self.fault(path, where=where, reason=error.reason, cure=error.cure)
            return None
        self.spans[path] = span
        return span

    def is_a(self, key: str, name: str) -> bool:
        """Tell whether an entity's class is the named one or below it."""
        type_name = self.file.entities[key].type
        known = self.ontology.classes.get(type_name)
        return known is not None and (type_name == name or name in known.superclasses)


def check_key(check: Checking, *, key: str, wanted: str | None, path: Path, where: str) -> None:
    """Check that a key names an entity of the file, and one of the wanted class."""
    if key in check.left_out:
        return
    if key not in check.file.entities:
        not_in(
            check, value=key, of="entity of this file", allowed=check.file.entities, path=path, where=where
        )
    elif (
        wanted is not None
        and check.file.entities[key].type in check.ontology.classes
        and not check.is_a(key, wanted)
    ):
        reason = f"{key} is of type {check.file.entities[key].type}, not {wanted}"
        check.fault(path, where=where, reason=reason, cure="Name another entity, or change its type.")


def check_id(check: Checking, *, claim_id: str, path: Path, where: str, ids: Mapping[str, int]) -> None:
    """Check that an id names a claim of the file."""
    if claim_id not in ids and claim_id not in check.left_out:
        not_in(check, value=claim_id, of="claim of this file", allowed=ids, path=path, where=where)


def check_edtf(check: Checking, *, edtf: str, path: Path, where: str) -> None:
    """Check that a time is in EDTF."""
    try:
        bounds_of(edtf)
    except InputError as error:
        check.fault(path, where=where, reason=error.problem, cure=error.cure)


def not_in(check: Checking, *, value: str, of: str, allowed: Iterable[str], path: Path, where: str) -> None:
    """Note that a value is none of those allowed, and name the nearest."""
    from difflib import get_close_matches

    names = sorted(allowed)
    close = get_close_matches(value, names, n=3, cutoff=0.6) or names[:8]
    cure = f"Did you mean {' or '.join(close)}?" if close else "There is none to choose from."
    check.fault(path, where=where, reason=f"{value} is no {of}", cure=cure)
