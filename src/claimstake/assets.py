"""Find the files that travel with the package: `ontology`, `queries` and `data`."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# In a wheel the three folders lie inside the package, in a checkout beside `src`.
_ROOT = _PACKAGE if (_PACKAGE / "queries").is_dir() else _PACKAGE.parents[1]

ONTOLOGY = _ROOT / "ontology"
QUERIES = _ROOT / "queries"
DATA = _ROOT / "data"
