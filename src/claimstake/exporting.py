"""Write what a store holds, graph by graph, the same bytes for the same graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.serialization.writer import write_graphs
from claimstake.store.articles import require_articles
from claimstake.vocab import ID, REFERENCE_GRAPH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import NamedNode, Quad

    from claimstake.serialization.formats import GraphFormat
    from claimstake.store.manifest import GraphRecord
    from claimstake.store.protocol import Store


def export_store(store: Store, *, format: GraphFormat, articles: Sequence[str] = ()) -> Iterator[bytes]:
    """Write the graphs of a store in a format.

    Args:
        store: The store.
        format: One that does not hold graphs gets their union; every node also names its article.
        articles: Ids of the articles to write, with what they share; all where none is given.

    Raises:
        UsageError: The store holds no such article.
    """
    records = records_of(store, articles=articles)
    return write_graphs(_graphs(store, records), format=format)


def _graphs(store: Store, records: Sequence[GraphRecord]) -> Iterator[tuple[NamedNode, Iterator[Quad]]]:
    return ((record.graph, store.quads(record.graph)) for record in records)


def records_of(store: Store, *, articles: Sequence[str] = ()) -> tuple[GraphRecord, ...]:
    """List the graphs of articles, and the one they share; all graphs where no article is named.

    Raises:
        UsageError: The store holds no such article.
    """
    records = store.graphs()
    known = {record.document.value for record in records if record.document is not None}
    wanted = {f"{ID}document-{article}" for article in articles}
    require_articles(articles, documents=known, location=store.location)
    return tuple(
        record
        for record in records
        if not wanted
        or record.graph.value == REFERENCE_GRAPH
        or (record.document is not None and record.document.value in wanted)
    )
