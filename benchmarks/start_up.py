"""Start-up: `claimstake --help` and a cold `ask`, against the libraries they stand on.

python benchmarks/start_up.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from claimstake.assets import DATA
from claimstake.loading import load_articles
from claimstake.store.opening import open_store
from measure import command, row, seconds

_PEER = """
import sys, click, pyoxigraph
store = pyoxigraph.Store.read_only("store")
solutions = store.query(open("question.rq").read(), use_default_graph_as_union=True)
sys.stdout.buffer.write(solutions.serialize(format=pyoxigraph.QueryResultsFormat.TSV))
"""


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_store(str(folder / "store"), read_only=False) as store:
            load_articles(store, [DATA / "articles" / "pakistan-us-rare-earth-deal"])
        ask = [sys.executable, "-m", "claimstake", "ask", "claims-without-verification", "standard=JORC"]
        ask += ["--store", "store", "--format", "tsv"]
        from claimstake.query.catalogue import find_query

        (folder / "question.rq").write_text(find_query("claims-without-verification").text)
        row(
            "claimstake --help : import click",
            ours=seconds(command([sys.executable, "-m", "claimstake", "--help"], folder=folder), repeat=15),
            peer=seconds(command([sys.executable, "-c", "import click"], folder=folder), repeat=15),
            limit=1.4,
        )
        row(
            "cold ask : click + pyoxigraph read-only + the same query",
            ours=seconds(command(ask, folder=folder), repeat=15),
            peer=seconds(command([sys.executable, "-c", _PEER], folder=folder), repeat=15),
            limit=1.25,
        )


if __name__ == "__main__":
    main()
