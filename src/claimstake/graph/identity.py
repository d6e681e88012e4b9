"""Names of the nodes: digests of what a node is, so that the same text gives the same graph."""

from __future__ import annotations

import unicodedata
from hashlib import sha256

from pyoxigraph import NamedNode

from claimstake.iris import slug
from claimstake.vocab import ID

# 16 hex digits: two of a million nodes share a name with a probability below one in thirty million
_DIGITS = 16


def digest(*parts: object) -> str:
    """Give the first 16 hex digits of the SHA-256 of the parts, which are kept apart."""
    return sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:_DIGITS]


def node(kind: str, *parts: object) -> NamedNode:
    """Name a node by its kind and a digest of what makes it what it is."""
    return NamedNode(f"{ID}{kind}-{digest(kind, *parts)}")


def document_node(article_id: str) -> NamedNode:
    """Name an article."""
    return NamedNode(f"{ID}document-{article_id}")


def entity_node(article_id: str, *, type_name: str, label: str) -> NamedNode:
    """Name a thing that only one article speaks of, from its class and its normalised name.

    >>> entity_node("a", type_name="Plan", label="Vision  2028").value.rpartition("/")[2]
    'vision-2028-40ab8645'
    """
    name = normalised(label)
    return NamedNode(f"{ID}{slug(name)}-{digest(article_id, type_name, name)[:8]}")


def normalised(label: str) -> str:
    """Fold a name for comparison: compatibility characters, case and white space do not count."""
    return " ".join(unicodedata.normalize("NFKC", label).casefold().split())
