"""Ten times the articles cost a stored query about ten times the work, counted in rows and not in seconds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from claimstake.answer.explaining import explain
from claimstake.query.binding import bind
from claimstake.query.catalogue import find_query, query_names
from claimstake.vocab import STAKE
from engines.corpus import load_corpus

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.store

FEW, MANY = 3, 30
# Ten times the data, and room for what is sorted and for what a few articles share by chance.
_MOST = 16
_ROWS = re.compile(r"→ (\d+)")
# Under this, what the articles share counts for more than the articles.
_LEAST_ROWS = 200


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folders = {articles: tmp_path_factory.mktemp(f"articles-{articles}") for articles in (FEW, MANY)}
    for articles, folder in folders.items():
        load_corpus(str(folder), articles)
    return folders


def work(name: str, folder: Path) -> int:
    """Count the rows that the steps of a query's evaluation give, all together."""
    query = find_query(name)
    values = {parameter.name: "5e12" for parameter in query.parameters if parameter.required}
    plan = explain(bind(query.text, query.parameters, values, name=name), location=str(folder), timeout=300)
    return sum(int(rows) for rows in _ROWS.findall(plan))


@pytest.mark.parametrize("name", query_names())
def test_work_grows_with_the_articles_only(stores: dict[int, Path], name: str) -> None:
    few, many = work(name, stores[FEW]), work(name, stores[MANY])

    assert many <= _MOST * max(few, _LEAST_ROWS)


def test_the_count_sees_a_query_that_grows_faster(stores: dict[int, Path]) -> None:
    text = f"SELECT * {{ ?a a <{STAKE.Allegation}> . ?b a <{STAKE.Allegation}> FILTER(STR(?a) < STR(?b)) }}"

    def cost(folder: Path) -> int:
        return sum(int(rows) for rows in _ROWS.findall(explain(text, location=str(folder), timeout=300)))

    assert cost(stores[MANY]) > _MOST * cost(stores[FEW])
