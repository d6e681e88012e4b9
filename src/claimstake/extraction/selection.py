"""Choose among drafts that say the same thing twice, and drop those that say too little."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality, Stance
from claimstake.ontology_terms import Takes, read_ontology

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimstake.drafts.model import Draft, Filler
    from claimstake.drafts.reading import Reading


def selected(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the drafts that become claims, in the order of the text.

    With their references to each other moved.
    """
    order = sorted(
        range(len(drafts)), key=lambda n: (drafts[n].sentence, drafts[n].quote.start, drafts[n].quote.end, n)
    )
    kept: list[int] = []
    seen: dict[tuple[object, ...], int] = {}
    known: set[tuple[object, ...]] = set()
    for n in order:
        draft = drafts[n]
        if not _says_enough(draft) or _is_covered(draft, n, drafts) or _is_inner_or_outer(draft, n, drafts):
            continue
        about = _about(draft)
        if draft.modality is Modality.PRESUPPOSED and about in known:
            continue
        known.add(about)
        key = _content(draft)
        if key not in seen:
            seen[key] = n
            kept.append(n)
    place = {n: i for i, n in enumerate(kept)}
    return [
        replace(drafts[n], subject=_moved(drafts[n].subject, drafts, place))
        if drafts[n].subject.about is not None
        else drafts[n]
        for n in kept
    ]


# Relations whose object is what somebody does, with the relations that say the same with less.
_OUTER = {"hasGoal", "plans", "canCause", "underPressureTo", "requires", "accusedOf", "promises", "usedFor"}
_HARMS = {"threatens", "hinders", "undermines", "causes", "leadsTo"}
# Relations that hold their own inside an act: "the estimate must be reported under the code".
_KEPT = {"verifiedUnder", "reportsUnder", "hasTonnage", "hasGrade", "hasEstimatedValue"}
_WEAK = {
    "symbolizes", "underscores", "increases", "reduces", "supports", "canAssure", "leadsTo", "causes",
    "hinders", "undermines", "operates", "evaluatedAs", "constrainedBy", "requires", "dependsOn", "dominates",
    "possessesResource",
}  # fmt: skip


def _is_inner_or_outer(draft: Draft, n: int, drafts: Sequence[Draft]) -> bool:
    """Tell whether a draft says less than one about the same act: "plans to build" is `builds`.

    Not `plans`.
    """
    for m, other in enumerate(drafts):
        if m == n or other.sentence != draft.sentence or draft.clause is None or other.clause is None:
            continue
        if _contains(other, draft) and other.quantity is not None and other.quantity == draft.quantity:
            return True
        if draft.relation in _OUTER and _contains(draft, other) and _gives_way(draft, other):
            return True
        inside = draft.relation not in _KEPT and other.relation in _OUTER and _contains(other, draft)
        # What a noun takes for granted holds beside the act ("plans to cut its reliance on China"), and so
        # does what a condition supposes.
        aside = draft.modality is Modality.PRESUPPOSED or draft.stance is Stance.SUPPOSES
        if inside and not _gives_way(other, draft) and not aside:
            return True
    return False


def _contains(outer: Draft, inner: Draft) -> bool:
    """Tell whether the object of one draft is the act that the other is about."""
    return (
        any(o.is_act and o.span.start <= inner.act <= o.span.end for o in outer.objects)
        and outer.act < inner.act
    )


def _gives_way(outer: Draft, inner: Draft) -> bool:
    denied = outer.relation == "accusedOf" and outer.stance is Stance.DENIES
    if inner.relation in _OUTER or not (denied or outer.relation in {"plans", "hasGoal", "promises"}):
        return False
    # What is no wrong is denied for itself: "denied buying the mine".
    if denied and inner.relation in _HARMS:
        return False
    # A time limit of the act itself says less than the aim: "aims to open the port by 2028".
    if inner.relation == "hasDeadline" and inner.subject.is_act:
        return False
    same = inner.subject.span.overlaps(outer.subject.span)
    return same and (inner.relation not in _WEAK or inner.quantity is not None)


# Relations that noun phrases repeat in other words: "its mineral reserves", "its mineral wealth".
_BY_SUBJECT = {"possessesResource"}


