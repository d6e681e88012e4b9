"""Decide which extracted claim is which fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimstake.mentions import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimstake.claims.schema import Argument, Claim, ClaimsFile, Quantity
    from claimstake.evaluation.gold import Amount, Fact, Part, Passage
    from claimstake.quantities import FoundQuantity

# Amounts are compared in the smallest unit of each of these.
_FACTORS = {
    "kilotonne": ("tonne", Decimal(1_000)),
    "megatonne": ("tonne", Decimal(1_000_000)),
    "gigawatt": ("megawatt", Decimal(1_000)),
    "kilotonne-per-year": ("tonne-per-year", Decimal(1_000)),
    "megatonne-per-year": ("tonne-per-year", Decimal(1_000_000)),
}
# Units of things that are measured; all others count, and a count of mines is one of mines or a number.
_MEASURED = {
    "percent", "share", "percentage-point", "tonne", "kilogram", "gram", "pound", "ounce", "carat", "ton",
    "barrel",
    "megawatt", "gigawatt-hour", "megawatt-hour", "kilowatt", "year", "month", "week", "day", "hour", "metre",
    "kilometre", "mile", "hectare", "acre", "square-kilometre", "gram-per-tonne", "part-per-million",
    "tonne-per-year", "tonne-per-day", "ounce-per-year", "pound-per-year", "litre", "cubic-metre", "foot",
}  # fmt: skip
_SHARES = {"percent", "share", "percentage-point"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A claim that is a fact, as far as type and roles go."""

    claim: Claim
    fact: Fact
    differs: tuple[str, ...]

    @property
    def is_strict(self) -> bool:
        """Tell whether stance, certainty, modality, source, kind and comparator agree too."""
        return not self.differs


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The claims of a passage that are facts, and those that are not.

    `repeated` are claims that say a part of a fact that another claim has taken: one of its two parties, or
    the verification of the grade that goes with a tonnage.
    """

    pairs: tuple[Pair, ...]
    missed: tuple[Fact, ...]
    wrong: tuple[Claim, ...]
    repeated: tuple[Claim, ...]


def align(passage: Passage, file: ClaimsFile) -> Alignment:
    """Pair the claims of a file with the facts of its passage, one to one, closest quotes first."""
    spans = _label_spans(passage.facts)
    facts = {fact.id: fact for fact in passage.facts}
    candidates = []
    for claim in file.claims:
        quote = Span(claim.at or 0, (claim.at or 0) + len(claim.quote))
        for fact in passage.facts:
            if quote.overlaps(fact.quote) and _is_core(claim, fact, file=file, spans=spans, facts=facts):
                differs = _differences(claim, fact)
                distance = abs(quote.start - fact.quote.start) + abs(quote.end - fact.quote.end)
                candidates.append((len(differs), distance, claim.id, fact.id, claim, fact, differs))
    taken: set[str] = set()
    pairs = []
    for _, _, claim_id, fact_id, claim, fact, differs in sorted(candidates, key=lambda c: c[:4]):
        if f"c{claim_id}" in taken or f"f{fact_id}" in taken:
            continue
        taken |= {f"c{claim_id}", f"f{fact_id}"}
        pairs.append(Pair(claim=claim, fact=fact, differs=differs))
    grades = {claim.id for claim in file.claims if claim.relation == "hasGrade"}
    repeats = {
        c[2]
        for c in candidates
        if len(c[5].subjects) > 1 or len(c[5].objects) > 1 or c[4].subject.claim in grades
    }
    left = [claim for claim in file.claims if f"c{claim.id}" not in taken]
    return Alignment(
        pairs=tuple(pairs),
        missed=tuple(fact for fact in passage.facts if f"f{fact.id}" not in taken),
        wrong=tuple(claim for claim in left if claim.id not in repeats),
        repeated=tuple(claim for claim in left if claim.id in repeats),
    )


def _label_spans(facts: Sequence[Fact]) -> Mapping[str, tuple[Span, ...]]:
    """Give all places where a thing is named in a passage, by its label: any of them will do as evidence."""
    found: dict[str, set[Span]] = {}
    for fact in facts:
        for part in (*fact.subjects, *fact.objects):
            found.setdefault(_folded(part.label), set()).update(part.spans)
    return {label: tuple(sorted(spans)) for label, spans in found.items()}


def _is_core(
    claim: Claim,
    fact: Fact,
    *,
    file: ClaimsFile,
    spans: Mapping[str, tuple[Span, ...]],
    facts: Mapping[str, Fact],
) -> bool:
    if claim.relation != fact.relation:
        return False
    if fact.amount is not None and not same_amount(claim.quantity, fact.amount):
        return False
    if not _is_subject(claim, fact, file=file, spans=spans, facts=facts):
        return False
    if fact.amount is not None and not any(part.spans for part in fact.objects):
        return True
    others = [*claim.objects, *(a for a in (claim.destination, claim.recipient) if a is not None)]
    if claim.relation == "hasParty" or len(fact.objects) < 2:
        return all(
            any(_same(a, part, file, spans) for a in others)
            for part in fact.objects
            if part.spans or part.label
        )
    return any(_same(a, part, file, spans) for a in others for part in fact.objects)


def _is_subject(
    claim: Claim,
    fact: Fact,
    *,
    file: ClaimsFile,
    spans: Mapping[str, tuple[Span, ...]],
    facts: Mapping[str, Fact],
) -> bool:
    if not fact.subjects:
        return True
    if any(_same(claim.subject, part, file, spans) for part in fact.subjects):
        return True
    about = facts.get(fact.about or "")
    if about is None:
        return False
    target = next((c for c in file.claims if c.id == claim.subject.claim), None)
    if target is not None:
        at = target.at or 0
        return Span(at, at + len(target.quote)).overlaps(about.quote)
    return any(_same(claim.subject, part, file, spans) for part in about.subjects)


def _same(argument: Argument, part: Part, file: ClaimsFile, spans: Mapping[str, tuple[Span, ...]]) -> bool:
    places = (*part.spans, *spans.get(_folded(part.label), ()))
    at = argument.at or 0
    own = [Span(at, at + len(argument.words))]
    if argument.antecedent is not None:
        before = argument.antecedent.at or 0
        own.append(Span(before, before + len(argument.antecedent.words)))
    if any(a.overlaps(b) for a in own for b in places):
        return True
    if argument.entity is None:
        return False
    entity = file.entities[argument.entity]
    names = {_folded(entity.label), _folded((entity.iri or "").split(":")[-1])}
    return _folded(part.label) in names or _folded(part.label).removeprefix("governmentof") in names - {""}


def _folded(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", label.lower().removeprefix("the "))


def same_amount(found: Quantity | FoundQuantity | None, wanted: Amount) -> bool:
    """Tell whether an amount that was found is that of a fact, whatever unit each is written in."""
    if found is None:
        return False
    if wanted.value is None or found.value is None:
        return wanted.value is None and found.value is None
    unit, factor = _FACTORS.get(found.unit, (found.unit, Decimal(1)))
    other, other_factor = _FACTORS.get(wanted.unit, (wanted.unit, Decimal(1)))
    counts = not {unit, other} & _MEASURED and not (unit.isupper() or other.isupper())
    per = unit.split("-per-")[0] == other.split("-per-")[0]
    same_unit = counts or per or unit == other or {unit, other} <= _SHARES
    return same_unit and _near(found.value * factor, wanted.value * other_factor)


def _near(one: Decimal, other: Decimal) -> bool:
    """Compare two numbers to half a percent: a third is written as 33, 33.3 and 33.33."""
    return abs(one - other) <= abs(other) * Decimal("0.015")


def _differences(claim: Claim, fact: Fact) -> tuple[str, ...]:
    found = []
    for name, one, other in (
        ("stance", claim.stance, fact.stance),
        ("certainty", claim.certainty, fact.certainty),
        ("modality", claim.modality, fact.modality),
        ("attribution", claim.attribution.kind, fact.attribution),
        ("kind", claim.kind, fact.kind),
    ):
        if str(one) != str(other):
            found.append(name)
    amounts = fact.amount is not None and claim.quantity is not None
    if amounts and str(claim.quantity.comparator) != fact.amount.comparator:  # type: ignore[union-attr]
        found.append("comparator")
    if fact.outcome is not None and str(claim.outcome) != fact.outcome:
        found.append("outcome")
    return tuple(found)
