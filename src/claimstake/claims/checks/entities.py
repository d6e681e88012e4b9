"""Check what a claims file says of its article and of the things it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.claims.checks.checking import Checking, check_edtf, check_key, not_in
from claimstake.errors import InputError
from claimstake.iris import expand
from claimstake.reference import is_described
from claimstake.vocab import ID, STAKE

if TYPE_CHECKING:
    from claimstake.claims.document import Path


def check_article(check: Checking) -> None:
    """Check the date, the publisher, the citations and the sections of the article."""
    article, where = check.file.article, "the article"
    if article.published is not None:
        check_edtf(check, edtf=article.published, path=("article", "published"), where=where)
    keys = [("publisher", key, "Agent") for key in (article.publisher,) if key is not None]
    keys += [("cites", key, "SourceDocument") for key in article.cites]
    for name, key, wanted in keys:
        check_key(check, key=key, wanted=wanted, path=("article", name), where=where)
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


def check_entities(check: Checking) -> None:
    """Check the class, the name, the IRI and the links of every entity."""
    lists = {"Agreement": "agreement-kind", "Constraint": "constraint-kind"}
    named: dict[tuple[str, str], str] = {}
    for key, entity in check.file.entities.items():
        path, where = ("entities", key), f"entity {key}"
        if entity.type not in check.ontology.classes:
            not_in(
                check,
                value=entity.type,
                of="class",
                allowed=check.ontology.classes,
                path=(*path, "type"),
                where=where,
            )
            continue
        if entity.iri is not None:
            _check_iri(check, iri=entity.iri, path=(*path, "iri"), where=where)
        if entity.kind is not None:
            allowed = [
                n
                for c, scheme in lists.items()
                if check.is_a(key, c)
                for n in check.ontology.value_lists[scheme]
            ]
            if entity.kind not in allowed:
                not_in(
                    check, value=entity.kind, of="kind", allowed=allowed, path=(*path, "kind"), where=where
                )
        identity = (entity.type, " ".join(entity.label.casefold().split()))
        if entity.iri is None and named.setdefault(identity, key) != key:
            cure = "Make them one entity, or give them labels that tell them apart."
            check.fault(
                path, where=where, reason=f"it has the type and the label of {named[identity]}", cure=cure
            )
        links: list[tuple[str, str, str | None]] = [("concerns", k, "Commodity") for k in entity.concerns]
        links += [("acts_for", k, "State") for k in (entity.acts_for,) if k is not None]
        links += [("requires_approval_from", k, "Agent") for k in entity.requires_approval_from]
        links += [("constrains", k, None) for k in entity.constrains]
        links += [("possibly_same", k, None) for k in entity.possibly_same]
        for name, linked, wanted in links:
            check_key(check, key=linked, wanted=wanted, path=(*path, name), where=where)


def _check_iri(check: Checking, *, iri: str, path: Path, where: str) -> None:
    try:
        full = expand(iri)
    except InputError as error:
        check.fault(path, where=where, reason=error.problem, cure=error.cure)
        return
    if full.startswith((ID, STAKE.iri)) and not is_described(full):
        cure = "Take one that it has, or leave the IRI out: the thing then gets one of its own."
        check.fault(path, where=where, reason=f"the lexicon has no {iri}", cure=cure)
