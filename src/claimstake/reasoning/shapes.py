"""Validate a graph against the SHACL shapes of the ontology."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from claimstake.assets import ONTOLOGY
from claimstake.reasoning.findings import Finding
from claimstake.reasoning.ontology_view import as_ntriples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Triple

SHAPES = ONTOLOGY / "shapes.ttl"
_SEVERITIES = {"Violation": "error", "Warning": "warn", "Info": "info"}


@cache
def _shapes() -> Any:  # noqa: ANN401  # a compiled form of a compiled library
    import shacl

    return shacl.Shapes.from_file(str(SHAPES))


def shape_findings(triples: Iterable[Triple]) -> list[Finding]:
    """List where data breaks a shape; the data needs the closed lists that it uses beside it."""
    report = _shapes().validate_text(as_ntriples(triples).decode(), format="ntriples")
    return sorted({_finding(result) for result in report.results})


def _finding(result: Any) -> Finding:  # noqa: ANN401
    from claimstake.iris import compact

    shape = result.root_shape or result.source_shape or ""
    path = f" ({compact(result.path.strip('<>'))})" if result.path else ""
    return Finding(
        check=shape.strip("<>").rpartition("#")[2] or "shapes",
        severity=_SEVERITIES.get(result.severity, "error"),
        thing=result.focus_node.strip("<>"),
        problem=f"{result.message or result.component}{path}",
    )
