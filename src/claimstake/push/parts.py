"""Compressed files of lines, a new one when the last is full."""

from __future__ import annotations

import gzip
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self


class PartWriter:
    """Open files, hence a class: lines go into one until it holds `size` bytes of them.

    Args:
        directory: Where the files go; they are named by number.
        size: Bytes of lines in a file, before compression.
    """

    def __init__(self, directory: Path, size: int) -> None:
        self.written: list[tuple[Path, int]] = []
        self._directory = directory
        self._size = size
        self._raw: IO[bytes] | None = None
        self._file: gzip.GzipFile | None = None
        self._bytes = 0
        self._lines = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._finish()

    def begin(self, *, expected: int) -> None:
        """Begin lines that belong together: in a new file if they would not fit into this one."""
        if self._bytes and self._bytes + expected > self._size:
            self._finish()

    def write(self, line: bytes) -> None:
        """Write a line."""
        if self._bytes >= self._size:
            self._finish()
        if self._file is None:
            self._open()
        assert self._file is not None  # noqa: S101 - opened above
        self._file.write(line)
        self._bytes += len(line)
        self._lines += 1

    def _open(self) -> None:
        path = self._directory / f"part-{len(self.written) + 1:05}"
        self._raw = path.open("wb")
        # Neither a name nor a time in the header: the same lines give the same bytes.
        self._file = gzip.GzipFile(filename="", mode="wb", fileobj=self._raw, mtime=0, compresslevel=6)

    def _finish(self) -> None:
        if self._file is not None and self._raw is not None:
            self._file.close()
            self._raw.close()
            self.written.append((self._directory / f"part-{len(self.written) + 1:05}", self._lines))
        self._file = self._raw = None
        self._bytes = self._lines = 0
