"""Where things lie and whose they are, as noun phrases say it."""

from __future__ import annotations

import pytest

from claimstake.article import Article
from claimstake.extraction import extract_claims


def _places(text: str) -> set[tuple[str, str]]:
    file = extract_claims(Article(id="note", text=text, title="Note", published=None))
    return {
        (claim.subject.words, claim.objects[0].words)
        for claim in file.claims
        if claim.relation == "locatedIn"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The smelter at Lurvik in Norway employs 90 people.", ("The smelter", "Lurvik")),
        ("Two plants, in Ohio and Quebec, will close.", ("Two plants", "Ohio")),
        ("Ferrant, in the hills of Saxony, holds tin.", ("Ferrant", "the hills of Saxony")),
        ("Montana's Grey Elk mine will reopen.", ("Montana's Grey Elk mine", "Montana")),
        ("Grantham Metals of Queensland sold the licence.", ("Grantham Metals", "Queensland")),
        ("A Denver company sold the licence.", ("A Denver company", "Denver")),
        ("Kesselberg, 40 km from Dresden, has a tin mine.", ("Kesselberg", "Dresden")),
    ],
)
def test_a_noun_phrase_says_where_a_thing_lies(text: str, expected: tuple[str, str]) -> None:
    assert expected in _places(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Mines of Chile issued a decree.",
        "It is the largest mine in Africa.",
        "Demand in Norway fell.",
        "The mine closed in May.",
        "Japan's richest find cost little.",
    ],
)
def test_no_place_is_made_of_other_phrases(text: str) -> None:
    assert not _places(text)


def _owned(text: str) -> set[tuple[str, str]]:
    file = extract_claims(Article(id="note", text=text, title="Note", published=None))
    return {
        (claim.subject.words, claim.objects[0].words)
        for claim in file.claims
        if claim.relation == "owns" and claim.rule == "possessive"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norden Metals' smelter lost money.", ("Norden Metals", "Norden Metals' smelter")),
        ("Norden Metals said its Kivalo mine lost money.", ("its", "its Kivalo mine")),
        ("Norden Metals, whose smelter lost money, has new owners.", ("Norden Metals", "whose smelter")),
    ],
)
def test_a_possessive_says_who_has_a_site(text: str, expected: tuple[str, str]) -> None:
    assert expected in _owned(text)


@pytest.mark.parametrize(
    "text",
    [
        "Japan's smelters lost money.",
        "Norden Metals' forecast was wrong.",
        "Norden Metals sold its first mine.",
    ],
)
def test_no_ownership_is_made_of_other_possessives(text: str) -> None:
    assert not _owned(text)
