from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimstake.article import Article
from claimstake.drafts.reading import read_article
from claimstake.extraction.pipeline import drafts_of

if TYPE_CHECKING:
    from claimstake.drafts.model import Draft


def _drafts(text: str) -> tuple[str, list[Draft]]:
    whole = f"Untitled\n\n{text}\n"
    return whole, drafts_of(read_article(Article(id="x", text=whole, title="Untitled")))


def _objects(text: str, relation: str) -> list[str]:
    whole, drafts = _drafts(text)
    return [whole[o.span.start : o.span.end] for d in drafts if d.relation == relation for o in d.objects]


def test_joined_modifiers_are_several_difficulties() -> None:
    found = _objects("Technical and financial hurdles hamper the dam.", "constrainedBy")

    assert found == ["Technical", "financial hurdles"]


def test_one_modifier_is_one_difficulty() -> None:
    assert _objects("Financial hurdles hamper the dam.", "constrainedBy") == ["Financial hurdles"]


def test_participle_in_list_is_no_verb() -> None:
    found = _objects(
        "The works are accused of causing noise, including shaken walls and broken windows.", "accusedOf"
    )

    assert not any("broken windows" in words and "causing" in words for words in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Gobi deposit is smaller than advertised.", True),
        ("The Gobi deposit is smaller than the other one.", False),
    ],
)
def test_comparison_is_with_what_is_said(text: str, wanted: bool) -> None:
    _, drafts = _drafts(text)

    assert any(d.relation == "asExtensiveAsClaimed" for d in drafts) is wanted


@pytest.mark.parametrize(("link", "wanted"), [("Consequently, ", True), ("Yesterday, ", False)])
def test_consequence_joins_two_sentences(link: str, wanted: bool) -> None:
    _, drafts = _drafts(f"The furnace broke in May. {link}the smelter closed two lines.")

    assert any(d.rule == "consequence" for d in drafts) is wanted
