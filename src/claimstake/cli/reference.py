"""Write `docs/cli.md` from the commands themselves: `python -m claimstake.cli.reference docs/cli.md`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimstake.cli.main import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = """# The command line

Written from the commands' own help; do not edit. Data goes to standard output, talk to standard error.
"""


def reference() -> str:
    """Give the page: each command and subcommand with its help."""
    context = click.Context(cli, info_name="claimstake", max_content_width=90, terminal_width=90)
    return _HEAD + "".join(_entries(cli, context))


def _entries(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"\n## `{context.command_path}`\n\n```\n{command.get_help(context)}\n```\n"
    if not isinstance(command, click.Group):
        return
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        if found is not None and not found.hidden:
            yield from _entries(found, click.Context(found, info_name=name, parent=context))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
