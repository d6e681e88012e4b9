"""Fixtures: one running server of each kind for the whole run, and graphs to put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from claimstake.store.credentials import Credentials
from claimstake.vocab import GRAPH, XSD
from stores.servers import SERVERS, Absent, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

DEAL = NamedNode(f"{GRAPH}a-deal")
FACTS = NamedNode(f"{GRAPH}a-deal/facts")
OTHER = NamedNode(f"{GRAPH}another-deal")
REFERENCE = NamedNode(f"{GRAPH}reference")


@pytest.fixture(scope="session", params=list(SERVERS))
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a running server of each kind in turn."""
    yield from _running(request.param, tmp_path_factory)


@pytest.fixture(params=list(SERVERS))
def fresh_server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Give a running server of each kind in turn that no other test uses, and that need not be cleaned."""
    yield from _running(request.param, tmp_path_factory)


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a running Oxigraph."""
    yield from _running("oxigraph", tmp_path_factory)


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a running Virtuoso."""
    yield from _running("virtuoso", tmp_path_factory)


def _running(name: str, folders: pytest.TempPathFactory) -> Iterator[Server]:
    try:
        with SERVERS[name](folders.mktemp(name)) as running:
            yield running
    except Absent as reason:
        pytest.skip(str(reason))


def credentials(server: Server) -> Credentials:
    return Credentials(user=server.user, password=server.password)


def words(count: int, *, word: str = "word") -> list[Triple]:
    """Make a graph whose literals try what stores get wrong."""
    return [
        *(
            Triple(NamedNode(f"urn:s{number}"), NamedNode("urn:says"), Literal(f"{word} {number}"))
            for number in range(count)
        ),
        *(Triple(NamedNode("urn:all"), NamedNode("urn:holds"), value) for value in _VALUES),
    ]


_VALUES = (
    NamedNode("urn:x/größe"),
    Literal("“Größe” – 稀土 🪨 \t\r\n\\ \"quoted\" 'single'"),
    Literal("Kupfer", language="de"),
    Literal("1.5", datatype=NamedNode(XSD.decimal)),
    Literal("-12", datatype=NamedNode(XSD.integer)),
    Literal("true", datatype=NamedNode(XSD.boolean)),
    Literal("2026-01-17T00:00:00Z", datatype=NamedNode(XSD.dateTime)),
    Literal(""),
)
