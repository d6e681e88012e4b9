"""The grammar of amounts: comparator, currency sign, number, range, scale, unit, rate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claimstake.closed_lists import Comparator
from claimstake.quantities import numbers, units

# Words before a number, longest first within a line; the comparator they mean.
_BEFORE = {
    Comparator.AT_LEAST: (
        "at least|no less than|not less than|no fewer than|a minimum of|minimum of|≥|>=|as little as"
    ),
    Comparator.MORE_THAN: (
        "well over|just over|slightly more than|significantly more than|more than|over|above|exceeding|"
        "exceeds|"
        "in excess of|upwards? of|north of|greater than|>|surpassing|topping"
    ),
    Comparator.AT_MOST: (
        "at most|up to|no more than|not more than|a maximum of|maximum of|as much as|as many as|≤|<=|"
        "capped at"
    ),
    Comparator.NEARLY: "nearly|almost|close to|just under|just shy of|just below|approaching|not quite",
    Comparator.LESS_THAN: "less than|fewer than|under|below|short of|<",
    Comparator.ABOUT: (
        "approximately|about|around|roughly|circa|c\\.|ca\\.|some|an estimated|estimated|in the region of|"
        "in the order of|on the order of|~|≈"
    ),
}
_AFTER = {
    Comparator.AT_LEAST: r"\+|-plus|\s+or more|\s+or above|\s+or higher|\s+and above",
    Comparator.AT_MOST: r"\s+or less|\s+or fewer|\s+or below",
    Comparator.ABOUT: r"\s+or so",
}
_KEPT = (
    "a mere|merely|only|just|a meagre|a meager|a paltry|a modest|a record|a whopping|a further|an additional|"
    "another|a total of|a combined"
)
_SHARES = r"share|portion|part|proportion|chunk|slice|fraction|percentage|majority|bulk"
_MANY = r"tens|dozens|scores|hundreds|thousands|millions|billions|trillions"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuantity:
    """An amount in a text, with its words.

    `unit` is a key of the unit vocabulary or an ISO 4217 code; `per` what a rate is for, such as `tonne` in
    `$900 per tonne` or `year` in `20,000 tonnes a year`.
    """

    start: int
    end: int
    words: str
    value: Decimal | None
    upper: Decimal | None
    unit: str
    comparator: Comparator
    per: str | None = None

    @property
    def is_money(self) -> bool:
        """Tell whether the unit is a currency."""
        return self.unit in units.CODES


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as matched, with what stands around it: sign, scale, unit."""

    start: int
    end: int
    value: Decimal
    scaled: bool
    sign: str


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,–-])(?:(?P<sign>{units.symbol_pattern()})\s?)?"
        rf"(?:(?P<figures>{numbers.FIGURES})(?:(?:\s|-)?(?P<long>(?i:{numbers.LONG_SCALE}))(?![A-Za-z])"
        rf"|(?<=\d)\s?(?P<short>{numbers.SHORT_SCALE}|M|MM|B|K|T|Bn|Mn|Tn)(?![A-Za-z/³²23]))?"
        rf"|(?:(?P<many>(?i:an?|one|two|three|four|nine))[ -])?"
        r"(?P<part>(?i:half|thirds?|quarters?|fifths?|tenths?))(?![A-Za-z])"
        rf"|(?P<words>(?i:{numbers.IN_WORDS})|(?i:an?)(?=\s(?:decade|century)\b)|"
        r"(?i:the)(?=\s(?:last|past|next|coming) (?:decade|century)\b))(?![A-Za-z]))"
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<plus>\+)?(?:\s?-?(?:{units.FUSED})|[\s-]?(?P<money>{units.money_pattern()})(?![^\W\d_])"
        rf"|[\s-]?(?:(?:dry|wet|ore|equivalent|contained|combined|full-time|new|operating)\s)?(?P<unit>{units.unit_pattern()})(?![^\W_]))?"
    )


