"""What every store can be asked to do, wherever it lives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import TracebackType
    from typing import Self, TypeAlias

    from pyoxigraph import NamedNode, Quad, Triple

    from claimstake.store.manifest import GraphRecord
    from claimstake.store.results import Answer

    GraphContents: TypeAlias = Mapping[NamedNode, Iterable[Triple] | None]


class Store(Protocol):
    """A place that holds named graphs and answers SPARQL.

    A query without a GRAPH clause sees the union of all named graphs.
    """

    @property
    def location(self) -> str:
        """Name the store as a user would, without credentials."""

    def query(self, text: str, *, timeout: float | None = None) -> Answer:
        """Answer a SPARQL query.

        Args:
            text: The query, with or without a `#+` header.
            timeout: Seconds until the store gives up; None means the limit the store was opened with.

        Raises:
            InputError: The query cannot be parsed or evaluated.
            StoreUnavailable: The store cannot be reached or did not answer in time.
            PartialAnswer: The store answered only in part.
        """

    def replace_graphs(
        self, contents: GraphContents, *, additions: Mapping[NamedNode, Iterable[Triple]] | None = None
    ) -> tuple[NamedNode, ...]:
        """Give graphs their new contents, all of them or none, and return those that changed.

        A graph whose content is the one already there is left alone, so that a second call changes nothing.

        Args:
            contents: For each graph its triples; None or no triple deletes it.
            additions: Triples that join what a graph already holds.

        Raises:
            InputError: A triple holds a blank node.
            StoreUnavailable: The store was opened for reading, or cannot be written.
        """

    def graphs(self) -> tuple[GraphRecord, ...]:
        """List the graphs the manifest knows, by name."""

    def record(self, graph: NamedNode) -> GraphRecord | None:
        """Return what the manifest says of one graph, at a cost that does not grow with the store."""

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Read one graph, or all graphs the manifest knows, in no particular order."""

    def lines(self, graph: NamedNode) -> Iterator[bytes]:
        """Read a graph as N-Triples lines in normal form, in no particular order."""

    def close(self) -> None:
        """Let go of the store; what was written is on disk."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
