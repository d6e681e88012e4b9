"""Who lends and who borrows, and what money is paid for."""

from __future__ import annotations

import pytest

from wording import said


@pytest.mark.parametrize(
    ("text", "lender", "borrower"),
    [
        ("A $200 million loan from Japan to Chile was signed in May.", "Japan", "Chile"),
        ("Chile signed a $200 million loan with Japan.", "Japan", "Chile"),
        ("The World Bank signed a $200 million loan with Chile.", "World Bank", "Chile"),
        ("Japan agreed to a $200 million loan to Chile.", "Japan", "Chile"),
        ("Japan's $200 million loan to Chile was delayed.", "Japan", "Chile"),
        ("Chile borrowed $200 million from Japan.", "Japan", "Chile"),
        ("Japan lent Chile $200 million.", "Japan", "Chile"),
        ("The World Bank approved a $200 million loan for Sintari.", "World Bank", "Sintari"),
        ("A $200 million loan for Sintari was approved by the World Bank.", "World Bank", "Sintari"),
        ("Sintari signed a $200 million loan agreement with Afreximbank.", "Afreximbank", "Sintari"),
        ("Sintari took out a $100 million loan from the World Bank.", "World Bank", "Sintari"),
    ],
)
def test_lender_and_borrower_are_told_apart(text: str, lender: str, borrower: str) -> None:
    found = said(text)

    claim = found.one("lends")

    assert found.parts(claim) == (lender, [borrower])
    assert found.name(claim.recipient) == borrower


@pytest.mark.parametrize(
    "text",
    [
        "Chile signed a $200 million loan.",
        "Chile and Peru signed a loan of 300 million euros.",
        "Chile signed a $200 million contract with Japan.",
        "Chile won $200 million from the World Bank.",
    ],
)
def test_nobody_lends_where_no_lender_is_named(text: str) -> None:
    assert said(text).all("lends") == []


@pytest.mark.parametrize(
    ("text", "relation", "objects", "recipient"),
    [
        ("Barrick paid $600 million for a stake in Reko Diq.", "pays", ["stake in Reko Diq"], None),
        (
            "Barrick paid Rio Tinto $600 million for a stake in Reko Diq.",
            "pays",
            ["stake in Reko Diq"],
            "Rio Tinto",
        ),
        ("Chile offered $600 million for a stake in the mine.", "promises", ["stake in the mine"], None),
        ("Chile pledged $600 million to Peru.", "promises", [], "Peru"),
    ],
)
def test_stake_is_bought_and_gets_no_money(
    text: str, relation: str, objects: list[str], recipient: str | None
) -> None:
    found = said(text)

    claim = found.one(relation)

    assert found.parts(claim)[1] == objects
    assert found.name(claim.recipient) == recipient
