"""The embedded store: Oxigraph in a directory or in memory."""

from __future__ import annotations

import re
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, cast

from pyoxigraph import QueryBoolean, QuerySolutions, RdfFormat
from pyoxigraph import Store as Oxigraph

from claimstake.errors import InputError, StoreUnavailable
from claimstake.store.changes import plan_changes, quad_lines, update_text
from claimstake.store.deadline import within
from claimstake.store.literals import normal_line
from claimstake.store.locking import shared_lock, wait_for
from claimstake.store.manifest import MANIFEST, read_records
from claimstake.store.results import Rows, Triples, Truth
from claimstake.store.streams import as_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from pyoxigraph import NamedNode, Quad, Triple

    from claimstake.store.manifest import GraphRecord
    from claimstake.store.protocol import GraphContents
    from claimstake.store.results import Answer, Term

# A load holds the store for milliseconds, a corpus for longer than a user wants to wait without a word.
_LOCK_SECONDS = 5.0
# From here the bulk loader is faster: it writes finished files, and takes all of them over or none.
_BULK_FROM = 50_000
_ROCKSDB_FILE = re.compile(r"(LOCK|LOG|IDENTITY|CURRENT|MANIFEST|OPTIONS|\d{6,})([.-].*)?")


# pyoxigraph raises the second where RocksDB finds a store damaged or half made.
_FAILURES = (OSError, RuntimeError)


