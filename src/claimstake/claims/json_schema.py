"""Publish the schema of claims files as JSON Schema, for editors and for whatever writes such files."""

from __future__ import annotations

import json

from claimstake.assets import DATA
from claimstake.claims.schema import ClaimsFile

PUBLISHED = DATA / "claims.schema.json"
_ID = "https://w3id.org/claimstake/schema/claims-1.json"


def json_schema() -> str:
    """Give the JSON Schema of a claims file, as the text of `data/claims.schema.json`."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": _ID}
    return json.dumps(schema | ClaimsFile.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PUBLISHED.write_text(json_schema(), encoding="utf-8")
