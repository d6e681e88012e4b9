"""What the card says of a claim, a thing and an article, and how it fits a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from claimstake.card import verification
from claimstake.card.asking import QUERIES
from claimstake.card.groups import entity_page
from claimstake.card.reading import read_store
from claimstake.card.record import claim_record, summary_record
from claimstake.card.relations import related, since
from claimstake.card.summary import article_summary
from claimstake.card.terminal import article_page, articles_page, claim_card
from claimstake.card.terminal import entity_page as draw_entity
from claimstake.card.verification import Status
from claimstake.card.wording import bounds, figure, sentence_around, speaker, visible
from claimstake.vocab import ID, STAKE, STAKEV
from hostile import write_hostile
from loaded import FIRST, SECOND, store_of

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType

    from claimstake.card.model import Claim, Reading

FIRST_IRI = f"{ID}document-pakistan-us-rare-earth-deal"


@pytest.fixture(scope="module")
def reading() -> Reading:
    with store_of(FIRST, SECOND) as store:
        return read_store(store)


def claim(reading: Reading, claim_id: str) -> Claim:
    return next(one for one in reading.claims if one.id == claim_id)


def drawn(thing: RenderableType, *, width: int = 80, colour: bool = False) -> str:
    console = Console(
        width=width, force_terminal=colour, no_color=not colour, color_system="truecolor" if colour else None
    )
    with console.capture() as captured:
        console.print(thing)
    return captured.get()


def test_a_reading_is_the_whole_store(reading: Reading) -> None:
    assert [document.id for document in reading.documents] == [
        "pakistan-us-rare-earth-deal",
        "ussm-fwo-memorandum",
    ]
    assert sum(1 for one in reading.claims if one.document == FIRST_IRI) == 111


def test_every_claim_is_read_at_its_words(reading: Reading) -> None:
    for one in reading.claims:
        text = reading.document_by_iri[one.document].text

        assert text[one.span.start : one.span.end] == one.span.text


def test_only_the_articles_asked_for_are_read() -> None:
    with store_of(FIRST, SECOND) as store:
        reading = read_store(store, documents=[FIRST_IRI])

    assert {one.document for one in reading.claims} == {FIRST_IRI}


def test_verification_tells_denial_from_silence(reading: Reading) -> None:
    denied, silent = claim(reading, "F26"), claim(reading, "F15")

    assert [f.status for f in verification.under(reading, denied, STAKE.JORC)] == [Status.UNVERIFIED]
    assert [f.status for f in verification.under(reading, silent, STAKE.JORC)] == [Status.NO_RECORD]


def test_what_is_said_of_the_class_holds_for_each_standard(reading: Reading) -> None:
    (finding,) = verification.under(reading, claim(reading, "F26"), STAKE.PERC)

    assert finding.status is Status.UNVERIFIED
    assert finding.inferred
    assert [reading.claim_by_iri[iri].id for iri in finding.said_in] == ["F30", "D02", "D07"]


def test_verified_under_one_standard_is_no_record_under_another(reading: Reading) -> None:
    verified = claim(reading, "C39")

    assert [f.status for f in verification.under(reading, verified, STAKE.NI43_101)] == [Status.VERIFIED]
    assert [f.status for f in verification.under(reading, verified, STAKE.JORC)] == [Status.NO_RECORD]


def test_no_standard_applies_to_money_paid(reading: Reading) -> None:
    assert verification.statuses(reading, claim(reading, "F05")) == (Status.NOT_APPLICABLE,)
    assert verification.barred_by(reading, claim(reading, "F05")) == ()


def test_an_in_ground_value_may_not_be_reported(reading: Reading) -> None:
    assert STAKE.JORC in verification.barred_by(reading, claim(reading, "F26"))
    assert verification.barred_by(reading, claim(reading, "C39")) == ()


@pytest.mark.parametrize(
    ("claim_id", "words"),
    [
        ("F26", "at most USD 6 trillion; no lower bound given"),
        ("F47", "about USD 65 billion; no bounds given"),
        ("F40", "exactly 3.2 percent"),
        ("F71", "at least 10 years; no upper bound given"),
        ("F76", "no number given"),
    ],
)
def test_bounds_are_those_of_the_wording(reading: Reading, claim_id: str, words: str) -> None:
    amount = claim(reading, claim_id).content.amount

    assert amount is not None
    assert bounds(reading, amount) == words


def test_a_number_is_not_rounded() -> None:
    from decimal import Decimal

    assert figure(Decimal("1234567.8901")) == "1,234,567.8901"
    assert figure(Decimal("2500000")) == "2.5 million"


def test_a_card_says_who_how_surely_since_when_and_in_which_words(reading: Reading) -> None:
    text = drawn(claim_card(reading, claim(reading, "F26")), width=120)

    assert "Government of Pakistan" in text
    assert "“The government asserts”" in text
    assert "affirms · certain · reported" in text
    assert "2026-01-17" in text
    assert "explicitly unverified" in text
    assert "«the nation possesses mineral reserves valued at nearly $6 trillion»" in text


def test_a_denied_claim_does_not_read_as_an_affirmed_one(reading: Reading) -> None:
    denied = drawn(claim_card(reading, claim(reading, "F18")))
    affirmed = drawn(claim_card(reading, claim(reading, "F19")))

    assert "Denied: Pakistan's first shipment" in denied
    assert "Denied" not in affirmed


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("claim_id", ["F26", "F28", "D12", "C32"])
def test_a_card_fits_the_terminal(reading: Reading, width: int, claim_id: str) -> None:
    lines = drawn(claim_card(reading, claim(reading, claim_id)), width=width).splitlines()

    assert max(len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [60, 80])
def test_a_status_is_never_cut(reading: Reading, width: int) -> None:
    card = drawn(claim_card(reading, claim(reading, "F26")), width=width)
    summary = article_summary(reading, reading.document_by_iri[FIRST_IRI])
    assert "…" not in card
    assert "explicitly unverified" in card
    assert "explicitly unverified" in drawn(article_page(reading, summary), width=width)


def test_the_list_of_articles_has_room_for_titles() -> None:
    article = {
        "id": "a-strategic-gamble-or-economic-lifeline-decoding-the-deal",
        "published": "2026-01-17",
        "title": "A strategic gamble or an economic lifeline",
        "claims": "1",
    }
    text = drawn(articles_page([article, {**article, "claims": "12", "published": ""}]), width=80)
    lines = [line.rstrip() for line in text.splitlines()]
    assert lines[1] == "  A strategic gamble or an economic lifeline"
    assert lines[0].endswith("2026-01-17  1 claim")
    assert lines[2].endswith("no date  12 claims")


def test_without_colour_a_card_has_no_escapes_and_the_same_words(reading: Reading) -> None:
    import re

    plain = drawn(claim_card(reading, claim(reading, "F26")))
    coloured = drawn(claim_card(reading, claim(reading, "F26")), colour=True)

    assert "\x1b" not in plain
    assert "\x1b" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_an_article_cannot_steer_the_terminal(tmp_path: Path) -> None:
    with store_of(write_hostile(tmp_path / "hostile")) as store:
        reading = read_store(store)
    text = "".join(drawn(claim_card(reading, one)) for one in reading.claims)

    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "⟨U+202E⟩" in text
    assert visible("plain text\n") == "plain text\n"


def test_relations_between_claims_are_given_both_ways(reading: Reading) -> None:
    restated = related(reading, claim(reading, "F71"))
    restating = related(reading, claim(reading, "D12"))

    assert [reading.claim_by_iri[iri].id for iri in restated["restated by"]] == ["D12"]
    assert [reading.claim_by_iri[iri].id for iri in restating["restates"]] == ["F71"]


def test_a_claim_is_as_old_as_the_first_article_in_which_its_speaker_makes_it(reading: Reading) -> None:
    assert since(reading, claim(reading, "F26")) == "2026-01-17"
    # another speaker said the same earlier, which is no reason to date this claim back
    assert since(reading, claim(reading, "F60")) == "2026-01-17"


def test_a_thing_has_what_it_says_and_what_is_said_of_it(reading: Reading) -> None:
    page = entity_page(reading, reading.entities[f"{ID}government-PK"])
    text = drawn(draw_entity(reading, page))

    assert [one.id for one in page.says] == ["F26", "F27"]
    assert "Says (2)" in text
    assert "acts for" in text.lower()


def test_an_article_is_summed_up(reading: Reading) -> None:
    summary = article_summary(reading, reading.document_by_iri[FIRST_IRI])
    text = drawn(article_page(reading, summary), width=100)

    assert summary.claims == 111
    assert dict(summary.counts["stance"])[STAKEV.denies] == 7
    assert [one.id for one in summary.estimates] == ["F15", "F26", "F38", "F39"]
    assert "111" in text


def test_a_record_holds_what_the_card_says(reading: Reading) -> None:
    record = claim_record(reading, claim(reading, "F26"))

    assert record["speaker"] == "Government of Pakistan"
    assert record["content"]["amount"]["upper"] == "6000000000000"  # type: ignore[index, call-overload]
    assert "lower" not in record["content"]["amount"]  # type: ignore[index, call-overload, operator]
    assert record["evidence"]["start"] == claim(reading, "F26").span.start  # type: ignore[index, call-overload]


def test_the_summary_is_plain_values(reading: Reading) -> None:
    import json

    summary = article_summary(reading, reading.document_by_iri[FIRST_IRI])

    assert json.loads(json.dumps(summary_record(reading, summary)))["claims"] == 111


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rose. Mr. Khan said so. It fell.", "Khan", "Mr. Khan said so."),
        ("U.S. officials agreed. Nobody signed.", "officials", "U.S. officials agreed."),
        ("• First point.\n• Second point.", "Second", "Second point."),
        ("No stop here\nand none here", "none", "and none here"),
        ("It cost $4.5 billion. It rained.", "billion", "It cost $4.5 billion."),
    ],
)
def test_a_sentence_is_found_around_words(text: str, words: str, sentence: str) -> None:
    start = text.index(words)

    first, last = sentence_around(text, start=start, end=start + len(words))

    assert text[first:last] == sentence


def test_nobody_is_named_where_nobody_is(reading: Reading) -> None:
    assert speaker(reading, claim(reading, "F38")) == "nobody named"


def test_the_questions_of_this_package_use_declared_terms_only() -> None:
    import re

    from claimstake.vocab import terms_of

    known = terms_of(STAKE)
    used = {
        name
        for path in QUERIES.glob("*.rq")
        for name in re.findall(r"\bstake:([A-Za-z0-9-]+)", path.read_text())
    }

    assert used
    assert {f"{STAKE.iri}{name}" for name in used} <= known
    assert f"{STAKE.iri}noSuchTerm" not in known
