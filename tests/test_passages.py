"""The passages' gold: literal, from closed lists, and complete in number."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from claimstake.assets import ONTOLOGY
from claimstake.closed_lists import AttributionKind, Certainty, Comparator, Modality, Outcome, Section, Stance
from claimstake.ontology_terms import measure_of, read_ontology

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

PASSAGES = ONTOLOGY.parent / "benchmarks" / "passages"
# Passages of each part, and words that an article may have.
PARTS = {"check": 14, "develop": 14, "final": 14, "unseen": 24}
WORDS = range(150, 351)
FOLDERS = sorted(PASSAGES.glob("*/*/"))
FIELDS = {
    "id", "tier", "section", "quote", "start", "end", "kind", "subject", "subject_words", "subject_start",
    "predicate", "object", "object_words", "object_start", "quantity", "attributed_to", "attribution_kind",
    "certainty", "modality", "stance", "time", "outcome", "note", "same_as",
}  # fmt: skip
CLOSED: dict[str, Collection[object]] = {
    "tier": {"A", "B", "C", "-"},
    "section": set(Section),
    "attribution_kind": set(AttributionKind),
    "certainty": set(Certainty),
    "modality": set(Modality),
    "stance": set(Stance),
    "outcome": {None, *Outcome},
}
FREE_KINDS = {"forecast", "risk", "plan", "question", "supposition", "norm", "allegation"}
EDTF = re.compile(r"|(\d{4}|\d{3}X)(-\d\d){0,2}|(\.\.|\d{4}(-\d\d){0,2})/(\.\.|\d{4}(-\d\d){0,2})")

Row = dict[str, Any]


def read_rows(folder: Path) -> list[Row]:
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def starts_of(words: str, start: int | list[int]) -> list[tuple[str, int]]:
    if isinstance(start, int):
        return [(words, start)]
    return list(zip(words.split("; "), start, strict=True))


def faults_of_words(row: Row, article: str) -> Iterator[str]:
    if article[row["start"] : row["end"]] != row["quote"]:
        yield "quote"
    for role in ("subject", "object"):
        words, start = row[f"{role}_words"], row[f"{role}_start"]
        if words is None:
            if role == "subject" or start is not None:
                yield f"{role}_words"
            continue
        if any(article[at : at + len(part)] != part or not part for part, at in starts_of(words, start)):
            yield f"{role}_words"
    if row["quantity"] is not None and row["quantity"]["text"] not in row["quote"]:
        yield "quantity text"


def faults_of_quantity(row: Row) -> Iterator[str]:
    quantity = row["quantity"]
    if quantity is None:
        return
    if measure_of(quantity["unit"], ontology=read_ontology()) is None:
        yield "unit"
    if quantity["comparator"] not in set(Comparator):
        yield "comparator"
    if (quantity["value"] is None) != (quantity["comparator"] == "vague"):
        yield "value"
    if ("upper" in quantity) != (quantity["comparator"] == "between"):
        yield "upper"


def faults_of_lists(row: Row) -> Iterator[str]:
    ontology = read_ontology()
    if set(row) != FIELDS:
        yield "fields"
    yield from (field for field, allowed in CLOSED.items() if row[field] not in allowed)
    if row["kind"] not in ontology.value_lists["claim-kind"]:
        yield "kind"
    if row["predicate"] not in ontology.relations:
        yield "predicate"
    elif row["kind"] not in FREE_KINDS and row["predicate"] != "relatedTo":  # it relates anything
        kinds = ontology.relations[row["predicate"]].claim_kinds
        if kinds and row["kind"] not in kinds | {"background"}:
            yield "kind of the relation"
    if (row["outcome"] is None) == (row["predicate"] == "verifiedUnder"):
        yield "outcome"
    if not EDTF.fullmatch(row["time"]):
        yield "time"


def faults_of_links(rows: list[Row]) -> Iterator[str]:
    by_id = {row["id"]: row for row in rows}
    if len(by_id) != len(rows):
        yield "id twice"
    for row in rows:
        restated = by_id.get(row["same_as"])
        if (row["tier"] == "-") != (restated is not None):
            yield f"{row['id']}: same_as"
        elif restated is not None and any(restated[key] != row[key] for key in ("predicate", "stance")):
            yield f"{row['id']}: restates something else"
        for role in ("subject", "object"):
            if re.fullmatch(r"[FD]\d\d", row[role] or "") and row[role] not in by_id:
                yield f"{row['id']}: {role}"


def faults_of(rows: list[Row], article: str) -> list[str]:
    found = [
        f"{row['id']}: {fault}"
        for row in rows
        for fault in (*faults_of_words(row, article), *faults_of_quantity(row), *faults_of_lists(row))
    ]
    return [*found, *faults_of_links(rows)]


def test_the_passages_of_each_part_are_numbered() -> None:
    numbers = {part: sorted(folder.name[:2] for folder in (PASSAGES / part).iterdir()) for part in PARTS}

    assert numbers == {part: [f"{n:02d}" for n in range(1, count + 1)] for part, count in PARTS.items()}


def test_each_part_has_its_facts() -> None:
    facts = Counter(folder.parent.name for folder in FOLDERS for _ in read_rows(folder))

    assert facts == {"check": 301, "develop": 312, "final": 313, "unseen": 774}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_gold_is_literal_and_from_the_lists(folder: Path) -> None:
    article = (folder / "article.txt").read_text(encoding="utf-8")

    assert faults_of(read_rows(folder), article) == []
    assert len(article.split()) in WORDS


def test_no_article_stands_in_two_parts() -> None:
    texts = Counter(sentence for folder in FOLDERS for sentence in sentences_of(folder))

    assert [sentence for sentence, count in texts.items() if count > 1] == []


def sentences_of(folder: Path) -> set[str]:
    text = (folder / "article.txt").read_text(encoding="utf-8")
    return {sentence for sentence in re.split(r"(?<=[.?!])\s+|\n", text) if len(sentence.split()) > 5}


SPOILED: dict[str, tuple[Callable[[Row], object], str]] = {
    "quote of other words": (lambda row: row.update(quote="It never said this"), "quote"),
    "quote one to the right": (lambda row: row.update(start=row["start"] + 1), "quote"),
    "subject not in the article": (lambda row: row.update(subject_words="Atlantis"), "subject_words"),
    "object not in the article": (lambda row: row.update(object_words="Atlantis"), "object_words"),
    "object without its place": (lambda row: row.update(object_words=None), "object_words"),
    "unknown kind": (lambda row: row.update(kind="gossip"), "kind"),
    "kind of another relation": (lambda row: row.update(kind="verification"), "kind of the relation"),
    "unknown relation": (lambda row: row.update(predicate="admires"), "predicate"),
    "unknown stance": (lambda row: row.update(stance="hopes"), "stance"),
    "unknown section": (lambda row: row.update(section="key-takeaways"), "section"),
    "outcome where none belongs": (lambda row: row.update(outcome="verified"), "outcome"),
    "time that is no EDTF": (lambda row: row.update(time="next spring"), "time"),
    "field too many": (lambda row: row.update(mood="gloomy"), "fields"),
    "restates nothing": (lambda row: row.update(tier="-"), "same_as"),
    "unit of nowhere": (lambda row: row["quantity"].update(unit="furlong"), "unit"),
    "words not in the quote": (lambda row: row["quantity"].update(text="a lot"), "quantity text"),
    "vague with a value": (lambda row: row["quantity"].update(comparator="vague"), "value"),
    "range without its end": (lambda row: row["quantity"].update(comparator="between"), "upper"),
}


@pytest.mark.parametrize(("spoil", "fault"), SPOILED.values(), ids=SPOILED)
def test_spoiled_gold_is_refused(spoil: Callable[[Row], object], fault: str) -> None:
    folder = PASSAGES / "develop" / "01-zimbabwe-lithium-export-ban"
    article = (folder / "article.txt").read_text(encoding="utf-8")
    rows = read_rows(folder)
    row = next(row for row in rows if row["predicate"] == "exports")
    assert row["quantity"] is not None

    spoil(row)

    assert f"{row['id']}: {fault}" in faults_of(rows, article)
