"""Push a large graph to a running Oxigraph, against `curl -T` of the same N-Triples to the same server.

python benchmarks/push.py [TRIPLES]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from pyoxigraph import NamedNode, Triple

from claimstake.store.opening import open_store
from claimstake.vocab import GRAPH
from corpus import articles, contents
from measure import command, row, seconds

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from stores.servers import oxigraph

if TYPE_CHECKING:
    from collections.abc import Iterator

BIG = NamedNode(f"{GRAPH}a-big-one")


def triples(count: int) -> Iterator[Triple]:
    """Give as many triples in the shape of our graphs."""
    left = count
    for article in articles(count):
        for part in contents(article).values():
            yield from part[:left]
            left -= min(left, len(part))
        if not left:
            return


# Runs a command and tells the most memory it held; what the kernel tells of children counts their parents in.
_MEASURED = """
import sys
from claimstake.cli.main import run
code = run(sys.argv[1:])
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(int(status["VmHWM"].split()[0]) // 1024)
sys.exit(code)
"""


def push(store: Path, url: str, check: str) -> list[str]:
    """Give the command that pushes, and prints the megabytes it took."""
    return [sys.executable, "-c", _MEASURED, "push", url, "--store", str(store), "--check", check]


def told(arguments: list[str]) -> str:
    """Run a command and give what it prints."""
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def main(count: int) -> None:
    """Print the table for a graph of `count` triples."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store, file = folder / "store", folder / "graph.nt"
        with open_store(str(store), read_only=False) as opened:
            opened.replace_graphs({BIG: triples(count)})
            with file.open("wb") as lines:
                lines.writelines(line + b"\n" for line in opened.lines(BIG))
            print(f"{opened.graphs()[0].content.triples:,} triples, {file.stat().st_size:,} bytes")
        with oxigraph(folder) as server:
            target = f"{server.location}/store?graph={quote('urn:curl', safe='')}"
            curl = [
                "curl",
                "-sS",
                "--fail",
                "-H",
                "Content-Type: application/n-triples",
                "-T",
                str(file),
                target,
            ]
            # Both are first loads of a graph; a second would replace it.
            peer = seconds(command(curl, folder=folder), repeat=1)
            counted = seconds(command(push(store, server.location, "count"), folder=folder), repeat=1)
            whole = push(store, server.location, "hash")
            again = seconds(command(whole, folder=folder), repeat=1)
            told([*whole, "--drop", "--all"])
            megabytes: list[str] = []
            compared = seconds(lambda: megabytes.append(told(whole)), repeat=1)
        row("push, counted : curl -T", ours=counted, peer=peer, limit=1.3)
        row("push, every triple compared : curl -T", ours=compared, peer=peer, limit=1.3)
        row("push again, nothing to do : curl -T", ours=again, peer=peer, limit=0.5)
        print(f"memory of the largest push: {megabytes[0].strip()} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