@cache
def _before() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{c.name}>{words})" for c, words in _BEFORE.items())
    return re.compile(
        rf"(?:(?:{_KEPT})\s+)?(?:(?<!\w)(?:{groups})\s*)(?:(?:{_KEPT}|the)\s+)?$", re.IGNORECASE
    )


_KEPT_BEFORE = re.compile(rf"(?<!\w)(?:{_KEPT})\s+$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?<!\w)(?:(?:anywhere )?between|(?:ranging|ranges|range|ranged|varying|anywhere) from)\s+$",
    re.IGNORECASE,
)
# "Rose from 10% to 15%" is two amounts, not a range.
_CHANGE = re.compile(r"(?<!\w)from\s+$", re.IGNORECASE)
_JOIN = re.compile(
    r"\s*(?:-|–|—)\s*|\s+(?:to|and)\s+(?:about |around |nearly |approximately |up to |as much as )?", re.I
)
_LOOK_BACK = 48


def find_quantities(text: str, *, dollar: str = "USD") -> tuple[FoundQuantity, ...]:
    """Find the amounts of a text that have a unit, a currency or a share, in order, without overlap.

    Args:
        text: Any text.
        dollar: ISO 4217 code that a bare `$` stands for.
    """
    found: list[FoundQuantity] = []
    position = 0
    while (match := _number().search(text, position)) is not None:
        quantity = _quantity_at(text, match, dollar=dollar)
        if quantity is None or (found and quantity.start < found[-1].end):
            position = match.end() if match.end() > match.start() else match.end() + 1
            continue
        found.append(quantity)
        position = quantity.end
    vague = [
        q for q in _vague(text, dollar=dollar) if not any(q.start < f.end and f.start < q.end for f in found)
    ]
    return tuple(sorted([*found, *vague], key=lambda q: q.start))


def _read(match: re.Match[str]) -> _Number | None:
    sign = match["sign"] or ""
    if match["part"]:
        value, scaled = numbers.fraction(match["many"] or "one", match["part"].removesuffix("s")), True
    elif match["words"]:
        bare = match["words"].lower() in {"a", "an", "the"}
        value, scaled = (Decimal(1) if bare else numbers.of_words(match["words"])), True
    else:
        value = numbers.of_figures(match["figures"])
        scale = (match["long"] or "").lower().removesuffix("s")
        short = (match["short"] or "").lower()
        if short and not sign and short not in {"bn", "mn", "tn", "mln", "bln", "trn"}:
            return _Number(match.start(), match.end("figures"), value, False, sign)
        if scale:
            value *= numbers.SCALES[scale]
        elif short:
            value *= numbers.SHORT_SCALES[short]
        scaled = bool(scale or short)
    return _Number(match.start(), match.end(), value, scaled, sign)


def _quantity_at(text: str, match: re.Match[str], *, dollar: str) -> FoundQuantity | None:
    first = _read(match)
    if first is None:
        return None
    if match["part"] and not first.sign:
        return _share(text, match, first)
    second = _second(text, first)
    last = second or first
    suffix = _after().match(text, last.end)
    end, unit, factor, per = _unit(text, last, suffix, sign=first.sign or last.sign, dollar=dollar)
    if unit is None:
        return None
    if (
        second is None
        and unit == "year"
        and "-" in text[last.end : last.end + 1]
        and factor == 1
        and first.value > 200
    ):
        return None
    value, upper = first.value, None
    if second is not None:
        upper = second.value * factor
        if not first.scaled and second.scaled and first.value < _mantissa(text, second):
            value *= _scale(second, text)
    value *= factor
    start, comparator = _comparator(text, first.start, is_range=second is not None)
    if suffix is not None and suffix["plus"]:
        comparator = Comparator.AT_LEAST
    for after, words in _AFTER.items():
        tail = re.compile(rf"(?:{words})(?![A-Za-z])", re.IGNORECASE).match(text, end)
        if tail is not None and comparator is Comparator.EQUAL:
            comparator, end = after, tail.end()
    return FoundQuantity(
        start=start,
        end=end,
        words=text[start:end],
        value=_plain(value),
        upper=None if upper is None else _plain(upper),
        unit=unit,
        comparator=comparator,
        per=per,
    )


