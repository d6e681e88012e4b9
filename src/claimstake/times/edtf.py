"""Read Extended Date/Time Format as the first and the last moment that it allows.

Read are level 0, the parts of level 1 that news needs (intervals with open and unknown ends, seasons,
approximate and unspecified digits) and the quarters and halves of level 2. Written by hand because the `edtf`
package fails on open intervals with current pyparsing, and prints to standard output.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime, timedelta

from claimstake.errors import InputError

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?:T(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?Z)?[?~%]?"
)
# First month and number of months; seasons are those of the north, since the format does not say where.
_PARTS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    37: (1, 4),
    38: (5, 4),
    39: (9, 4),
    40: (1, 6),
    41: (7, 6),
}
_MONTHS = 12


def bounds_of(edtf: str) -> tuple[datetime | None, datetime | None]:
    """Give the first and the last second that a time in EDTF allows, in UTC; none for an open or unknown end.

    Raises:
        InputError: If the text is not EDTF that this reader knows, or ends before it starts.

    >>> [str(bound) for bound in bounds_of("2025-10")]
    ['2025-10-01 00:00:00+00:00', '2025-10-31 23:59:59+00:00']
    """
    if "/" not in edtf:
        return _date(edtf, whole=edtf)
    first, _, last = edtf.partition("/")
    start = None if first in {"", ".."} else _date(first, whole=edtf)[0]
    end = None if last in {"", ".."} else _date(last, whole=edtf)[1]
    if "/" in last or edtf in {"/", "../.."}:
        raise _fault(edtf)
    if start is not None and end is not None and start > end:
        raise InputError(f"The time {edtf!r} ends before it starts.", cure="Write the earlier date first.")
    return start, end


def _date(text: str, *, whole: str) -> tuple[datetime, datetime]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise _fault(whole)
    years = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    month, day = match["month"], match["day"]
    if years[0] == 0 or (month == "XX" and day not in {None, "XX"}):
        raise _fault(whole)
    if month is None or month == "XX":
        return _moment(years[0], 1, 1, whole=whole), _last_of_month(years[1], 12, whole=whole)
    if int(month) > _MONTHS:
        return _part(years, int(month), day, whole=whole)
    if day is None or day == "XX":
        return _moment(years[0], int(month), 1, whole=whole), _last_of_month(
            years[1], int(month), whole=whole
        )
    start = _moment(years[0], int(month), int(day), whole=whole)
    if match["hour"] is not None:
        second = int(match["second"] or 0)
        if int(match["hour"]) > 23 or int(match["minute"]) > 59 or second > 59:
            raise _fault(whole)
        start = start.replace(hour=int(match["hour"]), minute=int(match["minute"]), second=second)
        return start, start
    end = _moment(years[1], int(month), int(day), whole=whole)
    return start, end + timedelta(days=1, seconds=-1)


def _part(years: tuple[int, int], part: int, day: str | None, *, whole: str) -> tuple[datetime, datetime]:
    if part not in _PARTS or day is not None:
        raise _fault(whole)
    first, length = _PARTS[part]
    last = first + length - 1
    start = _moment(years[0], first, 1, whole=whole)
    return start, _last_of_month(years[1] + (last > _MONTHS), (last - 1) % _MONTHS + 1, whole=whole)


def _moment(year: int, month: int, day: int, *, whole: str) -> datetime:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError as error:
        raise _fault(whole) from error


def _last_of_month(year: int, month: int, *, whole: str) -> datetime:
    if not 1 <= month <= _MONTHS:
        raise _fault(whole)
    day = calendar.monthrange(year, month)[1]
    return _moment(year, month, day, whole=whole).replace(hour=23, minute=59, second=59)


def _fault(text: str) -> InputError:
    return InputError(
        f"{text!r} is not a time in Extended Date/Time Format.",
        cure="Write 2028, 2025-10, 2026-01-17, 2025-33 (a quarter), ../2028 (by) or 2010/.. (since).",
    )