def _about(draft: Draft) -> tuple[object, ...]:
    """Give what a draft says, apart from where."""

    def name(filler: Filler) -> object:
        if filler.about is not None:
            return filler.about
        said = filler.mention.label if filler.mention is not None else filler.value
        return said.casefold().replace("’", "'") if isinstance(said, str) else said

    if draft.relation in _BY_SUBJECT and draft.modality is Modality.PRESUPPOSED:
        return (draft.relation, name(draft.subject))

    return (
        draft.relation,
        name(draft.subject),
        tuple(sorted(str(name(o)) for o in draft.objects)),
        draft.quantity and (draft.quantity.value, draft.quantity.unit),
    )


def _moved(filler: Filler, drafts: Sequence[Draft], place: Mapping[int, int]) -> Filler:
    """Point at the claim that a draft became; where it became none, at the thing that it is about."""
    assert filler.about is not None  # noqa: S101 - asked for before
    if filler.about in place:
        return replace(filler, about=place[filler.about])
    mention = drafts[filler.about].subject.mention
    return replace(filler, about=None, mention=mention)


def _is_covered(draft: Draft, n: int, drafts: Sequence[Draft]) -> bool:
    """Tell whether another draft says the same and more: the same relation with more parties or an amount."""
    for m, other in enumerate(drafts):
        if m == n or other.sentence != draft.sentence:
            continue
        if draft.relation == "possessesResource" and _is_estimate_of(other, draft):
            return True
        if other.relation != draft.relation:
            continue
        if not other.subject.span.overlaps(draft.subject.span) or draft.rule == other.rule:
            continue
        mine, theirs = {o.span for o in draft.objects}, {o.span for o in other.objects}
        more = len(theirs) > len(mine) or (draft.quantity is None and other.quantity is not None)
        covers = all(any(a.overlaps(b) for b in theirs) for a in mine)
        if covers and (more or (len(theirs) == len(mine) and m < n and draft.quantity == other.quantity)):
            return True
    return False


def _is_estimate_of(estimate: Draft, draft: Draft) -> bool:
    """Tell whether a draft says how much there is of what another only says is there."""
    if estimate.relation not in {"hasEstimatedValue", "hasTonnage"}:
        return False
    return any(o.span.overlaps(estimate.subject.span) for o in draft.objects)


def _content(draft: Draft) -> tuple[object, ...]:
    return (
        draft.sentence,
        draft.relation,
        draft.subject.span,
        draft.subject.about,
        tuple((o.span, o.value) for o in draft.objects),
        draft.quantity and (draft.quantity.start, draft.quantity.end),
    )


def _says_enough(draft: Draft) -> bool:
    if draft.quote.start >= draft.quote.end or not _has_what_its_relation_takes(draft):
        return False
    if _is_own_amount(draft) or any(_is_empty(o) for o in draft.objects):
        return False
    return all(o.mention is None or o.mention.span != draft.subject.span for o in draft.objects)


# Words for a day, which no relation is to, and pronouns that nothing is found for.
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_UNRESOLVED = {"it", "them"}


def _is_empty(filler: Filler) -> bool:
    """Tell whether words only say when, or refer to what is not known."""
    if filler.mention is None or filler.antecedent is not None:
        return False
    words = filler.mention.label.casefold()
    return words in _UNRESOLVED or words.rsplit(" ", 1)[-1] in _DAYS


def _is_own_amount(draft: Draft) -> bool:
    """Tell whether a subject is only the amount that is said of it: "28 grams" in "28 grams per tonne"."""
    amount, span = draft.quantity, draft.subject.span
    if amount is None or draft.relation == "usedFor":
        return False
    return amount.start <= span.start and span.end <= amount.end


def _has_what_its_relation_takes(draft: Draft) -> bool:
    """Tell whether a draft has an argument of a form that its relation takes, and none of another."""
    relation = read_ontology().relations[draft.relation]
    values = sum(o.value is not None for o in draft.objects)
    given = {
        Takes.VALUE: values > 0,
        Takes.OBJECTS: len(draft.objects) > values,
        Takes.QUANTITY: draft.quantity is not None,
        Takes.TIME: draft.time is not None,
    }
    wrong = any(given[form] and form not in relation.takes for form in (Takes.VALUE, Takes.OBJECTS))
    return not wrong and any(given[form] for form in relation.takes)
