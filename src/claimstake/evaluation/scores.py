"""Precision, recall and F1, with intervals, of all claims and of each kind."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from claimstake.evaluation.alignment import Alignment, align
from claimstake.evaluation.recovery import recovered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimstake.claims.schema import Claim, ClaimsFile
    from claimstake.evaluation.gold import Fact, Passage

_FIELDS = ("stance", "certainty", "modality", "attribution", "kind", "comparator", "outcome")
_FLAGSHIP = {"resource-estimate", "verification", "agreement"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Right claims among the claims made, found facts among the facts wanted."""

    right: int
    made: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of the claims made that are right; 1 where none was made."""
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """Share of the facts wanted that were found; 1 where none is wanted."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def interval(hits: int, of: int) -> tuple[float, float]:
    """Give the 95 % interval of a share, by Wilson's method, which holds for small numbers too."""
    if not of:
        return 0.0, 1.0
    z, p = 1.96, hits / of
    centre = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, centre - half), min(1.0, centre + half)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The scores of a set of passages.

    Args:
        core: Type and roles.
        strict: Stance, certainty, modality, source, kind, comparator and outcome as well.
        main: Strict, of facts of tier A alone.
        fields: For each of those, the share of the core claims in which it is right.
        spans: Arguments and quotes whose words stand where they are said to, of all.
    """

    passages: int
    core: Score
    strict: Score
    main: Score
    flagship: Score
    kinds: Mapping[str, Score]
    fields: Mapping[str, tuple[int, int]]
    recovered: tuple[int, int]
    spans: tuple[int, int]
    assessed: tuple[int, int]
    alignments: Mapping[str, Alignment]


def score_passages(passages: Sequence[Passage], extract: Callable[[Passage], ClaimsFile]) -> Report:
    """Extract the claims of each passage and score them.

    Args:
        passages: Articles with their facts.
        extract: What makes the claims.
    """
    files = {passage.name: extract(passage) for passage in passages}
    aligned = {passage.name: align(passage, files[passage.name]) for passage in passages}
    wanted = [fact for passage in passages for fact in passage.facts]
    return Report(
        passages=len(passages),
        core=_score(aligned, wanted, strict=False),
        strict=_score(aligned, wanted, strict=True),
        main=_score(aligned, wanted, strict=True, keep=lambda fact: fact.tier == "A"),
        flagship=_score(aligned, wanted, strict=False, kind=_is_flagship),
        kinds={
            kind: _score(aligned, wanted, strict=False, kind=partial(_is_of_kind, kind=kind))
            for kind in sorted({fact.kind for fact in wanted})
        },
        fields=_fields(aligned),
        recovered=_recovered(passages, files),
        spans=_spans(passages, files),
        assessed=_assessed(passages, files),
        alignments=aligned,
    )


def _is_of_kind(item: Claim | Fact, *, kind: str) -> bool:
    return item.kind == kind


def _is_flagship(item: Claim | Fact) -> bool:
    """Tell whether it is an estimate, a verification, an agreement or about money."""
    if item.kind in _FLAGSHIP:
        return True
    amount = getattr(item, "amount", None) or getattr(item, "quantity", None)
    return amount is not None and len(amount.unit) == 3 and amount.unit.isupper()


def _score(
    aligned: Mapping[str, Alignment],
    wanted: Sequence[Fact],
    *,
    strict: bool,
    keep: Callable[[Fact], bool] = lambda fact: fact.tier in {"A", "B"},
    kind: Callable[[Claim | Fact], bool] | None = None,
) -> Score:
    of_kind = kind or (lambda item: True)
    right = made = found = 0
    for alignment in aligned.values():
        pairs = [p for p in alignment.pairs if of_kind(p.claim) or of_kind(p.fact)]
        good = [p for p in pairs if p.is_strict or not strict]
        right += len(good)
        made += len(pairs) + sum(of_kind(claim) for claim in alignment.wrong)
        found += sum(keep(p.fact) and of_kind(p.fact) for p in good)
    return Score(right=right, made=made, found=found, wanted=sum(keep(f) and of_kind(f) for f in wanted))


def _fields(aligned: Mapping[str, Alignment]) -> dict[str, tuple[int, int]]:
    found = {}
    for name in _FIELDS:
        pairs = [p for a in aligned.values() for p in a.pairs]
        if name == "comparator":
            pairs = [p for p in pairs if p.fact.amount is not None]
        if name == "outcome":
            pairs = [p for p in pairs if p.fact.outcome is not None]
        found[name] = (sum(name not in p.differs for p in pairs), len(pairs))
    return found


def _recovered(passages: Sequence[Passage], files: Mapping[str, ClaimsFile]) -> tuple[int, int]:
    facts = [(fact, files[p.name]) for p in passages for fact in p.facts if fact.tier in {"A", "B"}]
    return sum(recovered(fact, file) for fact, file in facts), len(facts)


def _spans(passages: Sequence[Passage], files: Mapping[str, ClaimsFile]) -> tuple[int, int]:
    good = total = 0
    for passage in passages:
        for claim in files[passage.name].claims:
            evidence = [(claim.quote, claim.at), *((a.words, a.at) for _, a in claim.arguments())]
            if claim.quantity is not None:
                evidence.append((claim.quantity.words, claim.quantity.at))
            total += len(evidence)
            good += sum(at is not None and passage.text.startswith(words, at) for words, at in evidence)
    return good, total


def _assessed(passages: Sequence[Passage], files: Mapping[str, ClaimsFile]) -> tuple[int, int]:
    """Count the places that name a reporting standard, and those that a verification claim speaks of."""
    from claimstake.lexicon import read_lexicon

    good = total = 0
    for passage in passages:
        claims = [c for c in files[passage.name].claims if c.relation in {"verifiedUnder", "reportsUnder"}]
        spans = [(c.at or 0, (c.at or 0) + len(c.quote)) for c in claims]
        for found in read_lexicon().find(passage.text):
            if found.name.entry.type != "ReportingStandard":
                continue
            total += 1
            good += any(start <= found.start and found.end <= end for start, end in spans)
    return good, total
