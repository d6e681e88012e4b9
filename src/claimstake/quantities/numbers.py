"""Read numbers, in figures and in words, with their scale: `1,300`, `two hundred and fifty`, `6 trillion`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONES = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SMALL = {word: n for n, word in enumerate(_ONES.split("|"))} | {
    word: 10 * n for n, word in enumerate(_TENS.split("|"), start=2)
}
SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1_000),
    "lakh": Decimal(100_000),
    "million": Decimal(1_000_000),
    "crore": Decimal(10_000_000),
    "billion": Decimal(1_000_000_000),
    "trillion": Decimal(1_000_000_000_000),
}
SHORT_SCALES = {
    "k": SCALES["thousand"],
    "m": SCALES["million"],
    "mn": SCALES["million"],
    "mln": SCALES["million"],
    "mm": SCALES["million"],
    "b": SCALES["billion"],
    "bn": SCALES["billion"],
    "bln": SCALES["billion"],
    "t": SCALES["trillion"],
    "tn": SCALES["trillion"],
    "trn": SCALES["trillion"],
}
# A third has no end as a decimal; one digit after the point of a percentage is what people write.
FRACTIONS = {
    "half": Decimal("0.5"),
    "third": Decimal("0.333"),
    "quarter": Decimal("0.25"),
    "fifth": Decimal("0.2"),
    "tenth": Decimal("0.1"),
}
PERIODS = {"decade": Decimal(10), "century": Decimal(100), "dozen": Decimal(12)}
_TIMES = {"once": 1, "twice": 2}
# What an act multiplies by, by its verb; with their forms: "doubled", "trebling", "tenfold".
MULTIPLIERS = {"double": 2, "treble": 3, "triple": 3, "quadruple": 4, "quintuple": 5}
_MULTIPLIED = re.compile(r"\b(doubl|trebl|tripl|quadrupl|quintupl)(?:e[sd]?|ing)\b", re.IGNORECASE)
_FOLD = re.compile(r"\b([a-z]+)-?fold\b", re.IGNORECASE)

FIGURES = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_LONG = "|".join(SCALES)
# "two and a half", "twenty-five", "two hundred and fifty thousand", "half a million", "a hundred".
IN_WORDS = (
    rf"(?:(?:{_SMALL})(?:[ -](?:{_SMALL}))?(?:\s+and\s+a\s+(?:half|quarter))?|half\s+an?|"
    rf"quarter\s+of\s+an?|an?)"
    rf"\s+(?:{_LONG})(?:(?:\s+and)?\s+(?:{_SMALL}|{_LONG})(?:-(?:{_SMALL}))?)*"
    rf"|(?:{_SMALL})(?:-(?:{_SMALL}))?(?:\s+and\s+a\s+(?:half|quarter))?"
)
LONG_SCALE = rf"(?:{_LONG})s?"
SHORT_SCALE = "|".join(sorted(SHORT_SCALES, key=len, reverse=True))


def of_figures(text: str) -> Decimal:
    """Read figures: `1,300.5` is 1300.5."""
    return Decimal(text.replace(",", ""))


def of_words(text: str) -> Decimal:
    """Read a number in words: `two hundred and fifty` is 250, `half a million` 500000.

    Raises:
        KeyError: If a word is no number word.
    """
    total, current = Decimal(0), Decimal(0)
    words = re.split(r"[\s-]+", text.lower())
    for position, word in enumerate(words):
        if word in SMALL:
            current += SMALL[word]
        elif word in SCALES:
            scale = SCALES[word]
            current = max(current, Decimal(1)) * scale if current else scale
            if scale > SCALES["hundred"]:
                total, current = total + current, Decimal(0)
        elif word in FRACTIONS:
            current += FRACTIONS[word]
        elif word not in {"and", "a", "an", "of"}:
            raise KeyError(word)
        elif word in {"a", "an"} and position == 0:
            current = Decimal(1)
    return total + current


def value_of(text: str) -> Decimal:
    """Read a number in figures or in words, with or without a long scale after it."""
    if not text[0].isdigit() and text[0] != ".":
        return of_words(text)
    parts = text.split()
    value = of_figures(parts[0])
    for scale in parts[1:]:
        value *= SCALES[scale.lower().removesuffix("s")]
    return value


def numbers_in(text: str) -> frozenset[Decimal]:
    """Give every number that the words of a text can mean.

    The set is generous, since it is used to refuse a stated number that the words cannot mean: `$6 trillion`
    gives 6 and 6,000,000,000,000; `a decade` 10; `three-step` 3; `half` 0.5 and 50. `dozens` gives none.
    """
    found: set[Decimal] = set()
    for match in re.finditer(rf"(?<![\d.])(?:{FIGURES})", text):
        value = of_figures(match[0])
        found.add(value)
        scales = re.match(
            rf"[ -]?({LONG_SCALE})\b|[ ]?({SHORT_SCALE})(?![A-Za-z])", text[match.end() :], re.IGNORECASE
        )
        if scales:
            scale = scales[1].lower().removesuffix("s") if scales[1] else ""
            found.add(value * (SCALES[scale] if scale else SHORT_SCALES[scales[2].lower()]))
        found |= {value * scale for scale in _of_unit(text[match.end() :])}
    found |= _shared_scales(text)
    for match in re.finditer(rf"\b(?:{IN_WORDS})\b", text, re.IGNORECASE):
        value = of_words(match[0])
        found.add(value)
        found |= {value * scale for scale in _of_unit(text[match.end() :])}
        found |= _in_parts(match[0])
    found |= _fractions_in(text)
    for match in re.finditer(r"\b(once|twice)\b", text, re.IGNORECASE):
        found.add(Decimal(_TIMES[match[0].lower()]))
    found |= {Decimal(MULTIPLIERS[f"{match[1].lower()}e"]) for match in _MULTIPLIED.finditer(text)}
    found |= {Decimal(SMALL[match[1].lower()]) for match in _FOLD.finditer(text) if match[1].lower() in SMALL}
    for match in re.finditer(
        r"\b(?:an?|one|the(?: last| past| next| coming)?) (decade|century|dozen)\b", text, re.I
    ):
        found.add(PERIODS[match[1].lower()])
    return frozenset(found)


def _in_parts(words: str) -> set[Decimal]:
    return {Decimal(SMALL[word]) for word in re.split(r"[\s-]+", words.lower()) if word in SMALL}


def _of_unit(after: str) -> Iterator[Decimal]:
    """Give the factors that the unit after a number can stand for: `5 decades`, `45 Mt`, `2.1 Moz`."""
    match = re.match(r"[ -]?(decade|centur|dozen|[MkGK](?:t|oz|lb|W)|billion|million|thousand)", after)
    if match is None:
        return
    unit = match[1]
    if unit in {"decade", "centur", "dozen"}:
        yield PERIODS.get(unit, PERIODS["century"])
    elif unit in SCALES:
        yield SCALES[unit]
    else:
        yield {
            "k": SCALES["thousand"],
            "K": SCALES["thousand"],
            "M": SCALES["million"],
            "G": SCALES["billion"],
        }[unit[0]]


def _shared_scales(text: str) -> set[Decimal]:
    """Read the first number of `2 to 3 million`, whose scale stands after the second."""
    pattern = (
        rf"({FIGURES})\s*(?:-|–|—|to|and|or)\s*[^\w\s]?\s*(?:US|A|C)?\$?({FIGURES})"
        rf"[ -]?({LONG_SCALE}|{SHORT_SCALE})\b"
    )
    return {
        of_figures(match[1])
        * (SCALES.get(match[3].lower().removesuffix("s")) or SHORT_SCALES[match[3].lower()])
        for match in re.finditer(pattern, text, re.IGNORECASE)
    }


def _fractions_in(text: str) -> set[Decimal]:
    found: set[Decimal] = set()
    for match in re.finditer(
        r"\b(?:(an?|one|two|three|four|nine)[ -])?(half|third|quarter|fifth|tenth)(?:s|ves)?\b|\bhalves\b",
        text,
        re.I,
    ):
        if match[2] is None:
            continue
        share = fraction(match[1] or "one", match[2])
        found |= {share, share * 100}
        if match[2].lower() == "third":
            many = SMALL.get((match[1] or "one").lower(), 1)
            found |= {
                Decimal(x) for x in (("33", "0.33", "33.33") if many == 1 else ("66", "67", "0.67", "66.67"))
            }
    return found


def fraction(many: str, part: str) -> Decimal:
    """Read a fraction in words: `two`, `third` is 0.667."""
    count = SMALL.get(many.lower(), 1)
    if part.lower() == "third" and count == 2:
        return Decimal("0.667")
    return FRACTIONS[part.lower()] * count
