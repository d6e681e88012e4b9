"""Show how the embedded engine evaluates a query: its plan, with rows and time of each step."""

from __future__ import annotations

import re
import shutil
import subprocess  # the engine's own command is the only thing that shows its plan
import sys
from pathlib import Path

from claimstake.errors import InputError, UsageError
from claimstake.query.binding import form
from claimstake.query.tokens import tokens

_STEP = re.compile(r'( *)name: "(.*)",')
_RESULTS = re.compile(r"number of results: (\d+)")
_SECONDS = re.compile(r"duration in seconds: ([\d.e-]+)")
_IRI = re.compile(r"<[^<>]*[#/]([^<>#/]+)>")
_INDENT = 8


def explain(text: str, *, location: str, timeout: float) -> str:
    """Run a query and give the plan of its evaluation, one step a line.

    Raises:
        UsageError: The store is not a folder, or the `oxigraph` command is not installed.
        InputError: The query cannot be evaluated.
    """
    beside = Path(sys.executable).with_name("oxigraph")
    command = str(beside) if beside.exists() else shutil.which("oxigraph")
    if "://" in location or location == "memory:":
        raise UsageError(
            f"{location} does not tell how it evaluates.", cure="Explain with a store in a folder."
        )
    if command is None:
        raise UsageError("The oxigraph command is not installed.", cure="pip install oxigraph")
    format = "tsv" if form(tokens(text)) in {"SELECT", "ASK"} else "nt"
    arguments = ["query", "--location", location, "--results-format", format, "--union-default-graph"]
    try:
        done = subprocess.run(  # noqa: S603  # no shell, and the query goes in on standard input
            [command, *arguments, "--explain", "--stats"],
            input=text,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError("The query took too long to be explained.", cure="Raise --timeout.") from error
    if done.returncode:
        raise InputError(f"The query cannot be evaluated: {done.stderr.strip().splitlines()[-1]}")
    return plan_text(done.stderr)


def plan_text(explanation: str) -> str:
    """Give the steps of Oxigraph's explanation, one a line, with their rows and milliseconds."""
    lines: list[str] = []
    for line in explanation.splitlines():
        if step := _STEP.match(line):
            depth = len(step[1]) // _INDENT
            lines.append(" " * depth + _IRI.sub(r":\1", step[2].replace('\\"', '"')))
        elif lines and (found := _RESULTS.search(line)):
            lines[-1] += f"  → {found[1]}"
        elif lines and (found := _SECONDS.search(line)):
            lines[-1] += f"  {float(found[1]) * 1000:.1f} ms"
    return "\n".join(lines) + "\n"
