from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from claimstake.claims.document import read_document
from claimstake.claims.json_schema import PUBLISHED, json_schema

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(PUBLISHED.read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def plain(path: Path) -> object:
    """Give a claims file as an editor's checker sees it: Decimal is YAML's number."""
    value = read_document(path.read_text(), name=path.name).value
    return json.loads(json.dumps(value, default=float))


def test_the_published_schema_is_that_of_the_models() -> None:
    assert PUBLISHED.read_text() == json_schema(), "run: python -m claimstake.claims.json_schema"


def test_the_reviewed_claims_fit_the_schema(validator: Draft202012Validator, article_folder: Path) -> None:
    assert not list(validator.iter_errors(plain(article_folder / "claims.yaml")))


@pytest.mark.parametrize(
    "change", [{"extractor": {}}, {"claims": [{"id": "A"}]}, {"claimstake": 2}, {"remarks": "none"}]
)
def test_other_files_do_not(
    validator: Draft202012Validator, article_folder: Path, change: dict[str, object]
) -> None:
    value = plain(article_folder / "claims.yaml")
    assert isinstance(value, dict)

    assert list(validator.iter_errors(value | change))
