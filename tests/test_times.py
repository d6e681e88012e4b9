from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimstake.errors import InputError
from claimstake.times import bounds_of, find_times

PUBLISHED = date(2026, 1, 17)  # a Saturday


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2028", "2028-01-01T00:00:00", "2028-12-31T23:59:59"),
        ("2025-10", "2025-10-01T00:00:00", "2025-10-31T23:59:59"),
        ("2024-02", "2024-02-01T00:00:00", "2024-02-29T23:59:59"),
        ("2026-01-17", "2026-01-17T00:00:00", "2026-01-17T23:59:59"),
        ("2026-01-17T10:30:00Z", "2026-01-17T10:30:00", "2026-01-17T10:30:00"),
        ("2025-33", "2025-01-01T00:00:00", "2025-03-31T23:59:59"),
        ("2025-41", "2025-07-01T00:00:00", "2025-12-31T23:59:59"),
        ("2025-24", "2025-12-01T00:00:00", "2026-02-28T23:59:59"),
        ("201X", "2010-01-01T00:00:00", "2019-12-31T23:59:59"),
        ("2025~", "2025-01-01T00:00:00", "2025-12-31T23:59:59"),
        ("2025-XX", "2025-01-01T00:00:00", "2025-12-31T23:59:59"),
        ("../2028", None, "2028-12-31T23:59:59"),
        ("2010/..", "2010-01-01T00:00:00", None),
        ("/2028", None, "2028-12-31T23:59:59"),
        ("2010/", "2010-01-01T00:00:00", None),
        ("2024/2026-06", "2024-01-01T00:00:00", "2026-06-30T23:59:59"),
    ],
)
def test_bounds(edtf: str, first: str | None, last: str | None) -> None:
    bounds = bounds_of(edtf)

    assert [b and b.strftime("%Y-%m-%dT%H:%M:%S") for b in bounds] == [first, last]


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "soon",
        "2028-13",
        "2028-02-30",
        "2028-1",
        "/",
        "../..",
        "2028/2026",
        "1/2/3",
        "2025-21-03",
        "2025/2026/2027",
        "0000",
    ],
)
def test_bad_text_is_refused(edtf: str) -> None:
    with pytest.raises(InputError, match=r"Extended|ends before"):
        bounds_of(edtf)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("shipped in October 2025 to", "October 2025", "2025-10"),
        ("enhance mining by 2028.", "by 2028", "../2028"),
        ("Amendment in 2010, provinces", "2010", "2010"),
        ("since 2010", "since 2010", "2010/.."),
        ("on 17 January 2025", "17 January 2025", "2025-01-17"),
        ("on Jan. 5, 2025", "Jan. 5, 2025", "2025-01-05"),
        ("on December 20", "December 20", "2025-12-20"),
        ("in Q3 2025", "Q3 2025", "2025-35"),
        ("in the third quarter of 2025", "the third quarter of 2025", "2025-35"),
        ("the second half of next year", "the second half of next year", "2027-41"),
        ("by the end of 2027", "by the end of 2027", "../2027"),
        ("by early 2026", "by early 2026", "../2026"),
        ("in the 1990s", "the 1990s", "199X"),
        ("from 2024 to 2028", "from 2024 to 2028", "2024/2028"),
        ("between 2015 and 2020", "between 2015 and 2020", "2015/2020"),
        ("2024-2028", "2024-2028", "2024/2028"),
        ("on Tuesday", "Tuesday", "2026-01-13"),
        ("last year", "last year", "2025"),
        ("earlier this month", "earlier this month", "2026-01"),
        ("two years ago", "two years ago", "2024"),
        ("within the next five years", "within the next five years", "2026/2031"),
        ("over the past decade", "over the past decade", "2016/2026"),
        ("by the end of the decade", "by the end of the decade", "../2029"),
        ("in March", "in March", "2025-03"),
        ("in FY2025", "FY2025", "2025"),
    ],
)
def test_time_is_found(text: str, words: str, edtf: str) -> None:
    assert [(t.words, t.edtf) for t in find_times(text, PUBLISHED)] == [(words, edtf)]


@pytest.mark.parametrize(
    "text", ["2,025 tonnes", "$2025", "2025 tonnes", "it may rain", "the march on", "NI 43-101", "5.2010"]
)
def test_other_numbers_and_words_are_no_times(text: str) -> None:
    assert find_times(text, PUBLISHED) == ()


def test_relative_words_need_the_day_of_publication() -> None:
    assert find_times("last year, on Tuesday, in March", None) == ()


@given(st.text(alphabet="0123456789 -/OctoberinbysinceQ.,thuday", max_size=40))
def test_every_found_time_can_be_read_back(text: str) -> None:
    for found in find_times(text, PUBLISHED):
        bounds_of(found.edtf)
        assert found.words == text[found.start : found.end]
