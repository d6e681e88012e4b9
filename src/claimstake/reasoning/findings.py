"""What a check found: one value, whatever found it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """Something that is wrong.

    Args:
        check: Name of the check: of a stored query, of a shape, `quotes` or `logic`.
        severity: `error`, `warn` or `info`.
        thing: What is wrong, as an IRI; empty where it is the graph as a whole.
        problem: What is wrong with it.
    """

    check: str
    severity: str
    thing: str
    problem: str
