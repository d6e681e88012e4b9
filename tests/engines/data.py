"""The two articles as N-Triples: all their graphs in one."""

from __future__ import annotations

from functools import cache

from pyoxigraph import RdfFormat, serialize

from loaded import FIRST, SECOND, store_of


@cache
def both_articles() -> bytes:
    with store_of(FIRST, SECOND) as store:
        triples = sorted({quad.triple for quad in store.quads()}, key=str)
    found = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert found is not None
    return found
