"""What a push did, graph by graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimstake.store.content import Content
    from claimstake.store.delivery import Check, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphReport:
    """What became of one graph; `content` is what the store holds now, None where that was not looked at."""

    graph: str
    outcome: Outcome
    content: Content | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PushReport:
    """What became of all graphs.

    Attributes:
        store: Where to.
        kind: What kind of store it is.
        check: How arrival was shown.
        dry_run: Whether nothing was sent, and the outcomes are what would have become.
        graphs: Graph by graph; only what is shown to have arrived is listed.
        problem: Why it stopped early; empty where it did not.
    """

    store: str
    kind: str
    check: Check
    dry_run: bool
    graphs: tuple[GraphReport, ...]
    problem: str = ""


def as_json(report: PushReport) -> str:
    """Write a report as JSON, the same for the same report."""
    import json

    return json.dumps(
        {
            "store": report.store,
            "kind": report.kind,
            "check": report.check,
            "dry_run": report.dry_run,
            "complete": not report.problem,
            "problem": report.problem or None,
            "graphs": [
                {
                    "graph": graph.graph,
                    "outcome": graph.outcome,
                    "triples": graph.content.triples if graph.content else None,
                    "sha256": graph.content.digest if graph.content else None,
                }
                for graph in report.graphs
            ],
        },
        indent=2,
        ensure_ascii=False,
    )
