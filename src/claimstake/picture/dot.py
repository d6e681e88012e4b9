"""Write a network for Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.card.wording import visible
from claimstake.picture.network import Group, Mood

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimstake.picture.network import Network

_FILLS = {
    Group.ACTOR: "#e3ebf6",
    Group.AGREEMENT: "#e6efe2",
    Group.CONSTRAINT: "#f8e6df",
    Group.RESOURCE: "#f5ecd2",
    Group.OTHER: "#eeeeee",
}
_STYLES = {
    Mood.STATED: "",
    Mood.HEDGED: ', style="dashed"',
    Mood.DENIED: ', color="#b3261e", arrowhead="tee"',
}
_HEAD = """\
digraph claims {
  graph [rankdir="LR", fontname="Helvetica", nodesep="0.25", ranksep="1.2"];
  node [shape="box", style="filled,rounded", fontname="Helvetica", fontsize="11", color="#555555"];
  edge [fontname="Helvetica", fontsize="9", color="#777777", fontcolor="#444444"];
"""


def to_dot(network: Network, *, centres: Collection[str] = ()) -> str:
    """Write a network as DOT; dashed lines are hedged, red ones with a bar denied."""
    names = {node.iri: f"n{number}" for number, node in enumerate(network.nodes, start=1)}
    nodes = [
        f"  {names[node.iri]} [label={_quoted(node.label)}, fillcolor={_quoted(_FILLS[node.group])}"
        f"{', penwidth=3' if node.iri in centres else ''}];\n"
        for node in network.nodes
    ]
    edges = [
        f"  {names[edge.source]} -> {names[edge.target]} [label={_quoted(edge.label)}{_STYLES[edge.mood]}];\n"
        for edge in network.edges
    ]
    return "".join([_HEAD, *nodes, *edges, "}\n"])


def _quoted(text: str) -> str:
    r"""Write a DOT string; a backslash would begin an escape, such as `\N` for the node's name.

    >>> _quoted('the "deal"')
    '"the \\"deal\\""'
    """
    line = visible(" ".join(text.split()))
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
