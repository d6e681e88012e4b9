"""Check a claims file against its article and the ontology: everything that is wrong, in one go.

The order of the faults is that of the file. Nothing here stops at the first fault, so each check has to do
without what an earlier one found missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from claimstake.claims.checked import CheckedClaims
from claimstake.claims.document import Path
from claimstake.claims.evidence import NotFound, Span, find_words
from claimstake.claims.schema import Argument, Claim, ClaimsFile, Evidence, Quantity, Section, Time
from claimstake.errors import InputError
from claimstake.iris import expand
from claimstake.ontology_terms import Ontology
from claimstake.quantities import numbers_in
from claimstake.times import bounds_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong in a claims file.

    Args:
        path: Where in the file, such as `("claims", 3, "quote")`.
        where: The claim, entity or part that has the fault, in words.
        reason: What is wrong.
        cure: What to change.
    """

    path: Path
    where: str
    reason: str
    cure: str


@dataclass(slots=True, kw_only=True)
class _Check:
    """What the checks of one file share: the input, and what they find."""

    file: ClaimsFile
    text: str
    ontology: Ontology
    left_out: frozenset[str]
    spans: dict[Path, Span] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, path: Path, *, where: str, reason: str, cure: str) -> None:
        self.faults.append(Fault(path=path, where=where, reason=reason, cure=cure))

    def find(self, evidence: Evidence, *, path: Path, where: str, inside: Span | None = None) -> Span | None:
        try:
            span = find_words(self.text, words=evidence.words, at=evidence.at, inside=inside)
        except NotFound as error:
            self.fault(path, where=where, reason=error.reason, cure=error.cure)
            return None
        self.spans[path] = span
        return span

    def is_a(self, key: str, name: str) -> bool:
        """Tell whether an entity's class is the named one or below it."""
        type_name = self.file.entities[key].type
        known = self.ontology.classes.get(type_name)
        return known is not None and (type_name == name or name in known.superclasses)


def check_claims(
    file: ClaimsFile, *, text: str, ontology: Ontology, left_out: frozenset[str] = frozenset()
) -> tuple[CheckedClaims, tuple[Fault, ...]]:
    """Check a claims file.

    Args:
        file: The claims file.
        text: The text of its article.
        ontology: The terms that the file may use.
        left_out: Ids and keys that the file has but that could not be read: references to them are no fault.

    Returns:
        The claims with their evidence found, good to use only where there is no fault; and the faults.
    """
    check = _Check(file=file, text=text, ontology=ontology, left_out=left_out)
    _check_article(check)
    _check_entities(check)
    ids = _check_ids(check)
    for i, claim in enumerate(file.claims):
        _check_claim(check, claim=claim, path=("claims", i), ids=ids)
    _check_said_once(check)
    _check_statements(check, ids=ids)
    return CheckedClaims(file=file, text=text, spans=check.spans), tuple(check.faults)


def _check_article(check: _Check) -> None:
    article, where = check.file.article, "the article"
    if article.published is not None:
        _check_edtf(check, edtf=article.published, path=("article", "published"), where=where)
    keys = [("publisher", key, "Agent") for key in (article.publisher,) if key is not None]
    keys += [("cites", key, "SourceDocument") for key in article.cites]
    for name, key, wanted in keys:
        _check_key(check, key=key, wanted=wanted, path=("article", name), where=where)
    end = 0
    for i, section in enumerate(article.sections):
        if not end <= section.start < section.end <= len(check.text):
            check.fault(
                ("article", "sections", i),
                where=where,
                reason=f"the section {section.section} from {section.start} to {section.end} is out of place",
                cure=f"List sections in order, apart from each other, within 0 to {len(check.text)}.",
            )
        end = max(end, section.end)


