"""A real browser, the pages it opens, and what it says about them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimstake.dossier.page import dossier
from hostile import write_hostile
from loaded import FIRST, SECOND, store_of, store_of_copies
from opened import Opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from opened import Open

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed: pip install playwright"
    )
    program = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def axe() -> str:
    if not _AXE.is_file():
        pytest.skip("axe is not installed: npm ci --prefix tests/browser")
    return _AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the pages that the tests open."""
    folder = tmp_path_factory.mktemp("pages")
    hostile = write_hostile(folder / "hostile")
    written = {}
    for name, articles in {"one": [FIRST], "two": [FIRST, SECOND], "hostile": [hostile]}.items():
        written[name] = folder / f"{name}.html"
        with store_of(*articles) as store:
            written[name].write_text(dossier(store), encoding="utf-8")
    written["many"] = folder / "many.html"
    with store_of_copies(FIRST, 15) as store:
        written["many"].write_text(dossier(store), encoding="utf-8")
    return written


@pytest.fixture
def opening(browser: Browser, files: dict[str, Path]) -> Iterator[Open]:
    """Open a page by name, on a desktop unless told otherwise."""
    contexts = []

    def open_page(name: str, **settings: object) -> Opened:
        context = browser.new_context(
            **{"viewport": {"width": 1360, "height": 900}, "reduced_motion": "reduce", **settings}  # type: ignore[arg-type]
        )
        contexts.append(context)
        page = context.new_page()
        opened = Opened(page=page)
        page.on(
            "console",
            lambda message: opened.complaints.append(message.text) if message.type != "log" else None,
        )
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.on("dialog", lambda dialog: opened.complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: opened.requests.append(request.url))
        page.goto(files[name].as_uri())
        return opened

    yield open_page
    for context in contexts:
        context.close()
