"""The ontology and data as reasoners take them: without literals that OWL 2 does not know."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, RdfFormat, Triple, parse, serialize

from claimstake.assets import ONTOLOGY
from claimstake.vocab import RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable

LOGIC_FILES = ("core.ttl", "relations.ttl", "vocab.ttl", "alignment.ttl")

# HermiT refuses a graph that holds a literal of any other type, even where nothing depends on it.
_KNOWN = frozenset({XSD.string, XSD.dateTime, XSD.decimal, XSD.integer, XSD.boolean, RDF.langString})


@cache
def ontology_triples() -> tuple[Triple, ...]:
    """Read the logic of the ontology: classes, relations, closed lists and alignment."""
    return tuple(
        quad.triple
        for name in LOGIC_FILES
        for quad in parse(path=ONTOLOGY / name, format=RdfFormat.TURTLE, rename_blank_nodes=True)
    )


def reasoning_view(triples: Iterable[Triple]) -> list[Triple]:
    """Leave out the triples whose object is a literal of a type that reasoners refuse."""
    return [
        triple
        for triple in triples
        if not isinstance(triple.object, Literal) or triple.object.datatype.value in _KNOWN
    ]


def as_ntriples(triples: Iterable[Triple]) -> bytes:
    """Write triples as N-Triples."""
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""
