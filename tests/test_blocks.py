from __future__ import annotations

import itertools

import pytest

from claimstake.blocks import BlockKind, layout_of
from claimstake.closed_lists import Section

ARTICLE = """Zinc deal signed

Click to start listening
Zinc deal signed

Key Takeaways

  • A deal was signed.
  • It covers zinc.

LIMA, Jan 5 (Andes Wire) - Peru signed a deal.

It will last ten years.

Point of View

The deal is good.

Frequently Asked Questions

What was signed?
A deal was signed.
About Andes Zinc
Andes Zinc owns a mine.
"""


def _blocks(text: str, title: str = "Zinc deal signed") -> list[tuple[str, str, str]]:
    layout = layout_of(text, title=title)
    return [(b.kind.value, b.section.value, text[b.start : b.end]) for b in layout.blocks]


def test_article_is_split_into_its_sections() -> None:
    assert _blocks(ARTICLE) == [
        ("headline", "headline", "Zinc deal signed"),
        ("furniture", "boilerplate", "Click to start listening"),
        ("headline", "headline", "Zinc deal signed"),
        ("heading", "takeaways", "Key Takeaways"),
        ("item", "takeaways", "A deal was signed."),
        ("item", "takeaways", "It covers zinc."),
        ("paragraph", "body", "Peru signed a deal."),
        ("paragraph", "body", "It will last ten years."),
        ("heading", "editorial", "Point of View"),
        ("paragraph", "editorial", "The deal is good."),
        ("heading", "faq", "Frequently Asked Questions"),
        ("question", "faq", "What was signed?"),
        ("paragraph", "faq", "A deal was signed."),
        ("heading", "boilerplate", "About Andes Zinc"),
        ("paragraph", "boilerplate", "Andes Zinc owns a mine."),
    ]


@pytest.mark.parametrize(
    ("line", "place", "date", "agency"),
    [
        ("HARARE, Sept 14 (Highveld News) - Zimbabwe will ban it.", "HARARE", "Sept 14", "Highveld News"),
        ("WINDHOEK, 11 March 2026 - The company reports.", "WINDHOEK", "11 March 2026", None),
        ("Mumbai, Jan 17 (NationPress) Pakistan sent ore.", "Mumbai", "Jan 17", "NationPress"),
        ("PERTH (Metals Weekly), 2 July 2026 - It has a loan.", "PERTH", "2 July 2026", "Metals Weekly"),
        ("LONDON (Agency) - Prices rose.", "LONDON", None, "Agency"),
    ],
)
def test_dateline_is_read_and_left_out(line: str, place: str, date: str | None, agency: str | None) -> None:
    layout = layout_of(f"Title\n\n{line}\n", title="Title")

    assert layout.dateline is not None
    assert (layout.dateline.place, layout.dateline.date, layout.dateline.agency) == (place, date, agency)
    assert f"Title\n\n{line}\n"[layout.blocks[-1].start :].startswith(
        ("Zimbabwe", "The company", "Pakistan", "It has", "Prices")
    )


@pytest.mark.parametrize(
    "line", ["Pakistan sent ore to China.", "In May, Peru (the state) paid.", "Prices - high - fell."]
)
def test_ordinary_sentence_has_no_dateline(line: str) -> None:
    assert layout_of(f"Title\n\n{line}\n", title="Title").dateline is None


def test_wrapped_lines_are_one_paragraph() -> None:
    lines = [
        "The company said on Monday that it would build a plant for lithium in the",
        "north of the country, where it has held an exploration licence since 2019",
        "and where the government wants to see more of the ore processed at home by",
        "the end of the decade, according to people who know of the talks with it",
        "and did not want to be named.",
    ]
    text = "A title\n\n" + "\n".join(lines) + "\n"

    assert [b.kind for b in layout_of(text, title="A title").blocks] == [
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
    ]


def test_sections_of_blocks_are_in_order() -> None:
    blocks = layout_of(ARTICLE, title="Zinc deal signed").blocks

    assert all(a.end <= b.start for a, b in itertools.pairwise(blocks))
    assert blocks[0].section is Section.HEADLINE
