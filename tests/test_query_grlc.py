"""grlc loads the shipped folder as it is, and serves the same rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import requests

from claimstake.query.catalogue import query_names
from engines import grlc
from engines.comunica import Absent
from engines.data import both_articles
from stores.fixtures import oxigraph_server

if TYPE_CHECKING:
    from pathlib import Path

    from stores.servers import Server

pytestmark = pytest.mark.store
__all__ = ["oxigraph_server"]  # a fixture

JORC = "https%3A%2F%2Fw3id.org%2Fclaimstake%2Fontology%23JORC"
ARTICLE = "https%3A%2F%2Fw3id.org%2Fclaimstake%2Fid%2Fdocument-pakistan-us-rare-earth-deal"


@pytest.fixture(scope="module")
def api(oxigraph_server: Server, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, Any]]:
    folder: Path = tmp_path_factory.mktemp("grlc")
    requests.put(
        f"{oxigraph_server.location}/store?default",
        both_articles(),
        headers={"Content-Type": "application/n-triples"},
        timeout=60,
    ).raise_for_status()
    paths = {
        "specification": "/api-local/swagger",
        "jorc": f"/api-local/claims-without-verification?standard={JORC}&article={ARTICLE}",
        "all": "/api-local/claims-without-verification",
        "least": "/api-local/amounts-at-least?least=5e12&article=" + ARTICLE,
        "hedged": f"/api-local/hedged-claims?certainty=probable&article={ARTICLE}",
    }
    try:
        return grlc.served(paths, endpoint=f"{oxigraph_server.location}/query", folder=folder)
    except Absent as reason:
        pytest.skip(str(reason))


def claims(answer: tuple[int, Any]) -> list[str]:
    status, found = answer
    assert status == 200
    return [row["claim"]["value"] for row in found["results"]["bindings"]]


def test_every_query_is_in_the_specification(api: dict[str, tuple[int, Any]]) -> None:
    status, specification = api["specification"]

    assert status == 200
    assert {path.strip("/") for path in specification["paths"]} == set(query_names())
    described = specification["paths"]["/claims-without-verification"]["get"]
    assert described["summary"] == "Which resource claims lack verification under a reporting standard?"
    needed = {parameter["name"]: parameter.get("required", False) for parameter in described["parameters"]}
    assert needed["standard"] is needed["article"] is False


def test_a_parameter_narrows_the_answer_and_none_means_all(api: dict[str, tuple[int, Any]]) -> None:
    assert claims(api["jorc"]) == ["F15", "F26"]
    assert set(claims(api["all"])) > {"F15", "F26"}


def test_numbers_and_words_are_parameters_too(api: dict[str, tuple[int, Any]]) -> None:
    assert claims(api["least"]) == ["F05", "F23", "F26", "F40", "F41", "F47", "F71", "F76"]
    assert claims(api["hedged"]) == ["F61", "F62", "F64", "F71"]
