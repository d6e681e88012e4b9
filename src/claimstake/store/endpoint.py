"""A SPARQL endpoint as a store."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from claimstake.errors import NotVerified, StoreUnavailable
from claimstake.store.changes import plan_changes, update_text
from claimstake.store.content import content_of
from claimstake.store.delivery import Parcel, Terms, deliver, drop, keep_record
from claimstake.store.manifest import MANIFEST, read_arrivals, read_records
from claimstake.store.profiles import read_location
from claimstake.store.remote import Remote
from claimstake.store.results import Triples
from claimstake.store.transport import Patience, Transport
from claimstake.store.union import union_parameters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from types import TracebackType
    from typing import Self

    from pyoxigraph import NamedNode, Triple

    from claimstake.store.changes import GraphChange
    from claimstake.store.credentials import Credentials
    from claimstake.store.manifest import GraphRecord
    from claimstake.store.protocol import GraphContents
    from claimstake.store.results import Answer

# One update may hold this much where the store does it whole or not at all; an article has a few thousand.
_ONE_UPDATE = 50_000


class EndpointStore:
    """A SPARQL endpoint behind the store protocol: a resource to be closed, hence a class."""

    def __init__(self, remote: Remote, *, read_only: bool, timeout: float) -> None:
        self.location = remote.location
        self.remote = remote
        self._read_only = read_only
        self._timeout = timeout
        self._names: list[str] | None = None

    def query(self, text: str, *, timeout: float | None = None) -> Answer:
        """Answer a SPARQL query; see `Store.query`."""
        return self.remote.query(
            text,
            seconds=self._timeout if timeout is None else timeout,
            parameters=union_parameters(self.remote.endpoint.profile, text, self._graph_names),
        )

    def replace_graphs(
        self, contents: GraphContents, *, additions: Mapping[NamedNode, Iterable[Triple]] | None = None
    ) -> tuple[NamedNode, ...]:
        """Give graphs their new contents; see `Store.replace_graphs`.

        Where the store does an update whole or not at all, all graphs change together; else each by itself.

        Raises:
            NotVerified: A graph does not hold what it was given.
        """
        if self._read_only or self.remote.endpoint.update_url is None:
            raise StoreUnavailable(
                f"{self.location} is only asked, not written.", cure="Use a store that takes updates."
            )
        named = (*contents, *(additions or {}))
        known = {record.graph: record for graph in named if (record := self.record(graph)) is not None}
        changes = plan_changes(
            contents,
            additions or {},
            known=known,
            holds=lambda graph: self.remote.count(graph) > 0,
            read=self.remote.triples,
        )
        self._names = None
        size = sum(len(change.lines) for change in changes)
        if changes and self.remote.endpoint.profile.atomic_updates and size <= _ONE_UPDATE:
            self.remote.update(update_text(changes, known=known))
            self._verify(changes)
        else:
            # What graphs share goes first, so that no graph stands there without it.
            for change in sorted(changes, key=lambda change: change.drop):
                self._change(change)
        return tuple(change.graph for change in changes)

    def graphs(self) -> tuple[GraphRecord, ...]:
        """List the graphs the manifest knows, by name."""
        return read_records(self.remote.triples(MANIFEST))

    def record(self, graph: NamedNode) -> GraphRecord | None:
        """Return what the manifest says of one graph."""
        text = f"CONSTRUCT {{ {graph} ?p ?o }} WHERE {{ GRAPH {MANIFEST} {{ {graph} ?p ?o }} }}"
        answer = self.remote.query(text, seconds=self._timeout)
        found = read_records(answer.triples) if isinstance(answer, Triples) else ()
        return next(iter(found), None)

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Read one graph, or all graphs the manifest knows."""
        names = [record.graph for record in self.graphs()] if graph is None else [graph]
        for name in names:
            for triple in self.remote.triples(name):
                yield Quad(triple.subject, triple.predicate, triple.object, name)

    def lines(self, graph: NamedNode) -> Iterator[bytes]:
        """Read a graph as N-Triples lines in normal form."""
        return self.remote.lines(graph)

    def close(self) -> None:
        """Close the connections."""
        self.remote.transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _graph_names(self) -> list[str]:
        if self._names is None:
            names = [record.graph.value for record in self.graphs()]
            self._names = [*names, MANIFEST.value] if names else []
        return self._names

    def _verify(self, changes: Iterable[GraphChange]) -> None:
        nothing = content_of(())
        for change in changes:
            expected = change.record.content if change.record else nothing
            found = content_of(self.remote.lines(change.graph))
            if found != expected:
                raise NotVerified(
                    f"{self.location} said it took {change.graph.value}, but it does not hold the "
                    f"{expected.triples:,} triples that were sent, but {found.triples:,} of its own.",
                    cure="Load it again; see `claimstake push --probe` for what this store can do.",
                )

    def _change(self, change: GraphChange) -> None:
        if change.record is None:
            drop(self.remote, change.graph)
        elif len(change.lines) < change.record.content.triples:
            self.remote.write(change.graph, b"\n".join(change.lines) + b"\n", replace=False)
            self._verify((change,))
            keep_record(self.remote, change.graph, change.record.content)
        else:
            with TemporaryDirectory() as directory:
                path = Path(directory) / "graph.nt"
                path.write_bytes(b"".join(line + b"\n" for line in sorted(change.lines)))
                arrivals = read_arrivals(self.remote.triples(MANIFEST))
                deliver(
                    self.remote,
                    Parcel(graph=change.graph, path=path, content=change.record.content),
                    Terms(arrivals={arrival.destination: arrival for arrival in arrivals}),
                )


def open_endpoint(
    location: str,
    *,
    read_only: bool,
    timeout: float,
    credentials: Credentials,
    patience: Patience | None = None,
    on_partial: Callable[[str], None] | None = None,
) -> EndpointStore:
    """Open the store at a URL; no request is sent yet.

    Raises:
        UsageError: The location is no URL of a store.
    """
    endpoint = read_location(location)
    transport = Transport(
        endpoint.query_url, credentials=credentials, scheme=endpoint.profile.scheme, patience=patience
    )
    remote = Remote(endpoint, transport, on_partial=on_partial)
    return EndpointStore(remote, read_only=read_only, timeout=timeout)
