"""The gold rows, and what a graph says of the same claims, in one form so that they compare."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

GOLD = Path(__file__).parent / "gold"

SECTIONS = {"key-takeaways": "takeaways", "point-of-view": "editorial"}
COMPARATORS = {
    "=": "equal",
    "approximately": "about",
    "nearly (approx, below)": "nearly",
    ">=": "atLeast",
    "vague": "vague",
}
UNITS = {"share of potential revenue": "share"}
TIMES = {
    "": "",
    "deadline 2028": "../2028",
    "as of 2026-01-17": "2026-01-17",
    "since 2010": "2010/..",
    ">= 10 years from 2026-01-17": "2036-01-17/..",
    "ongoing": "/..",
    "for years (unbounded)": "/2026-01-17",
    "after suspension ends (date unknown)": "/..",
    "before suspension": "../",
}
NAMES = {
    "(readers)": "Readers",
    "any internationally recognized standard": "InternationallyRecognizedStandard",
    "China involvement": "ChinaInvolvement",
    "fleeting (temporary)": "fleeting",
    "its potential": "DealPotential",
    "limitations of the mining sector": "MiningSectorLimitations",
    "long term": "LongTerm",
    "official claims (F26)": "F26",
    "Pakistan GDP": "PakistanGDP",
    "Pakistan standing": "PakistanStanding",
    "PakistanMineralReserves (extensive)": "PakistanMineralReserves",
    "RareEarthMinerals with US assistance": "RareEarthMinerals",
    "RawMinerals (not processed products)": "RawMinerals",
    "underdevelopment": "Underdevelopment",
}
SOURCES = {
    "experts (unnamed)": "Experts",
    "Geopolitical Mirror report": "GeopoliticalMirrorReport",
    "Government of Pakistan": "GovernmentOfPakistan",
    "many analysts (unnamed)": "Analysts",
    "NationPress (editorial)": "NationPress",
    "NationPress (narrator)": "NationPress",
    "unnamed accusers": "UnnamedAccusers",
    "unnamed optimists": "UnnamedOptimists",
    'unspecified ("raises concerns")': "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A quantity, as the words state it."""

    value: Decimal | None
    unit: str
    comparator: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One fact of the article, as the gold or as a graph has it."""

    id: str
    kind: str
    section: str
    quote: str
    start: int
    end: int
    subject: str
    relation: str
    objects: frozenset[str]
    origin: str
    destination: str
    amount: Amount | None
    edtf: str
    attribution: str
    sources: frozenset[str]
    stance: str
    certainty: str
    modality: str
    restates: str


def gold_rows() -> dict[str, Row]:
    """Read the gold rows, by id."""
    lines = (GOLD / "seed-facts.jsonl").read_text(encoding="utf-8").splitlines()
    return {row.id: row for row in map(_row, lines)}


def _row(line: str) -> Row:
    fact = json.loads(line)
    objects, origin, destination = _objects(fact["object"], time=fact["time"])
    quantity = fact["quantity"]
    return Row(
        id=fact["id"],
        kind=fact["kind"],
        section=SECTIONS.get(fact["section"], fact["section"]),
        quote=fact["quote"],
        start=fact["start"],
        end=fact["end"],
        subject=NAMES.get(fact["subject"], fact["subject"]),
        relation=fact["predicate"],
        objects=objects,
        origin=origin,
        destination=destination,
        amount=quantity
        and Amount(
            value=None if quantity["value"] is None else Decimal(str(quantity["value"])),
            unit=UNITS.get(quantity["unit"], quantity["unit"]),
            comparator=COMPARATORS[quantity["comparator"]],
            text=quantity["text"],
        ),
        edtf=TIMES.get(fact["time"], fact["time"]),
        attribution=fact["attribution_kind"],
        sources=frozenset(SOURCES.get(name, name) for name in fact["attributed_to"].split("; ")) - {""},
        stance=fact["stance"],
        certainty=fact["certainty"],
        modality=fact["modality"],
        restates=fact["same_as"] or "",
    )


def _objects(text: str, *, time: str) -> tuple[frozenset[str], str, str]:
    """Give the objects, and the origin and destination of goods.

    An object that is only the time of the row is the row's time.
    """
    goods, colon, route = text.partition(": ")
    origin, _, destination = route.partition(" -> ")
    names = goods.split("; ") if colon or text not in {"", time} else []
    return frozenset(NAMES.get(name, name) for name in names), origin, destination
