"""Stores with articles in them, as the tests of what people look at need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.assets import DATA
from claimstake.claims.reader import read_claims
from claimstake.graph.build import build_graph
from claimstake.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimstake.store.protocol import Store

FIRST = DATA / "articles" / "pakistan-us-rare-earth-deal"
SECOND = DATA / "articles" / "ussm-fwo-memorandum"


def load(store: Store, folders: Iterable[Path]) -> None:
    """Load the reviewed claims of articles."""
    for folder in folders:
        graphs = build_graph(read_claims(folder / "claims.yaml"))
        store.replace_graphs(graphs.contents(), additions=graphs.additions())


def store_of(*folders: Path) -> Store:
    """Give a store in memory with articles in it."""
    store = open_store("memory:", read_only=False)
    load(store, folders)
    return store


def directory_of(directory: Path, *folders: Path) -> Path:
    """Make a store in a directory with articles in it."""
    with open_store(str(directory), read_only=False) as store:
        load(store, folders)
    return directory
