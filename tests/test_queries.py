"""Every stored query gives exactly the rows that were written down by hand, in both libraries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from claimstake.answer.expectations import Expectation, differences, read_expectations
from claimstake.loading import load_articles
from claimstake.query.catalogue import find_query, query_names
from claimstake.query.lint import lint
from claimstake.reasoning.inference import infer
from claimstake.store.opening import open_store
from engines.data import both_articles
from engines.embedded import oxigraph, rdflib
from loaded import FIRST, SECOND

if TYPE_CHECKING:
    from claimstake.store.protocol import Store
    from engines.engine import Engine

EXPECTED = Path(__file__).parent / "expected"
CASES = [
    pytest.param(name, case, id=f"{name}-{i}")
    for name in sorted(path.stem for path in EXPECTED.glob("*.json"))
    for i, case in enumerate(read_expectations(EXPECTED / f"{name}.json"))
]
GRAPH_QUERIES = {"claim-graph"}


@pytest.fixture(scope="module", params=["pyoxigraph", "rdflib"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return oxigraph(FIRST, SECOND) if request.param == "pyoxigraph" else rdflib(both_articles())


@pytest.mark.parametrize(("name", "case"), CASES)
def test_rows_are_as_expected(engine: Engine, name: str, case: Expectation) -> None:
    assert differences(case, find_query(name), cast("Store", engine)) == ()


def test_projected_facts_and_inferences_change_no_answer() -> None:
    with open_store("memory:", read_only=False) as store:
        load_articles(store, [FIRST, SECOND], project=True)
        assert len(list(infer(store))) == 2

        for name in sorted(path.stem for path in EXPECTED.glob("*.json")):
            for case in read_expectations(EXPECTED / f"{name}.json"):
                assert differences(case, find_query(name), store) == (), name


def test_every_query_has_expectations() -> None:
    assert set(query_names()) - GRAPH_QUERIES == {path.stem for path in EXPECTED.glob("*.json")}


@pytest.mark.parametrize("name", query_names())
def test_shipped_queries_have_no_fault(name: str) -> None:
    assert lint(find_query(name)) == ()
