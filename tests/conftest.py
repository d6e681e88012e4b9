"""What tests share: the first article, its graph, and the command line as users run it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimstake.assets import DATA
from claimstake.claims.reader import read_claims
from claimstake.graph.build import build_graph
from running import run_in

if TYPE_CHECKING:
    from pathlib import Path

    from claimstake.claims.checked import CheckedClaims
    from claimstake.graph.build import ArticleGraphs
    from running import Run

ARTICLE = DATA / "articles" / "pakistan-us-rare-earth-deal"


@pytest.fixture(scope="session")
def article_folder() -> Path:
    return ARTICLE


@pytest.fixture(scope="session")
def article_claims() -> CheckedClaims:
    return read_claims(ARTICLE / "claims.yaml")


@pytest.fixture(scope="session")
def article_graphs(article_claims: CheckedClaims) -> ArticleGraphs:
    return build_graph(article_claims, project=True)


@pytest.fixture
def claimstake(tmp_path: Path) -> Run:
    """Run the command line in an empty folder."""
    return run_in(tmp_path)
