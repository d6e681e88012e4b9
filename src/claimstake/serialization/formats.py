"""The formats that graphs are written in, by name and by file ending."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat

from claimstake.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


class GraphFormat(StrEnum):
    """A format for graphs; `holds_graphs` tells whether it keeps named graphs apart."""

    TURTLE = "turtle"
    TRIG = "trig"
    N_TRIPLES = "ntriples"
    N_QUADS = "nquads"
    JSON_LD = "jsonld"
    RDF_XML = "rdfxml"

    @property
    def rdf_format(self) -> RdfFormat:
        """The same format, as Oxigraph names it."""
        return {
            GraphFormat.TURTLE: RdfFormat.TURTLE,
            GraphFormat.TRIG: RdfFormat.TRIG,
            GraphFormat.N_TRIPLES: RdfFormat.N_TRIPLES,
            GraphFormat.N_QUADS: RdfFormat.N_QUADS,
            GraphFormat.JSON_LD: RdfFormat.JSON_LD,
            GraphFormat.RDF_XML: RdfFormat.RDF_XML,
        }[self]

    @property
    def holds_graphs(self) -> bool:
        """Whether named graphs stay apart."""
        return self in {GraphFormat.TRIG, GraphFormat.N_QUADS, GraphFormat.JSON_LD}


_ENDINGS = {
    ".ttl": GraphFormat.TURTLE,
    ".trig": GraphFormat.TRIG,
    ".nt": GraphFormat.N_TRIPLES,
    ".nq": GraphFormat.N_QUADS,
    ".jsonld": GraphFormat.JSON_LD,
    ".rdf": GraphFormat.RDF_XML,
    ".xml": GraphFormat.RDF_XML,
}


def format_of(path: Path) -> GraphFormat:
    """Give the format that a file's ending stands for.

    Raises:
        UsageError: The ending is none of the known ones.
    """
    try:
        return _ENDINGS[path.suffix.lower()]
    except KeyError:
        known = ", ".join(_ENDINGS)
        raise UsageError(
            f"{path.name}: the ending {path.suffix or '(none)'} stands for no graph format",
            cure=f"Use one of {known}, or name the format with --format.",
        ) from None
