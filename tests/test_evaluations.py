"""What counts as a characterisation and what does not, and what is the first of its kind."""

from __future__ import annotations

import pytest

from claimstake.article import Article
from claimstake.extraction import extract_claims


def _found(text: str, relation: str) -> list[str]:
    file = extract_claims(Article(id="a", text=text, title="A", published=None))
    return [claim.objects[0].words for claim in file.claims if claim.relation == relation]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The timetable is too ambitious.", "ambitious"),
        ("The pact is a mirage.", "a mirage"),
        ("Traxel, Peru's largest smelter, closed in May.", "largest smelter"),
        ("The senator called the sale a scandal.", "a scandal"),
    ],
)
def test_a_rating_is_a_characterisation(text: str, words: str) -> None:
    assert any(words in found for found in _found(text, "evaluatedAs"))


@pytest.mark.parametrize(
    "text",
    [
        "The register is unavailable.",
        "The owner is a bank.",
        "What closed the pit was a flood.",
        "Iran is a member.",
    ],
)
def test_a_plain_fact_is_none(text: str) -> None:
    assert _found(text, "evaluatedAs") == []


def test_a_countrys_first_is_the_first_of_its_kind() -> None:
    assert _found("The firm is building Chile's first cobalt refinery.", "isFirstOfKind")
    assert not _found("The first delivery is late.", "isFirstOfKind")
