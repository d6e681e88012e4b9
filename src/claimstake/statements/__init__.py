"""Tier 0: every clause with its arguments, its source, and how it is put forward.

Whether understood or not.
"""

from __future__ import annotations

from claimstake.statements.clauses import clauses_of
from claimstake.statements.model import Clause, Form

__all__ = ["Clause", "Form", "clauses_of"]
