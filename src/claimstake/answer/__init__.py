"""Answers: as standard result formats, as tables for people, and as rows for Python."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimstake.answer.asking import ask
    from claimstake.answer.rows import Row, Table

__all__ = ["Row", "Table", "ask"]

_HOMES = {
    "ask": "claimstake.answer.asking",
    "Row": "claimstake.answer.rows",
    "Table": "claimstake.answer.rows",
}


def __getattr__(name: str) -> object:
    """Import what is asked for, so that a command that needs one thing does not load all."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
