"""Which drafts say too little to become claims, with twins that do."""

from __future__ import annotations

import pytest

from claimstake.article import Article
from claimstake.extraction import extract_claims


def _said(text: str, relation: str) -> list[str]:
    file = extract_claims(Article(id="a", text=text, title="A", published=None))
    return [claim.subject.words for claim in file.claims if claim.relation == relation]


def test_an_amount_is_not_its_own_subject() -> None:
    assert "Fifteen-year" not in _said("Fifteen-year life of mine.", "hasLifetime")
    assert _said("The mine has a life of 15 years.", "hasLifetime") == ["The mine"]


def test_a_day_is_no_object() -> None:
    assert _said("The regulator approved Tuesday.", "approves") == []
    assert _said("The regulator approved the merger on Tuesday.", "approves") == ["The regulator"]


def test_lifting_a_ban_on_buying_is_not_buying() -> None:
    assert _said("The senate lifted a ban on buying tungsten.", "buys") == []
    assert _said("The smelter was fined for buying tungsten.", "buys") == ["The smelter"]


def test_a_price_is_no_value_in_the_ground() -> None:
    assert _said("Uranium is put at $79.", "hasEstimatedValue") == []
    assert _said("The country's minerals are put at $79 billion.", "hasEstimatedValue") != []


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("No licence is valid without a permit.", []),
        ("The bank will refuse where the timetable is ambitious.", []),
        ("The timetable is ambitious.", ["The timetable"]),
        ("It was the third rally this month.", []),
        ("The mine is the third largest in Peru.", ["The mine"]),
    ],
)
def test_what_is_denied_or_supposed_of_something_is_no_rating(text: str, subjects: list[str]) -> None:
    assert _said(text, "evaluatedAs") == subjects
