"""The stored queries give the same exact rows on engines and stores that users have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

import engines.comunica
from claimstake.answer.asking import bind_query
from claimstake.answer.expectations import Expectation, differences, read_expectations
from claimstake.query.catalogue import find_query
from claimstake.store.endpoint import open_endpoint
from claimstake.store.opening import open_store
from engines.data import both_articles
from loaded import FIRST, SECOND, load
from stores.fixtures import credentials, server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.store.protocol import Store
    from engines.engine import Engine
    from stores.servers import Server

pytestmark = pytest.mark.store
__all__ = ["server"]  # a fixture

EXPECTED = Path(__file__).parent / "expected"
CASES = {path.stem: read_expectations(path) for path in sorted(EXPECTED.glob("*.json"))}


# Virtuoso 7.2.5 sorts by a MIN() of a subquery over one graph, and over several sometimes does not.
UNORDERED = {("virtuoso", "corroborated-across-articles"), ("virtuoso", "disputed-across-articles")}


@pytest.fixture(scope="module")
def endpoint(server: Server) -> Iterator[Store]:
    with open_endpoint(
        server.location, read_only=False, timeout=120, credentials=credentials(server)
    ) as store:
        load(store, [FIRST, SECOND])
        yield store


@pytest.fixture(scope="module")
def comunica(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    data = tmp_path_factory.mktemp("comunica") / "articles.nt"
    data.write_bytes(both_articles())
    nowhere = open_store("memory:")
    cases = {name: _resolved(found[0]) for name, found in CASES.items()}
    texts = {
        name: bind_query(find_query(name), case.values, store=nowhere).text for name, case in cases.items()
    }
    try:
        return engines.comunica.comunica(data, texts)
    except engines.comunica.Absent as reason:
        pytest.skip(str(reason))


@pytest.mark.parametrize("name", CASES)
def test_rows_of_a_server_are_as_expected(server: Server, endpoint: Store, name: str) -> None:
    ordered = (server.kind, name) not in UNORDERED
    for case in CASES[name]:
        assert differences(case, find_query(name), endpoint, ordered=ordered) == ()


@pytest.mark.parametrize("name", CASES)
def test_rows_of_comunica_are_as_expected(comunica: Engine, name: str) -> None:
    # It answers all at once, so one case a query, with every label already an IRI. Version 4.5.0 sorts
    # wrongly by more than one key, so the order does not count.
    assert (
        differences(_resolved(CASES[name][0]), find_query(name), cast("Store", comunica), ordered=False) == ()
    )


def _resolved(case: Expectation) -> Expectation:
    known = {
        "pakistan-us-rare-earth-deal": "id:document-pakistan-us-rare-earth-deal",
        "JORC": "stake:JORC",
        "Government of Pakistan": "id:government-PK",
        "China": "id:state-CN",
        "geopolitical mirror report": "id:geopolitical-mirror-report-f7171e3c",
    }
    values = {name: known.get(value, value) for name, value in case.values.items()}
    return Expectation(values=values, columns=case.columns, rows=case.rows)