def _check_entities(check: _Check) -> None:
    lists = {"Agreement": "agreement-kind", "Constraint": "constraint-kind"}
    for key, entity in check.file.entities.items():
        path, where = ("entities", key), f"entity {key}"
        if entity.type not in check.ontology.classes:
            _not_in(
                check,
                value=entity.type,
                of="class",
                allowed=check.ontology.classes,
                path=(*path, "type"),
                where=where,
            )
            continue
        if entity.iri is not None:
            try:
                expand(entity.iri)
            except InputError as error:
                check.fault((*path, "iri"), where=where, reason=error.problem, cure=error.cure)
        if entity.kind is not None:
            allowed = [
                n
                for c, scheme in lists.items()
                if check.is_a(key, c)
                for n in check.ontology.value_lists[scheme]
            ]
            if entity.kind not in allowed:
                _not_in(
                    check, value=entity.kind, of="kind", allowed=allowed, path=(*path, "kind"), where=where
                )
        links = [("concerns", k, "Commodity") for k in entity.concerns]
        links += [("acts_for", k, "State") for k in (entity.acts_for,) if k is not None]
        links += [("requires_approval_from", k, "Agent") for k in entity.requires_approval_from]
        links += [("constrains", k, None) for k in entity.constrains]
        links += [("possibly_same", k, None) for k in entity.possibly_same]
        for name, linked, wanted in links:
            _check_key(check, key=linked, wanted=wanted, path=(*path, name), where=where)


def _check_ids(check: _Check) -> Mapping[str, int]:
    ids: dict[str, int] = {}
    for i, claim in enumerate(check.file.claims):
        if claim.id in ids:
            check.fault(
                ("claims", i, "id"),
                where=f"claim {claim.id}",
                reason="another claim has this id too",
                cure="Give each claim an id of its own.",
            )
        ids.setdefault(claim.id, i)
    return ids


def _check_claim(check: _Check, *, claim: Claim, path: Path, ids: Mapping[str, int]) -> None:
    where = f"claim {claim.id}"
    quote = check.find(Evidence(words=claim.quote, at=claim.at), path=path, where=where)
    if claim.kind not in check.ontology.value_lists["claim-kind"]:
        allowed = check.ontology.value_lists["claim-kind"]
        _not_in(check, value=claim.kind, of="claim kind", allowed=allowed, path=(*path, "kind"), where=where)
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
            _check_id(check, claim_id=condition.claim, path=part, where=where, ids=ids)
        if condition.requirement is not None:
            _check_key(check, key=condition.requirement, wanted="ApprovalRequirement", path=part, where=where)
    links = [("restates", c) for c in (claim.restates,) if c is not None]
    links += [("variant_of", c) for c in claim.variant_of] + [("contradicts", c) for c in claim.contradicts]
    for name, linked in links:
        _check_id(check, claim_id=linked, path=(*path, name), where=where, ids=ids)
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


