"""Pushing to really running stores: what is read back is what was sent."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from claimstake.push.probe import probe
from claimstake.push.pushing import Mode, Order, push
from claimstake.store.content import triple_lines
from claimstake.store.delivery import Outcome, Terms
from claimstake.store.endpoint import EndpointStore, open_endpoint
from claimstake.store.manifest import MANIFEST
from claimstake.store.opening import open_store
from claimstake.vocab import DCTERMS, GRAPH, ID, RDF, RDFS, STAKE, STAKEV, XSD
from stores.fixtures import DEAL, FACTS, OTHER, credentials, fresh_server, oxigraph_server, server, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimstake.graph.build import ArticleGraphs
    from claimstake.store.protocol import Store
    from stores.servers import Server

pytestmark = pytest.mark.store
__all__ = ["fresh_server", "oxigraph_server", "server"]  # fixtures

BIG = NamedNode(f"{GRAPH}a-big-one")
MILLION = 1_000_000


@pytest.fixture
def there(server: Server) -> Iterator[EndpointStore]:
    """Give the store to push to, and leave it empty."""
    with open_endpoint(
        server.location, read_only=False, timeout=300, credentials=credentials(server)
    ) as opened:
        yield opened
        push(None, opened.remote, Order(mode=Mode.DROP))
        assert opened.graphs() == ()
        assert opened.remote.count(MANIFEST) == 0


@pytest.fixture
def here() -> Iterator[Store]:
    with open_store("memory:") as opened:
        yield opened


def outcomes(source: Store, target: EndpointStore, order: Order | None = None) -> set[Outcome]:
    return {graph.outcome for graph in push(source, target.remote, order or Order()).graphs}


def same(source: Store, target: Store) -> bool:
    assert source.graphs() == target.graphs()
    return all(
        set(source.lines(record.graph)) == set(target.lines(record.graph)) for record in source.graphs()
    )


def test_the_article_arrives_triple_for_triple(
    here: Store, there: EndpointStore, article_graphs: ArticleGraphs
) -> None:
    here.replace_graphs(article_graphs.contents(), additions=article_graphs.additions())

    assert outcomes(here, there) == {Outcome.LOADED}
    assert same(here, there)
    assert outcomes(here, there) == {Outcome.UNCHANGED}
    assert outcomes(here, there, Order(mode=Mode.REPLACE)) == {Outcome.REPLACED}
    assert same(here, there)


def test_only_what_changed_is_sent(here: Store, there: EndpointStore) -> None:
    here.replace_graphs({DEAL: words(50), FACTS: words(5), OTHER: words(20)})
    outcomes(here, there)
    here.replace_graphs({DEAL: words(40, word="new")})

    report = push(here, there.remote, Order())

    assert [graph.outcome for graph in report.graphs] == [
        Outcome.REPLACED,
        Outcome.UNCHANGED,
        Outcome.UNCHANGED,
    ]
    assert same(here, there)


def test_deleting_removes_exactly_one_article(here: Store, there: EndpointStore) -> None:
    here.replace_graphs({DEAL: words(50), FACTS: words(5), OTHER: words(20)})
    outcomes(here, there)

    push(None, there.remote, Order(mode=Mode.DROP, articles=("a-deal",)))

    here.replace_graphs({DEAL: None, FACTS: None})
    assert same(here, there)
    assert there.remote.count(DEAL) == there.remote.count(FACTS) == 0


def test_appending_adds_and_keeps(here: Store, there: EndpointStore) -> None:
    here.replace_graphs({DEAL: words(5)})
    outcomes(here, there)
    here.replace_graphs({DEAL: words(5, word="more")})

    assert outcomes(here, there, Order(mode=Mode.APPEND)) == {Outcome.APPENDED}
    assert set(there.lines(DEAL)) == triple_lines([*words(5), *words(5, word="more")])


def test_a_dry_run_writes_nothing(here: Store, there: EndpointStore) -> None:
    here.replace_graphs({DEAL: words(5)})

    assert outcomes(here, there, Order(dry_run=True)) == {Outcome.LOADED}
    assert there.graphs() == ()
    assert there.remote.count(DEAL) == 0


def test_a_graph_in_many_pieces_arrives(here: Store, there: EndpointStore) -> None:
    # More than the 10,000 triples that Virtuoso gives at once.
    here.replace_graphs({DEAL: words(12_000)})

    assert outcomes(here, there, Order(terms=Terms(chunk=100_000))) == {Outcome.LOADED}
    here.replace_graphs({DEAL: words(12_000, word="new")})
    assert outcomes(here, there, Order(terms=Terms(chunk=100_000))) == {Outcome.REPLACED}
    assert same(here, there)


def test_a_long_text_arrives_even_as_the_first_line(here: Store, there: EndpointStore) -> None:
    long = "Ein langer Satz über Kupfer. " * 8_000
    here.replace_graphs({DEAL: [Triple(NamedNode("urn:a"), NamedNode("urn:text"), Literal(long))]})

    assert outcomes(here, there) == {Outcome.LOADED}
    assert same(here, there)


def test_the_probe_finds_what_the_profile_promises(there: EndpointStore) -> None:
    findings = probe(there.remote)

    assert [finding for finding in findings if not finding.as_expected] == []
    assert len(findings) == 7


def million() -> Iterator[Triple]:
    """Make a large graph in the shape of ours."""
    document, integer, body = NamedNode(f"{ID}document-big"), NamedNode(XSD.integer), NamedNode(STAKEV.body)
    for number in range(MILLION // 8):
        mention = NamedNode(f"{ID}mention-{number * 2654435761 % 2**64:016x}")
        words = f"Words of mention {number}, nearly ${number % 999} million in minerals"
        start = number * 7 % 9000
        for predicate, value in (
            (RDF.type, NamedNode(STAKE.Mention)),
            (STAKE.inDocument, document),
            (DCTERMS.source, document),
            (STAKE.exactText, Literal(words)),
            (STAKE.startOffset, Literal(str(start), datatype=integer)),
            (STAKE.endOffset, Literal(str(start + 40), datatype=integer)),
            (STAKE.inSection, body),
            (RDFS.label, Literal(f"mention {number}", language="en")),
        ):
            yield Triple(mention, NamedNode(predicate), value)


@pytest.fixture(scope="module")
def big_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("big") / "store"
    with open_store(str(place), read_only=False) as store:
        store.replace_graphs({BIG: million()})
    return place


def test_a_million_triples_arrive(big_place: Path, fresh_server: Server) -> None:
    who = credentials(fresh_server)
    with (
        open_store(str(big_place)) as source,
        open_endpoint(fresh_server.location, read_only=False, timeout=300, credentials=who) as target,
    ):
        # Arrival is shown by comparing every triple.
        first = push(source, target.remote, Order())
        second = push(source, target.remote, Order())

    assert [graph.outcome for graph in first.graphs] == [Outcome.LOADED]
    assert first.graphs[0].content is not None
    assert first.graphs[0].content.triples == MILLION
    assert [graph.outcome for graph in second.graphs] == [Outcome.UNCHANGED]


PUSHER = """
import sys
from claimstake.push.pushing import Order, push
from claimstake.store.credentials import NOBODY
from claimstake.store.delivery import Terms
from claimstake.store.endpoint import open_endpoint
from claimstake.store.opening import open_store
print("pushing", flush=True)
with open_store(sys.argv[1]) as source:
    with open_endpoint(sys.argv[2], read_only=False, timeout=60, credentials=NOBODY) as target:
        push(source, target.remote, Order(terms=Terms(resume=True, chunk=50_000)))
