"""Ask HermiT, by owlready2, whether a graph can be true at all, and what follows from it."""

from __future__ import annotations

import shutil
import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from claimstake.errors import InputError, UsageError
from claimstake.reasoning.ontology_view import as_ntriples, ontology_triples, reasoning_view
from claimstake.vocab import OWL, STAKE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Triple


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What HermiT says of a graph.

    Args:
        consistent: Whether the graph can be true.
        classes: Number of classes it read, so that a graph that was not read cannot pass for a sound one.
        empty: IRIs of classes that can have no member.
        members: For each class that was asked for, the IRIs of its members, stated or inferred.
    """

    consistent: bool
    classes: int
    empty: tuple[str, ...] = ()
    members: dict[str, frozenset[str]]


def has_java() -> bool:
    """Tell whether a Java runtime is on the path."""
    return shutil.which("java") is not None


def judge(triples: Iterable[Triple], *, members_of: Iterable[str] = ()) -> Judgement:
    """Reason over the ontology together with data.

    Args:
        triples: The data; the ontology is added.
        members_of: IRIs of classes whose members are wanted.

    Raises:
        UsageError: There is no Java runtime.
        InputError: owlready2 reads the graph otherwise than it is written.
    """
    if not has_java():
        raise UsageError(
            "HermiT needs a Java runtime.", cure="Install Java 17 or later, or leave HermiT out."
        )
    import owlready2
    from owlready2 import reasoning

    world = owlready2.World()
    text = as_ntriples(reasoning_view((*ontology_triples(), *triples)))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        ontology = world.get_ontology(STAKE.iri.rstrip("#")).load(fileobj=BytesIO(text))
        classes = [found for found in world.classes() if found.iri.startswith(STAKE.iri)]
    if caught:
        problem = f"owlready2 would read the ontology otherwise than it is written: {caught[0].message}."
        raise InputError(problem, cure="Declare each property once, as what it is used as.")
    try:
        with ontology:
            reasoning.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return Judgement(consistent=False, classes=len(classes), members={})
    return Judgement(
        consistent=True,
        classes=len(classes),
        empty=tuple(sorted(found.iri for found in world.inconsistent_classes() if found.iri != OWL.Nothing)),
        members={iri: _members(world, iri) for iri in members_of},
    )


def _members(world: Any, iri: str) -> frozenset[str]:  # noqa: ANN401  # owlready2 ships no types
    return frozenset(found.iri for found in world[iri].instances())
