"""A page that is open in a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from playwright.sync_api import Page


@dataclass(kw_only=True)
class Opened:
    """A page that is open in the browser, and what it did that it should not have done."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


class Open(Protocol):
    """Open a page by name, on a desktop unless the settings of its context say otherwise."""

    def __call__(self, name: str, **settings: object) -> Opened: ...
