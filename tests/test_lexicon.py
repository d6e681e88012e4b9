from __future__ import annotations

import pytest

from claimstake.lexicon import read_lexicon


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("the U.S. said", "id:state-US"),
        ("Pakistani officials", "id:state-PK"),
        ("in Washington", "id:government-US"),
        ("in the DRC", "id:state-CD"),
        ("South Korean firms", "id:state-KR"),
        ("spodumene concentrate", "id:commodity-lithium"),
        ("rare earth minerals", "id:commodity-rare-earths"),
        ("the JORC Code (2012)", "stake:JORC"),
        ("under NI 43-101", "stake:NI43-101"),
        ("S-K 1300", "stake:SK1300"),
        ("UNFC", "stake:UNFC"),
        ("the U.S. Geological Survey", "id:organization-usgs"),
        ("Ganfeng Lithium", "id:organization-ganfeng"),
    ],
)
def test_name_is_found(text: str, iri: str) -> None:
    assert iri in {found.name.entry.iri for found in read_lexicon().find(text)}


@pytest.mark.parametrize(
    "text", ["ironic", "us and them", "a turkey", "polish the stone", "the lead author", "chinaware"]
)
def test_everyday_word_is_no_name(text: str) -> None:
    assert read_lexicon().find(text) == ()


def test_longest_name_counts() -> None:
    (found,) = read_lexicon().find("South Sudan")

    assert found.name.entry.iri == "id:state-SS"


def test_lexicon_has_reach() -> None:
    types = [entry.type for entry in read_lexicon().entries.values()]

    assert types.count("State") >= 195
    assert types.count("Commodity") >= 80
    assert types.count("Organization") + types.count("Government") >= 380


def test_government_acts_for_its_state() -> None:
    entries = read_lexicon().entries

    assert entries["id:government-CN"].state == "id:state-CN"
    assert all(e.state in entries for e in entries.values() if e.state is not None)
