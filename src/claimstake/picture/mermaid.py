"""Write a network as a Mermaid flowchart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.card.wording import visible
from claimstake.picture.network import Group, Mood

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimstake.picture.network import Network

_ARROWS = {Mood.STATED: "-->", Mood.HEDGED: "-.->", Mood.DENIED: "--x"}
_CLASSES = {
    Group.ACTOR: "actor",
    Group.AGREEMENT: "agreement",
    Group.CONSTRAINT: "constraint",
    Group.RESOURCE: "resource",
    Group.OTHER: "other",
}
_STYLES = """\
  classDef actor fill:#e3ebf6,stroke:#2f5d9b,color:#10233f
  classDef agreement fill:#e6efe2,stroke:#4b7a36,color:#1b2f12
  classDef constraint fill:#f8e6df,stroke:#a8492a,color:#431a0c
  classDef resource fill:#f5ecd2,stroke:#8a6914,color:#382a06
  classDef other fill:#eeeeee,stroke:#6b6b6b,color:#222222
  classDef centre stroke-width:3px
"""


def to_mermaid(network: Network, *, centres: Collection[str] = ()) -> str:
    """Write a network as Mermaid; dotted lines are hedged, crossed ones denied."""
    names = {node.iri: f"n{number}" for number, node in enumerate(network.nodes, start=1)}
    lines = ["flowchart LR\n"]
    lines += [
        f'  {names[node.iri]}["{_quoted(node.label)}"]:::{_CLASSES[node.group]}\n' for node in network.nodes
    ]
    lines += [
        f'  {names[edge.source]} {_ARROWS[edge.mood]}|"{_quoted(edge.label)}"| {names[edge.target]}\n'
        for edge in network.edges
    ]
    lines += [f"  class {names[iri]} centre\n" for iri in sorted(centres) if iri in names]
    return "".join([*lines, _STYLES])


def _quoted(text: str) -> str:
    """Write every character that Mermaid or HTML could take as markup as its code."""
    line = visible(" ".join(text.split())).replace("…", "...")
    return "".join(c if c.isalnum() or c in " ,.'’-–()$%" else f"#{ord(c)};" for c in line)
