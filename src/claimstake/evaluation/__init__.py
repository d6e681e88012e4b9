"""Compare extracted claims with claims made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.evaluation.briefs import brief_files, read_briefs
from claimstake.evaluation.gold import Fact, Passage, read_passages
from claimstake.evaluation.scores import Report, Score, score_passages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = [
    "Fact",
    "Passage",
    "Report",
    "Score",
    "read_briefs",
    "read_gold",
    "read_passages",
    "score_passages",
]


def read_gold(paths: Sequence[Path]) -> tuple[Passage, ...]:
    """Read folders of passages, and briefs: YAML files, or folders of nothing else.

    Raises:
        InputError: If there is no gold, or some of it cannot be read.
    """
    passages: list[Passage] = []
    for path in paths:
        briefs = brief_files(path)
        passages.extend(read_briefs(briefs) if briefs else read_passages([path]))
    return tuple(passages)
