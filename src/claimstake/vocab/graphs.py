"""IRIs of data and of the graphs that hold it."""

from __future__ import annotations

from typing import Final

ID: Final = "https://w3id.org/claimstake/id/"
GRAPH: Final = ID + "graph/"
REFERENCE_GRAPH: Final = GRAPH + "reference"
MANIFEST_GRAPH: Final = GRAPH + "manifest"


def article_graph(slug: str) -> str:
    """Give the IRI of the graph that holds the claims of an article."""
    return GRAPH + slug


def facts_graph(slug: str) -> str:
    """Give the IRI of the graph that holds the plain triples projected from an article's claims."""
    return f"{GRAPH}{slug}/facts"


def inferred_graph(slug: str) -> str:
    """Give the IRI of the graph that holds what reasoning adds to an article's claims."""
    return f"{GRAPH}{slug}/inferred"
