"""The one order of triples: by what stands in them, never by how they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Triple


def sorted_triples(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Give each triple once, sorted by subject, predicate and object as N-Triples writes them."""
    return tuple(sorted(set(triples), key=_key))


def _key(triple: Triple) -> tuple[str, str, str]:
    return str(triple.subject), str(triple.predicate), str(triple.object)