class EmbeddedStore:
    """Oxigraph behind the store protocol: a resource to be closed, hence a class.

    Args:
        location: What the user called it.
        oxigraph: The open store.
        timeout: Seconds a query may take.
        read_only: Whether writing is refused.
        held: What is let go of with the store.
    """

    def __init__(
        self, location: str, oxigraph: Oxigraph, *, timeout: float, read_only: bool, held: ExitStack
    ) -> None:
        self.location = location
        self._oxigraph = oxigraph
        self._timeout = timeout
        self._read_only = read_only
        self._held = held

    def query(self, text: str, *, timeout: float | None = None) -> Answer:
        """Answer a SPARQL query over the union of all named graphs; see `Store.query`."""
        # The query stays in the thread that runs it; out comes a head that tells its kind, then the rest.
        items = within(self._timeout if timeout is None else timeout, lambda: _evaluate(self._oxigraph, text))
        try:
            head = next(items)
        except (SyntaxError, ValueError) as error:
            # After the place the parser lists all it could have read there, which may fill a screen.
            reason = str(error).split(": expected one of", 1)[0]
            raise InputError(f"The query cannot be used: {reason}.", cure="Correct it there.") from error
        except _FAILURES as error:
            raise StoreUnavailable(f"{self.location} could not answer: {error}") from error
        if isinstance(head, Truth):
            return head
        if head is None:
            return Triples(triples=cast("Iterator[Triple]", items))
        return Rows(
            variables=cast("tuple[str, ...]", head), rows=cast("Iterator[tuple[Term | None, ...]]", items)
        )

    def replace_graphs(
        self, contents: GraphContents, *, additions: Mapping[NamedNode, Iterable[Triple]] | None = None
    ) -> tuple[NamedNode, ...]:
        """Give graphs their new contents in one transaction; see `Store.replace_graphs`."""
        if self._read_only:
            raise StoreUnavailable(
                f"The store {self.location} was opened for reading.", cure="Open it with read_only=False."
            )
        named = (*contents, *(additions or {}))
        known = {record.graph: record for graph in named if (record := self.record(graph)) is not None}
        changes = plan_changes(
            contents,
            additions or {},
            known=known,
            holds=self._oxigraph.contains_named_graph,
            read=self._triples,
        )
        try:
            if any(change.drop or change.graph in known for change in changes):
                self._oxigraph.update(update_text(changes, known=known))
            elif sum(len(change.lines) for change in changes) < _BULK_FROM:
                self._oxigraph.load(b"".join(quad_lines(changes)), RdfFormat.N_QUADS)
            else:
                self._oxigraph.bulk_load(as_file(quad_lines(changes)), RdfFormat.N_QUADS)
            # Without a flush every later reader replays the log of writes.
            self._oxigraph.flush()
        except _FAILURES as error:
            raise StoreUnavailable(
                f"The store {self.location} could not be written: {error}",
                cure="See that its disk has room and that the folder may be written; it is as it was before.",
            ) from error
        return tuple(change.graph for change in changes)

    def graphs(self) -> tuple[GraphRecord, ...]:
        """List the graphs the manifest knows, by name."""
        return read_records(self._triples(MANIFEST))

    def record(self, graph: NamedNode) -> GraphRecord | None:
        """Return what the manifest says of one graph."""
        quads = self._oxigraph.quads_for_pattern(graph, None, None, MANIFEST)
        return next(iter(read_records(quad.triple for quad in quads)), None)

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Read one graph, or all graphs the manifest knows."""
        names = [record.graph for record in self.graphs()] if graph is None else [graph]
        for name in names:
            yield from self._oxigraph.quads_for_pattern(None, None, None, name)

    def lines(self, graph: NamedNode) -> Iterator[bytes]:
        """Read a graph as N-Triples lines in normal form, through a file, since its size is not known."""
        with TemporaryFile() as file:
            self._oxigraph.dump(file, RdfFormat.N_TRIPLES, from_graph=graph)
            file.seek(0)
            for line in file:
                yield normal_line(line.rstrip(b"\n"))

    def close(self) -> None:
        """Let go of the store."""
        del self._oxigraph
        self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _triples(self, graph: NamedNode) -> Iterator[Triple]:
        return (quad.triple for quad in self._oxigraph.quads_for_pattern(None, None, None, graph))


def _evaluate(oxigraph: Oxigraph, text: str) -> Iterator[object]:
    found = oxigraph.query(text, use_default_graph_as_union=True)
    if isinstance(found, QueryBoolean):
        yield Truth(value=bool(found))
    elif isinstance(found, QuerySolutions):
        yield tuple(variable.value for variable in found.variables)
        yield from map(tuple, found)
    else:
        yield None
        yield from found


def open_memory(*, timeout: float) -> EmbeddedStore:
    """Open an empty store in memory; it is gone when it is closed."""
    return EmbeddedStore("memory:", Oxigraph(), timeout=timeout, read_only=False, held=ExitStack())


def open_directory(directory: Path, *, read_only: bool, timeout: float) -> EmbeddedStore:
    """Open the store in a directory; to write, one is made where there is none.

    Raises:
        InputError: The directory is something else.
        StoreUnavailable: There is no store to read, or it is locked, unwritable or damaged.
    """
    _refuse_other_folders(directory)
    held = ExitStack()
    try:
        oxigraph = _read(directory, held) if read_only else _write(directory)
    except _FAILURES as error:
        held.close()
        raise _unavailable(directory, error, read_only=read_only) from error
    return EmbeddedStore(str(directory), oxigraph, timeout=timeout, read_only=read_only, held=held)


def _read(directory: Path, held: ExitStack) -> Oxigraph:
    if not (directory / "CURRENT").exists():
        raise StoreUnavailable(
            f"There is no store in {directory}.",
            cure="Load an article into it with `claimstake load`, or name another store with --store.",
        )
    held.enter_context(shared_lock(directory, seconds=_LOCK_SECONDS))
    return Oxigraph.read_only(str(directory))


def _write(directory: Path) -> Oxigraph:
    directory.mkdir(parents=True, exist_ok=True)
    opened: list[Oxigraph] = []

    def attempt() -> bool:
        try:
            opened.append(Oxigraph(str(directory)))
        except _FAILURES as error:
            if "lock" not in str(error).lower():
                raise
            return False
        return True

    wait_for(attempt, seconds=_LOCK_SECONDS, location=str(directory))
    return opened[0]


def _refuse_other_folders(directory: Path) -> None:
    names = [path.name for path in directory.iterdir()] if directory.is_dir() else []
    others = sorted(name for name in names if not _ROCKSDB_FILE.fullmatch(name))
    if directory.is_file() or others:
        raise InputError(
            f"{directory} is not a store: it " + (f"holds {others[0]}." if others else "is a file."),
            cure="Name an empty or a new folder with --store.",
        )


def _unavailable(directory: Path, error: Exception, *, read_only: bool) -> StoreUnavailable:
    if read_only:
        return StoreUnavailable(
            f"The store {directory} cannot be read: {error}",
            cure="Run the interrupted load again if there was one; else load into another folder.",
        )
    return StoreUnavailable(
        f"The store {directory} cannot be opened for writing: {error}",
        cure="See that the folder may be written and its disk has room, or name another with --store.",
    )
