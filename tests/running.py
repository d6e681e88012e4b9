"""Run the command line as users do: in a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """A command line to call."""

    def __call__(self, *arguments: str, stdin: str = "", **environment: str) -> Ran: ...


def run_in(folder: Path) -> Run:
    """Give a command line that runs in a folder."""

    def run(*arguments: str, stdin: str = "", **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "claimstake", *arguments],
            cwd=folder,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "NO_COLOR": "1", **environment},
        )
        return Ran(code=done.returncode, out=done.stdout, err=done.stderr)

    return run
