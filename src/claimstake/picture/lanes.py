"""Place a network in columns, so that every label can be read.

A whole network has a lane for each group of things; what surrounds a thing stands left and right of it. The
order within a column follows what the things are tied to, which keeps lines short. Nothing here is random:
the same network has the same picture.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.picture.network import Group

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from claimstake.picture.network import Network, Node

BOX = 190
LINE = 15
PADDING = 7
_LANE = 262
# Between columns of one group no heading stands, and between those around a thing the names of relations do.
_COLUMN = 216
_WIDE_COLUMN = 350
_GAP = 10
_WIDE_GAP = 16
_TOP = 44
_MARGIN = 16
# Characters that fit a box at 12 px in the widest of the usual system fonts.
_CHARACTERS = 26
_MOST_LINES = 4
# A column of more things than this is taller than a screen.
_TALLEST = 16
# Orders settle after about six rounds on the networks of articles; more rounds change nothing.
_ROUNDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a thing stands: the upper left corner of its box, its height, and its label in lines."""

    x: int
    y: int
    height: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the things of a network stand and the headings of its lanes, and how large the picture is."""

    places: Mapping[str, Place]
    headings: tuple[tuple[Group, int], ...]
    width: int
    height: int


def lay_out(network: Network) -> Layout:
    """Place the things of a network in lanes, in the order of the groups; a long lane has several columns."""
    by_group = {group: [node for node in network.nodes if node.group is group] for group in Group}
    lanes = _ordered([nodes for nodes in by_group.values() if nodes], network)
    columns: list[Sequence[Node]] = []
    starts: list[int] = []
    headings = []
    x = _MARGIN
    for nodes in lanes:
        headings.append((nodes[0].group, x))
        count = -(-len(nodes) // _TALLEST)
        for number in range(count):
            # dealt out in turn, so that each column keeps the order from top to bottom
            columns.append(nodes[number::count])
            starts.append(x)
            x += _LANE if number == count - 1 else _COLUMN
    return _stacked(columns, starts, headings=headings, gap=_GAP)


def surround(network: Network, centres: Collection[str]) -> Layout:
    """Place the things of a neighbourhood left and right of its centres, by how far away they are."""
    column = dict.fromkeys((node.iri for node in network.nodes if node.iri in centres), 0)
    waiting = list(column)
    while waiting:
        here = waiting.pop(0)
        for edge in network.edges:
            if edge.source == here and edge.target not in column:
                column[edge.target] = column[here] + (1 if column[here] >= 0 else -1)
                waiting.append(edge.target)
            elif edge.target == here and edge.source not in column:
                column[edge.source] = column[here] - (1 if column[here] <= 0 else -1)
                waiting.append(edge.source)
    numbers = sorted(set(column.values()))
    sides = [[node for node in network.nodes if column.get(node.iri) == number] for number in numbers]
    columns = _ordered(sides, network)
    starts = [_MARGIN + place * _WIDE_COLUMN for place in range(len(columns))]
    return _stacked(columns, starts, headings=(), gap=_WIDE_GAP)


def _stacked(
    columns: Sequence[Sequence[Node]],
    starts: Sequence[int],
    *,
    headings: Iterable[tuple[Group, int]],
    gap: int,
) -> Layout:
    heights = [sum(_height(_lines(node)) + gap for node in nodes) - gap for nodes in columns]
    tallest = max(heights, default=0)
    places: dict[str, Place] = {}
    for nodes, x, height in zip(columns, starts, heights, strict=True):
        y = _TOP + (tallest - height) // 2
        for node in nodes:
            lines = _lines(node)
            places[node.iri] = Place(x=x, y=y, height=_height(lines), lines=lines)
            y += _height(lines) + gap
    return Layout(
        places=places,
        headings=tuple(headings),
        width=max(starts, default=_MARGIN) + BOX + _MARGIN,
        height=_TOP + tallest + _MARGIN,
    )


def _ordered(columns: Sequence[list[Node]], network: Network) -> list[list[Node]]:
    ties: dict[str, list[str]] = {}
    for edge in network.edges:
        ties.setdefault(edge.source, []).append(edge.target)
        ties.setdefault(edge.target, []).append(edge.source)
    order = [
        sorted(nodes, key=lambda node: (-len(ties.get(node.iri, ())), node.label, node.iri))
        for nodes in columns
    ]
    for _ in range(_ROUNDS):
        for number in range(len(order)):
            level = {
                node.iri: (place + 0.5) / len(nodes) for nodes in order for place, node in enumerate(nodes)
            }
            order[number] = sorted(order[number], key=lambda node: _rank(node, ties, level))
    return order


def _rank(node: Node, ties: Mapping[str, list[str]], level: Mapping[str, float]) -> tuple[float, str, str]:
    levels = [level[other] for other in ties.get(node.iri, []) if other in level]
    return (sum(levels) / len(levels) if levels else 1.0, node.label, node.iri)


def _lines(node: Node) -> tuple[str, ...]:
    lines = textwrap.wrap(node.label, _CHARACTERS) or ["(no name)"]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1][: _CHARACTERS - 1]}…"]
    return tuple(lines)


def _height(lines: tuple[str, ...]) -> int:
    return len(lines) * LINE + 2 * PADDING
