"""Claims about mineral deals as a knowledge graph: every claim leads back to the words that make it.

The names here are imported when they are used, so that `import claimstake` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimstake.answer import ask
    from claimstake.claims.reader import read_claims
    from claimstake.exporting import export_store
    from claimstake.graph.build import build_graph
    from claimstake.loading import load_articles
    from claimstake.store.opening import open_store

__all__ = ["ask", "build_graph", "export_store", "load_articles", "open_store", "read_claims"]

_HOMES = {
    "ask": "claimstake.answer",
    "build_graph": "claimstake.graph.build",
    "export_store": "claimstake.exporting",
    "load_articles": "claimstake.loading",
    "open_store": "claimstake.store.opening",
    "read_claims": "claimstake.claims.reader",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
