"""Make the default graph of an endpoint the union of all named graphs, as each kind of store wants it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimstake.errors import StoreUnavailable
from claimstake.store.profiles import Listing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimstake.store.profiles import Profile

_GRAPH = re.compile(r"\bGRAPH\b", re.IGNORECASE)
# Each name is about 80 bytes of a form, and some stores take a form of 1 MiB at most.
_MOST = 5_000


def union_parameters(
    profile: Profile, query: str, graphs: Callable[[], Sequence[str]]
) -> tuple[tuple[str, str], ...]:
    """Give the request parameters that make a query see all named graphs.

    Args:
        profile: What the store can do.
        query: The query; only one with GRAPH needs the names of graphs on some stores.
        graphs: Finds the names of all graphs, which costs a request.

    Raises:
        StoreUnavailable: The store would have to be told the names of more graphs than a request holds.
    """
    needed = profile.listing is Listing.ALL or (profile.listing is Listing.NAMED and _GRAPH.search(query))
    names = graphs() if needed else ()
    if len(names) > _MOST:
        raise StoreUnavailable(
            f"A store of the kind {profile.name} cannot be asked over the union of {len(names):,} graphs.",
            cure="Make that union its default graph; see the page of the store in docs/stores.",
        )
    listed = tuple(("named-graph-uri", name) for name in names)
    if profile.listing is Listing.ALL:
        listed += tuple(("default-graph-uri", name) for name in names)
    return (*profile.union, *listed)