def _check_relation(check: _Check, *, claim: Claim, path: Path) -> None:
    where = f"claim {claim.id}"
    relation = check.ontology.relations.get(claim.relation)
    if relation is None:
        allowed = check.ontology.relations
        _not_in(
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
    if extra or not any(given[name] for name in relation.takes) and relation.takes:
        takes = " or ".join(sorted(relation.takes)) or "nothing"
        check.fault(
            (*path, "objects") if claim.objects else (*path, "relation"),
            where=where,
            reason=f"the relation {claim.relation} takes {takes}",
            cure="Give it that: `objects:` with entity, claim, proposition or value; `quantity:`; or `time:`.",
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


def _check_verification(check: _Check, *, claim: Claim, path: Path) -> None:
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
    check: _Check, *, argument: Argument, path: Path, where: str, quote: Span | None, ids: Mapping[str, int]
) -> None:
    check.find(argument, path=path, where=where, inside=quote)
    if argument.antecedent is not None:
        check.find(argument.antecedent, path=(*path, "antecedent"), where=where)
    if argument.entity is not None:
        _check_key(check, key=argument.entity, wanted=None, path=path, where=where)
    for claim_id in (argument.claim, argument.proposition):
        if claim_id is not None:
            _check_id(check, claim_id=claim_id, path=path, where=where, ids=ids)


def _check_quantity(check: _Check, *, quantity: Quantity, path: Path, where: str, quote: Span | None) -> None:
    span = check.find(quantity, path=path, where=where, inside=quote)
    if span is not None and quote is not None and not quote.holds(span):
        cure = "Take a longer quote, or the words of the quote."
        check.fault(path, where=where, reason=f"{quantity.words!r} is not in the quote", cure=cure)
    numbers = numbers_in(quantity.words)
    for number in (quantity.value, quantity.upper):
        if number is not None and number not in numbers:
            said = ", ".join(f"{n:f}" for n in sorted(numbers)) or "no number"
            cure = f"The words say {said}."
            check.fault(
                path, where=where, reason=f"{number:f} is not what {quantity.words!r} says", cure=cure
            )
    if quantity.unit not in check.ontology.units and not _is_currency(quantity.unit):
        allowed = check.ontology.units
        _not_in(check, value=quantity.unit, of="unit", allowed=allowed, path=(*path, "unit"), where=where)


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper()


def _check_time(check: _Check, *, time: Time, path: Path, where: str, quote: Span | None) -> None:
    check.find(time, path=path, where=where, inside=quote)
    _check_edtf(check, edtf=time.edtf, path=path, where=where)


def _check_edtf(check: _Check, *, edtf: str, path: Path, where: str) -> None:
    try:
        bounds_of(edtf)
    except InputError as error:
        check.fault(path, where=where, reason=error.problem, cure=error.cure)


def _check_attribution(check: _Check, *, claim: Claim, path: Path, quote: Span | None) -> None:
    attribution, where = claim.attribution, f"claim {claim.id}"
    if attribution.words is not None:
        evidence = Evidence(words=attribution.words, at=attribution.at)
        check.find(evidence, path=path, where=where, inside=quote)
    for agent in attribution.agents:
        _check_key(check, key=agent, wanted="Agent", path=path, where=where)
    if attribution.document is not None:
        _check_key(check, key=attribution.document, wanted="SourceDocument", path=path, where=where)
    if attribution.kind in {"narrator", "editorial"} and check.file.article.publisher is None:
        cure = "Name the publisher under `article:`."
        check.fault(path, where=where, reason="it is the publisher's, and the article has none", cure=cure)


def _check_said_once(check: _Check) -> None:
    first: dict[tuple[object, ...], str] = {}
    for i, claim in enumerate(check.file.claims):
        span = check.spans.get(("claims", i))
        content = claim.model_dump(
            include={
                "kind",
                "subject",
                "relation",
                "objects",
                "quantity",
                "attribution",
                "stance",
                "certainty",
                "modality",
            }
        )
        said = (span, repr(content))
        if span is not None and said in first:
            check.fault(
                ("claims", i),
                where=f"claim {claim.id}",
                reason=f"it says what claim {first[said]} says, in the same words",
                cure="Remove one of the two.",
            )
        first.setdefault(said, claim.id)


def _check_statements(check: _Check, *, ids: Mapping[str, int]) -> None:
    for i, statement in enumerate(check.file.statements):
        path, where = ("statements", i), f"statement {statement.id}"
        quote = check.find(Evidence(words=statement.quote, at=statement.at), path=path, where=where)
        for j, argument in enumerate(statement.arguments):
            part = (*path, "arguments", j)
            check.find(argument, path=part, where=where, inside=quote)
            if argument.entity is not None:
                _check_key(check, key=argument.entity, wanted=None, path=part, where=where)
        for claim_id in statement.claims:
            _check_id(check, claim_id=claim_id, path=(*path, "claims"), where=where, ids=ids)


def _check_key(check: _Check, *, key: str, wanted: str | None, path: Path, where: str) -> None:
    if key in check.left_out:
        return
    if key not in check.file.entities:
        _not_in(
            check, value=key, of="entity of this file", allowed=check.file.entities, path=path, where=where
        )
    elif (
        wanted is not None
        and check.file.entities[key].type in check.ontology.classes
        and not check.is_a(key, wanted)
    ):
        reason = f"{key} is of type {check.file.entities[key].type}, not {wanted}"
        check.fault(path, where=where, reason=reason, cure="Name another entity, or change its type.")


def _check_id(check: _Check, *, claim_id: str, path: Path, where: str, ids: Mapping[str, int]) -> None:
    if claim_id not in ids and claim_id not in check.left_out:
        _not_in(check, value=claim_id, of="claim of this file", allowed=ids, path=path, where=where)


def _not_in(check: _Check, *, value: str, of: str, allowed: Iterable[str], path: Path, where: str) -> None:
    from difflib import get_close_matches

    names = sorted(allowed)
    close = get_close_matches(value, names, n=3, cutoff=0.6) or names[:8]
    cure = f"Did you mean {' or '.join(close)}?" if close else "There is none to choose from."
    check.fault(path, where=where, reason=f"{value} is no {of}", cure=cure)


def section_of(file: ClaimsFile, *, span: Span) -> Section:
    """Give the section of the article that a span begins in; body where none is listed."""
    for section in file.article.sections:
        if section.start <= span.start < section.end:
            return section.section
    return Section.BODY
