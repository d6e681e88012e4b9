"""What is said of verification reaches the tonnage and the grade, with the words that say so."""

from __future__ import annotations

import pytest

from claimstake.closed_lists import Outcome
from wording import said


@pytest.mark.parametrize(
    "text",
    [
        "The Kalo deposit holds 20 million tonnes at 1.3 % Li2O under the JORC Code.",
        "The resource stands at 20 million tonnes grading 1.3 percent Li2O, reported in line with JORC.",
        "A report prepared under NI 43-101 puts the resource at 45 million tonnes at 0.8 percent copper.",
        "The company published a JORC resource of 12 million tonnes grading 1.1 percent Li2O.",
        "The NI 43-101 technical report shows reserves of 8 million tonnes at an average grade of 3.2 g/t.",
        "The company said in a report under JORC that the deposit holds 12 million tonnes at 2 g/t gold.",
        "The deposit holds 9 million tonnes at 1.2 percent copper. The estimate was prepared under JORC.",
    ],
)
def test_tonnage_and_grade_are_assessed_alike(text: str) -> None:
    found = said(text)

    claims = found.all("verifiedUnder")

    assert sorted(str(found.name(claim.subject)) for claim in claims) == ["hasGrade", "hasTonnage"]
    assert {claim.outcome for claim in claims} == {Outcome.VERIFIED}


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("The deposit holds 9 million tonnes at 1.2 percent copper.", []),
        (
            "The Kalo deposit holds 9 million tonnes under JORC. The Reko deposit holds ore at 2 g/t gold.",
            ["hasTonnage"],
        ),
        ("An S-K 1300 report outlines an inferred resource of 5.6 million tonnes.", ["hasTonnage"]),
    ],
)
def test_nothing_is_assessed_that_no_code_is_named_for(text: str, subjects: list[str]) -> None:
    found = said(text)

    assert [found.name(claim.subject) for claim in found.all("verifiedUnder")] == subjects


@pytest.mark.parametrize(
    "text",
    [
        "The deposit holds 9 million tonnes. The estimate will be prepared under JORC.",
        "The deposit holds 9 million tonnes. An estimate to be prepared under JORC is in the works.",
        "The deposit holds 9 million tonnes. The estimate must be reported under JORC.",
    ],
)
def test_report_that_is_still_to_come_verifies_nothing(text: str) -> None:
    assert said(text).one("verifiedUnder").outcome is Outcome.INCONCLUSIVE


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "The estimate of 12 Mt was prepared under JORC in 2014 and has not been verified since.",
            "was prepared under JORC in 2014 and has not been verified",
        ),
        (
            "The estimate of 12 Mt was prepared under JORC a long time ago, by a firm that is gone, "
            "but it has never been audited.",
            "but it has never been audited",
        ),
    ],
)
def test_quote_reaches_the_words_that_deny_it(text: str, quote: str) -> None:
    claim = said(text).one("verifiedUnder")

    assert claim.outcome is Outcome.EXPLICITLY_UNVERIFIED
    assert quote in claim.quote


def test_denial_about_something_else_leaves_it_verified() -> None:
    text = "The estimate of 12 million tonnes complies with JORC, but the smelter has not been audited."

    assert said(text).one("verifiedUnder").outcome is Outcome.VERIFIED
