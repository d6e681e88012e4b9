"""Compare extracted claims with claims made by hand."""

from __future__ import annotations

from claimstake.evaluation.gold import Fact, Passage, read_passages
from claimstake.evaluation.scores import Report, Score, score_passages

__all__ = ["Fact", "Passage", "Report", "Score", "read_passages", "score_passages"]
