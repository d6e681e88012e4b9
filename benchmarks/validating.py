"""Validate shapes, against parsing the same data and against pyshacl on the same data.

python benchmarks/validating.py [CLAIMS]
"""

from __future__ import annotations

import sys
import warnings

from pyoxigraph import RdfFormat, Triple, parse

from claimstake.assets import DATA
from claimstake.claims.reader import read_claims
from claimstake.graph.build import build_graph
from claimstake.reasoning.ontology_view import as_ntriples
from claimstake.reasoning.shapes import SHAPES, shape_findings
from corpus import SLUG, articles
from measure import row, seconds

CLAIMS_PER_ARTICLE = 111


def article_triples() -> list[Triple]:
    """Give the first article's triples with those of the reference graph."""
    graphs = build_graph(read_claims(DATA / "articles" / SLUG / "claims.yaml"))
    return [*graphs.article, *graphs.reference]


def corpus_triples(claims: int) -> list[Triple]:
    """Give the triples of as many articles as make so many claims, with those of the reference graph."""
    graphs = build_graph(read_claims(DATA / "articles" / SLUG / "claims.yaml"))
    quads = b"".join(articles(-(-claims // CLAIMS_PER_ARTICLE)))
    found = {quad.triple for quad in parse(quads, format=RdfFormat.N_QUADS)}
    return [*found, *graphs.reference]


def by_pyshacl(triples: list[Triple]) -> object:
    """Validate with pyshacl, which reads the data with rdflib."""
    import pyshacl
    from rdflib import Graph

    data = Graph().parse(data=as_ntriples(triples), format="nt")
    return pyshacl.validate(data, shacl_graph=Graph().parse(SHAPES))


def main(claims: int) -> None:
    """Print the table."""
    warnings.simplefilter("ignore")
    one = article_triples()
    text = as_ntriples(one)
    shape_findings(one)  # compiles the shapes, which a process does once
    parsing = seconds(lambda: sum(1 for _ in parse(text, format=RdfFormat.N_TRIPLES)))
    validating = seconds(lambda: shape_findings(one))
    row(f"validate / parse, one article, {len(one)} triples", ours=validating, peer=parsing, limit=10)
    many = corpus_triples(claims)
    ours = seconds(lambda: shape_findings(many), repeat=3)
    peer = seconds(lambda: by_pyshacl(many), repeat=1)
    print(f"{claims} claims, {len(many)} triples: {ours:.2f} s, pyshacl {peer:.1f} s")
    row(f"validate / pyshacl, {claims} claims", ours=ours, peer=peer, limit=0.2)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
