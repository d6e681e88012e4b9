"""Change how many rows a query gives, and from where, in its own words: its LIMIT and OFFSET."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.errors import UsageError
from claimstake.query.binding import form
from claimstake.query.tokens import Kind, Token, text_of, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence


def page(text: str, *, limit: int | None = None, offset: int = 0, name: str = "The query") -> str:
    r"""Give the query for a part of its rows.

    A limit and an offset that the query has stay in force: the part is one of the rows it would have given.

    Args:
        text: A query without header.
        limit: How many rows at most; None for no limit of the caller's.
        offset: How many rows to leave out first.
        name: The name of the query, for messages.

    Raises:
        UsageError: The query has no rows, or no order to leave rows out of.

    >>> page("SELECT * {} ORDER BY ?a LIMIT 10", limit=5, offset=7)
    'SELECT * {} ORDER BY ?a \nOFFSET 7\nLIMIT 3\n'
    """
    if limit is None and not offset:
        return text
    parts = tokens(text)
    if form(parts) != "SELECT":
        raise UsageError(f"{name} gives no rows.", cure="Leave --limit and --offset out.")
    outer = _outer(parts)
    if offset and not any(parts[i].keyword == "ORDER" for i in outer):
        raise UsageError(
            f"{name} has no ORDER BY, so that rows left out could be any.", cure="Add ORDER BY to the query."
        )
    own_limit, own_offset = _number(parts, outer, "LIMIT"), _number(parts, outer, "OFFSET")
    room = None if own_limit is None else max(own_limit - offset, 0)
    wanted = min(n for n in (limit, room) if n is not None) if limit is not None or room is not None else None
    kept = [part for i, part in enumerate(parts) if i not in _modifiers(parts, outer)]
    start = (own_offset or 0) + offset
    added = (
        (f"\nOFFSET {start}" if start else "") + (f"\nLIMIT {wanted}" if wanted is not None else "") + "\n"
    )
    place = next((i for i in _outer(kept) if kept[i].keyword == "VALUES"), len(kept))
    return text_of(kept[:place]).rstrip("\n") + added + text_of(kept[place:])


def _outer(parts: Sequence[Token]) -> list[int]:
    """List the places of tokens outside all brackets, after the first group of the query."""
    depth, seen, found = 0, False, []
    for i, part in enumerate(parts):
        if part.kind is Kind.MARK and part.text in "{(":
            depth += 1
            seen = seen or part.text == "{"
        elif part.kind is Kind.MARK and part.text in "})":
            depth -= 1
        elif depth == 0 and seen:
            found.append(i)
    return found


def _after(parts: Sequence[Token], outer: Sequence[int], keyword: str) -> tuple[int, int] | None:
    for i in outer:
        if parts[i].keyword == keyword:
            numbers = (j for j in outer if j > i and parts[j].kind is Kind.NUMBER)
            return i, next(numbers, i)
    return None


def _number(parts: Sequence[Token], outer: Sequence[int], keyword: str) -> int | None:
    places = _after(parts, outer, keyword)
    return int(parts[places[1]].text) if places is not None else None


def _modifiers(parts: Sequence[Token], outer: Sequence[int]) -> set[int]:
    both = (_after(parts, outer, keyword) for keyword in ("LIMIT", "OFFSET"))
    return {i for places in both if places is not None for i in range(places[0], places[1] + 1)}
