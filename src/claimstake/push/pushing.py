"""Push the graphs of one store to another, each whole and shown to have arrived."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from claimstake.errors import ClaimstakeError, PartialAnswer
from claimstake.push.report import GraphReport, PushReport
from claimstake.store.articles import require_articles
from claimstake.store.content import Content
from claimstake.store.delivery import Outcome, Parcel, Terms, append, deliver, drop
from claimstake.store.manifest import MANIFEST, read_arrivals, read_records, record_of
from claimstake.store.ordering import write_ordered
from claimstake.vocab import ID, REFERENCE_GRAPH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pyoxigraph import NamedNode

    from claimstake.store.manifest import GraphRecord
    from claimstake.store.protocol import Store
    from claimstake.store.remote import Remote


class Mode(StrEnum):
    """What is done with each graph."""

    UPDATE = "update"
    REPLACE = "replace"
    APPEND = "append"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to push and how.

    Attributes:
        mode: What is done with each graph; UPDATE leaves alone those that are there already.
        articles: Ids of the articles; with none given all graphs.
        dry_run: Whether to only say what would be done.
        terms: How graphs are delivered.
        told: Is told of each graph that is done.
    """

    mode: Mode = Mode.UPDATE
    articles: Sequence[str] = ()
    dry_run: bool = False
    terms: Terms = field(default_factory=Terms)
    told: Callable[[GraphReport], None] = lambda _: None


class PushFailed(Exception):
    """A push that stopped early: the report of what was done, and the error that stopped it."""

    def __init__(self, report: PushReport, error: ClaimstakeError) -> None:
        super().__init__(str(error))
        self.report = report
        self.error = error


def push(source: Store | None, remote: Remote, order: Order) -> PushReport:
    """Push graphs, one after the other, and stop at the first that fails.

    Args:
        source: The store to take graphs from; deleting needs none.
        remote: Where to.
        order: What to push and how.

    Raises:
        PushFailed: A graph did not arrive; those before it are in the report.
    """
    done: list[GraphReport] = []
    report = PushReport(
        store=remote.location,
        kind=remote.endpoint.profile.name,
        check=order.terms.check,
        dry_run=order.dry_run,
        graphs=(),
    )
    try:
        manifest = list(remote.triples(MANIFEST))
        there = {record.graph: record for record in read_records(manifest)}
        arrivals = {arrival.destination: arrival for arrival in read_arrivals(manifest)}
        order = replace(order, terms=replace(order.terms, arrivals=arrivals))
        if order.mode is Mode.DROP:
            steps = _drop_all(remote, order, there)
        else:
            steps = _send_all(source, remote, order, there) if source is not None else iter(())
        for step in steps:
            done.append(step)
            order.told(step)
    except ClaimstakeError as error:
        raise PushFailed(replace(report, graphs=tuple(done), problem=error.problem), error) from error
    return replace(report, graphs=tuple(done))


def chosen(
    records: Sequence[GraphRecord], articles: Sequence[str], *, shared: bool, location: str
) -> list[GraphRecord]:
    """Choose the graphs of articles, and with `shared` those that all articles share.

    Args:
        records: The graphs of a store.
        articles: Ids of the articles; all graphs where none is given.
        shared: Whether to take the graph that all articles share, too.
        location: Where the store is, for messages.

    Raises:
        UsageError: There is no such article.
    """
    if not articles:
        return list(records)
    wanted = {f"{ID}document-{article}" for article in articles}
    known = {record.document.value for record in records if record.document is not None}
    require_articles(articles, documents=known, location=location)
    return [
        record
        for record in records
        if (record.document is not None and record.document.value in wanted)
        or (shared and record.graph.value == REFERENCE_GRAPH)
    ]


def _send_all(
    source: Store, remote: Remote, order: Order, there: Mapping[NamedNode, GraphRecord]
) -> Iterator[GraphReport]:
    for record in chosen(source.graphs(), order.articles, shared=True, location=source.location):
        if order.mode is Mode.UPDATE and _is_there(remote, record, there):
            yield GraphReport(graph=record.graph.value, outcome=Outcome.UNCHANGED, content=record.content)
        elif order.dry_run:
            outcome = _foreseen(remote, record, order.mode)
            yield GraphReport(graph=record.graph.value, outcome=outcome, content=record.content)
        else:
            yield _send(source, remote, record, order)


def _is_there(remote: Remote, record: GraphRecord, there: Mapping[NamedNode, GraphRecord]) -> bool:
    known = there.get(record.graph)
    return (
        known is not None
        and known.content == record.content
        and remote.count(record.graph) == record.content.triples
    )


def _foreseen(remote: Remote, record: GraphRecord, mode: Mode) -> Outcome:
    if mode is Mode.APPEND:
        return Outcome.APPENDED
    return Outcome.REPLACED if remote.count(record.graph) else Outcome.LOADED


def _send(source: Store, remote: Remote, record: GraphRecord, order: Order) -> GraphReport:
    graph = record.graph
    with TemporaryDirectory() as directory:
        path = Path(directory) / "graph.nt"
        content = write_ordered(source.lines(graph), path)
        if content != record.content:
            raise PartialAnswer(
                f"{source.location} does not hold of {graph.value} what its manifest says.",
                cure="Load the article into it again.",
            )
        parcel = Parcel(graph=graph, path=path, content=content)
        if order.mode is Mode.APPEND:
            content = append(remote, parcel, order.terms)
            outcome = Outcome.APPENDED
        else:
            outcome = deliver(remote, parcel, order.terms)
    return GraphReport(graph=graph.value, outcome=outcome, content=content)


def _drop_all(remote: Remote, order: Order, there: Mapping[NamedNode, GraphRecord]) -> Iterator[GraphReport]:
    unfinished = (
        record_of(arrival.destination, Content(triples=arrival.lines, digest=arrival.digest))
        for arrival in order.terms.arrivals.values()
    )
    for record in chosen(
        (*there.values(), *unfinished), order.articles, shared=False, location=remote.location
    ):
        if not order.dry_run:
            drop(remote, record.graph)
        yield GraphReport(graph=record.graph.value, outcome=Outcome.DROPPED, content=None)