def _plain(value: Decimal) -> Decimal:
    """Write a number without exponent and without idle zeros, so that equal numbers read the same."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def _second(text: str, first: _Number) -> _Number | None:
    """Read the second number of a range that starts with `first`."""
    position = first.end
    own = _after().match(text, position)
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    if own is not None and (own["unit"] or own["money"] or own["fused"]):
        joint = _JOIN.match(text, own.end())
        if joint is not None and "and" in joint[0] and not _BETWEEN.search(before):
            joint = None
    else:
        joint = _JOIN.match(text, position)
    if joint is None:
        return None
    if "and" in joint[0].lower() and not _BETWEEN.search(before):
        return None
    if not _BETWEEN.search(before) and _CHANGE.search(before):
        return None
    match = _number().match(text, joint.end()) or _tight_number(text, joint.end())
    if match is None or match["part"]:
        return None
    has_own = own is not None and bool(own["unit"] or own["money"])
    if has_own and not first.sign and match["sign"]:
        return None
    second = _read(match)
    if second is None or (second.value < first.value and not second.scaled):
        return None
    return second


def _tight_number(text: str, position: int) -> re.Match[str] | None:
    """Match the number right after a hyphen, which the pattern's own look-behind forbids."""
    padded = " " * position + text[position:]
    return _number().match(padded, position)


def _scale(second: _Number, text: str) -> Decimal:
    return second.value / _mantissa(text, second)


def _mantissa(text: str, number: _Number) -> Decimal:
    figures = re.search(numbers.FIGURES, text[number.start : number.end])
    return numbers.of_figures(figures[0]) if figures else number.value


def _unit(
    text: str, number: _Number, suffix: re.Match[str] | None, *, sign: str, dollar: str
) -> tuple[int, str | None, Decimal, str | None]:
    """Read what stands after a number: its end, unit, factor and rate."""
    end, unit, factor, per = number.end, None, Decimal(1), None
    if sign:
        unit = units.currency_of(sign, dollar=dollar)
        named = re.compile(rf"\s({units.money_pattern()})(?![A-Za-z])").match(text, end)
        if named is not None and named[1] in {"USD", "AUD", "CAD", "US dollars"}:
            unit, end = units.currency_of(named[1], dollar=dollar), named.end()
    elif suffix is not None and suffix["fused"]:
        key, factor = units.unit_of(suffix["fused"]) or ("tonne", Decimal(1))
        rate = "day" if suffix["fused_rate"] == "d" else "year"
        unit, more = units.rate_of(key, per=rate)
        return suffix.end(), unit, factor * more, rate
    elif suffix is not None and suffix["money"]:
        unit, end = units.currency_of(suffix["money"], dollar=dollar), suffix.end()
    elif suffix is not None and suffix["unit"]:
        found = units.unit_of(suffix["unit"])
        if found is not None:
            (unit, factor), end = found, suffix.end()
        if suffix["unit"] in {"t", "m", "g"} and text[number.end : number.end + 1] == "-":
            unit = None
    if unit is None:
        return end, None, factor, None
    rate_match = (
        re.compile(units.RATE, re.IGNORECASE).match(text, end)
        or _rate_of_goods(text, end)
        or (_GOODS_GRADE.match(text, end) if unit == "gram" else None)
        or re.compile(units.YEARLY).match(text, end)
    )
    if rate_match is not None and unit not in {"year", "percent", "month"}:
        groups = rate_match.groupdict()
        per = next((name.removeprefix("per_") for name, hit in groups.items() if hit), "year")
        per = {"yearly": "year", "daily": "day"}.get(per, per)
        end = rate_match.end()
        if unit not in units.CODES:
            unit, more = units.rate_of(unit, per=per)
            factor *= more
    if unit == "gram" and per == "tonne":
        unit, per = "gram-per-tonne", None
    return end, unit, factor, per


