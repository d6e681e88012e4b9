from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimstake.closed_lists import Comparator
from claimstake.ontology_terms import measure_of, read_ontology
from claimstake.quantities import find_quantities, numbers_in, units

FOUND = [
    ("valued at nearly $6 trillion", "nearly $6 trillion", "6000000000000", None, "USD", "nearly"),
    ("invested approximately $65 billion", "approximately $65 billion", "65000000000", None, "USD", "about"),
    ("a mere 3.2 percent to its GDP", "a mere 3.2 percent", "3.2", None, "percent", "equal"),
    ("take at least a decade", "at least a decade", "10", None, "year", "atLeast"),
    ("a three-step strategy", "three-step", "3", None, "step", "equal"),
    ("a US$2.4 billion loan", "US$2.4 billion", "2400000000", None, "USD", "equal"),
    ("36 billion CFA francs owed", "36 billion CFA francs", "36000000000", None, "XOF", "equal"),
    ("R450 million", "R450 million", "450000000", None, "ZAR", "equal"),
    ("680 billion tögrög", "680 billion tögrög", "680000000000", None, "MNT", "equal"),
    ("A$120m", "A$120m", "120000000", None, "AUD", "equal"),
    ("$2-3 billion", "$2-3 billion", "2000000000", "3000000000", "USD", "between"),
    (
        "between $500 million and $1 billion",
        "between $500 million and $1 billion",
        "500000000",
        "1000000000",
        "USD",
        "between",
    ),
    ("45 Mt at depth", "45 Mt", "45", None, "megatonne", "equal"),
    ("45 mt at depth", "45 mt", "45", None, "tonne", "equal"),
    ("1.2 Moz of gold", "1.2 Moz", "1200000", None, "ounce", "equal"),
    ("grading 2.3 g/t", "2.3 g/t", "2.3", None, "gram-per-tonne", "equal"),
    ("over 60% of output", "over 60%", "60", None, "percent", "moreThan"),
    ("up to 85 per cent", "up to 85 per cent", "85", None, "percent", "atMost"),
    ("two-thirds of the world's cobalt", "two-thirds", "66.7", None, "percent", "equal"),
    ("more than half of the ore", "more than half", "50", None, "percent", "moreThan"),
    ("20,000 tonnes per year", "20,000 tonnes per year", "20000", None, "tonne-per-year", "equal"),
    ("25 ktpa", "25 ktpa", "25000", None, "tonne-per-year", "equal"),
    ("$10,500 per tonne", "$10,500 per tonne", "10500", None, "USD", "equal"),
    ("15 million Canadian dollars", "15 million Canadian dollars", "15000000", None, "CAD", "equal"),
    ("Rs 50 billion", "Rs 50 billion", "50000000000", None, "PKR", "equal"),
    ("billions of dollars", "billions of dollars", None, None, "USD", "vague"),
    ("forfeiting a significant share of revenue", "a significant share", None, None, "share", "vague"),
    ("3 to 5 years", "3 to 5 years", "3", "5", "year", "between"),
    ("50+ projects", "50+ projects", "50", None, "project", "atLeast"),
    (
        "two hundred and fifty thousand tonnes",
        "two hundred and fifty thousand tonnes",
        "250000",
        None,
        "tonne",
        "equal",
    ),
]


@pytest.mark.parametrize(("text", "words", "value", "upper", "unit", "comparator"), FOUND)
def test_amount_is_found(
    text: str, words: str, value: str | None, upper: str | None, unit: str, comparator: str
) -> None:
    found = find_quantities(text)

    assert [q.words for q in found] == [words]
    assert found[0].value == (None if value is None else Decimal(value))
    assert found[0].upper == (None if upper is None else Decimal(upper))
    assert (found[0].unit, found[0].comparator) == (unit, Comparator(comparator))


@pytest.mark.parametrize(
    "text", ["in October 2025", "NI 43-101", "by 2028", "18th amendment", "Li2O", "the US", ""]
)
def test_number_without_unit_is_no_amount(text: str) -> None:
    assert find_quantities(text) == ()


def test_every_unit_is_in_the_vocabulary() -> None:
    ontology = read_ontology()
    keys = {key for key, _ in units.unit_words().values()} | units.RATES

    assert not [key for key in keys if measure_of(key, ontology=ontology) is None]
    assert measure_of("parsec", ontology=ontology) is None


def test_change_is_two_amounts_and_no_range() -> None:
    assert [q.words for q in find_quantities("rose from 10% to 15%")] == ["10%", "15%"]


def test_bare_dollar_is_what_the_caller_says() -> None:
    assert find_quantities("$5 million", dollar="AUD")[0].unit == "AUD"
    assert find_quantities("US$5 million", dollar="AUD")[0].unit == "USD"


def test_price_keeps_what_it_is_for() -> None:
    assert find_quantities("900 dollars a ton")[0].per == "ton"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("nearly $6 trillion", {"6", "6000000000000"}),
        ("a decade", {"10"}),
        ("three-step", {"3"}),
        ("3.2 percent", {"3.2"}),
        ("half", {"0.5", "50"}),
        ("1,300 tonnes", {"1300"}),
        ("$2 to 3 million", {"2", "2000000", "3", "3000000"}),
        ("45 Mt", {"45", "45000000"}),
        ("two hundred and fifty", {"250", "2", "50", "200"}),
    ],
)
def test_numbers_that_words_can_mean(text: str, numbers: set[str]) -> None:
    assert {Decimal(n) for n in numbers} - {Decimal(200)} <= numbers_in(text)


@pytest.mark.parametrize("text", ["dozens", "millions of dollars", "several", "a significant share", "many"])
def test_vague_words_mean_no_number(text: str) -> None:
    assert numbers_in(text) == frozenset()


@given(st.text(alphabet="$€0123456789.,- abtonMkgpercent/%thousandmillion", max_size=60))
def test_words_are_those_of_the_text(text: str) -> None:
    found = find_quantities(text)

    assert [q.words for q in found] == [text[q.start : q.end] for q in found]
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(st.text(alphabet="$0123456789. MtkgMozmillionbn%half ", max_size=40))
def test_stated_value_is_among_the_numbers_of_its_words(text: str) -> None:
    for quantity in find_quantities(text):
        assert quantity.value is None or quantity.value in numbers_in(quantity.words)
