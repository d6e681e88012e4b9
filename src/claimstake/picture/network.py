"""The network that claims span: things, and the relations that somebody states or denies between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claimstake.card.model import local_name
from claimstake.card.wording import link_name
from claimstake.vocab import STAKE, STAKEV

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from claimstake.card.model import Claim, Reading


class Group(StrEnum):
    """What a thing is, as far as a picture tells, in the order of the lanes."""

    ACTOR = "actors"
    AGREEMENT = "agreements and plans"
    CONSTRAINT = "constraints"
    RESOURCE = "resources"
    OTHER = "other things"


class Mood(StrEnum):
    """How far a relation is put forward by the claims that speak of it."""

    STATED = "stated"
    HEDGED = "hedged"
    DENIED = "denied"


_GROUPS = (
    (STAKE.Agent, Group.ACTOR),
    (STAKE.Undertaking, Group.AGREEMENT),
    (STAKE.Constraint, Group.CONSTRAINT),
    (STAKE.Resource, Group.RESOURCE),
)
_ROLES = {
    STAKE.propositionOrigin: "from",
    STAKE.propositionDestination: "to",
    STAKE.propositionRecipient: "to",
    STAKE.propositionMeans: "by means of",
    STAKE.propositionPurpose: "for",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing in a picture."""

    iri: str
    label: str
    group: Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation in a picture, with the claims that speak of it; none for a link of the data itself."""

    source: str
    target: str
    label: str
    mood: Mood
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Things and the relations between them; every relation has both its things."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def group_of(classes: Collection[str]) -> Group:
    """Give the group that things of some classes belong to."""
    return next((group for name, group in _GROUPS if name in classes), Group.OTHER)


def network(reading: Reading, *, claims: Iterable[Claim] | None = None) -> Network:
    """Make the network of claims.

    Args:
        reading: What was read from the store.
        claims: The claims that count; all that were read when left out.
    """
    claims = reading.claims if claims is None else tuple(claims)
    found: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        for key in _relations(reading, claim):
            found.setdefault(key, []).append(claim)
    edges = [
        Edge(source=source, target=target, label=label, mood=mood, claims=tuple(c.iri for c in of_mood))
        for (source, target, label), said in found.items()
        for mood, of_mood in _by_mood(said)
    ]
    named = {end for edge in edges for end in (edge.source, edge.target)}
    for iri in sorted(named & reading.entities.keys()):
        for prop, target in reading.entities[iri].links:
            if target in named:
                edges.append(Edge(source=iri, target=target, label=link_name(prop), mood=Mood.STATED))
    nodes = [
        Node(iri=iri, label=reading.entities[iri].label, group=group_of(reading.entities[iri].classes))
        for iri in named
    ]
    return Network(
        nodes=tuple(sorted(nodes, key=lambda node: (list(Group).index(node.group), node.label, node.iri))),
        edges=tuple(sorted(set(edges), key=lambda edge: (edge.source, edge.target, edge.label, edge.mood))),
    )


def neighbourhood(whole: Network, centres: Collection[str], *, depth: int = 1) -> Network:
    """Keep what is at most `depth` relations away from some things; relations among what is kept stay."""
    near = set(centres)
    for _ in range(depth):
        near |= {edge.target for edge in whole.edges if edge.source in near} | {
            edge.source for edge in whole.edges if edge.target in near
        }
    return Network(
        nodes=tuple(node for node in whole.nodes if node.iri in near),
        edges=tuple(edge for edge in whole.edges if edge.source in near and edge.target in near),
    )


def _relations(reading: Reading, claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Give source, target and label of each relation between things that a claim states.

    A claim about another claim, such as one on its verification, speaks of what that one is about.
    """
    content = claim.content
    about = reading.claim_by_iri.get(content.subject)
    subject = about.content.subject if about is not None else content.subject
    label = reading.labels.get(content.relation) or local_name(content.relation)
    pairs = [(thing, label) for thing in content.objects]
    pairs += [(thing, f"{label} … {_ROLES[role]}") for role, thing in content.others]
    if content.amount is not None and content.amount.whole:
        pairs.append((content.amount.whole, label))
    for target, name in dict.fromkeys(pairs):
        if subject in reading.entities and target in reading.entities and subject != target:
            yield subject, target, name


def _by_mood(claims: list[Claim]) -> Iterator[tuple[Mood, list[Claim]]]:
    denied = [claim for claim in claims if claim.stance == STAKEV.denies]
    others = [claim for claim in claims if claim.stance != STAKEV.denies]
    if others:
        sure = any(c.stance == STAKEV.affirms and c.certainty == STAKEV.certain for c in others)
        yield (Mood.STATED if sure else Mood.HEDGED), others
    if denied:
        yield Mood.DENIED, denied
