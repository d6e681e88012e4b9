"""The content of a graph as sorted N-Triples, its count and its digest."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.errors import InputError
from claimstake.store.literals import normal_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Triple


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """How many triples a graph holds, and the SHA-256 of its sorted N-Triples in normal form."""

    triples: int
    digest: str


def triple_lines(triples: Iterable[Triple]) -> set[bytes]:
    """Write triples as canonical N-Triples lines in normal form, each once.

    Raises:
        InputError: A triple holds a blank node, which no store can load twice without change.
    """
    from pyoxigraph import RdfFormat, serialize

    text = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    lines = {normal_line(line) for line in text.split(b"\n") if line}
    for line in lines:
        refuse_blank_nodes(line)
    return lines


def content_of(lines: Iterable[bytes]) -> Content:
    """Count and digest the lines of a small graph."""
    ordered = sorted(lines)
    digest = hashlib.sha256()
    for line in ordered:
        digest.update(line + b"\n")
    return Content(triples=len(ordered), digest=digest.hexdigest())


def refuse_blank_nodes(line: bytes) -> None:
    """Refuse an N-Triples line that has a blank node.

    Raises:
        InputError: The line's subject or object is a blank node.
    """
    # An IRI holds no space, so outside a literal " _:" can only begin a blank node.
    if line.startswith(b"_:") or (not line.endswith((b'" .', b"> .")) and _object_is_blank(line)):
        raise InputError(
            f"A triple holds a blank node: {line.decode()[:200]}",
            cure="Give the node an IRI; blank nodes are new at every load.",
        )


def _object_is_blank(line: bytes) -> bool:
    return line.split(b" ", 2)[2].startswith(b"_:")
