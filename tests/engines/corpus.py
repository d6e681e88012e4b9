"""A corpus as large as wanted: the first article again and again, each time as an article of its own."""

from __future__ import annotations

import re
from functools import cache

from pyoxigraph import RdfFormat, Store, serialize

from claimstake.vocab import ID, REFERENCE_GRAPH
from loaded import FIRST, store_of

_IRI = re.compile(rf"<{re.escape(ID)}[^>]*>")
_KEY = re.compile(r'(contentKey> "[0-9a-f]+)"')


@cache
def _lines() -> tuple[tuple[str, ...], tuple[str, ...]]:
    with store_of(FIRST) as store:
        text = serialize(store.quads(), format=RdfFormat.N_QUADS)
    assert text is not None
    lines = sorted(set(text.decode().splitlines()))
    shared = tuple(line for line in lines if f"<{REFERENCE_GRAPH}>" in line)
    return tuple(line for line in lines if f"graph/{FIRST.name}" in line.rsplit(" ", 2)[1]), shared


def corpus(articles: int) -> str:
    """Give N-Quads of so many articles.

    What the reference graph describes is shared by all; the content of claims is shared by two and two.
    """
    own, shared = _lines()
    described = {line.split(" ", 1)[0] for line in shared}
    template = _IRI.sub(lambda m: m[0] if m[0] in described else f"{m[0][:-1]}-@@>", "\n".join(own))
    template = _KEY.sub(r'\1-##"', template.replace(f'"{FIRST.name}"', f'"{FIRST.name}-@@"'))
    copies = (template.replace("@@", str(i)).replace("##", str(i // 2)) for i in range(articles))
    return "\n".join((*shared, *copies)) + "\n"


def load_corpus(folder: str, articles: int) -> None:
    """Load so many articles into a new store in a folder."""
    store = Store(folder)
    store.bulk_load(corpus(articles).encode(), format=RdfFormat.N_QUADS)
    store.flush()
