"""Ask a stored question of a store."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.errors import UsageError
from claimstake.query.binding import bind
from claimstake.query.catalogue import find_query
from claimstake.query.paging import page
from claimstake.query.resolution import resolver
from claimstake.store.results import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from claimstake.answer.rows import Table
    from claimstake.query.catalogue import StoredQuery
    from claimstake.query.values import Value
    from claimstake.store.protocol import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A stored query with its values in place: what is sent to the store."""

    query: StoredQuery
    text: str


def bind_query(
    query: StoredQuery,
    values: Mapping[str, Value | Sequence[Value]],
    *,
    store: Store,
    limit: int | None = None,
    offset: int = 0,
) -> Bound:
    """Put values into a stored query, looking labels up in the store that is to be asked.

    Raises:
        UsageError: A value is missing, unknown, or not of its parameter's type.
        InputError: The query does what a stored query may not do.
    """
    text = bind(
        query.text,
        query.parameters,
        values,
        name=query.name,
        resolve=resolver(store, query_text=query.text),
    )
    return Bound(query=query, text=page(text, limit=limit, offset=offset, name=query.name))


def ask(
    name: str,
    *,
    store: str | Store,
    folders: Sequence[Path] = (),
    timeout: float | None = None,
    **values: Value | Sequence[Value],
) -> Table:
    """Ask a stored question and give its rows.

    Args:
        name: Name of the question, as `claimstake queries` lists it.
        store: A store that is open, or the location of one: a folder, or the URL of an endpoint.
        folders: Folders with questions of your own.
        timeout: Seconds until the store gives up.
        values: Values of the question's parameters: `standard="JORC"`.

    Raises:
        UsageError: There is no such question, or a value does not fit.
        StoreUnavailable: The store cannot be reached or did not answer in time.
    """
    from claimstake.answer.labels import with_labels
    from claimstake.answer.rows import table_of

    query = find_query(name, folders=folders)
    with _opened(store) as opened:
        bound = bind_query(query, values, store=opened)
        answer = opened.query(bound.text, timeout=timeout)
        if not isinstance(answer, Rows):
            raise UsageError(
                f"{name} gives no rows.", cure="Run it with `claimstake ask`, which writes graphs too."
            )
        rows, labels = with_labels(answer, opened)
        return table_of(rows, question=query.header.summary, labels=labels)


def _opened(store: str | Store) -> Store | nullcontext[Store]:
    if not isinstance(store, str):
        return nullcontext(store)
    from claimstake.store.opening import open_store

    return open_store(store)
