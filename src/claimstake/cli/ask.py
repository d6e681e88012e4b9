"""`claimstake ask`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimstake.cli.answer_options import answer_options, put_answer, request_text
from claimstake.cli.completion import complete_name, complete_value
from claimstake.cli.query_options import queries_option
from claimstake.cli.store_options import store_option

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from claimstake.query.catalogue import StoredQuery


@click.command("ask")
@click.argument("name", shell_complete=complete_name)
@click.argument("values", nargs=-1, metavar="[PARAMETER=VALUE]...", shell_complete=complete_value)
@queries_option
@answer_options
@store_option
def command(
    name: str,
    values: tuple[str, ...],
    folders: tuple[Path, ...],
    format_name: str | None,
    output: Path | None,
    limit: int | None,
    offset: int,
    timeout: float | None,
    on_partial: Callable[[str], None] | None,
    explain: bool,
    show: bool,
    store: str,
) -> int:
    """Answer the stored question NAME.

    \b
    claimstake ask claims-without-verification standard=JORC
    claimstake ask claims kind=forecast kind=risk -o claims.csv

    A parameter that is left out means all; one that takes many values can be given again. A value is a label,
    a short IRI such as stake:JORC, or a whole one. `claimstake queries NAME` tells what a question takes.

    An empty answer says so and exits with 0. A check that finds something exits with 1.
    """
    from claimstake.answer.asking import bind_query
    from claimstake.query.catalogue import find_query
    from claimstake.store.opening import DEFAULT_TIMEOUT, open_store

    query = find_query(name, folders=folders)
    given = read_values(values, query)
    with open_store(store, on_partial=on_partial) as opened:
        bound = bind_query(query, given, store=opened, limit=limit, offset=offset)
        if show:
            click.echo(request_text(bound.text, location=opened.location), nl=False)
            return 0
        if explain:
            from claimstake.answer.explaining import explain as explained

            click.echo(explained(bound.text, location=store, timeout=timeout or DEFAULT_TIMEOUT), nl=False)
            return 0
        answer = opened.query(bound.text, timeout=timeout)
        number = put_answer(
            answer, opened, format_name=format_name, output=output, title=query.header.summary
        )
    return 1 if query.header.severity is not None and number else 0


def read_values(values: Sequence[str], query: StoredQuery) -> dict[str, str | list[str]]:
    """Read `name=value` words; a name that is given again collects a list."""
    given: dict[str, str | list[str]] = {}
    for word in values:
        name, equals, value = word.partition("=")
        if not equals:
            known = ", ".join(f"{parameter.name}=…" for parameter in query.parameters) or "no parameters"
            raise click.UsageError(f"{word!r} is not PARAMETER=VALUE. {query.name} takes {known}.")
        before = given.get(name)
        if before is None:
            given[name] = value
        else:
            given[name] = [*([before] if isinstance(before, str) else before), value]
    return given
