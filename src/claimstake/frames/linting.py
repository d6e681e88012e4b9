"""Check frames without running them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.frames.loading import read_frames
from claimstake.frames.model import LENDER
from claimstake.ontology_terms import Ontology, Takes, read_ontology

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.frames.model import Frame


def faults_of_frames() -> Iterator[str]:
    """Give a line for each fault: terms that there are not, roles a relation does not take.

    Missing examples.
    """
    ontology = read_ontology()
    for frame in read_frames().all:
        for fault in _faults(frame, ontology):
            yield f"{frame.source}, frame {frame.id}: {fault}"


def _faults(frame: Frame, ontology: Ontology) -> Iterator[str]:
    relation = ontology.relations.get(frame.relation)
    if relation is None:
        yield f"{frame.relation} is no relation"
        return
    if frame.done is not None and frame.done not in ontology.relations:
        yield f"{frame.done} is no relation"
    if frame.kind not in ontology.value_lists["claim-kind"]:
        yield f"{frame.kind} is no claim kind"
    for role, classes in frame.types.items():
        if role not in frame.roles:
            yield f"it types the role {role}, which it does not have"
        yield from (
            f"{name} is no class" for name in sorted(classes - {LENDER}) if name not in ontology.classes
        )
    yield from (
        f"it lists heads of the role {role}, which it does not have"
        for role in {**frame.nouns, **frame.unlike}
        if role not in frame.roles
    )
    roles = {*frame.roles, *(["quantity"] if frame.quantity else []), "time", "deadline"}
    yield from (f"it needs {role}, which it does not have" for role in sorted(frame.needs - roles))
    if "objects" in frame.roles and Takes.OBJECTS not in relation.takes:
        yield f"{frame.relation} takes no objects"
    if frame.quantity and Takes.QUANTITY not in relation.takes and Takes.OBJECTS not in relation.takes:
        yield f"{frame.relation} takes no amount"
    if not frame.examples:
        yield "it has no example"
