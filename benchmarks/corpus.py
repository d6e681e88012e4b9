"""Make a corpus as large as wanted from the first article, by giving its nodes other names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse, serialize

from claimstake.assets import DATA
from claimstake.claims.reader import read_claims
from claimstake.graph.build import build_graph

if TYPE_CHECKING:
    from collections.abc import Iterator

SLUG = "pakistan-us-rare-earth-deal"
_DIGEST = re.compile(rb"(/id/[a-z0-9-]+-)([0-9a-f]{16}|[0-9a-f]{8})>")


def articles(count: int) -> Iterator[bytes]:
    """Give the N-Quads of each of `count` articles; their shared nodes keep their names."""
    graphs = build_graph(read_claims(DATA / "articles" / SLUG / "claims.yaml"), project=True)
    quads = [
        Quad(t.subject, t.predicate, t.object, g) for g, ts in graphs.contents().items() for t in ts or ()
    ]
    text = serialize(quads, format=RdfFormat.N_QUADS) or b""
    for i in range(count):
        renamed = _DIGEST.sub(rb"\g<1>\g<2>x%06d>" % i, text)
        yield renamed.replace(SLUG.encode(), b"article-%06d" % i)


def contents(n_quads: bytes) -> dict[NamedNode, list[Triple]]:
    """Give the triples of each graph in N-Quads."""
    graphs: dict[NamedNode, list[Triple]] = {}
    for quad in parse(n_quads, format=RdfFormat.N_QUADS):
        if isinstance(quad.graph_name, NamedNode):
            graphs.setdefault(quad.graph_name, []).append(quad.triple)
    return graphs
