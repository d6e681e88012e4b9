"""What an engine is to the tests: it answers a query, and says which version of what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimstake.store.results import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """An engine that holds the articles, as far as a stored query needs it to be a store."""

    name: str
    version: str
    answer: Callable[[str], Rows]
    location: str = "memory:"

    def query(self, text: str, *, timeout: float | None = None) -> Rows:
        return self.answer(text)
