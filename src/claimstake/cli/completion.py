"""Complete the names of stored queries and of their parameters in a shell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def complete_name(ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """List the queries whose name begins with what is typed, each with its question."""
    from click.shell_completion import CompletionItem

    from claimstake.errors import ClaimstakeError
    from claimstake.query.catalogue import find_query, query_names

    try:
        folders = _folders(ctx)
        names = [name for name in query_names(folders=folders) if name.startswith(typed)]
        return [CompletionItem(name, help=find_query(name, folders=folders).header.summary) for name in names]
    except ClaimstakeError:
        return []


def complete_value(ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """List the parameters of the query that is named, and the choices of one that is being given."""
    from click.shell_completion import CompletionItem

    from claimstake.errors import ClaimstakeError
    from claimstake.query.catalogue import find_query

    try:
        query = find_query(str(ctx.params.get("name") or ""), folders=_folders(ctx))
    except ClaimstakeError:
        return []
    name, equals, value = typed.partition("=")
    if not equals:
        found = [parameter for parameter in query.parameters if parameter.name.startswith(name)]
        return [CompletionItem(f"{parameter.name}=", help=parameter.help) for parameter in found]
    choices = [
        choice for parameter in query.parameters if parameter.name == name for choice in parameter.choices
    ]
    return [CompletionItem(f"{name}={choice}") for choice in choices if choice.startswith(value)]


def _folders(ctx: click.Context) -> tuple[Path, ...]:
    return tuple(Path(folder) for folder in ctx.params.get("folders") or ())
