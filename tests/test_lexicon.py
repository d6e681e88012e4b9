from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from claimstake.assets import DATA
from claimstake.lexicon import read_lexicon
from claimstake.vocab import SKOS


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KfW", "KfW IPEX-Bank"),
        ("Toyota", "Toyota Tsusho"),
        ("LG Energy Solution", "LG Chem"),
        ("China Minmetals", "MMG"),
        ("Vale", "Vale Base Metals"),
        ("TSX", "TSX Venture"),
    ],
)
def test_parent_and_subsidiary_are_two(one: str, other: str) -> None:
    (first,), (second,) = read_lexicon().find(one), read_lexicon().find(other)

    assert first.name.entry.iri != second.name.entry.iri


@pytest.mark.parametrize("name", ["LCE", "TREO", "lithium carbonate equivalent"])
def test_unit_of_account_is_no_other_name_of_its_metal(name: str) -> None:
    store = Store()
    store.extend(parse(path=DATA / "lexicon" / "commodities.ttl", format=RdfFormat.TURTLE))

    found = store.quads_for_pattern(None, NamedNode(SKOS.altLabel), Literal(name, language="en"), None)

    assert list(found) == []


@pytest.mark.parametrize("text", ["the Kremlin", "Delhi", "Ulan Bator"])
def test_seat_of_a_government_stands_for_the_government(text: str) -> None:
    assert {found.name.entry.type for found in read_lexicon().find(text)} == {"Government"}


def test_kingdom_is_no_name_of_one_state() -> None:
    assert read_lexicon().find("the kingdom") == ()
