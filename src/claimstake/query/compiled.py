"""Headers of the shipped queries as JSON, since reading YAML takes longer than answering most questions."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimstake.assets import QUERIES
from claimstake.query.header import header_of, load_yaml, split_header

if TYPE_CHECKING:
    from claimstake.query.header import Header

# Not in the folder of the queries: grlc would take it for one.
COMPILED = Path(__file__).with_name("headers.json")


@cache
def _compiled() -> dict[str, dict[str, object]]:
    try:
        found = json.loads(COMPILED.read_text(encoding="utf-8"))
    except OSError:
        return {}
    return found if isinstance(found, dict) else {}


def read_header(yaml_text: str, *, source: str) -> Header:
    """Read a header: from the JSON if it has this very text, else from the YAML.

    Raises:
        InputError: The header is not YAML, or says something that a header cannot say.
    """
    known = _compiled().get(source, {})
    if known.get("yaml") == yaml_text:
        return header_of(known.get("values"), source=source)
    return header_of(load_yaml(yaml_text, source=source), source=source)


def compiled_headers() -> str:
    """Write the JSON for the shipped queries as they are now."""
    found = {}
    for path in sorted(QUERIES.glob("*.rq")):
        yaml_text, _ = split_header(path.read_text(encoding="utf-8"))
        found[path.stem] = {"yaml": yaml_text, "values": load_yaml(yaml_text, source=path.stem)}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
