"""What a text leaves open is doubted, and never taken for verified."""

from __future__ import annotations

import pytest

from claimstake.closed_lists import AttributionKind, Outcome, Stance
from wording import said

ESTIMATE = "Pakistan has reserves worth $6 trillion. "


@pytest.mark.parametrize(
    "text",
    [
        "The auditors could not establish whether the estimate had been checked under any standard.",
        "It is unclear if the estimate was prepared under JORC.",
        "It was not clear whether the estimate had been independently verified.",
        "The ministry did not say whether the estimate complies with the JORC Code.",
        "The company declined to say if the estimate was compliant with JORC.",
        "The ministry has yet to say if the estimate meets NI 43-101.",
        "There is no evidence that the estimate had been audited.",
        "Analysts found no evidence that the figures were prepared in accordance with NI 43-101.",
        "There is little to suggest that the estimate complies with JORC.",
        "Nobody knows whether the figure was audited under NI 43-101.",
        "Whether the estimate complies with JORC is not known.",
        "The minister could not confirm that the figures comply with JORC.",
        "It remains to be seen whether the estimate will meet JORC.",
    ],
)
def test_verification_that_is_left_open_is_inconclusive(text: str) -> None:
    claim = said(ESTIMATE + text).one("verifiedUnder")

    assert (claim.stance, claim.outcome) == (Stance.DOUBTS, Outcome.INCONCLUSIVE)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The auditors established that the estimate had been checked under JORC.", Outcome.VERIFIED),
        ("It is clear that the estimate was prepared under JORC.", Outcome.VERIFIED),
        ("There is evidence that the estimate was audited under JORC.", Outcome.VERIFIED),
        (
            "The figure was verified under JORC, but it is unclear whether the mine will be built.",
            Outcome.VERIFIED,
        ),
        ("The estimate was not prepared under JORC.", Outcome.EXPLICITLY_UNVERIFIED),
        ("It is unclear whether the unverified estimate will attract buyers.", Outcome.EXPLICITLY_UNVERIFIED),
    ],
)
def test_verification_that_is_settled_is_not_left_open(text: str, outcome: Outcome) -> None:
    claim = said(ESTIMATE + text).one("verifiedUnder")

    assert claim.outcome is outcome
    assert claim.stance is not Stance.DOUBTS


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("It is unclear if Barrick bought the mine.", Stance.DOUBTS),
        ("The ministry did not say whether Barrick bought the mine.", Stance.DOUBTS),
        ("There is no proof that Barrick bought the mine.", Stance.DOUBTS),
        ("The ministry said that Barrick bought the mine.", Stance.AFFIRMS),
        ("There is proof that Barrick bought the mine.", Stance.AFFIRMS),
        ("Much depends on whether Barrick bought the mine.", Stance.SUPPOSES),
        ("If Barrick bought the mine, prices will fall.", Stance.SUPPOSES),
    ],
)
def test_every_relation_is_doubted_alike(text: str, stance: Stance) -> None:
    assert said(text).one("acquires").stance is stance


def test_publisher_that_could_not_establish_it_is_the_narrator() -> None:
    text = "RAWALPINDI, 12 March 2026 (Wire) - Wire could not establish whether Barrick bought the mine."

    assert said(text).one("acquires").attribution.kind is AttributionKind.NARRATOR
    other = said(text.replace("- Wire", "- Glencore")).one("acquires")
    assert other.attribution.kind is AttributionKind.NAMED_AGENT
