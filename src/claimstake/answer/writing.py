"""Write an answer in a format, as pieces of text that arrive as the answer does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.answer.formats import AnswerFormat
from claimstake.errors import UsageError
from claimstake.store.results import Rows, Triples, Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.answer.terms import Labels
    from claimstake.store.results import Answer

_GRAPH_FORMATS = "turtle, ntriples, jsonld or rdfxml"


def write_answer(
    answer: Answer,
    *,
    format: AnswerFormat,
    labels: Labels | None = None,
    title: str = "",
    width: int = 80,
    colour: bool = False,
) -> Iterator[str]:
    """Write an answer.

    Args:
        answer: Rows, a truth value or triples.
        format: A format for that kind of answer.
        labels: Labels to show in place of IRIs, in the formats for readers.
        title: What a page is about.
        width: Columns of the terminal.
        colour: Whether the terminal shows colours.

    Raises:
        UsageError: The format cannot hold the answer.
    """
    if isinstance(answer, Triples):
        return _graph(answer, format=format)
    if format.is_graph:
        raise UsageError(
            f"{format} holds triples, and the answer has none.", cure="Ask for csv, tsv, json or xml."
        )
    if isinstance(answer, Truth):
        return _truth(answer, format=format)
    return _rows(answer, format=format, labels=labels or {}, title=title, width=width, colour=colour)


def _rows(
    rows: Rows, *, format: AnswerFormat, labels: Labels, title: str, width: int, colour: bool
) -> Iterator[str]:
    # Each writer is imported by itself: asking is one short process.
    match format:
        case AnswerFormat.CSV | AnswerFormat.TSV:
            from claimstake.answer.delimited import csv_lines, tsv_lines

            return csv_lines(rows) if format is AnswerFormat.CSV else tsv_lines(rows)
        case AnswerFormat.JSON | AnswerFormat.XML | AnswerFormat.JSON_LINES:
            from claimstake.answer import documents

            writers = {AnswerFormat.JSON: documents.json_pieces, AnswerFormat.XML: documents.xml_pieces}
            return writers.get(format, documents.json_line_pieces)(rows)
        case AnswerFormat.MARKDOWN | AnswerFormat.HTML:
            from claimstake.answer import pages

            if format is AnswerFormat.MARKDOWN:
                return pages.markdown_lines(rows, labels=labels)
            return pages.html_page(rows, labels=labels, title=title)
        case _:
            from claimstake.answer.table import table_lines

            return table_lines(rows, labels=labels, width=width, colour=colour)


def _truth(truth: Truth, *, format: AnswerFormat) -> Iterator[str]:
    from claimstake.answer import documents

    word = "true" if truth.value else "false"
    match format:
        case AnswerFormat.JSON:
            return documents.json_pieces(truth)
        case AnswerFormat.XML:
            return documents.xml_pieces(truth)
        case AnswerFormat.CSV | AnswerFormat.TSV | AnswerFormat.JSON_LINES:
            return iter([f"{word}\n"])
        case _:
            return iter(["yes\n" if truth.value else "no\n"])


def _graph(triples: Triples, *, format: AnswerFormat) -> Iterator[str]:
    if not format.is_graph and format is not AnswerFormat.TABLE:
        raise UsageError(
            f"{format} holds rows, and the answer is a graph.", cure=f"Ask for {_GRAPH_FORMATS}."
        )
    from pyoxigraph import DefaultGraph, NamedNode, Quad

    from claimstake.serialization.formats import GraphFormat
    from claimstake.serialization.writer import write_graphs
    from claimstake.vocab import ID

    wanted = GraphFormat.TURTLE if format is AnswerFormat.TABLE else GraphFormat(format.value)
    quads = (Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples.triples)
    return (piece.decode() for piece in write_graphs([(NamedNode(ID), quads)], format=wanted))
