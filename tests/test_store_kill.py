"""A load that is killed leaves the embedded store as it was before or as it would be after."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode

from claimstake.errors import StoreUnavailable
from claimstake.store.content import content_of, triple_lines
from claimstake.store.manifest import MANIFEST
from claimstake.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from claimstake.store.protocol import Store

GRAPHS = MANIFEST.value.removesuffix("manifest")
DEAL = NamedNode(f"{GRAPHS}a-deal")
FACTS = NamedNode(f"{GRAPHS}a-deal/facts")
REFERENCE = NamedNode(f"{GRAPHS}reference")
SIZE = 2_000

# Loads one version of the article after the other until it is killed; the word says which version.
LOADER = """
import sys, itertools
from pyoxigraph import Literal, NamedNode, Triple
from claimstake.store.opening import open_store
place, graphs, size, first = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
def triples(count, word):
    return [Triple(NamedNode(f"urn:s{n}"), NamedNode("urn:says"), Literal(f"{word}")) for n in range(count)]
print("loading", flush=True)
for version in itertools.count(first):
    with open_store(place, read_only=False) as store:
        store.replace_graphs(
            {NamedNode(graphs + "a-deal"): triples(size, version),
             NamedNode(graphs + "a-deal/facts"): triples(size // 2, version)},
            additions={NamedNode(graphs + "reference"): triples(1, version)},
        )
"""


def version_of(store: Store) -> str | None:
    """Return the one version all graphs hold, having checked that they agree with the manifest."""
    records = {record.graph: record.content for record in store.graphs()}
    for graph in (DEAL, FACTS, REFERENCE):
        lines = triple_lines(quad.triple for quad in store.quads(graph))
        assert (graph in records) == bool(lines)
        assert not lines or records[graph] == content_of(lines)
    words = [{str(quad.object) for quad in store.quads(graph)} for graph in (DEAL, FACTS)]
    assert words[0] == words[1]
    assert len(words[0]) <= 1
    assert words[0] <= {str(quad.object) for quad in store.quads(REFERENCE)}
    return next(iter(words[0]), None)


def kill_while_loading(place: Path, *, first: int, seconds: float) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LOADER, str(place), GRAPHS, str(SIZE), str(first)], stdout=subprocess.PIPE
    ) as loader:
        assert loader.stdout is not None
        loader.stdout.readline()
        time.sleep(seconds)
        loader.kill()


def test_a_killed_replacement_leaves_one_whole_version(tmp_path: Path) -> None:
    chance = random.Random(20260117)
    seen = set[str | None]()
    # A slow machine finishes few loads before it is killed, so it is given more of them.
    for number in range(100):
        if number >= 25 and len(seen) > 5:
            break
        kill_while_loading(
            tmp_path / "store", first=1_000 * number, seconds=chance.uniform(0.0, 0.25 + 0.02 * number)
        )
        with open_store(str(tmp_path / "store"), read_only=False) as store:
            seen.add(version_of(store))

    assert len(seen) > 5


@pytest.mark.parametrize("number", range(10))
def test_a_killed_first_load_leaves_a_store_that_can_be_loaded(tmp_path: Path, number: int) -> None:
    kill_while_loading(tmp_path / "store", first=0, seconds=0.006 * number)

    with suppress(StoreUnavailable), open_store(str(tmp_path / "store")) as store:
        version_of(store)
    with open_store(str(tmp_path / "store"), read_only=False) as store:
        version_of(store)
        store.replace_graphs({DEAL: (), FACTS: ()})
        assert version_of(store) is None
