"""What the commands that answer share: how an answer is written, and how much of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimstake.answer.formats import AnswerFormat, format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimstake.answer.terms import Labels
    from claimstake.store.protocol import Store
    from claimstake.store.results import Answer

_Command = TypeVar("_Command", bound="Callable[..., Any]")


def answer_options(command: _Command) -> _Command:
    """Give a command the options of an answer: format, output, limit, offset, timeout, explain and show."""
    for option in reversed(
        (
            click.option(
                "-f",
                "--format",
                "format_name",
                type=click.Choice([str(name) for name in AnswerFormat]),
                help="Format; else that of the ending, else a table, TSV in a pipe, or Turtle for a graph.",
            ),
            click.option(
                "-o",
                "--output",
                metavar="FILE",
                type=click.Path(path_type=Path, dir_okay=False),
                help="Write to this file, whole or not at all.",
            ),
            click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many rows."),
            click.option(
                "--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out so many rows."
            ),
            click.option(
                "--timeout",
                type=click.FloatRange(min=0, min_open=True),
                metavar="SECONDS",
                help="Give up after this time, with exit code 4.",
            ),
            click.option(
                "--allow-partial",
                "on_partial",
                is_flag=True,
                callback=_teller,
                help="Take what a store gives where it gives only part, and say so; else exit with 7.",
            ),
            click.option("--explain", is_flag=True, help="Show how the store evaluates the query."),
            click.option("--show", is_flag=True, help="Show what would be sent, and send nothing."),
        )
    ):
        command = option(command)
    return command


def _teller(
    _context: click.Context,
    _parameter: click.Parameter,
    allowed: bool,  # click's signature
) -> Callable[[str], None] | None:
    """Give what tells the user that an answer is partial; none where that is refused."""
    return (lambda problem: click.echo(f"Partial: {problem}", err=True)) if allowed else None


def chosen_format(format_name: str | None, output: Path | None) -> AnswerFormat:
    """Choose the format: the one named, the one of the file's ending, or the one for standard output."""
    if format_name is not None:
        return AnswerFormat(format_name)
    if output is not None:
        return format_of(output)
    return AnswerFormat.TABLE if sys.stdout.isatty() else AnswerFormat.TSV


def put_answer(
    answer: Answer, store: Store, *, format_name: str | None, output: Path | None, title: str = ""
) -> int:
    """Write an answer where the user wants it, and give the number of its rows or triples.

    What is empty says so on standard error.
    """
    from claimstake.answer.writing import write_answer
    from claimstake.store.results import Rows, Triples, Truth

    format = chosen_format(format_name, output)
    if isinstance(answer, Triples) and format_name is None and output is None:
        format = AnswerFormat.TURTLE
    if isinstance(answer, Truth):
        counted: Counted | None = None
    else:
        counted = Counted()
        answer = counted.over(answer)
    labels: Labels = {}
    if isinstance(answer, Rows) and format in {AnswerFormat.TABLE, AnswerFormat.MARKDOWN, AnswerFormat.HTML}:
        from claimstake.answer.labels import with_labels

        answer, labels = with_labels(answer, store)
    width = _width() if format is AnswerFormat.TABLE else 0
    pieces = write_answer(
        answer, format=format, labels=labels, title=title, width=width, colour=_colour(output)
    )
    _put(pieces, output)
    if counted is None:
        return 1
    if counted.number == 0:
        click.echo("0 rows" if isinstance(answer, Rows) else "0 triples", err=True)
    elif format is AnswerFormat.TABLE and output is None and sys.stdout.isatty():
        click.echo(f"{counted.number:,} row{'s' if counted.number > 1 else ''}", err=True)
    return counted.number


class Counted:
    """Counts what goes through, since rows are read only once: a running sum, hence a class."""

    def __init__(self) -> None:
        self.number = 0

    def over(self, answer: Answer) -> Answer:
        """Give the answer again, counting its rows or triples as they are read."""
        from claimstake.store.results import Rows, Triples

        if isinstance(answer, Rows):
            return Rows(variables=answer.variables, rows=self._count(answer.rows))
        if isinstance(answer, Triples):
            return Triples(triples=self._count(answer.triples))
        return answer

    def _count(self, items: Any) -> Iterator[Any]:  # noqa: ANN401  # rows or triples alike
        for item in items:
            self.number += 1
            yield item


def _put(pieces: Iterator[str], output: Path | None) -> None:
    if output is not None:
        from claimstake.files import write_file

        write_file(output, (piece.encode() for piece in pieces))
        return
    # As bytes: the line ends of CSV are its own, whatever the platform's are.
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode())
    sys.stdout.buffer.flush()


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 24)).columns


def _colour(output: Path | None) -> bool:
    dumb = os.environ.get("TERM") == "dumb" or bool(os.environ.get("NO_COLOR"))
    return output is None and not dumb and sys.stdout.isatty()


def request_text(text: str, *, location: str) -> str:
    """Say what is sent where: the query, and for an endpoint the command that sends it, without secrets."""
    if "://" not in location:
        return text.strip() + "\n"
    return (
        f"{text.strip()}\n\n"
        f"# curl --data-urlencode query@FILE -H 'Accept: application/sparql-results+json' {location}\n"
    )