_GOODS_RATE = re.compile(
    r"\s+of\s+(?:[\w-]+\s+){1,5}?(?:(?:per|a|each|every)\s+(?:(?P<per_year>year|annum)|(?P<per_day>day))|(?P<yearly>annually))\b"
)
_GOODS_GRADE = re.compile(
    r"\s+of\s+(?:[\w-]+\s+){1,3}?(?:per|a|to the|to a|in a|in every)\s+"
    r"(?:metric\s+)?(?P<per_tonne>tonne|ton)\b"
)


def _rate_of_goods(text: str, end: int) -> re.Match[str] | None:
    """Read the rate that stands after what is counted: `4,500 tonnes of vanadium pentoxide a year`."""
    return _GOODS_RATE.match(text, end)


def _comparator(text: str, start: int, *, is_range: bool) -> tuple[int, Comparator]:
    before = text[max(0, start - _LOOK_BACK) : start]
    base = start - len(before)
    if is_range:
        between = _BETWEEN.search(before)
        return (base + between.start() if between else start), Comparator.BETWEEN
    match = _before().search(before)
    if match is not None:
        comparator = next(Comparator[name] for name, hit in match.groupdict().items() if hit)
        return base + match.start(), comparator
    kept = _KEPT_BEFORE.search(before)
    return (base + kept.start() if kept else start), Comparator.EQUAL


def _share(text: str, match: re.Match[str], first: _Number) -> FoundQuantity | None:
    """Read a fraction in words as a percentage: `half of`, `a third of`, `two-thirds`."""
    part = match["part"].lower()
    follows = re.compile(r"\s+(?:of|the|its|their|all|our)\b|-share|\s+share").match(text, match.end())
    # "fell by a fifth", "cut by more than half".
    measured = re.search(r"\bby\s+(?:[a-z]+\s+){0,3}$", text[: first.start], re.IGNORECASE)
    if re.compile(r"\s+(?:of\s+)?an?\b").match(text, match.end()):
        measured = None
    bare = part.startswith(("quarter", "fifth", "tenth", "third")) and not match["many"]
    if (follows is None and measured is None) or bare:
        return None
    start, comparator = _comparator(text, first.start, is_range=False)
    return FoundQuantity(
        start=start,
        end=match.end(),
        words=text[start : match.end()],
        value=_plain(first.value * 100),
        upper=None,
        unit="percent",
        comparator=comparator,
    )


def _vague(text: str, *, dollar: str) -> list[FoundQuantity]:
    """Find amounts without a number: `a significant share of`, `billions of dollars`."""
    found = []
    for match in re.finditer(
        rf"\b(?:an?|the)\s+(?:[a-z]+(?:ly)?\s+)?(?:significant|large|larger|substantial|considerable|sizeable|sizable|"
        rf"small|great|greater|major|vast|big|growing|tiny|overwhelming|high|lion's|lion’s)\s+(?:{_SHARES})\b"
        rf"|\b(?:the|a)\s+(?:majority|bulk)\b(?=\s+of)"
        rf"|\b(?:(?:nearly|almost|virtually|practically)\s+)?(?:all|most|the\s+whole)\b"
        rf"(?=\s+of\s+(?:its|their|the|it|his|our)\b)",
        text,
    ):
        found.append(_vaguely(text, match.start(), match.end(), "share"))
    for match in re.finditer(
        rf"(?i:\b(?:(?:several|many)\s+)?(?:(?:{_MANY})\s+of\s+)*(?:{_MANY})\s+of\s+)"
        rf"(?:(?P<money>{units.money_pattern()})|(?P<unit>{units.unit_pattern()}))(?![A-Za-z])",
        text,
    ):
        unit = units.unit_of(match["unit"]) if match["unit"] else None
        code = units.currency_of(match["money"], dollar=dollar) if match["money"] else None
        if code or unit:
            found.append(_vaguely(text, match.start(), match.end(), code or (unit[0] if unit else "")))
    return found


def _vaguely(text: str, start: int, end: int, unit: str) -> FoundQuantity:
    return FoundQuantity(
        start=start,
        end=end,
        words=text[start:end],
        value=None,
        upper=None,
        unit=unit,
        comparator=Comparator.VAGUE,
    )
