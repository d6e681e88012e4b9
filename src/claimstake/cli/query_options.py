"""The option `--queries`, the same for every command that takes stored queries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

_Command = TypeVar("_Command", bound="Callable[..., Any]")


def queries_option(command: _Command) -> _Command:
    """Give a command the option `--queries`, as its parameter `folders`."""
    return click.option(
        "--queries",
        "folders",
        multiple=True,
        metavar="DIR",
        envvar="CLAIMSTAKE_QUERIES",
        is_eager=True,
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help="A folder of .rq files of your own, before the shipped ones. Can be given again.",
    )(command)
