from __future__ import annotations

import pytest

from claimstake.blocks import layout_of
from claimstake.errors import InputError
from claimstake.sentences import Sentence, load_parser, parse_blocks


def _parse(text: str) -> tuple[Sentence, ...]:
    whole = f"Title\n\n{text}\n"
    return parse_blocks(whole, layout_of(whole, title="Title").blocks)[1:]


def test_tokens_stand_where_they_say() -> None:
    text = "Title\n\nChina’s “near-monopoly” costs US$5 million, under NI 43-101.\n"

    sentences = parse_blocks(text, layout_of(text, title="Title").blocks)

    for token in (t for s in sentences for t in s.tokens):
        assert (
            text[token.start : token.end].replace("’", "'").replace("“", '"').replace("”", '"') == token.text
        )


def test_code_is_one_token() -> None:
    (sentence,) = _parse("The estimate does not comply with NI 43-101.")

    assert "43-101" in [token.text for token in sentence.tokens]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_"),
    [
        ("Legal complexities hinder foreign investment.", "hinder", "complexities", "investment"),
        (
            "Mozambique exports graphite to South Korea and the United States.",
            "exports",
            "Mozambique",
            "graphite",
        ),
    ],
)
def test_verb_that_the_parser_misses_is_found(text: str, verb: str, subject: str, object_: str) -> None:
    (sentence,) = _parse(text)
    token = next(t for t in sentence.tokens if t.text == verb)

    found = {child.dep: child.text for child in sentence.children(token)}

    assert token.dep == "ROOT"
    assert (found["nsubj"], found["dobj"]) == (subject, object_)


def test_participle_hangs_on_the_noun_before_it() -> None:
    (sentence,) = _parse("The move was opposed by Tsingshan Group, partly owned by a Chinese firm.")
    owned = next(t for t in sentence.tokens if t.text == "owned")

    assert sentence.head(owned).text == "Group"


def test_missing_model_is_named() -> None:
    with pytest.raises(InputError, match="no_such_model"):
        load_parser("no_such_model")


def test_headline_and_its_copy_are_read_once() -> None:
    text = "Peru signs deal\nPeru signs deal\n\nIt was signed.\n"

    sentences = parse_blocks(text, layout_of(text, title="Peru signs deal").blocks)

    assert len(sentences) == 2
