"""`claimstake query`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimstake.cli.answer_options import answer_options, put_answer, request_text
from claimstake.cli.store_options import store_option

if TYPE_CHECKING:
    from collections.abc import Callable

_FIRST_WORDS = {"ASK", "BASE", "CONSTRUCT", "DESCRIBE", "PREFIX", "SELECT"}


@click.command("query")
@click.argument("text", metavar="SPARQL|FILE|-")
@answer_options
@store_option
def command(
    text: str,
    format_name: str | None,
    output: Path | None,
    limit: int | None,
    offset: int,
    timeout: float | None,
    on_partial: Callable[[str], None] | None,
    explain: bool,
    show: bool,
    store: str,
) -> None:
    """Answer a SPARQL query of your own: as text, from a file, or from standard input (-).

    \b
    claimstake query "SELECT * { ?claim a stake:Allegation }"
    claimstake query my-question.rq -o answer.csv

    The prefixes stake, stakev, id, dcterms, rdfs, skos, prov and xsd need no declaration. A file may have a
    `#+` header; for its parameters use `claimstake ask --queries FOLDER`. Nothing is changed: updates and
    SERVICE are refused.
    """
    from claimstake.query.binding import refuse_effects
    from claimstake.query.header import split_header
    from claimstake.query.paging import page
    from claimstake.query.prologue import with_known_prefixes
    from claimstake.query.tokens import tokens
    from claimstake.store.opening import DEFAULT_TIMEOUT, open_store

    name, whole = _read(text)
    _, sparql = split_header(whole)
    refuse_effects(tokens(sparql), name=name)
    sparql = page(with_known_prefixes(sparql), limit=limit, offset=offset, name=name)
    with open_store(store, on_partial=on_partial) as opened:
        if show:
            click.echo(request_text(sparql, location=opened.location), nl=False)
        elif explain:
            from claimstake.answer.explaining import explain as explained

            click.echo(explained(sparql, location=store, timeout=timeout or DEFAULT_TIMEOUT), nl=False)
        else:
            answer = opened.query(sparql, timeout=timeout)
            put_answer(answer, opened, format_name=format_name, output=output, title=name)


def _read(text: str) -> tuple[str, str]:
    """Take the argument as a file if there is such a file or it can be nothing else, else as SPARQL."""
    from claimstake.errors import InputError

    if text == "-":
        return "The query", sys.stdin.read()
    first = re.match(r"\s*(\w+)", text)
    if "{" in text or (first is not None and first[1].upper() in _FIRST_WORDS):
        return "The query", text
    path = Path(text)
    try:
        return path.name, path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{text} is neither SPARQL nor a file that can be read.", cure="Give a query, a file, or - ."
        ) from error
