"""What a replacement changes, worked out before anything is written, and how it is written as one update."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.store.content import content_of, triple_lines
from claimstake.store.manifest import MANIFEST, GraphRecord, record_of, record_triples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pyoxigraph import NamedNode, Triple


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphChange:
    """One graph's change: what goes, what comes, and what the manifest says of it then.

    `record` is None for a graph that is deleted.
    """

    graph: NamedNode
    drop: bool
    lines: tuple[bytes, ...]
    record: GraphRecord | None


def plan_changes(
    contents: Mapping[NamedNode, Iterable[Triple] | None],
    additions: Mapping[NamedNode, Iterable[Triple]],
    *,
    known: Mapping[NamedNode, GraphRecord],
    holds: Callable[[NamedNode], bool],
    read: Callable[[NamedNode], Iterable[Triple]],
) -> tuple[GraphChange, ...]:
    """Find the graphs that have to change.

    Args:
        contents: For each graph its new triples, or None to delete it.
        additions: Triples that join what a graph already holds.
        known: The records of the manifest.
        holds: Tells whether the store has a graph, in the manifest or not.
        read: Reads a graph's triples.
    """
    changes = (
        *(_replacement(graph, triples, known=known, holds=holds) for graph, triples in contents.items()),
        *(_addition(graph, triples, holds=holds, read=read) for graph, triples in additions.items()),
    )
    return tuple(change for change in changes if change is not None)


def _replacement(
    graph: NamedNode,
    triples: Iterable[Triple] | None,
    *,
    known: Mapping[NamedNode, GraphRecord],
    holds: Callable[[NamedNode], bool],
) -> GraphChange | None:
    lines = triple_lines(triples or ())
    # RDF stores do not agree whether an empty graph exists, so here it does not.
    if not lines:
        return GraphChange(graph=graph, drop=True, lines=(), record=None) if holds(graph) else None
    content = content_of(lines)
    if graph in known and known[graph].content == content:
        return None
    return GraphChange(graph=graph, drop=holds(graph), lines=tuple(lines), record=record_of(graph, content))


def _addition(
    graph: NamedNode,
    triples: Iterable[Triple],
    *,
    holds: Callable[[NamedNode], bool],
    read: Callable[[NamedNode], Iterable[Triple]],
) -> GraphChange | None:
    present = triple_lines(read(graph)) if holds(graph) else set()
    new = triple_lines(triples) - present
    if not new:
        return None
    return GraphChange(
        graph=graph, drop=False, lines=tuple(new), record=record_of(graph, content_of(present | new))
    )


def update_text(changes: Iterable[GraphChange], *, known: Mapping[NamedNode, GraphRecord]) -> str:
    """Write the changes as one SPARQL update, the manifest's included."""
    removals: list[str] = []
    blocks: list[str] = []
    for change in changes:
        if change.drop:
            removals.append(f"DROP SILENT GRAPH {change.graph}")
        if change.graph in known:
            removals.append(f"DELETE WHERE {{ GRAPH {MANIFEST} {{ {change.graph} ?p ?o }} }}")
        if change.lines:
            blocks.append(_block(change.graph, change.lines))
        if change.record is not None:
            blocks.append(_block(MANIFEST, triple_lines(record_triples(change.record))))
    insertions = ["INSERT DATA {\n" + "".join(blocks) + "}"] if blocks else []
    return " ;\n".join([*removals, *insertions])


def _block(graph: NamedNode, lines: Iterable[bytes]) -> str:
    triples = b"\n".join(lines).decode()
    return f"GRAPH {graph} {{\n{triples}\n}}\n"


def quad_lines(changes: Iterable[GraphChange]) -> Iterator[bytes]:
    """Write what the changes add as N-Quads lines, the manifest's included."""
    for change in changes:
        yield from _named(change.graph, change.lines)
        if change.record is not None:
            yield from _named(MANIFEST, triple_lines(record_triples(change.record)))


def _named(graph: NamedNode, lines: Iterable[bytes]) -> Iterator[bytes]:
    ending = f"{graph} .\n".encode()
    for line in lines:
        yield line[:-1] + ending
