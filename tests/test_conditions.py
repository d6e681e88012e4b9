"""Conditions are kept with what they are conditions of, and nothing else becomes one."""

from __future__ import annotations

import pytest

from claimstake.closed_lists import Modality, Stance
from wording import said


@pytest.mark.parametrize(
    ("text", "relation", "condition"),
    [
        (
            "Sintari may export concentrate, provided that the company obtains an export permit.",
            "exports",
            "provided that the company obtains an export permit",
        ),
        ("Sintari may buy the mine, provided it finds a partner.", "acquires", "provided it finds a partner"),
        (
            "Drina Mining will buy the mine on condition that the state builds a road.",
            "acquires",
            "on condition that the state builds a road",
        ),
        ("Drina Mining can export lithium as long as prices hold.", "exports", "as long as prices hold"),
        ("Chile will export lithium so long as prices hold.", "exports", "so long as prices hold"),
        ("Chile will export lithium unless parliament objects.", "exports", "unless parliament objects"),
        ("Barrick will buy the mine only if regulators agree.", "acquires", "only if regulators agree"),
        (
            "Japan will lend $200 million to Chile, subject to approval by parliament.",
            "lends",
            "subject to approval by parliament",
        ),
        (
            "Subject to shareholder approval, Barrick will buy the mine.",
            "acquires",
            "Subject to shareholder approval",
        ),
        ("Barrick will buy the mine pending a review.", "acquires", "pending a review"),
        (
            "Barrick will buy the mine, contingent on a vote by the board.",
            "acquires",
            "contingent on a vote by the board",
        ),
        ("Barrick will buy the mine in the event of a default.", "acquires", "in the event of a default"),
        ("Indonesia will export nickel in case prices rise.", "exports", "in case prices rise"),
        (
            "Provided the regulator agrees, Chile will export lithium.",
            "exports",
            "Provided the regulator agrees",
        ),
        (
            "The sale of the mine to Rio Tinto is contingent on a licence.",
            "acquires",
            "contingent on a licence",
        ),
        ("Barrick's purchase of the mine hinges on approval.", "acquires", "on approval"),
    ],
)
def test_condition_is_kept(text: str, relation: str, condition: str) -> None:
    found = said(text)

    claim = found.one(relation)

    assert (claim.modality, found.conditions(claim)) == (Modality.CONDITIONAL, [condition])


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The bank, which provided the loan that built the mine, owns Drina Mining.", "owns"),
        ("The agency approved the sale pending an inquiry.", "approves"),
        ("Barrick stockpiled cobalt and bought the mine in case prices rise.", "acquires"),
        ("Chile exports lithium, subject to a 5 percent royalty.", "exports"),
        ("Barrick owns the mine, which is subject to sanctions.", "owns"),
        ("A spokesman, on condition of anonymity, confirmed that Barrick owns the mine.", "owns"),
        ("Barrick bought the mine, assuming its debts.", "acquires"),
    ],
)
def test_other_uses_of_the_words_are_no_conditions(text: str, relation: str) -> None:
    found = said(text)

    claims = found.all(relation)

    assert claims
    assert all(not claim.conditions and claim.modality is not Modality.CONDITIONAL for claim in claims)


def test_what_a_condition_says_is_only_supposed() -> None:
    claim = said("Chile may export lithium, provided that Sintari builds a smelter.").one("builds")

    assert (claim.stance, claim.modality, claim.kind) == (
        Stance.SUPPOSES,
        Modality.HYPOTHETICAL,
        "supposition",
    )


def test_plan_stays_a_plan_under_a_condition() -> None:
    found = said("Barrick agreed to buy the mine, contingent on approval by the board.")

    claim = found.one("acquires")

    assert claim.modality is Modality.INTENTION
    assert found.conditions(claim) == ["contingent on approval by the board"]


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Sintari may export ore, provided that the company builds a smelter.", "Sintari"),
        (
            "The Ministry of Mines said any miner may export ore, provided that the company builds a plant.",
            "miner",
        ),
        (
            "Glencore left Sintari. A buyer may export ore on condition that the company builds a smelter.",
            "buyer",
        ),
        (
            "The Mines Ministry met traders. Chile may export ore as long as the company builds a smelter.",
            "company",
        ),
    ],
)
def test_company_of_a_condition_is_no_other(text: str, company: str) -> None:
    found = said(text)

    assert found.name(found.one("builds").subject) == company
