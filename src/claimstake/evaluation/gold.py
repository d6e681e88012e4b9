"""Read gold: a folder with `article.txt` and `gold.jsonl`, or with a reviewed `claims.yaml`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimstake.errors import InputError
from claimstake.mentions import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claimstake.claims.schema import Argument, ClaimsFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One subject or object of a fact: what it is called, and where its words stand."""

    label: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """The amount of a fact."""

    value: Decimal | None
    upper: Decimal | None
    unit: str
    comparator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A claim made by hand, in the form that scoring needs."""

    id: str
    tier: str
    kind: str
    relation: str
    quote: Span
    subjects: tuple[Part, ...]
    objects: tuple[Part, ...]
    amount: Amount | None
    attribution: str
    stance: str
    certainty: str
    modality: str
    outcome: str | None = None
    about: str | None = None
    time: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """An article with its facts."""

    name: str
    text: str
    title: str
    published: str | None
    facts: tuple[Fact, ...]


def read_passages(paths: Sequence[Path]) -> tuple[Passage, ...]:
    """Read every folder with gold at or below the paths, in the order of their names.

    Raises:
        InputError: If there is none, or one cannot be read.
    """
    found: list[Passage] = []
    for path in paths:
        folders = sorted({p.parent for name in ("gold.jsonl", "claims.yaml") for p in path.rglob(name)})
        if path.is_file():
            folders = [path.parent]
        found.extend(_passage(folder) for folder in folders)
    if not found:
        listed = ", ".join(str(path) for path in paths)
        raise InputError(
            f"There is no gold in {listed}.",
            cure="Name a folder whose folders hold article.txt and gold.jsonl.",
        )
    return tuple(found)


def _passage(folder: Path) -> Passage:
    text = _read(folder / "article.txt")
    title = next(line for line in text.splitlines() if line.strip())
    gold = folder / "gold.jsonl"
    if gold.exists():
        facts = tuple(_facts(_read(gold), path=gold))
        return Passage(name=folder.name, text=text, title=title, published=_published(text), facts=facts)
    from claimstake.claims.reader import read_claims

    checked = read_claims(folder / "claims.yaml")
    return Passage(
        name=folder.name,
        text=text,
        title=checked.file.article.title,
        published=checked.file.article.published,
        facts=tuple(_of_claims(checked.file, text)),
    )


def _published(text: str) -> str | None:
    """Find the day of publication, as written in the dateline or the first lines."""
    from claimstake.times import find_times

    for line in text.splitlines()[:4]:
        for found in find_times(line[:160], None):
            if re.fullmatch(r"\d{4}-\d\d-\d\d", found.edtf):
                return found.edtf
    return None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", cure="Check the path.") from error


def _facts(text: str, *, path: Path) -> Iterator[Fact]:
    for n, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield _fact(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"{path}, line {n}: {error!r}", cure="See benchmarks/passages/README.md."
            ) from error


def _fact(row: dict[str, Any]) -> Fact:
    quantity = row["quantity"]
    about = row["subject"] if re.fullmatch(r"[FD]\d+", row["subject"] or "") else None
    return Fact(
        id=row["id"],
        tier=row["tier"],
        kind=row["kind"],
        relation=row["predicate"],
        quote=Span(row["start"], row["end"]),
        subjects=tuple(_parts(row, "subject")),
        objects=tuple(_parts(row, "object")),
        amount=None
        if quantity is None
        else Amount(
            value=_decimal(quantity["value"]),
            upper=_decimal(quantity.get("upper")),
            unit=quantity["unit"],
            comparator=quantity["comparator"],
        ),
        attribution=row["attribution_kind"],
        stance=row["stance"],
        certainty=row["certainty"],
        modality=row["modality"],
        outcome=row.get("outcome"),
        about=about,
        time=row["time"],
    )


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _parts(row: dict[str, Any], role: str) -> Iterator[Part]:
    words, start = row.get(f"{role}_words"), row.get(f"{role}_start")
    labels = [label.strip() for label in (row.get(role) or "").split(";")]
    if words is None:
        if row.get(role):
            yield Part(label=row[role], spans=())
        return
    pieces = [words] if not isinstance(start, list) else words.split("; ")
    starts = start if isinstance(start, list) else [start]
    if len(labels) != len(pieces):
        labels = [row[role] or ""] * len(pieces)
    for label, piece, at in zip(labels, pieces, starts, strict=False):
        yield Part(label=label, spans=(Span(at, at + len(piece)),))


def _of_claims(file: ClaimsFile, text: str) -> Iterator[Fact]:
    from claimstake.claims.evidence import Span as Where
    from claimstake.claims.evidence import find_words

    for claim in file.claims:
        where = find_words(text, words=claim.quote, at=claim.at)

        def part(argument: Argument, where: Where = where) -> Part:
            span = find_words(text, words=argument.words, at=argument.at, inside=where)
            spans = [Span(span.start, span.end)]
            if argument.antecedent is not None:
                before = find_words(text, words=argument.antecedent.words, at=argument.antecedent.at)
                spans.append(Span(before.start, before.end))
            label = (
                file.entities[argument.entity].label
                if argument.entity
                else str(argument.claim or argument.value)
            )
            return Part(label=label, spans=tuple(spans))

        yield Fact(
            id=claim.id,
            tier="-" if claim.restates else "A",
            kind=claim.kind,
            relation=claim.relation,
            quote=Span(where.start, where.end),
            subjects=(part(claim.subject),),
            objects=tuple(part(argument) for argument in claim.objects),
            amount=None
            if claim.quantity is None
            else Amount(
                value=claim.quantity.value,
                upper=claim.quantity.upper,
                unit=claim.quantity.unit,
                comparator=claim.quantity.comparator,
            ),
            attribution=claim.attribution.kind,
            stance=claim.stance,
            certainty=claim.certainty,
            modality=claim.modality,
            outcome=claim.outcome,
            about=claim.subject.claim,
            time=claim.time.edtf if claim.time else "",
        )
