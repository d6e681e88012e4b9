"""The option `--store`, the same for every command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT_STORE = "claimstake-store"

_Command = TypeVar("_Command", bound="Callable[..., Any]")


def store_option(command: _Command) -> _Command:
    """Give a command the option `--store`, as its parameter `store`."""
    return click.option(
        "--store",
        metavar="LOCATION",
        envvar="CLAIMSTAKE_STORE",
        default=DEFAULT_STORE,
        show_default=True,
        show_envvar=True,
        help="A folder, memory:, or the URL of a SPARQL endpoint.",
    )(command)
