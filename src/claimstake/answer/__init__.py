"""Answers: as standard result formats, as tables for people, and as rows for Python."""

from __future__ import annotations

from claimstake.answer.asking import ask
from claimstake.answer.rows import Row, Table

__all__ = ["Row", "Table", "ask"]
