"""Files for bulk loaders: complete, described, the same each time, and taken by the loaders we can run."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from claimstake.errors import InputError
from claimstake.push.bulk import BulkTarget, export_bulk
from claimstake.store.opening import open_store
from claimstake.vocab import DCAT, DCTERMS, RDF, VOID
from stores.fixtures import DEAL, FACTS, OTHER, virtuoso_server, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimstake.store.protocol import Store
    from stores.servers import Server

__all__ = ["virtuoso_server"]  # fixtures


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store("memory:") as opened:
        opened.replace_graphs({DEAL: words(300), FACTS: words(3), OTHER: words(40)})
        yield opened


def quads_in(folder: Path) -> list[Quad]:
    return [
        quad
        for part in sorted(folder.glob("part-*.nq.gz"))
        for quad in parse(gzip.decompress(part.read_bytes()), RdfFormat.N_QUADS)
    ]


@pytest.mark.parametrize("target", list(BulkTarget))
def test_the_parts_hold_each_quad_once(store: Store, tmp_path: Path, target: BulkTarget) -> None:
    export_bulk(store, target, tmp_path / "out", part_size=10_000)

    quads = quads_in(tmp_path / "out")
    assert set(quads) == set(store.quads())
    assert len(quads) == len(set(quads))
    assert len(list((tmp_path / "out").glob("part-*.nq.gz"))) > 2


def test_a_graph_that_fits_lies_in_one_part(store: Store, tmp_path: Path) -> None:
    export_bulk(store, BulkTarget.TDB2, tmp_path / "out", part_size=60_000)

    for graph in (FACTS, OTHER):
        holding = [
            part
            for part in (tmp_path / "out").glob("part-*.nq.gz")
            if f"{graph} .".encode() in gzip.decompress(part.read_bytes())
        ]
        assert len(holding) == 1


def test_the_manifest_tells_what_is_there(store: Store, tmp_path: Path) -> None:
    export_bulk(store, BulkTarget.QLEVER, tmp_path / "out", part_size=10_000)

    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["quads"] == len(list(store.quads()))
    for part in manifest["parts"]:
        content = (tmp_path / "out" / part["name"]).read_bytes()
        assert part["bytes"] == len(content)
        assert part["sha256"] == hashlib.sha256(content).hexdigest()
        assert part["quads"] == gzip.decompress(content).count(b"\n")
    assert {
        (graph["graph"], graph["triples"], graph["sha256_of_sorted_ntriples"]) for graph in manifest["graphs"]
    } == {(record.graph.value, record.content.triples, record.content.digest) for record in store.graphs()}


def test_the_description_names_files_beside_it(store: Store, tmp_path: Path) -> None:
    export_bulk(store, BulkTarget.GRAPHDB, tmp_path / "out")

    here = "https://example.org/data/"
    triples = {
        quad.triple
        for quad in parse((tmp_path / "out" / "dataset.ttl").read_bytes(), RdfFormat.TURTLE, base_iri=here)
    }
    dumps = {triple.object for triple in triples if triple.predicate.value == VOID.dataDump}
    names = {triple.object for triple in triples if triple.predicate.value == DCAT.downloadURL}
    subsets = {triple.object for triple in triples if triple.predicate.value == VOID.subset}
    kinds = {triple.object.value for triple in triples if triple.predicate.value == RDF.type}
    assert dumps == names == {NamedNode(f"{here}part-00001-of-00001.nq.gz")}
    assert subsets == {DEAL, FACTS, OTHER}
    assert kinds == {VOID.Dataset, DCAT.Dataset, DCAT.Distribution}
    assert any(triple.predicate.value == DCTERMS.subject for triple in triples)


def test_the_same_graphs_give_the_same_bytes(store: Store, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export_bulk(store, BulkTarget.NEPTUNE, tmp_path / name, part_size=10_000)

    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two")
    )
    assert one == two
    assert json.loads(one["loader-request.json"])["format"] == "nquads"


def test_a_folder_that_holds_something_is_left_alone(store: Store, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")

    with pytest.raises(InputError, match="is not empty"):
        export_bulk(store, BulkTarget.TDB2, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_the_scripts_are_sound_shell(store: Store, tmp_path: Path) -> None:
    for target in BulkTarget:
        export_bulk(store, target, tmp_path / target)
        script = tmp_path / target / "load.sh"

        assert script.stat().st_mode & 0o111
        subprocess.run(["sh", "-n", str(script)], check=True)
        subprocess.run(["sha256sum", "--check", "--quiet", "sha256sums"], check=True, cwd=script.parent)


@pytest.mark.store
def test_virtuoso_takes_it(store: Store, virtuoso_server: Server) -> None:
    folder = virtuoso_server.folder / "bulk"
    export_bulk(store, BulkTarget.VIRTUOSO, folder, part_size=10_000)
    settings = (virtuoso_server.folder / "virtuoso.ini").read_text()
    port = re.search(r"\[Parameters\]\nServerPort = (\S+)", settings)
    assert port is not None

    subprocess.run(
        [str(folder / "load.sh"), port[1]],
        input=f"{virtuoso_server.password}\n",
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )

    with open_store(virtuoso_server.location) as there:
        for graph in (DEAL, FACTS, OTHER):
            assert set(there.lines(graph)) == set(store.lines(graph))
