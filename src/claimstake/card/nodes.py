"""Nodes with their properties, as rows of a query give them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.vocab import RDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Nodes:
    """What a store says of some nodes: for each node and property the values, and the nodes of each class."""

    facts: Mapping[str, Mapping[str, tuple[str, ...]]]
    classes: Mapping[str, tuple[str, ...]]

    def all(self, node: str, prop: str) -> tuple[str, ...]:
        """Give the values of a property."""
        return self.facts.get(node, {}).get(prop, ())

    def one(self, node: str, prop: str) -> str:
        """Give the first value of a property, or nothing."""
        found = self.all(node, prop)
        return found[0] if found else ""

    def of_class(self, name: str) -> tuple[str, ...]:
        """Give the nodes of a class, sorted."""
        return self.classes.get(name, ())


def gather(*rows: Iterable[tuple[str, ...]]) -> Nodes:
    """Put rows of node, property and value together."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for part in rows:
        for node, prop, value in part:
            found[node][prop].add(value)
    facts = {
        node: {prop: tuple(sorted(values)) for prop, values in props.items()} for node, props in found.items()
    }
    classes: dict[str, list[str]] = defaultdict(list)
    for node in sorted(facts):
        for name in facts[node].get(RDF.type, ()):
            classes[name].append(node)
    return Nodes(facts=facts, classes={name: tuple(of_class) for name, of_class in classes.items()})
