"""Look up the labels of what an answer names, to be shown in place of IRIs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from claimstake.store.results import Rows
from claimstake.vocab import RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimstake.store.protocol import Store
    from claimstake.store.results import Term

# One request asks for so many labels: far under what servers take as a query.
_BATCH = 200


def with_labels(rows: Rows, store: Store) -> tuple[Rows, Mapping[str, str]]:
    """Give rows again, with the labels of the IRIs in them; the labels come as the rows are read."""
    found: dict[str, str] = {}
    return Rows(variables=rows.variables, rows=_labelled(rows.rows, store, found)), found


def _labelled(
    rows: Iterable[tuple[Term | None, ...]], store: Store, found: dict[str, str]
) -> Iterator[tuple[Term | None, ...]]:
    waiting: list[tuple[Term | None, ...]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == _BATCH:
            yield from _looked_up(waiting, store, found)
            waiting = []
    yield from _looked_up(waiting, store, found)


def _looked_up(
    rows: list[tuple[Term | None, ...]], store: Store, found: dict[str, str]
) -> list[tuple[Term | None, ...]]:
    things = {term for row in rows for term in row if isinstance(term, NamedNode) and term.value not in found}
    for batch in _batches(sorted(things, key=str)):
        found.update(labels_of(batch, store))
        found.update({thing.value: "" for thing in batch if thing.value not in found})
    return rows


def _batches(things: list[NamedNode]) -> Iterator[list[NamedNode]]:
    for start in range(0, len(things), _BATCH):
        yield things[start : start + _BATCH]


def labels_of(things: Iterable[NamedNode], store: Store) -> dict[str, str]:
    """Give the label of each thing that has one, in English where there are several."""
    listed = " ".join(str(thing) for thing in things)
    text = (
        f"SELECT ?thing ?label WHERE {{ VALUES ?thing {{ {listed} }} "
        f"VALUES ?naming {{ <{RDFS.label}> <{SKOS.prefLabel}> }} ?thing ?naming ?label }} "
        "ORDER BY ?thing ?label"
    )
    answer = store.query(text)
    found: dict[str, str] = {}
    for thing, label in answer.rows if isinstance(answer, Rows) else ():
        if not isinstance(thing, NamedNode) or not isinstance(label, Literal):
            continue
        if label.language == "en" or thing.value not in found:
            found[thing.value] = label.value
    return found
