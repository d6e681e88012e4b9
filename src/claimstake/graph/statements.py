"""Statements: the clauses that were read, whether or not claims were made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.graph import literals
from claimstake.graph.identity import node
from claimstake.graph.names import claim_node
from claimstake.vocab import DCTERMS, STAKE

if TYPE_CHECKING:
    from claimstake.graph.context import Building


def add_statements(building: Building) -> None:
    """Describe every statement, its arguments, and what was or was not made of it."""
    kept = {claim.id for _, claim in building.kept()}
    for place, statement in enumerate(building.claims.file.statements):
        span = building.span("statements", place)
        name = node("statement", building.article_id, span.start, span.end, statement.predicate, statement.id)
        building.add_node(name, "Statement")
        building.add(name, DCTERMS.identifier, literals.text(statement.id))
        building.add(name, STAKE.hasMention, building.mention(span))
        building.add(name, STAKE.predicateLemma, literals.text(statement.predicate))
        building.add(name, STAKE.hasModality, building.value("modality", statement.modality))
        building.add(name, STAKE.hasStance, building.value("stance", statement.stance))
        for i, argument in enumerate(statement.arguments):
            filler = building.entity(argument.entity) if argument.entity is not None else None
            path = ("statements", place, "arguments", i)
            building.add_argument(name, role=argument.role, path=path, filler=filler)
        for claim_id in statement.claims:
            if claim_id in kept:
                claim = claim_node(building, *building.claim(claim_id))
                building.add(name, STAKE.typedAs, claim)
        if statement.untyped is not None:
            building.add(name, STAKE.untypedReason, literals.text(statement.untyped))
