"""Comunica, the engine in JavaScript: it answers many queries in one process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from claimstake.store.results import Rows
from engines.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Mapping

# Where tests/engines/install puts it.
ENGINES = Path(os.environ.get("CLAIMSTAKE_ENGINES", str(Path.home() / ".cache" / "claimstake-engines")))
FOLDER = ENGINES / "comunica"
_SCRIPT = Path(__file__).with_name("comunica.mjs")
_SECONDS = 300


class Absent(Exception):
    """An engine that is not installed here."""


def comunica(data: Path, texts: Mapping[str, str]) -> Engine:
    """Answer queries over a file; the engine then gives the rows of those texts."""
    node = shutil.which("node")
    package = FOLDER / "node_modules" / "@comunica" / "query-sparql-file" / "package.json"
    if node is None or not package.exists():
        raise Absent("Comunica is not there; tests/engines/install brings it")
    done = subprocess.run(
        [node, str(_SCRIPT), str(FOLDER), str(data)],
        input=json.dumps(dict(texts)),
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answers = {texts[name]: _rows(text) for name, text in json.loads(done.stdout).items()}
    version = str(json.loads(package.read_text())["version"])
    return Engine(name="comunica", version=version, answer=lambda text: answers[text])


def _rows(text: str) -> Rows:
    # Besides head and results it gives metadata, which the recommendation does not have.
    known = {key: value for key, value in json.loads(text).items() if key in {"head", "results"}}
    found = parse_query_results(json.dumps(known), format=QueryResultsFormat.JSON)
    assert isinstance(found, QuerySolutions)
    rows = tuple(tuple(row) for row in found)
    return Rows(variables=tuple(variable.value for variable in found.variables), rows=rows)
