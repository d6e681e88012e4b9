"""Write scores for people and for programs, and compare them with the floors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimstake.errors import InputError
from claimstake.evaluation.scores import Report, Score, interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from claimstake.claims.schema import Claim
    from claimstake.evaluation.gold import Fact, Passage


def report_lines(report: Report, *, kinds: bool = True) -> Iterator[str]:
    """Give the scores as lines of a table."""
    yield f"{'':18} {'precision':>24}  {'recall':>24}     F1"
    # Briefs say nothing of kind, stance and source.
    in_full = set(report.kinds) != {""}
    for name, score in _scores(report).items():
        if in_full or name == "core":
            yield _line(name, score)
    if kinds and in_full:
        yield ""
        for name, score in report.kinds.items():
            yield _line(f"  {name}", score)
    yield ""
    for name, (right, of) in report.fields.items():
        if of and (in_full or name == "comparator"):
            yield f"{name:18} {right / of:.3f} ({right}/{of}) of the claims that are right in type and roles"
    yield f"{'recoverable':18} {_share(report.recovered)} of the facts, from the statements"
    yield f"{'literal spans':18} {_share(report.spans)} of quotes and arguments"
    yield f"{'codes assessed':18} {_share(report.assessed)} of the places that name a reporting standard"


def _scores(report: Report) -> dict[str, Score]:
    return {"core": report.core, "strict": report.strict, "main": report.main, "flagship": report.flagship}


def _line(name: str, score: Score) -> str:
    return (
        f"{name:18} {_counted(score.precision, score.right, score.made)}  "
        f"{_counted(score.recall, score.found, score.wanted)}  {score.f1:.3f}"
    )


def _counted(share: float, hits: int, of: int) -> str:
    low, high = interval(hits, of)
    return f"{share:.3f} {low:.2f}-{high:.2f} {f'{hits}/{of}':>8}"


def _share(counted: tuple[int, int]) -> str:
    hits, of = counted
    return f"{hits / of if of else 1:.3f} ({hits}/{of})"


def report_json(report: Report) -> str:
    """Give the scores as JSON, with the counts that they are made of."""

    def score(found: Score) -> Mapping[str, float | int]:
        return {
            "precision": round(found.precision, 4),
            "recall": round(found.recall, 4),
            "f1": round(found.f1, 4),
            "right": found.right,
            "made": found.made,
            "found": found.found,
            "wanted": found.wanted,
        }

    content = {
        "passages": report.passages,
        **{name: score(found) for name, found in _scores(report).items()},
        "kinds": {name: score(found) for name, found in report.kinds.items()},
        "fields": {name: {"right": right, "of": of} for name, (right, of) in report.fields.items()},
        "recoverable": {"right": report.recovered[0], "of": report.recovered[1]},
        "spans": {"right": report.spans[0], "of": report.spans[1]},
        "assessed": {"right": report.assessed[0], "of": report.assessed[1]},
    }
    return json.dumps(content, indent=2)


def error_lines(report: Report, passages: Sequence[Passage]) -> Iterator[str]:
    """List, passage by passage, facts that were missed (-).

    Claims that are wrong (+) or differ in a field (~).
    """
    texts = {passage.name: passage.text for passage in passages}
    for name, alignment in report.alignments.items():
        yield f"{name}"
        for pair in alignment.pairs:
            if pair.differs:
                differs = ", ".join(pair.differs)
                yield f"  ~ {pair.fact.id} {pair.fact.relation}: {differs} ({pair.claim.rule})"
        yield from (f"  - {_fact(fact, texts[name])}" for fact in alignment.missed)
        yield from (f"  + {_claim(claim)}" for claim in alignment.wrong)


def _fact(fact: Fact, text: str) -> str:
    return f"{fact.id} {fact.tier} {fact.relation}: {text[fact.quote.start : fact.quote.end]!r}"


def _claim(claim: Claim) -> str:
    objects = "; ".join(argument.words for argument in claim.objects)
    amount = claim.quantity.words if claim.quantity else ""
    return f"{claim.relation} ({claim.rule}): {claim.subject.words!r} {objects!r} {amount} in {claim.quote!r}"


def below_floors(report: Report, *, floors: Path, part: str) -> list[str]:
    """Give a line for each score that is below its floor.

    Args:
        report: The scores.
        floors: YAML file: for each part, floors by name, such as `core.precision`.
        part: Name of the part.

    Raises:
        InputError: The file has no floors for the part, or names a score that there is not.
    """
    import yaml

    listed = yaml.safe_load(floors.read_text(encoding="utf-8"))
    if part not in listed:
        raise InputError(f"{floors} has no floors for {part}.", cure=f"It has {', '.join(listed)}.")
    lines = []
    for name, floor in listed[part].items():
        value = _value(report, name, where=str(floors))
        if value < floor - 1e-9:
            lines.append(f"{part}: {name} is {value:.3f}, below its floor {floor:.3f}")
    return lines


def _value(report: Report, name: str, *, where: str) -> float:
    group, _, measure = name.partition(".")
    shares = {
        "recoverable": report.recovered,
        "spans": report.spans,
        "assessed": report.assessed,
        **report.fields,
    }
    if group in shares and not measure:
        right, of = shares[group]
        return right / of if of else 1.0
    scores = _scores(report)
    if group in scores and measure in {"precision", "recall", "f1"}:
        return float(getattr(scores[group], measure))
    raise InputError(
        f"{where} has a floor for {name}, which is no score.", cure="Name one such as core.precision."
    )
