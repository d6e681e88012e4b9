"""Load, replace and export, against the same work done by Oxigraph alone.

python benchmarks/loading.py [ARTICLES]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from claimstake.exporting import export_store
from claimstake.files import write_file
from claimstake.serialization.formats import GraphFormat
from claimstake.store.opening import open_store
from corpus import articles, contents
from measure import row, seconds


def main(count: int) -> None:
    """Print the table for a corpus of `count` articles."""
    corpus = list(articles(count + 1))
    extra = corpus.pop()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, raw = folder / "ours", folder / "raw"
        with open_store(str(ours), read_only=False) as store:
            for article in corpus:
                store.replace_graphs(contents(article))
        bulk = Store(str(raw))
        bulk.bulk_load(b"".join(corpus), format=RdfFormat.N_QUADS)
        bulk.flush()
        graphs = contents(extra)
        added = (
            extra
            + "".join(
                f"<{graph.value}#x> <{graph.value}#y> <{graph.value}#z> <{graph.value}> .\n"
                for graph in graphs
            ).encode()
        )
        changed = contents(added)
        drop = "".join(f"DROP SILENT GRAPH {graph};\n" for graph in graphs)
        text = "".join(
            f"GRAPH {graph} {{ {' '.join(f'{triple} .' for triple in triples)} }}\n"
            for graph, triples in graphs.items()
        )

        def load_raw() -> None:
            bulk.load(extra, format=RdfFormat.N_QUADS)
            bulk.flush()

        def replace_raw() -> None:
            bulk.update(f"{drop}INSERT DATA {{ {text} }}")
            bulk.flush()

        print(f"{count} articles, {len(corpus[0].splitlines())} quads each")
        with open_store(str(ours), read_only=False) as store:
            row(
                "load one article : transactional load and flush",
                ours=seconds(lambda: store.replace_graphs(graphs), repeat=1),
                peer=seconds(load_raw, repeat=1),
                limit=2.0,
            )
            states = [changed, graphs]
            row(
                "replace one article : DROP and INSERT DATA, and flush",
                ours=seconds(lambda: store.replace_graphs(states.pop(0)), repeat=2),
                peer=seconds(replace_raw, repeat=2),
                limit=2.0,
            )
        turtle = GraphFormat.TURTLE
        with open_store(str(ours)) as store:
            row(
                "export sorted Turtle : raw dump as N-Quads",
                ours=seconds(lambda: write_file(folder / "kg.ttl", export_store(store, format=turtle))),
                peer=seconds(lambda: bulk.dump(folder / "raw.nq", format=RdfFormat.N_QUADS)),
                limit=2.0,
            )
        shutil.rmtree(raw)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
