"""Sums, prices and purchases whose giver, amount or topic the parse alone does not show."""

from __future__ import annotations

import pytest

from wording import said


def test_sum_is_of_who_stands_after_from() -> None:
    found = said("The refiner opened a works with $94 million in grants from the government of Chile.")

    claim = found.one("grants")
    assert claim.quantity is not None
    assert claim.objects[0].words == "The refiner"
    assert claim.quantity.value == 94_000_000


@pytest.mark.parametrize(
    "text",
    [
        "The refiner opened a works with a bill of $94 million from the government of Chile.",
        "The price rose to $94 from $70.",
    ],
)
def test_other_sums_are_no_grants(text: str) -> None:
    assert not [claim for claim in said(text).file.claims if claim.relation == "grants"]


def test_price_before_a_verb_is_not_reached() -> None:
    found = said("The fund bought the mine, which Vale sold for $300 million.")

    assert not [claim for claim in found.file.claims if claim.relation == "pays" and "fund" in claim.quote]
