"""grlc, which serves a folder of queries as a web API: asked through its own application, without a port."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

from claimstake.assets import QUERIES
from engines.comunica import ENGINES, Absent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SCRIPT = """
import json, sys
from grlc.server import app

client, answers = app.test_client(), {}
for name, path in json.load(sys.stdin).items():
    found = client.get(path, headers={"Accept": "application/json"})
    answers[name] = [found.status_code, found.get_data(as_text=True)]
print("\\n@@" + json.dumps(answers))
"""
_SECONDS = 120


def served(paths: Mapping[str, str], *, endpoint: str, folder: Path) -> dict[str, tuple[int, Any]]:
    """Give status and content of paths of the API that grlc makes of the shipped folder."""
    python = ENGINES / "grlc" / "bin" / "python"
    if not python.exists():
        raise Absent("grlc is not there; tests/engines/install brings it")
    (folder / "config.ini").write_text(
        f"[defaults]\nsparql_endpoint = {endpoint}\nserver_name =\n[local]\nlocal_sparql_dir = {QUERIES}\n"
    )
    done = subprocess.run(
        [str(python), "-c", _SCRIPT],
        input=json.dumps(dict(paths)),
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answers = json.loads(done.stdout.rpartition("\n@@")[2])
    return {name: (status, json.loads(text)) for name, (status, text) in answers.items()}