"""


@pytest.mark.parametrize("old", [False, True], ids=["new graph", "old graph"])
def test_a_killed_push_resumes_to_the_same_content(
    tmp_path: Path, oxigraph_server: Server, *, old: bool
) -> None:
    chance = random.Random(7)
    place = tmp_path / "store"
    with open_endpoint(
        oxigraph_server.location, read_only=False, timeout=60, credentials=credentials(oxigraph_server)
    ) as target:
        push(None, target.remote, Order(mode=Mode.DROP))
        before = triple_lines(words(50, word="old")) if old else set()
        if old:
            target.replace_graphs({DEAL: words(50, word="old")})
        with open_store(str(place), read_only=False) as source:
            source.replace_graphs({DEAL: words(20_000)})
            wanted = set(source.lines(DEAL))
        killed = 0
        for _ in range(200):
            with subprocess.Popen(
                [sys.executable, "-c", PUSHER, str(place), oxigraph_server.location],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            ) as pusher:
                assert pusher.stdout is not None
                pusher.stdout.readline()
                time.sleep(chance.uniform(0.1, 0.6 + killed * 0.1))
                pusher.kill()
            killed += 1
            recorded = {record.graph for record in target.graphs()}
            lines = set(target.lines(DEAL))
            # Nothing is recorded that is not there; what was there before stays until the new is whole.
            assert DEAL not in recorded or lines in (before, wanted)
            assert not old or lines in (before, wanted)
            if pusher.returncode == 0 or lines == wanted:
                break
        done = subprocess.run(
            [sys.executable, "-c", PUSHER, str(place), oxigraph_server.location], check=False, timeout=120
        )

        assert done.returncode == 0
        assert killed > 2
        assert set(target.lines(DEAL)) == wanted
        with open_store(str(place)) as source:
            assert source.graphs() == target.graphs()
        push(None, target.remote, Order(mode=Mode.DROP))
