"""Ask a store the questions of this package, which are stored as files like all others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimstake.query.binding import bind
from claimstake.query.catalogue import read_query
from claimstake.store.results import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.store.protocol import Store

QUERIES = Path(__file__).resolve().parent / "queries"


def ask(store: Store, name: str, /, **values: str) -> Iterator[tuple[str, ...]]:
    """Give the rows of a question as text: IRIs without brackets, literals without type or language.

    Args:
        store: The store that is asked.
        name: The file of the question, without its ending.
        values: Values of the question's parameters.
    """
    stored = read_query(QUERIES / f"{name}.rq")
    answer = store.query(bind(stored.text, stored.parameters, values, name=name))
    if isinstance(answer, Rows):
        for row in answer.rows:
            yield tuple("" if term is None else str(getattr(term, "value", term)) for term in row)
