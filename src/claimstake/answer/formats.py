"""The formats of answers, by name and by file ending."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from claimstake.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


class AnswerFormat(StrEnum):
    """A format for rows and truth values, or for triples."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    JSON_LINES = "jsonl"
    MARKDOWN = "markdown"
    HTML = "html"
    TURTLE = "turtle"
    N_TRIPLES = "ntriples"
    JSON_LD = "jsonld"
    RDF_XML = "rdfxml"

    @property
    def is_graph(self) -> bool:
        """Whether it holds triples, and no rows."""
        return self in _GRAPHS


_GRAPHS = frozenset({AnswerFormat.TURTLE, AnswerFormat.N_TRIPLES, AnswerFormat.JSON_LD, AnswerFormat.RDF_XML})
_ENDINGS = {
    ".txt": AnswerFormat.TABLE,
    ".csv": AnswerFormat.CSV,
    ".tsv": AnswerFormat.TSV,
    ".json": AnswerFormat.JSON,
    ".srj": AnswerFormat.JSON,
    ".xml": AnswerFormat.XML,
    ".srx": AnswerFormat.XML,
    ".jsonl": AnswerFormat.JSON_LINES,
    ".ndjson": AnswerFormat.JSON_LINES,
    ".md": AnswerFormat.MARKDOWN,
    ".html": AnswerFormat.HTML,
    ".htm": AnswerFormat.HTML,
    ".ttl": AnswerFormat.TURTLE,
    ".nt": AnswerFormat.N_TRIPLES,
    ".jsonld": AnswerFormat.JSON_LD,
    ".rdf": AnswerFormat.RDF_XML,
}


def format_of(path: Path) -> AnswerFormat:
    """Give the format that a file's ending stands for.

    Raises:
        UsageError: The ending is none of the known ones.
    """
    found = _ENDINGS.get(path.suffix.lower())
    if found is None:
        raise UsageError(
            f"{path.name}: the ending {path.suffix or '(none)'} stands for no format.",
            cure=f"Use one of {', '.join(_ENDINGS)}, or name the format with --format.",
        )
    return found
