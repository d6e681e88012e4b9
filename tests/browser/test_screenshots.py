"""Pictures of the page, as the README shows them.

They are written to the folder that CLAIMSTAKE_SCREENSHOTS names, else to one that is thrown away:
`CLAIMSTAKE_SCREENSHOTS=docs/images pytest tests/browser/test_screenshots.py -m browser`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from opened import Open

pytestmark = pytest.mark.browser
DESKTOP = {"viewport": {"width": 1280, "height": 820}, "device_scale_factor": 1.5}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
FIGURE = "the nation possesses mineral reserves valued at nearly $6 trillion"
# A page of one colour compresses to less than this.
_LEAST = 30_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(os.environ.get("CLAIMSTAKE_SCREENSHOTS") or tmp_path)


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("dossier-article", DESKTOP),
        ("dossier-article-dark", {**DESKTOP, "color_scheme": "dark"}),
        ("dossier-phone", PHONE),
    ],
)
def test_the_article_with_a_card(opening: Open, folder: Path, name: str, settings: dict[str, object]) -> None:
    page = opening("one", **settings).page
    page.locator(".article-text .mark", has_text=FIGURE).first.scroll_into_view_if_needed()
    page.locator(".article-text .mark", has_text=FIGURE).first.click()
    page.wait_for_timeout(100)

    assert len(page.screenshot(path=folder / f"{name}.png")) > _LEAST


def test_the_graph_with_a_thing_chosen(opening: Open, folder: Path) -> None:
    page = opening("one", **DESKTOP).page
    page.evaluate("document.getElementById('graph').scrollIntoView()")
    page.locator('.node[data-key="agreement-us-pakistan-rare-earth"]').click()
    page.mouse.move(5, 5)
    page.evaluate("document.activeElement.blur()")

    assert len(page.screenshot(path=folder / "dossier-graph.png")) > _LEAST


def test_the_page_on_paper(opening: Open, folder: Path) -> None:
    page = opening("one", viewport={"width": 794, "height": 1123}).page
    page.emulate_media(media="print")

    assert len(page.screenshot(path=folder / "dossier-print.png")) > _LEAST
