"""Sort and compare the lines of graphs that do not fit into memory."""

from __future__ import annotations

import hashlib
import heapq
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from claimstake.store.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import IO

# Lines sorted at once: about 25 MB of the lines of our graphs.
_RUN = 100_000
_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What a store holds too little or too much, the first few of each."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra)


def ordered(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines sorted, each once, holding only some of them in memory."""
    lines = iter(lines)
    first = sorted(set(islice(lines, _RUN)))
    if len(first) < _RUN and (more := next(lines, None)) is None:
        yield from first
        return
    with ExitStack() as files:
        runs = [files.enter_context(_run(first))]
        if len(first) < _RUN and more is not None:
            runs.append(files.enter_context(_run([more])))
        del first
        while run := sorted(set(islice(lines, _RUN))):
            runs.append(files.enter_context(_run(run)))
        last = b""
        for line in heapq.merge(*runs):
            if line != last:
                yield line.rstrip(b"\n")
                last = line


def _run(lines: list[bytes]) -> IO[bytes]:
    file = TemporaryFile()  # noqa: SIM115 - closed by the stack of the caller
    file.writelines(line + b"\n" for line in lines)
    file.seek(0)
    return file


def write_ordered(lines: Iterable[bytes], path: Path) -> Content:
    """Write the lines sorted into a file, and return their content."""
    digest = hashlib.sha256()
    count = 0
    with path.open("wb") as file:
        for line in ordered(lines):
            file.write(line + b"\n")
            digest.update(line + b"\n")
            count += 1
    return Content(triples=count, digest=digest.hexdigest())


def compare(sent: Path, found: Iterable[bytes]) -> tuple[Content, Differences]:
    """Compare lines, in any order, with the sorted lines of a file; return the content of the former."""
    digest = hashlib.sha256()
    count = 0
    missing: list[str] = []
    extra: list[str] = []
    with sent.open("rb") as file:
        expected = next(file, b"").rstrip(b"\n")
        for line in ordered(found):
            digest.update(line + b"\n")
            count += 1
            while expected and expected < line:
                _keep(missing, expected)
                expected = next(file, b"").rstrip(b"\n")
            if expected == line:
                expected = next(file, b"").rstrip(b"\n")
            else:
                _keep(extra, line)
        while expected and len(missing) < _SHOWN:
            _keep(missing, expected)
            expected = next(file, b"").rstrip(b"\n")
    return Content(triples=count, digest=digest.hexdigest()), Differences(
        missing=tuple(missing), extra=tuple(extra)
    )


def _keep(shown: list[str], line: bytes) -> None:
    if len(shown) < _SHOWN:
        shown.append(line.decode())
