"""Check a claim: its words, its relation, its arguments, amounts, times and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.claims.checks.checking import Checking, check_edtf, check_id, check_key, not_in
from claimstake.claims.schema import Argument, Claim, Evidence, Quantity, Time
from claimstake.ontology_terms import measure_of
from claimstake.quantities import numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimstake.claims.document import Path
    from claimstake.claims.evidence import Span


def check_claim(check: Checking, *, claim: Claim, path: Path, ids: Mapping[str, int]) -> None:
    """Check one claim."""
    where = f"claim {claim.id}"
    quote = check.find(Evidence(words=claim.quote, at=claim.at), path=path, where=where)
    if claim.kind not in check.ontology.value_lists["claim-kind"]:
        allowed = check.ontology.value_lists["claim-kind"]
        not_in(check, value=claim.kind, of="claim kind", allowed=allowed, path=(*path, "kind"), where=where)
    _check_relation(check, claim=claim, path=path)
    for part, argument in _argument_paths(claim):
        _check_argument(check, argument=argument, path=(*path, *part), where=where, quote=quote, ids=ids)
    if claim.quantity is not None:
        _check_quantity(check, quantity=claim.quantity, path=(*path, "quantity"), where=where, quote=quote)
    if claim.time is not None:
        _check_time(check, time=claim.time, path=(*path, "time"), where=where, quote=quote)
    _check_attribution(check, claim=claim, path=(*path, "attribution"), quote=quote)
    for i, condition in enumerate(claim.conditions):
        part = (*path, "conditions", i)
        check.find(condition, path=part, where=where, inside=quote)
        if condition.claim is not None:
            check_id(check, claim_id=condition.claim, path=part, where=where, ids=ids)
        if condition.requirement is not None:
            check_key(check, key=condition.requirement, wanted="ApprovalRequirement", path=part, where=where)
    links = [("restates", c) for c in (claim.restates,) if c is not None]
    links += [("variant_of", c) for c in claim.variant_of] + [("contradicts", c) for c in claim.contradicts]
    for name, linked in links:
        check_id(check, claim_id=linked, path=(*path, name), where=where, ids=ids)
        if linked == claim.id:
            cure = f"Remove the {name} or name another claim."
            check.fault((*path, name), where=where, reason=f"it {name.replace('_', ' ')} itself", cure=cure)


def _argument_paths(claim: Claim) -> Iterator[tuple[Path, Argument]]:
    objects = 0
    for role, argument in claim.arguments():
        if role == "object":
            yield ("objects", objects), argument
            objects += 1
        elif role == "whole":
            yield ("quantity", "of"), argument
        else:
            yield (role,), argument


def _check_relation(check: Checking, *, claim: Claim, path: Path) -> None:
    where = f"claim {claim.id}"
    relation = check.ontology.relations.get(claim.relation)
    if relation is None:
        allowed = check.ontology.relations
        not_in(
            check, value=claim.relation, of="relation", allowed=allowed, path=(*path, "relation"), where=where
        )
        return
    values = [a for a in claim.objects if a.value is not None]
    given = {
        "value": bool(values),
        "objects": len(claim.objects) > len(values),
        "quantity": claim.quantity is not None,
        "time": claim.time is not None,
    }
    extra = [name for name in ("value", "objects") if given[name] and name not in relation.takes]
    if extra or (not any(given[name] for name in relation.takes) and relation.takes):
        takes = " or ".join(sorted(relation.takes)) or "nothing"
        check.fault(
            (*path, "objects") if claim.objects else (*path, "relation"),
            where=where,
            reason=f"the relation {claim.relation} takes {takes}",
            cure="Give it that: `objects:` (entity, claim, proposition or value), `quantity:` or `time:`.",
        )
    if len(values) > 1:
        cure = "Make one claim for each."
        check.fault((*path, "objects"), where=where, reason="it has more than one plain value", cure=cure)
    if claim.relation == "verifiedUnder":
        _check_verification(check, claim=claim, path=path)
    elif claim.outcome is not None:
        cure = "Remove it, or use the relation verifiedUnder."
        check.fault(
            (*path, "outcome"), where=where, reason="only verification claims have an outcome", cure=cure
        )


def _check_verification(check: Checking, *, claim: Claim, path: Path) -> None:
    where = f"claim {claim.id}"
    for argument in claim.objects:
        if argument.entity in check.file.entities and not check.is_a(
            argument.entity or "", "ReportingStandard"
        ):
            check.fault(
                (*path, "objects"),
                where=where,
                reason=f"{argument.entity} is not a ReportingStandard",
                cure="Name the standard under which the claim is or is not verified.",
            )


def _check_argument(
    check: Checking, *, argument: Argument, path: Path, where: str, quote: Span | None, ids: Mapping[str, int]
) -> None:
    check.find(argument, path=path, where=where, inside=quote)
    if argument.antecedent is not None:
        check.find(argument.antecedent, path=(*path, "antecedent"), where=where)
    if argument.entity is not None:
        check_key(check, key=argument.entity, wanted=None, path=path, where=where)
    for claim_id in (argument.claim, argument.proposition):
        if claim_id is not None:
            check_id(check, claim_id=claim_id, path=path, where=where, ids=ids)


def _check_quantity(
    check: Checking, *, quantity: Quantity, path: Path, where: str, quote: Span | None
) -> None:
    span = check.find(quantity, path=path, where=where, inside=quote)
    if span is not None and quote is not None and not quote.holds(span):
        cure = "Take a longer quote, or the words of the quote."
        check.fault(path, where=where, reason=f"{quantity.words!r} is not in the quote", cure=cure)
    numbers = numbers_in(quantity.words)
    for number in (quantity.value, quantity.upper) if span is not None else ():
        if number is not None and number not in numbers:
            said = ", ".join(f"{n:f}" for n in sorted(numbers)) or "no number"
            cure = f"The words say {said}."
            check.fault(
                path, where=where, reason=f"{number:f} is not what {quantity.words!r} says", cure=cure
            )
    if measure_of(quantity.unit, ontology=check.ontology) is None:
        allowed = check.ontology.units
        not_in(check, value=quantity.unit, of="unit", allowed=allowed, path=(*path, "unit"), where=where)


def _check_time(check: Checking, *, time: Time, path: Path, where: str, quote: Span | None) -> None:
    check.find(time, path=path, where=where, inside=quote)
    check_edtf(check, edtf=time.edtf, path=path, where=where)


def _check_attribution(check: Checking, *, claim: Claim, path: Path, quote: Span | None) -> None:
    attribution, where = claim.attribution, f"claim {claim.id}"
    if attribution.words is not None:
        evidence = Evidence(words=attribution.words, at=attribution.at)
        check.find(evidence, path=path, where=where, inside=quote)
    for agent in attribution.agents:
        check_key(check, key=agent, wanted="Agent", path=path, where=where)
    if attribution.document is not None:
        check_key(check, key=attribution.document, wanted="SourceDocument", path=path, where=where)
    if attribution.kind in {"narrator", "editorial"} and check.file.article.publisher is None:
        cure = "Name the publisher under `article:`."
        check.fault(path, where=where, reason="it is the publisher's, and the article has none", cure=cure)
