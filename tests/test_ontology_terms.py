"""What the ontology declares, as values."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import RdfFormat, parse

from claimstake import closed_lists
from claimstake.assets import ONTOLOGY
from claimstake.ontology_terms import Measure, Takes, measure_of, read_ontology
from claimstake.vocab import STAKE, STAKEV

ONTO = read_ontology()


def test_a_class_knows_all_classes_above_it() -> None:
    government = ONTO.classes["Government"]

    assert government.superclasses == {"Organization", "Agent"}
    assert (government.iri, government.label) == (STAKE.Government, "government")


def test_foreign_classes_are_left_out() -> None:
    assert all(term.iri.startswith(STAKE.iri) for term in ONTO.classes.values())


def test_every_gold_relation_is_there() -> None:
    lines = (ONTOLOGY.parent / "tests" / "gold" / "seed-facts.jsonl").read_text(encoding="utf-8").splitlines()

    assert {json.loads(line)["predicate"] for line in lines} - set(ONTO.relations) == set()


@pytest.mark.parametrize(
    ("name", "takes"),
    [
        ("hasParty", {Takes.OBJECTS}),
        ("hasEstimatedValue", {Takes.QUANTITY}),
        ("investedAmount", {Takes.OBJECTS, Takes.QUANTITY}),
        ("contributesShareOf", {Takes.OBJECTS, Takes.QUANTITY}),
        ("occurredAt", {Takes.TIME}),
        ("evaluatedAs", {Takes.VALUE}),
        ("relatedTo", {Takes.OBJECTS, Takes.QUANTITY, Takes.TIME}),
    ],
)
def test_a_relation_says_what_it_takes(name: str, takes: set[Takes]) -> None:
    assert ONTO.relations[name].takes == takes


def test_a_relation_says_whether_it_may_be_projected() -> None:
    assert ONTO.relations["hasParty"].projectable
    assert not ONTO.relations["hasEstimatedValue"].projectable


@pytest.mark.parametrize(
    ("scheme", "enum"),
    [
        ("stance", closed_lists.Stance),
        ("certainty", closed_lists.Certainty),
        ("modality", closed_lists.Modality),
        ("attribution-kind", closed_lists.AttributionKind),
        ("comparator", closed_lists.Comparator),
        ("outcome", closed_lists.Outcome),
        ("review-status", closed_lists.Status),
        ("section", closed_lists.Section),
    ],
)
def test_a_value_list_is_the_one_of_the_schema(scheme: str, enum: type[closed_lists.Stance]) -> None:
    assert set(ONTO.value_lists[scheme]) == {str(value) for value in enum}


def test_one_name_in_two_lists_means_two_values() -> None:
    editorial = {ONTO.value_lists[scheme]["editorial"].iri for scheme in ("section", "attribution-kind")}

    assert editorial == {STAKEV.section_editorial, STAKEV.editorial}


@pytest.mark.parametrize(
    ("name", "unit", "per", "currency"),
    [
        ("tonne", "tonne", None, None),
        ("USD", "currency", None, "USD"),
        ("tonne-per-year", "tonne", "year", None),
        ("EUR-per-tonne", "currency", "tonne", "EUR"),
        ("gram-per-tonne", "gram-per-tonne", None, None),
    ],
)
def test_a_unit_of_a_claims_file_is_resolved(
    name: str, unit: str, per: str | None, currency: str | None
) -> None:
    expected = Measure(unit=ONTO.units[unit], per=ONTO.units[per] if per else None, currency=currency)

    assert measure_of(name, ontology=ONTO) == expected


@pytest.mark.parametrize("name", ["", "tonnes", "usd", "tonne-per-", "tonne-per-moon", "-per-year"])
def test_an_unknown_unit_is_none(name: str) -> None:
    assert measure_of(name, ontology=ONTO) is None


def test_a_standard_says_what_is_known_of_it() -> None:
    jorc, guide = ONTO.standards["JORC"], ONTO.standards["IndustryGuide7"]

    assert jorc.broader == {"InternationallyRecognizedStandard"}
    assert jorc.in_ground_value_reportable is False
    assert jorc.maintained_by == "Australasian Joint Ore Reserves Committee"
    assert guide.replaced_by == {"SK1300"}
    assert guide.broader == frozenset()


def test_units_map_to_qudt_and_ucum() -> None:
    tonne = ONTO.units["tonne"]

    assert (tonne.ucum, tonne.qudt) == ("t", "http://qudt.org/vocab/unit/TONNE")


def test_reading_is_done_once() -> None:
    assert read_ontology() is ONTO


def test_the_files_say_one_version() -> None:
    version = "http://www.w3.org/2002/07/owl#versionInfo"
    found = {
        quad.object
        for path in ONTOLOGY.glob("*.ttl")
        for quad in parse(path=path, format=RdfFormat.TURTLE)
        if quad.predicate.value == version
    }

    assert [term.value for term in found] == [ONTO.version]
