"""Bring a graph into a remote store so that it is shown to have arrived, and the old one lives until then."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from claimstake.errors import InputError, NotVerified, StoreUnavailable
from claimstake.store.content import triple_lines
from claimstake.store.manifest import MANIFEST, Arrival, arrival_triples, record_of, record_triples
from claimstake.store.ordering import compare
from claimstake.store.profiles import Swap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from pyoxigraph import Triple

    from claimstake.store.content import Content
    from claimstake.store.remote import Remote

# Measured on Virtuoso, Oxigraph and Fuseki: 64 KB a request is 5 to 40 times slower than one large one.
CHUNK = 8 << 20
_SAMPLES = 5
# Seconds between looks at a store that did not say whether it did what it was asked.
_POLLS = (0.2, 0.5, 1.0, 2.0, 4.0)


class Check(StrEnum):
    """How a graph is shown to have arrived."""

    COUNT = "count"
    HASH = "hash"


class Outcome(StrEnum):
    """What became of a graph."""

    LOADED = "loaded"
    REPLACED = "replaced"
    APPENDED = "appended"
    UNCHANGED = "unchanged"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A graph on its way: its sorted N-Triples in a file, and their content."""

    graph: NamedNode
    path: Path
    content: Content


def _ignore(_: int) -> None:
    return


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How graphs are delivered.

    Attributes:
        check: How a graph is shown to have arrived.
        resume: Whether to go on where an earlier delivery of the same graph stopped.
        arrivals: What the manifest of the store says is still arriving.
        chunk: Bytes sent at once.
        progress: Is told of each number of triples that have arrived.
    """

    check: Check = Check.HASH
    resume: bool = False
    arrivals: Mapping[NamedNode, Arrival] = field(default_factory=dict)
    chunk: int = CHUNK
    progress: Callable[[int], None] = _ignore


def deliver(remote: Remote, parcel: Parcel, terms: Terms) -> Outcome:
    """Make a graph of the store hold exactly what the parcel does.

    A graph that is already there is staged beside the old one, verified, and only then put in its place.

    Raises:
        NotVerified: What arrived is not what was sent; then the old graph is still there.
        StoreUnavailable: The store cannot be reached or cannot do it.
    """
    staging = NamedNode(f"{parcel.graph.value}/staging-{parcel.content.digest[:12]}")
    for stale in _stale(terms.arrivals, parcel.graph, staging):
        remote.drop(stale)
        _forget(remote, stale)
    if parcel.graph not in terms.arrivals and remote.count(parcel.graph):
        _send_verified(remote, parcel, staging, terms)
        _swap(remote, parcel, staging)
        outcome = Outcome.REPLACED
    else:
        _send_verified(remote, parcel, parcel.graph, terms)
        outcome = Outcome.LOADED
    keep_record(remote, parcel.graph, parcel.content, also_forget=(staging,))
    return outcome


def append(remote: Remote, parcel: Parcel, terms: Terms) -> Content:
    """Add the parcel's triples to what a graph of the store holds, and return what it holds then.

    Raises:
        NotVerified: Some of the triples are not there.
    """
    for count, body in _chunks(parcel.path, terms.chunk):
        remote.write(parcel.graph, body, replace=False)
        terms.progress(count)
    content, differences = compare(parcel.path, remote.lines(parcel.graph))
    if differences.missing:
        raise NotVerified(
            f"{remote.location} did not keep all triples of {parcel.graph.value}; missing is, for example, "
            f"{differences.missing[0]}",
            cure="Run the same command again.",
        )
    keep_record(remote, parcel.graph, content)
    return content


def drop(remote: Remote, graph: NamedNode) -> None:
    """Delete a graph and its record.

    Raises:
        NotVerified: The graph is still there.
    """
    remote.drop(graph)
    if remote.count(graph):
        raise NotVerified(f"{remote.location} still holds {graph.value} after deleting it.")
    _forget(remote, graph)


def keep_record(
    remote: Remote, graph: NamedNode, content: Content, *, also_forget: Iterable[NamedNode] = ()
) -> None:
    """Write into the store's manifest that a graph is there."""
    _rewrite(remote, (graph, *also_forget), record_triples(record_of(graph, content)))


def _stale(
    arrivals: Mapping[NamedNode, Arrival], graph: NamedNode, staging: NamedNode
) -> Iterator[NamedNode]:
    start = f"{graph.value}/staging-"
    return (name for name in arrivals if name.value.startswith(start) and name != staging)


def _send_verified(remote: Remote, parcel: Parcel, destination: NamedNode, terms: Terms) -> None:
    arrival = terms.arrivals.get(destination)
    sent = arrival.lines if terms.resume and arrival and arrival.digest == parcel.content.digest else 0
    if sent and remote.count(destination) < sent:
        sent = 0
    problem = ""
    for done in (sent, 0):
        _send(remote, parcel, destination, terms, done=done)
        problem = _difference(remote, parcel, destination, terms.check)
        if not problem:
            return
    remote.drop(destination)
    _forget(remote, destination)
    raise NotVerified(
        f"{remote.location} said it took {parcel.graph.value}, but {problem}. It holds what it held before.",
        cure="Try `claimstake push --probe` to see what this store can do.",
    )


