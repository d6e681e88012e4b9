"""Stores with articles in them, as the tests of what people look at need them."""

from __future__ import annotations

from dataclasses import replace
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


def store_of_copies(folder: Path, count: int) -> Store:
    """Give a store in memory with an article under as many names."""
    claims = read_claims(folder / "claims.yaml")
    store = open_store("memory:", read_only=False)
    for number in range(count):
        article = claims.file.article
        copy = article.model_copy(update={"id": f"copy-{number}", "title": f"{number} {article.title}"})
        graphs = build_graph(replace(claims, file=claims.file.model_copy(update={"article": copy})))
        store.replace_graphs(graphs.contents(), additions=graphs.additions())
    return store


def directory_of(directory: Path, *folders: Path) -> Path:
    """Make a store in a directory with articles in it."""
    with open_store(str(directory), read_only=False) as store:
        load(store, folders)
    return directory
