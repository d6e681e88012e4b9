"""Give up on an embedded query when its time is over.

pyoxigraph cannot cancel a query, but it works without the interpreter lock. So the query runs in a thread
that the caller stops waiting for; the thread dies with the process.
"""

from __future__ import annotations

import math
import time
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

from claimstake.errors import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, TypeAlias

    # A batch of items, the error that ended them, or None after the last.
    Batches: TypeAlias = Queue[list[Any] | BaseException | None]

Item = TypeVar("Item")
# Items handed over at once: one thread switch for each batch costs little, and a first row is not held back.
_BATCH = 512
_BATCHES_AHEAD = 4


def within(seconds: float, produce: Callable[[], Iterable[Item]]) -> Iterator[Item]:
    """Yield what `produce` yields, as long as it does so in time; an error of its own is raised here.

    Raises:
        StoreUnavailable: The time is over.
    """
    if math.isinf(seconds):
        yield from produce()
        return
    batches: Batches = Queue(_BATCHES_AHEAD)
    abandoned = Event()
    Thread(target=_fill, args=(batches, abandoned, produce), daemon=True).start()
    deadline = time.monotonic() + seconds
    try:
        while True:
            try:
                batch = batches.get(timeout=max(0.0, deadline - time.monotonic()))
            except Empty:
                raise StoreUnavailable(
                    f"The query did not finish within {seconds:g} seconds.",
                    cure="Ask for less, or give it more time with --timeout.",
                ) from None
            if batch is None:
                return
            if isinstance(batch, BaseException):
                try:
                    raise batch
                finally:
                    # Else the error and this frame hold each other alive, and with them the caller's.
                    del batch
            yield from batch
    finally:
        abandoned.set()


def _fill(batches: Batches, abandoned: Event, produce: Callable[[], Iterable[object]]) -> None:
    batch: list[object] = []
    ending: BaseException | None = None
    try:
        for item in produce():
            batch.append(item)
            if len(batch) == _BATCH:
                _hand_over(batches, abandoned, batch)
                batch = []
            if abandoned.is_set():
                return
    except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
        # Its frames hold the query, which may not leave this thread.
        ending = error.with_traceback(None)
    if batch:
        _hand_over(batches, abandoned, batch)
    _hand_over(batches, abandoned, ending)


def _hand_over(batches: Batches, abandoned: Event, batch: list[object] | BaseException | None) -> None:
    while not abandoned.is_set():
        try:
            batches.put(batch, timeout=0.2)
        except Full:
            continue
        return