def _send(remote: Remote, parcel: Parcel, destination: NamedNode, terms: Terms, *, done: int) -> None:
    whole = parcel.path.stat().st_size <= terms.chunk and remote.endpoint.profile.atomic_put
    terms.progress(done)
    position = done
    for count, body in _chunks(parcel.path, terms.chunk, skip=done):
        if not whole:
            arrival = Arrival(destination=destination, digest=parcel.content.digest, lines=position)
            _rewrite(remote, (destination,), arrival_triples(arrival))
        remote.write(destination, body, replace=position == 0, bulk=not whole)
        position += count
        terms.progress(count)


def _chunks(path: Path, size: int, *, skip: int = 0) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        for _ in islice(file, skip):
            pass
        while lines := file.readlines(size):
            yield len(lines), b"".join(lines)


def _difference(remote: Remote, parcel: Parcel, graph: NamedNode, check: Check) -> str:
    """Say how a graph differs from the parcel; nothing where it does not."""
    count = remote.count(graph)
    if count != parcel.content.triples:
        return f"{count:,} of {parcel.content.triples:,} triples are there"
    if check is Check.COUNT:
        return ""
    content, differences = compare(parcel.path, remote.lines(graph))
    if content == parcel.content:
        return ""
    examples = [
        *(f"missing {line}" for line in differences.missing),
        *(f"extra {line}" for line in differences.extra),
    ]
    return f"not the same triples are there: {'; '.join(examples)}"


def _swap(remote: Remote, parcel: Parcel, staging: NamedNode) -> None:
    """Put what is staged and verified in the place of the old graph.

    Raises:
        NotVerified: No way led there.
    """
    preferred = remote.endpoint.profile.swap
    for way in (preferred, *(other for other in (Swap.MOVE, Swap.COPY) if other is not preferred)):
        pauses: tuple[float, ...] = (0.0,)
        try:
            if way is Swap.PUT:
                _put_whole(remote, parcel)
                remote.drop(staging)
            else:
                remote.update(_swap_text(way, staging, parcel.graph), repeatable=False)
        except StoreUnavailable:
            pauses = (0.0, *_POLLS)
        except InputError:
            continue
        for pause in pauses:
            time.sleep(pause)
            if _is_swapped(remote, parcel, staging):
                return
    if remote.count(staging) != parcel.content.triples or not remote.count(parcel.graph):
        # It broke off halfway. What was verified is here, so the graph is made whole from here.
        _put_whole(remote, parcel)
        if _difference(remote, parcel, parcel.graph, Check.HASH):
            raise NotVerified(f"{remote.location} broke off while {parcel.graph.value} was put in place.")
        remote.drop(staging)
        return
    remote.drop(staging)
    _forget(remote, staging)
    raise NotVerified(
        f"{remote.location} can neither move nor copy a graph; {parcel.graph.value} is as it was.",
        cure="Try `claimstake push --probe`, or delete the graph with --drop and push again.",
    )


def _put_whole(remote: Remote, parcel: Parcel) -> None:
    """Send a graph in one request, which stores with transactions do whole or not at all."""
    with parcel.path.open("rb") as file:
        remote.write(parcel.graph, file, replace=True)


def _swap_text(way: Swap, staging: NamedNode, graph: NamedNode) -> str:
    if way is Swap.MOVE:
        return f"MOVE GRAPH {staging} TO GRAPH {graph}"
    return (
        f"DROP SILENT GRAPH {graph} ;\n"
        f"INSERT {{ GRAPH {graph} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {staging} {{ ?s ?p ?o }} }} ;\n"
        f"DROP SILENT GRAPH {staging}"
    )


def _is_swapped(remote: Remote, parcel: Parcel, staging: NamedNode) -> bool:
    # Counts alone would not tell a MOVE that did nothing from one that brought as many triples.
    return (
        remote.count(parcel.graph) == parcel.content.triples
        and remote.count(staging) == 0
        and remote.holds(parcel.graph, _samples(parcel))
    )


def _samples(parcel: Parcel) -> list[bytes]:
    """Take a few lines from the whole of the parcel whose objects no store rewrites."""
    step = max(1, parcel.content.triples // _SAMPLES)
    with parcel.path.open("rb") as file:
        return [line.rstrip(b"\n") for line in islice(file, 0, None, step) if b'"' not in line]


def _forget(remote: Remote, graph: NamedNode) -> None:
    _rewrite(remote, (graph,), ())


def _rewrite(remote: Remote, subjects: Iterable[NamedNode], triples: Iterable[Triple]) -> None:
    operations = [f"DELETE WHERE {{ GRAPH {MANIFEST} {{ {graph} ?p ?o }} }}" for graph in subjects]
    if lines := triple_lines(triples):
        text = b"\n".join(sorted(lines)).decode()
        operations.append(f"INSERT DATA {{ GRAPH {MANIFEST} {{\n{text}\n}} }}")
    remote.update(" ;\n".join(operations))
