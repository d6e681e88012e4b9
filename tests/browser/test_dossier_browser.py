"""The page in a real browser: by mouse, by keyboard, on a phone, on paper, and under attack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from hostile import ENDING, IMAGE, STYLE, TEMPLATE, WORD

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from opened import Open

pytestmark = pytest.mark.browser
SECTIONS = (
    "verification", "article", "claims", "graph", "timeline", "amounts", "constraints", "answers", "gaps",
)  # fmt: skip
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
FIGURE = "the nation possesses mineral reserves valued at nearly $6 trillion"


def mark(page: Page, words: str) -> Locator:
    return page.locator(".article-text .mark", has_text=words).first


def rows(page: Page) -> list[str]:
    return page.locator(".claims-table tbody tr td:first-child .claim-link").all_inner_texts()


def found(page: Page) -> str:
    return page.locator("#found").inner_text()


@pytest.mark.parametrize("name", ["one", "two", "hostile"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_loads_without_errors_or_requests(opening: Open, name: str, scheme: str) -> None:
    opened = opening(name, color_scheme=scheme)
    opened.page.wait_for_timeout(100)

    assert opened.complaints == []
    assert opened.requests == [opened.page.url]


def test_an_error_or_a_request_would_be_noticed(opening: Open) -> None:
    opened = opening("one")
    opened.page.evaluate("console.error('planted')")
    opened.page.set_content("<img src='http://127.0.0.1:9/x.png'><script>throw new Error('planted')</script>")
    opened.page.wait_for_timeout(200)

    assert "planted" in opened.complaints
    assert any("127.0.0.1:9" in url for url in opened.requests)


def test_a_mark_leads_to_its_card(opening: Open) -> None:
    page = opening("one").page
    mark(page, FIGURE).click()
    card = page.locator("#card")

    assert card.locator("h3").inner_text().startswith("F26")
    assert card.locator(".card-quote mark").inner_text() == FIGURE
    assert "Government of Pakistan" in card.inner_text()
    assert "explicitly unverified" in card.inner_text()
    assert page.locator(".mark.active").count() >= 1


def test_every_mark_leads_to_a_card(opening: Open) -> None:
    page = opening("one").page
    marks = page.locator(".article-text .mark")
    ids = marks.evaluate_all("marks => marks.map((mark) => mark.getAttribute('href').slice(1))")

    assert len(ids) > 90
    for key in sorted(set(ids)):
        page.evaluate("(key) => { location.hash = key; }", key)
        page.wait_for_function("(key) => claims[state.open] && claims[state.open].key === key", arg=key)


def test_every_claim_has_its_words_marked(opening: Open) -> None:
    page = opening("one").page
    marked = page.evaluate(
        """() => claims.map((claim, number) => {
            const marks = [...document.querySelectorAll(`.mark[data-claims~="${number}"]`)];
            return marks.map((mark) => mark.textContent).join("") === quoteOf(claim);
        })"""
    )

    assert len(marked) == 111
    assert all(marked)


def test_a_claim_of_the_table_leads_to_its_place(opening: Open) -> None:
    page = opening("one").page
    page.locator(".claims-table .claim-link", has_text=re.compile("^F58$")).click()
    active = page.locator(".mark.active").first

    assert page.locator("#card h3").inner_text().startswith("F58")
    box = active.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900


def test_going_back_leads_back_to_the_table(opening: Open) -> None:
    page = opening("one").page
    page.locator("#claims").scroll_into_view_if_needed()
    link = page.locator(".claims-table .claim-link", has_text=re.compile("^F99$"))
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    link.click()
    assert page.evaluate("scrollY") != before
    page.go_back()
    page.wait_for_timeout(150)

    assert abs(page.evaluate("scrollY") - before) < 400


def test_words_that_make_several_claims_name_them_all(opening: Open) -> None:
    page = opening("one").page
    mark(page, "Significant structural").click()

    assert set(page.locator("#card .siblings .claim-link").all_inner_texts()) | {
        page.locator("#card h3").inner_text().split()[0]
    } == {"F10", "F11", "F12", "F13"}


def test_the_search_finds_words_and_says_when_there_are_none(opening: Open) -> None:
    page = opening("one").page
    page.locator('[data-filter="search"]').fill("saindak transparency")
    assert rows(page) == ["F53"]
    page.locator('[data-filter="search"]').fill("zinc")
    assert rows(page) == []
    assert page.locator("#no-claims").is_visible()
    page.locator("#reset").click()

    assert found(page) == "111 claims"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("speaker", "Government of Pakistan", ["F26", "F27"]),
        ("kind", "resource-estimate", ["F15", "F26", "F38", "F39"]),
        ("stance", "denies", ["F18", "F26", "F28", "F29", "F30", "D02", "D07", "F81"]),
        ("certainty", "probable", None),
        ("status", "explicitly unverified", ["F26"]),
        ("status", "no record", ["F15", "F38", "F39"]),
    ],
)
def test_filters_keep_what_fits(opening: Open, name: str, value: str, expected: list[str] | None) -> None:
    page = opening("one").page
    page.locator(f'[data-filter="{name}"]').select_option(value)
    shown = rows(page)

    if name == "stance":
        assert expected is not None
        assert set(shown) == set(expected) - {"F26"}
    elif expected is None:
        assert len(shown) == 4
    else:
        assert shown == expected
    assert found(page) == f"{len(shown)} of 111 claims"


def test_a_standard_changes_what_verification_means(opening: Open) -> None:
    page = opening("two").page
    page.locator('[data-filter="search"]').fill("13 million ounces")
    page.locator('[data-filter="standard"]').select_option("NI43-101")
    assert (
        page.locator(".claims-table tbody tr", has_text="C39").locator(".status").inner_text() == "verified"
    )
    page.locator('[data-filter="standard"]').select_option("JORC")

    assert (
        page.locator(".claims-table tbody tr", has_text="C39").locator(".status").inner_text() == "no record"
    )


def test_the_table_sorts_both_ways(opening: Open) -> None:
    page = opening("one").page
    button = page.locator('.claims-table th[data-key="speaker"] button')
    button.click()
    up = page.locator(".claims-table tbody tr td:nth-child(3)").all_inner_texts()
    button.click()
    down = page.locator(".claims-table tbody tr td:nth-child(3)").all_inner_texts()

    assert up == sorted(up, key=str.lower)
    assert down == sorted(down, key=str.lower, reverse=True)
    assert page.locator('.claims-table th[data-key="speaker"]').get_attribute("aria-sort") == "descending"


@pytest.mark.parametrize("name", ["one", "two", "hostile"])
def test_the_graph_draws_every_node(opening: Open, name: str) -> None:
    page = opening(name).page
    for box in page.locator(".graph-tools input").all():
        box.check()
    drawn = page.evaluate(
        """() => graphData().nodes.map(([key]) => {
            const node = document.querySelector(`.node[data-key="${CSS.escape(key)}"]`);
            const box = node.getBoundingClientRect();
            return box.width > 0 && box.height > 0;
        })"""
    )
    edges = page.evaluate(
        "() => [graphData().edges.length, document.querySelectorAll('path.edge[d]').length]"
    )

    assert len(drawn) > 1
    assert all(drawn)
    assert edges[0] == edges[1]


def test_labels_of_the_graph_lie_inside_their_boxes(opening: Open) -> None:
    page = opening("two").page
    for box in page.locator(".graph-tools input").all():
        box.check()
    outside = page.evaluate(
        """() => [...document.querySelectorAll(".node")].filter((node) => {
            const box = node.querySelector("rect").getBBox();
            return [...node.querySelectorAll("text")].some((text) => {
                const words = text.getBBox();
                return words.x + words.width > box.width || words.y + words.height > box.height;
            });
        }).map((node) => node.getAttribute("aria-label"))"""
    )

    assert outside == []


def test_a_thing_of_the_graph_filters_the_table(opening: Open) -> None:
    page = opening("one").page
    page.locator('.node[data-key="state-CN"]').click()
    shown = rows(page)

    assert 0 < len(shown) < 30
    assert found(page) == f"{len(shown)} of 111 claims"
    assert "China" in page.locator("#chips").inner_text()
    assert page.locator("#chosen h3").inner_text().startswith("China")
    page.locator("#chips .chip button").click()
    assert found(page) == "111 claims"


def test_the_graph_stays_in_view_when_the_table_above_shrinks(opening: Open) -> None:
    page = opening("one").page
    node = page.locator('.node[data-key="state-CN"]')
    node.scroll_into_view_if_needed()
    before = node.bounding_box()
    node.click()
    after = node.bounding_box()

    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 3


def test_the_graph_zooms_and_things_can_be_dragged(opening: Open) -> None:
    page = opening("one").page
    page.locator("#graph").scroll_into_view_if_needed()
    node = page.locator('.node[data-key="state-PK"]')
    node.scroll_into_view_if_needed()
    small = node.bounding_box()
    page.get_by_role("button", name="Zoom in").click()
    large = node.bounding_box()
    assert small is not None
    assert large is not None
    assert large["width"] > small["width"] * 1.1
    page.get_by_role("button", name="Fit all into view").click()
    page.mouse.move(small["x"] + 30, small["y"] + 10)
    page.mouse.down()
    page.mouse.move(small["x"] + 130, small["y"] + 70, steps=5)
    page.mouse.up()
    moved = node.bounding_box()

    assert moved is not None
    assert abs(moved["x"] - small["x"] - 100) < 5
    assert found(page) == "111 claims"  # dragging chooses nothing


def test_every_question_is_there_with_its_answer(opening: Open) -> None:
    page = opening("one").page
    names = page.evaluate("() => data.answers.map((answer) => answer.name)")
    details = page.locator("#answers details")
    assert details.count() == len(names) > 20
    question = page.locator('#answers details[data-answer="claims-without-verification"]')
    question.locator("summary").click()

    assert question.locator("tbody tr").count() == 2
    assert question.locator("tbody .claim-link", has_text="F26").count() >= 1


def test_times_and_amounts_name_their_source(opening: Open) -> None:
    page = opening("one").page
    amounts = page.locator("#amounts").inner_text()

    assert "2025-10" in page.locator("#timeline").inner_text()
    for words in ("nearly $6 trillion", "at most USD 6 trillion", "Government of Pakistan", "2026-01-17"):
        assert words in amounts


def test_what_was_not_understood_is_stated(opening: Open) -> None:
    text = opening("one").page.locator("#gaps").inner_text()

    assert "Dive into the reality behind the headlines." in text
    assert "make at least one claim" in text


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, selector: str, *, most: int = 400) -> None:
    for _ in range(most):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} cannot be reached with the Tab key")


def test_the_keyboard_alone_is_enough(opening: Open) -> None:
    page = opening("one").page
    press(page, "Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    press(page, "Enter")
    tab_to(page, ".article-text .mark")
    press(page, "Enter")
    assert page.locator("#card h3").inner_text().startswith("F01")
    assert page.evaluate("document.activeElement.id") == "card-title"
    press(page, "Escape")
    assert page.evaluate("document.activeElement.className").startswith("mark")
    tab_to(page, '[data-filter="search"]')
    page.keyboard.type("saindak")
    assert len(rows(page)) < 20
    tab_to(page, ".node")
    first = page.evaluate("document.activeElement.dataset.key")
    press(page, "ArrowDown")
    second = page.evaluate("document.activeElement.dataset.key")
    assert first != second
    press(page, "Enter")
    assert page.evaluate("state.thing") == second
    tab_to(page, "#answers summary")
    press(page, "Enter")
    assert page.locator("#answers details[open]").count() == 1


def test_focus_is_always_visible(opening: Open) -> None:
    page = opening("one").page
    for selector in (".bar a", ".article-text .mark", ".claims-table th button", "#answers summary"):
        tab_to(page, selector)
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")

        assert outline == "solid", selector


def test_a_phone_shows_no_sideways_scroll_and_the_card_as_a_sheet(opening: Open) -> None:
    for name in ("one", "two", "hostile"):
        page = opening(name, **PHONE).page
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    page = opening("one", **PHONE).page
    mark(page, FIGURE).tap()
    box = page.locator("#card").bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= 845
    assert box["height"] < 600
    page.get_by_role("button", name="Close the card").tap()
    assert not page.locator("#card").is_visible()


def words_of_pdf(path: Path) -> str:
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: pip install pypdf")
    return " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_paper_has_all_sections(opening: Open, tmp_path: Path) -> None:
    page = opening("one").page
    headings = [page.locator(f"#{name}-title").inner_text() for name in SECTIONS]
    page.pdf(path=tmp_path / "one.pdf", format="A4", print_background=True)
    text = words_of_pdf(tmp_path / "one.pdf")

    for heading in headings:
        assert heading in text
    for words in (
        "Dive into the reality",
        "F99",
        "D12",
        "China-Pakistan Economic",
        "nearly $6 trillion",
        "2028",
    ):
        assert words in text


def test_a_section_that_is_not_printed_would_be_missed(opening: Open, tmp_path: Path) -> None:
    page = opening("one").page
    page.evaluate("document.getElementById('timeline').remove()")
    page.pdf(path=tmp_path / "one.pdf", format="A4")

    assert "Timeline" not in words_of_pdf(tmp_path / "one.pdf")


def faults(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    answer: dict[str, Any] = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in answer["violations"]
        if fault["impact"] in {"serious", "critical"}
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("one", {}),
        ("one", {"color_scheme": "dark"}),
        ("one", {**PHONE, "color_scheme": "dark"}),
        ("two", PHONE),
    ],
    ids=["desktop", "dark", "dark phone", "several articles on a phone"],
)
def test_axe_finds_no_serious_fault(opening: Open, axe: str, name: str, settings: dict[str, Any]) -> None:
    page = opening(name, bypass_csp=True, **settings).page
    page.evaluate("chooseThing('state-PK')")
    # a few answers look like all, and axe takes a second for every few hundred cells
    page.evaluate("['evidence', 'timeline', 'gaps'].forEach(openAnswer)")
    mark(page, "Significant structural").click()
    page.wait_for_timeout(100)

    assert faults(page, axe) == []


def test_axe_would_find_a_fault(opening: Open, axe: str) -> None:
    page = opening("one", bypass_csp=True).page
    page.evaluate("document.querySelector('main').append(document.createElement('select'))")

    assert any("select-name" in fault for fault in faults(page, axe))


def test_a_hostile_article_is_text_and_runs_nothing(opening: Open) -> None:
    opened = opening("hostile")
    page = opened.page
    text = page.locator(".article-text").inner_text()
    for part in (IMAGE, STYLE, ENDING, TEMPLATE, WORD, "⟨U+202E⟩"):
        assert part in text
    for key in page.evaluate("claims.map((claim) => claim.key)"):
        page.evaluate("(key) => { location.hash = key; }", key)
    for node in page.evaluate("Object.keys(data.things)"):
        page.evaluate("(key) => chooseThing(key)", node)
    page.evaluate("chooseThing(null)")
    page.evaluate("data.answers.forEach((answer) => openAnswer(answer.name))")
    page.wait_for_timeout(200)

    assert page.evaluate("window.pwned") is None
    assert page.locator("main img, main script, main style, main iframe").count() == 0
    assert "\u202e" not in page.locator("body").inner_text()
    assert opened.complaints == []
    assert opened.requests == [page.url.split("#", maxsplit=1)[0]]


def test_a_hostile_article_as_markup_would_be_noticed(opening: Open) -> None:
    opened = opening("one", bypass_csp=True)
    opened.page.evaluate("(markup) => { document.querySelector('main').innerHTML += markup; }", IMAGE)
    opened.page.wait_for_function("window.pwned === 2")

    assert opened.page.locator("main img").count() == 1


def test_the_policy_of_the_page_stops_markup_that_got_in(opening: Open) -> None:
    opened = opening("one")
    opened.page.evaluate("(markup) => { document.querySelector('main').innerHTML += markup; }", IMAGE)
    opened.page.wait_for_timeout(200)

    assert opened.page.evaluate("window.pwned") is None
    assert opened.complaints != []


def test_a_hostile_article_stays_within_the_page(opening: Open) -> None:
    page = opening("hostile").page

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_several_articles_can_be_read_one_by_one(opening: Open) -> None:
    page = opening("two").page
    assert found(page) == "162 claims"
    page.locator("#scope").select_option(index=2)
    assert found(page) == "51 claims"
    assert "Reko Diq" in page.locator(".article-text").inner_text()
    page.locator("#scope").select_option("")
    page.locator(".claims-table .claim-link", has_text=re.compile("^F26$")).click()

    assert FIGURE in page.locator(".mark.active").first.inner_text()


def drawn_parts(page: Page) -> set[str]:
    return set(page.evaluate("[...parts].filter(([, part]) => part.drawn).map(([name]) => name)"))


def test_of_many_claims_only_what_is_near_is_drawn(opening: Open) -> None:
    page = opening("many").page
    page.wait_for_function("parts.get('verification').drawn")
    at_first = drawn_parts(page)
    assert len(at_first) < 4
    for name in SECTIONS:
        page.evaluate("(name) => document.getElementById(name).scrollIntoView()", name)
        page.wait_for_function("(name) => parts.get(name).drawn", arg=name)
    page.locator('[data-filter="search"]').fill("saindak transparency")
    assert found(page) == "15 of 1,665 claims"
    page.locator(".claims-table .claim-link").last.click()

    assert page.locator("#card h3").inner_text().startswith("F53")


def test_of_few_claims_all_is_drawn_at_once(opening: Open) -> None:
    assert drawn_parts(opening("one").page) == set(SECTIONS)


def test_paper_has_what_was_not_drawn_yet(opening: Open, tmp_path: Path) -> None:
    page = opening("many").page
    page.locator("#scope").select_option(index=3)
    page.pdf(path=tmp_path / "many.pdf", format="A4")

    assert drawn_parts(page) == set(SECTIONS)
    assert "Dive into the reality" in words_of_pdf(tmp_path / "many.pdf")


def test_a_page_without_scripts_says_so(opening: Open) -> None:
    page = opening("one", java_script_enabled=False).page

    assert "It holds 111 claims" in page.locator("noscript").inner_text()
