"""Write a network as an SVG file for a report."""

from __future__ import annotations

import math
from html import escape
from itertools import count
from typing import TYPE_CHECKING

from claimstake.card.wording import visible
from claimstake.picture.lanes import BOX, LINE, PADDING, lay_out, surround
from claimstake.picture.network import Group, Mood

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from claimstake.picture.lanes import Layout, Place
    from claimstake.picture.network import Network

_FILLS = {
    Group.ACTOR: ("#e3ebf6", "#2f5d9b"),
    Group.AGREEMENT: ("#e6efe2", "#4b7a36"),
    Group.CONSTRAINT: ("#f8e6df", "#a8492a"),
    Group.RESOURCE: ("#f5ecd2", "#8a6914"),
    Group.OTHER: ("#eeeeee", "#6b6b6b"),
}
_LINES = {
    Mood.STATED: 'stroke="#6f6a60"',
    Mood.HEDGED: 'stroke="#6f6a60" stroke-dasharray="5 4"',
    Mood.DENIED: 'stroke="#b3261e" stroke-dasharray="1 3" stroke-linecap="round"',
}
# How far a line between things of one column bows out.
_BOW = 58
# Of more relations than this the names would cover each other.
_MOST_NAMES = 60
# How far along a line its name stands, from the middle of the picture outwards.
_NAME_AT = 0.72
# What a name takes: the width of a character at 10 px in wide fonts, and the height of a line.
_NAME_WIDTH = 5.6
_NAME_HEIGHT = 12


def to_svg(network: Network, *, title: str, centres: Collection[str] = ()) -> str:
    """Write a network as SVG; dashed lines are hedged, red dotted ones denied.

    Args:
        network: What is drawn.
        title: What the picture shows, for readers who do not see it.
        centres: The things in the middle; without them each group of things has a lane.
    """
    layout = surround(network, centres) if centres else lay_out(network)
    named = bool(centres) and len(network.edges) <= _MOST_NAMES
    parts = [*_head(layout, title), *_edges(network, layout, centres, named=named)]
    return "\n".join([*parts, *_nodes(network, layout, centres), "</svg>", ""])


def path_between(start: Place, end: Place) -> tuple[tuple[float, float], ...]:
    """Give the four points of the curve from one box to another."""
    y1, y2 = start.y + start.height / 2, end.y + end.height / 2
    if start.x == end.x:
        x = start.x + BOX
        return (x, y1), (x + _BOW, y1), (x + _BOW, y2), (x, y2)
    x1, x2 = (start.x + BOX, end.x) if start.x < end.x else (start.x, end.x + BOX)
    bend = (x2 - x1) / 2
    return (x1, y1), (x1 + bend, y1), (x2 - bend, y2), (x2, y2)


def _head(layout: Layout, title: str) -> Iterator[str]:
    width, height = layout.width + _BOW, layout.height
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" font-family="Helvetica, Arial, sans-serif" font-size="12">'
    )
    yield f"<title>{_text(title)}</title>"
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    yield '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7"'
    yield ' orient="auto"><path d="M0 0 8 4 0 8z" fill="#6f6a60"/></marker></defs>'
    for group, x in layout.headings:
        yield f'<text x="{x}" y="26" font-size="11" letter-spacing="1" fill="#5c574d">{group.upper()}</text>'


def _edges(network: Network, layout: Layout, centres: Collection[str], *, named: bool) -> Iterator[str]:
    names: dict[tuple[tuple[float, float], ...], list[str]] = {}
    for edge in network.edges:
        points = path_between(layout.places[edge.source], layout.places[edge.target])
        (x1, y1), (a1, b1), (a2, b2), (x2, y2) = points
        yield (
            f'<path d="M{x1:g} {y1:g}C{a1:g} {b1:g} {a2:g} {b2:g} {x2:g} {y2:g}" fill="none" '
            f'{_LINES[edge.mood]} marker-end="url(#arrow)"/>'
        )
        name = f"not: {edge.label}" if edge.mood is Mood.DENIED else edge.label
        # names stand by the end that is not in the middle: those ends lie apart
        names.setdefault(points if edge.source in centres else points[::-1], []).append(name)
    if named:
        yield from _names(names)


def _names(names: Mapping[tuple[tuple[float, float], ...], list[str]]) -> Iterator[str]:
    """Write the names of lines; one that would cover another is moved up or down until it does not."""
    taken: list[tuple[float, float, float]] = []
    for points, of_line in names.items():
        name = ", ".join(dict.fromkeys(of_line))
        weights = [math.comb(3, n) * _NAME_AT**n * (1 - _NAME_AT) ** (3 - n) for n in range(4)]
        x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
        middle = sum(weight * point[1] for weight, point in zip(weights, points, strict=True))
        half = len(name) * _NAME_WIDTH / 2
        y = next(
            y
            for y in (middle + step * _NAME_HEIGHT * side for step in count() for side in (1, -1))
            if y >= _NAME_HEIGHT
            and not any(abs(x - u) < half + w and abs(y - v) < _NAME_HEIGHT for u, v, w in taken)
        )
        taken.append((x, y, half))
        yield _name(name, x, y)


def _name(name: str, x: float, y: float) -> str:
    return (
        f'<text x="{x:.1f}" y="{y + 3:.1f}" text-anchor="middle" font-size="10" fill="#3f3b34" '
        f'stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">{_text(name)}</text>'
    )


def _nodes(network: Network, layout: Layout, centres: Collection[str]) -> Iterator[str]:
    for node in network.nodes:
        place, (fill, stroke) = layout.places[node.iri], _FILLS[node.group]
        width = 3 if node.iri in centres else 1
        yield (
            f'<rect x="{place.x}" y="{place.y}" width="{BOX}" height="{place.height}" rx="3" fill="{fill}" '
            f'stroke="{stroke}" stroke-width="{width}"/>'
        )
        for number, line in enumerate(place.lines):
            y = place.y + PADDING + LINE * number + 11
            yield f'<text x="{place.x + 9}" y="{y}" fill="#1d1b17">{_text(line)}</text>'


def _text(text: str) -> str:
    return escape(visible(text))
