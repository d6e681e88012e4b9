"""Write a store as files that the bulk loaders of large stores take, with a manifest and a description."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

from claimstake.errors import InputError
from claimstake.push.descriptions import describe
from claimstake.push.parts import PartWriter
from claimstake.store.content import Content
from claimstake.store.manifest import record_of
from claimstake.store.ordering import ordered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import NamedNode

    from claimstake.store.manifest import GraphRecord
    from claimstake.store.protocol import Store

# What each loader wants beside the data: a command, a request.
_LOADERS = Path(__file__).with_name("loaders")
# N-Quads bytes in a part before compression, which makes them about 20 times smaller: loaders take parts in
# parallel, and ask for some tens of megabytes each.
_PART = 512 << 20
# Bytes of an N-Quads line of our graphs, about; only used to keep a graph in one part.
_LINE = 220


class BulkTarget(StrEnum):
    """A store with a bulk loader."""

    VIRTUOSO = "virtuoso"
    NEPTUNE = "neptune"
    QLEVER = "qlever"
    TDB2 = "tdb2"
    GRAPHDB = "graphdb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One compressed file of N-Quads."""

    name: str
    size: int
    digest: str
    quads: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkExport:
    """What was written."""

    parts: tuple[Part, ...]
    graphs: tuple[GraphRecord, ...]


def export_bulk(
    store: Store,
    target: BulkTarget,
    directory: Path,
    *,
    graphs: Sequence[GraphRecord] | None = None,
    part_size: int = _PART,
) -> BulkExport:
    """Write a store for a bulk loader: N-Quads parts, what the loader wants beside them, and what they hold.

    The same graphs give the same bytes. A graph is spread over several parts only if it fills them.

    Args:
        store: The store.
        target: Whose loader is to read it.
        directory: A new or empty folder.
        graphs: The graphs to write; None means all.
        part_size: Bytes of N-Quads in a part, before compression.

    Raises:
        InputError: The folder holds something, or cannot be written.
    """
    records = store.graphs() if graphs is None else tuple(graphs)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if any(directory.iterdir()):
            raise InputError(f"The folder {directory} is not empty.", cure="Name a new one with -o.")
        found, parts = _write_parts(store, records, directory, part_size)
        export = BulkExport(parts=parts, graphs=found)
        (directory / "manifest.json").write_text(manifest_json(export), encoding="utf-8")
        sums = "".join(f"{part.digest}  {part.name}\n" for part in parts)
        (directory / "sha256sums").write_text(sums, encoding="utf-8")
        (directory / "dataset.ttl").write_bytes(describe(export))
        for file in sorted((_LOADERS / target).iterdir()):
            copyfile(file, directory / file.name)
            (directory / file.name).chmod(0o755 if file.suffix == ".sh" else 0o644)
    except OSError as error:
        raise InputError(
            f"{directory} cannot be written: {error.strerror}.", cure="Name another folder with -o."
        ) from error
    return export


def manifest_json(export: BulkExport) -> str:
    """Write as JSON what each part and each graph holds."""
    import json

    return (
        json.dumps(
            {
                "format": "application/n-quads, gzip",
                "quads": sum(part.quads for part in export.parts),
                "parts": [
                    {"name": part.name, "bytes": part.size, "sha256": part.digest, "quads": part.quads}
                    for part in export.parts
                ],
                "graphs": [
                    {
                        "graph": record.graph.value,
                        "triples": record.content.triples,
                        "sha256_of_sorted_ntriples": record.content.digest,
                    }
                    for record in export.graphs
                ],
            },
            indent=2,
        )
        + "\n"
    )


def _write_parts(
    store: Store, records: Sequence[GraphRecord], directory: Path, part_size: int
) -> tuple[tuple[GraphRecord, ...], tuple[Part, ...]]:
    found: list[GraphRecord] = []
    with PartWriter(directory, part_size) as parts:
        for record in sorted(records, key=lambda record: record.graph.value):
            parts.begin(expected=record.content.triples * _LINE)
            found.append(_write_graph(store, record.graph, parts))
    total = len(parts.written)
    return tuple(found), tuple(
        _finish_part(path, quads, name=f"part-{number:05}-of-{total:05}.nq.gz")
        for number, (path, quads) in enumerate(parts.written, 1)
    )


def _write_graph(store: Store, graph: NamedNode, parts: PartWriter) -> GraphRecord:
    ending = f"{graph} .\n".encode()
    digest = hashlib.sha256()
    count = 0
    for line in ordered(store.lines(graph)):
        parts.write(line[:-1] + ending)
        digest.update(line + b"\n")
        count += 1
    return record_of(graph, Content(triples=count, digest=digest.hexdigest()))


def _finish_part(path: Path, quads: int, *, name: str) -> Part:
    final = path.rename(path.with_name(name))
    with final.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Part(name=name, size=final.stat().st_size, digest=digest, quads=quads)
