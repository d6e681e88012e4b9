from __future__ import annotations

import pytest

from claimstake.claims.evidence import NotFound, Span, find_words

TEXT = "Copper here. Copper there. “Zinc” nowhere."


def test_words_that_stand_once_are_found() -> None:
    span = find_words(TEXT, words="“Zinc”")

    assert span.of(TEXT) == "“Zinc”"


def test_an_offset_tells_two_places_apart() -> None:
    assert find_words(TEXT, words="Copper", at=13) == Span(13, 19)


def test_the_quote_is_looked_at_first() -> None:
    assert find_words(TEXT, words="Copper", inside=Span(13, 25)) == Span(13, 19)


@pytest.mark.parametrize(
    ("words", "at", "reason", "cure"),
    [
        ("Copper", None, "2 times", "0, 13"),
        ("Copper", 1, "does not stand at offset 1", "0, 13"),
        ("copper there", None, "not in the article", "Copper there"),
        ('"Zinc"', None, "not in the article", "quotation marks"),
    ],
)
def test_other_words_are_refused_with_their_cure(words: str, at: int | None, reason: str, cure: str) -> None:
    with pytest.raises(NotFound, match=reason) as error:
        find_words(TEXT, words=words, at=at)

    assert cure in error.value.cure
