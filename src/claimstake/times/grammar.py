"""The grammar of times: dates at their stated precision, deadlines, spans, words relative to publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from claimstake.quantities.numbers import SMALL

_MONTHS = "January February March April May June July August September October November December"
MONTHS = {name: n for n, name in enumerate(re.findall(r"\w+", _MONTHS), start=1)}
_SHORT_MONTHS = {name[:3]: n for name, n in MONTHS.items()} | {"Sept": 9}
_DAYS = {name: n for n, name in enumerate(["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"])}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
}
_QUARTER, _HALF = 32, 39
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(_SHORT_MONTHS)})\b\.?)"
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_PART_OF = r"(?:early|mid|late|(?:the )?(?:start|beginning|end|middle|close) of)[ -]?"

_POINTS = rf"""
(?P<iso>{_YEAR}-[01]\d(?:-[0-3]\d)?)(?![\d-])
|(?P<day_first>(?P<d1>{_DAY})\ (?:of\ )?(?P<m1>{_MONTH})(?:,?\ (?P<y1>{_YEAR}))?)(?!\d)
|(?P<month_first>(?P<m2>{_MONTH})\ (?P<d2>{_DAY})(?:,?\ (?P<y2>{_YEAR}))?)(?![\d%])
|(?P<month_year>(?P<m3>{_MONTH}),?\ (?:of\ )?(?P<y3>{_YEAR}))
|(?P<quarter>
  (?:Q(?P<q1>[1-4])|(?:the\ )?(?P<q2>first|second|third|fourth|1st|2nd|3rd|4th|final)\ quarter(?:\ of)?)
  [ ,]?\ ?(?P<y4>{_YEAR}|this\ year|last\ year|next\ year))
|(?P<half>(?:H(?P<h1>[12])|(?:the\ )?(?P<h2>first|second)\ half(?:\ of)?)
  \ ?(?P<y5>{_YEAR}|this\ year|last\ year|next\ year))
