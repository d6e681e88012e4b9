"""Write rows as a table fitted to a terminal."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from claimstake.answer.terms import is_number, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.answer.terms import Labels
    from claimstake.store.results import Rows, Term

# Widths are taken from so many rows; the rest is written as it arrives, in the same widths.
_SAMPLE = 200
_GAP = "  "
# Under this width, words of an article break in nearly every line: rows are then written as blocks instead.
_NARROWEST = 10
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_LINE_BREAKS = frozenset("\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """The columns that are written, and how wide they are; no widths means blocks."""

    names: tuple[str, ...]
    places: tuple[int, ...]
    widths: tuple[int, ...]
    numbers: frozenset[int]


def table_lines(rows: Rows, *, labels: Labels, width: int, colour: bool = False) -> Iterator[str]:
    """Write rows as a table no wider than `width`.

    Long cells are wrapped. Where all rows are of one article, it is written once above the table. Where
    columns would be too narrow to read, each row becomes a block of lines.
    """
    found = iter(rows.rows)
    sample = list(islice(found, _SAMPLE))
    ahead = next(found, None)
    constant = _constant(rows, sample) if ahead is None and len(sample) > 1 else ()
    for place in constant:
        name = _styled(_heading(rows.variables[place]), _DIM, colour)
        yield f"{name}: {_clean(sample[0][place], labels)}\n"
    layout = _layout(rows, sample, labels=labels, width=width, without=constant, whole=ahead is None)
    rest = chain(sample, () if ahead is None else (ahead,), found)
    written = _blocks if not layout.widths else _grid
    yield from written(layout, rest, labels=labels, width=width, colour=colour)


def _constant(rows: Rows, sample: Sequence[Sequence[Term | None]]) -> tuple[int, ...]:
    first = sample[0]
    same = tuple(i for i, term in enumerate(first) if term is not None and all(r[i] == term for r in sample))
    leading = tuple(i for i in same if rows.variables[i] == "article")
    return leading if len(leading) < len(rows.variables) else ()


def _layout(
    rows: Rows,
    sample: Sequence[Sequence[Term | None]],
    *,
    labels: Labels,
    width: int,
    without: Sequence[int],
    whole: bool,
) -> _Layout:
    places = tuple(i for i in range(len(rows.variables)) if i not in without)
    names = tuple(_heading(rows.variables[i]) for i in places)
    natural = [
        max((_columns(text) for text in (name, *(_clean(row[i], labels) for row in sample))), default=1)
        for name, i in zip(names, places, strict=True)
    ]
    numbers = frozenset(i for i in places if any(is_number(row[i]) for row in sample))
    widths = _fitted(natural, names, width)
    if widths and not whole:
        # Later rows may be longer than those seen: what is left of the terminal is for them.
        spare = width - sum(widths) - len(_GAP) * (len(widths) - 1)
        widths = tuple(w + spare // len(widths) for w in widths)
    return _Layout(names=names, places=places, widths=widths, numbers=numbers)


def _fitted(natural: Sequence[int], names: Sequence[str], width: int) -> tuple[int, ...]:
    """Give each column its natural width or an even share of what is left; nothing if that is too narrow."""
    left = width - len(_GAP) * (len(natural) - 1)
    waiting = sorted(range(len(natural)), key=lambda i: natural[i])
    widths = dict.fromkeys(waiting, 0)
    while waiting:
        share = left // len(waiting)
        column = waiting.pop(0)
        widths[column] = min(natural[column], share)
        if widths[column] < min(natural[column], max(_NARROWEST, _columns(names[column]))):
            return ()
        left -= widths[column]
    return tuple(widths[i] for i in range(len(natural)))


def _grid(
    layout: _Layout, rows: Iterator[Sequence[Term | None]], *, labels: Labels, width: int, colour: bool
) -> Iterator[str]:
    heads = [_padded(name, w) for name, w in zip(layout.names, layout.widths, strict=True)]
    yield _styled(_GAP.join(heads).rstrip(), _BOLD, colour) + "\n"
    yield _styled(_GAP.join("─" * w for w in layout.widths), _DIM, colour) + "\n"
    tall = False
    for row in rows:
        cells = [
            wrapped(_clean(row[i], labels), w) for i, w in zip(layout.places, layout.widths, strict=True)
        ]
        height = max((len(cell) for cell in cells), default=1)
        if tall:
            yield "\n"
        tall = height > 1
        for line in range(height):
            parts = (
                _padded(cell[line] if line < len(cell) else "", w, right=i in layout.numbers)
                for cell, w, i in zip(cells, layout.widths, layout.places, strict=True)
            )
            yield _GAP.join(parts).rstrip() + "\n"


def _blocks(
    layout: _Layout, rows: Iterator[Sequence[Term | None]], *, labels: Labels, width: int, colour: bool
) -> Iterator[str]:
    margin = max((_columns(name) for name in layout.names), default=0) + len(_GAP)
    for number, row in enumerate(rows):
        if number:
            yield "\n"
        for name, place in zip(layout.names, layout.places, strict=True):
            if row[place] is None:
                continue
            head = _styled(_padded(name, margin), _DIM, colour)
            for line, text in enumerate(wrapped(_clean(row[place], labels), max(width - margin, 20))):
                yield (head if line == 0 else " " * margin) + text + "\n"


def wrapped(text: str, width: int) -> list[str]:
    """Break text into lines of at most `width` columns, between words where that is possible."""
    lines, line, used = [], "", 0
    for word in text.split(" "):
        size = _columns(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = "", 0
        while size > width:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]  # noqa: PLW2901  # what is left of it goes on the next line
            size = _columns(word)
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line] if line or not lines else lines


def _head(word: str, width: int) -> str:
    used = 0
    for place, character in enumerate(word):
        used += _columns(character)
        if used > width:
            return word[: max(place, 1)]
    return word


def _heading(name: str) -> str:
    return name.replace("_", " ")


def _clean(term: Term | None, labels: Labels) -> str:
    """Show a term in one line, without characters that steer a terminal."""
    text = "".join(" " if c in _LINE_BREAKS else c for c in shown(term, labels))
    return "".join(c if unicodedata.category(c) not in {"Cc", "Cf"} or c == "\u00ad" else "�" for c in text)


def _columns(text: str) -> int:
    """Count the columns that text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _padded(text: str, width: int, *, right: bool = False) -> str:
    space = " " * (width - _columns(text))
    return space + text if right else text + space


def _styled(text: str, style: str, colour: bool) -> str:
    return f"{style}{text}{_PLAIN}" if colour else text
