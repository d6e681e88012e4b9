"""Denials, allegations, and what things are subject to."""

from __future__ import annotations

import pytest

from claimstake.closed_lists import AttributionKind, Modality, Stance
from wording import said


@pytest.mark.parametrize(
    ("text", "relation", "subject", "objects"),
    [
        ("Barrick denied that it made an offer for the mine.", "acquires", "Barrick Gold", ["mine"]),
        ("Barrick denied buying the mine.", "acquires", "Barrick Gold", ["mine"]),
        ("Barrick refuted claims that it owns the mine.", "owns", "Barrick Gold", ["mine"]),
        ("The minister rejected claims that the mine pollutes the river.", "threatens", "mine", ["river"]),
        ("The government dismissed reports that Barrick owns the mine.", "owns", "Barrick Gold", ["mine"]),
        (
            "The ministry rejected allegations that Barrick bribed officials.",
            "accusedOf",
            "Barrick Gold",
            ["bribed officials"],
        ),
        ("Barrick denies any wrongdoing.", "accusedOf", "Barrick Gold", ["wrongdoing"]),
    ],
)
def test_denial_is_a_denial_by_who_denies(text: str, relation: str, subject: str, objects: list[str]) -> None:
    found = said(text)

    claim = found.one(relation)

    assert claim.stance is Stance.DENIES
    assert found.parts(claim) == (subject, objects)
    assert claim.attribution.kind is not AttributionKind.NARRATOR


@pytest.mark.parametrize(
    "text",
    [
        "The minister repeated claims that Barrick owns the mine.",
        "The minister said that Barrick owns the mine.",
        "The minister rejected the budget and said that Barrick owns the mine.",
    ],
)
def test_what_nobody_rejects_is_not_denied(text: str) -> None:
    assert said(text).one("owns").stance is Stance.AFFIRMS


@pytest.mark.parametrize(
    "text",
    [
        "Critics allege that the mine poisoned the river.",
        "Critics allege the mine poisoned the river.",
        "Residents alleged that the mine poisoned the river.",
    ],
)
def test_allegation_is_that_of_who_alleges(text: str) -> None:
    found = said(text)

    claim = found.one("accusedOf")

    assert found.parts(claim) == ("mine", ["poisoned the river"])
    assert (claim.kind, claim.modality, claim.stance) == ("allegation", Modality.ALLEGED, Stance.AFFIRMS)
    assert claim.attribution.kind is AttributionKind.UNNAMED_GROUP


def test_what_is_only_said_is_no_allegation() -> None:
    found = said("Critics say that the mine poisoned the river.")

    assert found.all("accusedOf") == []
    assert found.one("threatens").modality is Modality.REPORTED


@pytest.mark.parametrize(
    ("text", "relation", "objects"),
    [
        ("The loan is subject to approval by parliament.", "requires", ["approval"]),
        ("The sale remains subject to regulatory approval.", "requires", ["regulatory approval"]),
        ("The mine is subject to sanctions.", "constrainedBy", ["sanctions"]),
        ("Exports are subject to a 5 percent tax.", "constrainedBy", ["5 percent tax"]),
    ],
)
def test_what_a_thing_is_subject_to_does_not_cause_it(text: str, relation: str, objects: list[str]) -> None:
    found = said(text)

    assert found.all("causes") == []
    assert found.parts(found.one(relation))[1] == objects


def test_what_a_thing_is_due_to_causes_it() -> None:
    assert said("The drop was due to weak demand.").one("causes")


def test_delay_under_a_condition_is_a_constraint_under_that_condition() -> None:
    found = said("The loan may be delayed until 2027 if parliament does not approve the deal.")

    claim = found.one("constrainedBy")

    assert found.parts(claim) == ("loan", ["parliament does not approve the deal"])
    assert claim.modality is Modality.CONDITIONAL
    assert found.conditions(claim) == ["if parliament does not approve the deal"]
    assert said("The loan was delayed until 2027 to save money.").all("constrainedBy") == []
