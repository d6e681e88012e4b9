"""Time things side by side and print ratios: machines differ, and are noisy."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def seconds(work: Callable[[], object], *, repeat: int = 5) -> float:
    """Give the best of several runs, in seconds: what other work on the machine adds is left out."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def command(arguments: Sequence[str], *, folder: Path) -> Callable[[], object]:
    """Give a run of a command in a process of its own."""
    return lambda: subprocess.run(arguments, cwd=folder, check=True, capture_output=True)


def row(name: str, *, ours: float, peer: float, limit: float) -> None:
    """Print a line of the table: the ratio, and whether it keeps the limit."""
    ratio = ours / peer
    verdict = "ok" if ratio <= limit else "OVER"
    print(f"{name:58} {ratio:6.2f} x   limit {limit:5.2f} x   {verdict}")
