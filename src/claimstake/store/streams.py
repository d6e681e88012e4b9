"""Bytes that arrive piece by piece, as the file that a parser reads."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator


def as_file(pieces: Iterator[bytes]) -> IO[bytes]:
    """Give pieces of bytes the one method that pyoxigraph needs of a file."""
    return cast("IO[bytes]", _Pieces(pieces))


class _Pieces:
    """Pieces of bytes, of which only one is in memory at a time."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """Read up to `size` bytes; fewer only at the end."""
        parts = [self._rest]
        have = len(self._rest)
        while size < 0 or have < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            parts.append(piece)
            have += len(piece)
        text = b"".join(parts)
        self._rest = text[size:] if size >= 0 else b""
        return text[:size] if size >= 0 else text