|(?P<decade>(?:the\ )?(?P<y6>{_YEAR[:-4]}\d0)s\b)
|(?P<season>(?P<s1>spring|summer|autumn|fall|winter)\ (?:of\ )?(?P<y7>{_YEAR}))
|(?P<fiscal>(?:FY|fiscal(?:\ year)?)\ ?(?P<y8>{_YEAR}))
|(?P<year>{_YEAR})(?![\d,.]?\d)
"""
_RELATIVE = r"""
(?P<weekday>(?P<which>last|next|this)?\ ?(?P<name>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b
|(?P<today>today|yesterday|tomorrow)\b
|(?P<span>(?:earlier\ |later\ )?(?P<near>this|last|next|the\ previous|the\ coming)
  \ (?P<of>week|month|quarter|year|decade))\b
|(?P<ago>(?P<count>an?|\d+|[a-z]+)\ (?P<unit>week|month|year|decade)s?\ ago)\b
|(?P<within>(?:within|over|in|during)\ the\ (?P<to>next|coming|past|last)
  \ (?P<many>\d+|[a-z]+)?\ ?(?P<units>year|month|decade)s?)\b
|(?P<limit>within\ (?P<limit_count>an?|\d+|[a-z]+(?:-[a-z]+)?)\ (?:working\ |calendar\ |further\ )?
  (?P<limit_unit>day|week|month|year)s?)\b
|(?P<end_of>(?:the\ )?end\ of\ (?:the|this)\ (?P<end>decade|year|month))\b
|(?P<bare_month>(?:(?:in|by|since|until|before|from|last|this|next)\ )?
  (?:(?:the\ )?(?:end|start|beginning|middle)\ of\ |early\ |late\ |mid-)?
  (?P<m4>MONTH_NAME))\b(?!\ \d|\ [A-Z])
|(?P<bare_quarter>(?:the\ )?(?P<q5>first|second|third|fourth|final)\ (?P<span_of>quarter|half))\b(?!\ of)
|(?P<year_end>(?:the\ )?(?:year-end|year\ end|end\ of\ the\ year))\b
"""
_BOUND = {
    "by": "until",
    "before": "until",
    "until": "until",
    "till": "until",
    "through": "until",
    "no later than": "until",
    "by the end of": "until",
    "by end-": "until",
    "by early": "until",
    "by mid-": "until",
    "by late": "until",
    "since": "from",
    "after": "from",
    "from": "from",
    "as of": "from",
    "effective": "from",
    "starting in": "from",
    "beginning in": "from",
}
_JOIN = re.compile(r"\s*(?:-|–|—)\s*|\s+(?:to|and|until|through)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A time in a text, with its words and its meaning in EDTF."""

    start: int
    end: int
    words: str
    edtf: str

    @property
    def is_deadline(self) -> bool:
        """Tell whether the time is an end without a start, as in `by 2028`."""
        return self.edtf.startswith("../")


@cache
def _pattern() -> re.Pattern[str]:
    relative = _RELATIVE.replace("MONTH_NAME", "|".join(MONTHS))
    return re.compile(
        rf"(?<![\w$€£.,/])(?:(?<!\D-)|(?<=[Mm]id-)|(?<=[Ee]arly-)|(?<=[Ll]ate-)|(?<=[Ee]nd-))(?:{_POINTS}|{relative})",
        re.VERBOSE,
    )


@cache
def _bound() -> re.Pattern[str]:
    words = "|".join(sorted(_BOUND, key=len, reverse=True))
    return re.compile(
        rf"\b(?P<bound>{words})\s?(?:the\s)?(?:early|mid|late|(?:start|beginning|end|middle) of)?[ -]?$",
        re.IGNORECASE,
    )


_LOOK_BACK = 32
_UNITS_AFTER = re.compile(
    r"\s?(?:tonnes?|tons?|people|jobs|metres|meters|km|miles|MW|%|percent|companies|workers)\b"
)


def find_times(text: str, published: date | None) -> tuple[FoundTime, ...]:
    """Find the times of a text, in order, without overlap.

    Args:
        text: Any text.
        published: Day that relative words such as `last year` and `on Tuesday` count from; without it they
            are left out, since a wrong time is worse than none.
    """
    points = [
        found for match in _pattern().finditer(text) if (found := _point(text, match, published)) is not None
    ]
    spans, joined = [], set()
    for first, second in pairwise(points):
        if _joins(text, first, second) and first.start not in joined:
            spans.append(_interval(text, first, second))
            joined |= {first.start, second.start}
    single = [_with_bound(text, point) for point in points if point.start not in joined]
    return tuple(sorted([*spans, *single], key=lambda found: found.start))


def _joins(text: str, first: FoundTime, second: FoundTime) -> bool:
    between = text[first.end : second.start]
    if _JOIN.fullmatch(between) is None or "/" in first.edtf + second.edtf or first.edtf > second.edtf:
        return False
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    if "and" in between:
        return re.search(r"\bbetween\s+$", before, re.IGNORECASE) is not None
    return True


def _interval(text: str, first: FoundTime, second: FoundTime) -> FoundTime:
    before = re.search(
        r"\b(?:from|between)\s+$", text[max(0, first.start - _LOOK_BACK) : first.start], re.IGNORECASE
    )
    start = first.start - len(before[0]) if before else first.start
    return FoundTime(
        start=start, end=second.end, words=text[start : second.end], edtf=f"{first.edtf}/{second.edtf}"
    )


def _with_bound(text: str, point: FoundTime) -> FoundTime:
    """Take `by`, `since`, `until` before a date into it: they make it an interval."""
    if "/" in point.edtf:
        return point
    before = text[max(0, point.start - _LOOK_BACK) : point.start]
    match = _bound().search(before)
    if match is None:
        inside = re.match(r"(by|since|until|before|from)\s", point.words)
        if inside is None:
            return point
        start, bound = point.start, inside[1]
    else:
        start, bound = point.start - len(before) + match.start(), match["bound"].lower()
    edtf = f"../{point.edtf}" if _BOUND[bound] == "until" else f"{point.edtf}/.."
    return FoundTime(start=start, end=point.end, words=text[start : point.end], edtf=edtf)


def _point(text: str, match: re.Match[str], published: date | None) -> FoundTime | None:
    edtf = _absolute(match, published) or (_relative(match, published) if published is not None else None)
    if edtf is None or (match["year"] and _UNITS_AFTER.match(text, match.end())):
        return None
    start, end = match.start(), match.end()
    start += len(match[0]) - len(match[0].lstrip())
    return FoundTime(start=start, end=end, words=text[start:end], edtf=edtf)


def _absolute(match: re.Match[str], published: date | None) -> str | None:
    """Read a date that stands on its own, at the precision that it states."""
    if match["iso"]:
        return match["iso"] if _is_date(match["iso"]) else None
    if match["day_first"]:
        return _day(match["d1"], match["m1"], match["y1"], published)
    if match["month_first"]:
        return _day(match["d2"], match["m2"], match["y2"], published)
    if match["month_year"]:
        return f"{match['y3']}-{_month(match['m3']):02}"
    if match["quarter"] or match["half"]:
        year = _year(match["y4"] or match["y5"], published)
        if year is None:
            return None
        if match["half"]:
            return f"{year}-{_HALF + int(match['h1'] or _ORDINALS[match['h2']])}"
        return f"{year}-{_QUARTER + int(match['q1'] or _ORDINALS[match['q2']])}"
    if match["decade"]:
        return f"{match['y6'][:3]}X"
    if match["season"]:
        return f"{match['y7']}-{_SEASONS[match['s1']]}"
    return match["y8"] or match["year"]


def _is_date(text: str) -> bool:
    parts = [int(part) for part in text.split("-")]
    return 1 <= parts[1] <= 12 and (len(parts) == 2 or 1 <= parts[2] <= 31)


def _month(name: str) -> int:
    return MONTHS.get(name) or _SHORT_MONTHS[name.rstrip(".")]


def _year(words: str, published: date | None) -> int | None:
    if words.isdigit():
        return int(words)
    if published is None:
        return None
    return published.year + {"last": -1, "this": 0, "next": 1}[words.split(maxsplit=1)[0]]


def _day(day: str, month: str, year: str | None, published: date | None) -> str | None:
    """Read a day and month; a missing year is the one that brings the date nearest to publication."""
    number, month_number = int(re.sub(r"\D", "", day)), _month(month)
    if year is not None:
        return f"{year}-{month_number:02}-{number:02}" if _exists(int(year), month_number, number) else None
    if published is None:
        return None
    near = [
        date(candidate, month_number, number)
        for candidate in (published.year - 1, published.year, published.year + 1)
        if _exists(candidate, month_number, number)
    ]
    return min(near, key=lambda day: abs(day - published)).isoformat() if near else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _relative(match: re.Match[str], published: date) -> str | None:
    """Read words that count from the day of publication."""
    if match["weekday"]:
        return _weekday(match["name"], (match["which"] or "").strip(), published)
    if match["today"]:
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["today"]]
        return (published + timedelta(days=shift)).isoformat()
    if match["span"]:
        return _near(match["near"], match["of"], published)
    if match["ago"]:
        count = _count(match["count"])
        return None if count is None else _shifted(published, -count, match["unit"])
    if match["within"]:
        return _within(match, published)
    if match["limit"]:
        limit = _count(match["limit_count"].lower())
        return None if limit is None else f"../{_shifted(published, limit, match['limit_unit'])}"
    if match["end_of"]:
        return {
            "decade": f"{published.year // 10 * 10 + 9}",
            "year": f"{published.year}",
            "month": f"{published:%Y-%m}",
        }[match["end"]]
    if match["bare_quarter"]:
        base = _QUARTER if match["span_of"] == "quarter" else _HALF
        return f"{published.year}-{base + min(_ORDINALS[match['q5']], 4 if base == _QUARTER else 2)}"
    if match["year_end"]:
        return f"{published.year}-12"
    return _bare_month(match, published)


def _bare_month(match: re.Match[str], published: date) -> str | None:
    month, words = MONTHS[match["m4"]], match["bare_month"].split()
    if len(words) == 1:
        # A month alone is too often something else: "May", "March".
        return None
    ahead = words[0] in {"by", "next", "until", "before", "from"}
    year = published.year + (month < published.month) if ahead else published.year - (month > published.month)
    return f"{year}-{month:02}"


def _weekday(name: str, which: str, published: date) -> str:
    back = (published.weekday() - _DAYS[name]) % 7
    if which == "next":
        return (published + timedelta(days=7 - back)).isoformat()
    if which == "last" and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _near(near: str, unit: str, published: date) -> str:
    shift = {"this": 0, "last": -1, "next": 1, "the previous": -1, "the coming": 1}[near]
    if unit == "week":
        start = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
        return f"{start.isoformat()}/{(start + timedelta(days=6)).isoformat()}"
    if unit == "quarter":
        index = published.year * 4 + (published.month - 1) // 3 + shift
        return f"{index // 4}-{_QUARTER + 1 + index % 4}"
    if unit == "decade":
        return f"{published.year // 10 + shift}X"
    return _shifted(published, shift, unit)


def _shifted(published: date, count: int, unit: str) -> str:
    """Give the year, month or week that lies some of them away, at that precision."""
    if unit in {"day", "week"}:
        return (published + timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
    if unit == "month":
        index = published.year * 12 + published.month - 1 + count
        return f"{index // 12}-{index % 12 + 1:02}"
    return f"{published.year + count * (10 if unit == 'decade' else 1)}"


def _count(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return 1 if word in {"a", "an"} else SMALL.get(word)


def _within(match: re.Match[str], published: date) -> str | None:
    count = _count(match["many"]) if match["many"] else 1
    if count is None:
        return None
    back = match["to"] in {"past", "last"}
    other = _shifted(published, -count if back else count, match["units"])
    here = f"{published:%Y-%m}" if match["units"] == "month" else f"{published.year}"
    return f"{other}/{here}" if back else f"{here}/{other}"
