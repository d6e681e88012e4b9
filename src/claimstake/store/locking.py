"""Keep readers and a writer of one embedded store apart.

RocksDB takes an exclusive lock on `LOCK` to write and none to read, and calls reading while another process
writes undefined. A reader therefore holds a shared lock on the same file.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimstake.errors import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: RocksDB's own lock still keeps two writers apart
    fcntl = None  # type: ignore[assignment]

_PAUSE = 0.02


def wait_for(attempt: Callable[[], bool], *, seconds: float, location: str) -> None:
    """Try until the store is free.

    Raises:
        StoreUnavailable: Another process still holds the store after `seconds`.
    """
    deadline = time.monotonic() + seconds
    while not attempt():
        if time.monotonic() >= deadline:
            raise StoreUnavailable(
                f"The store {location} is in use by another process.",
                cure="Wait until that command has ended and try again.",
            )
        time.sleep(_PAUSE)


@contextmanager
def shared_lock(directory: Path, *, seconds: float) -> Iterator[None]:
    """Hold the right to read the store in `directory`.

    Raises:
        StoreUnavailable: Another process writes to it for longer than `seconds`.
    """
    path = directory / "LOCK"
    if fcntl is None or not path.exists():
        yield
        return
    with path.open("rb") as file:
        number = file.fileno()

        def attempt() -> bool:
            try:
                fcntl.lockf(number, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError):
                return False
            return True

        wait_for(attempt, seconds=seconds, location=str(directory))
        yield
