"""Make drafts of the pairs to which the classifier gives a relation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from claimstake.classifier.model import read_weights
from claimstake.classifier.pairs import Sort
from claimstake.classifier.scoring import scored_pairs
from claimstake.closed_lists import Certainty, Modality
from claimstake.detectors.context import drafted
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.forward import clause_between, kind_of, put_forward, standing_of
from claimstake.drafts.model import Filler
from claimstake.drafts.participants import value_span
from claimstake.frames import read_frames
from claimstake.frames.predications import governing
from claimstake.ontology_terms import Takes, read_ontology
from claimstake.statements.model import Form, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.classifier.model import Weights
    from claimstake.classifier.pairs import Pair
    from claimstake.classifier.scoring import Scored
    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Token
    from claimstake.statements.model import Clause

RULE = "classifier"
# What the detector decides alone, since it sees the outcome too.
_LEFT_TO_DETECTORS = {"verifiedUnder"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What is found of one relation of one subject: its objects with their fillers, amounts and times."""

    subject: Filler
    objects: tuple[tuple[Scored, Filler], ...]
    amounts: tuple[Scored, ...]
    times: tuple[Scored, ...]


def classified_drafts(
    reading: Reading, read: ReadSentence, drafts: Sequence[Draft], *, weights: Weights | None = None
) -> Iterator[Draft]:
    """Give drafts of what the classifier finds in a sentence, the rules' own claims among them.

    Args:
        reading: The article.
        read: The sentence.
        drafts: What rules and detectors made of the sentence.
        weights: Other weights than those of the package.
    """
    weights = weights or read_weights()
    groups: dict[tuple[int, str], list[Scored]] = {}
    for scored in scored_pairs(reading, read, drafts, weights=weights):
        if scored.relation not in _LEFT_TO_DETECTORS:
            groups.setdefault((scored.pair.subject.token.i, scored.relation), []).append(scored)
    for (_, relation), group in groups.items():
        found = _found(reading, read, group) if any(scored.is_sure for scored in group) else None
        if found is not None:
            yield from _drafts(reading, read, found, alone=relation in weights.alone)


def _found(reading: Reading, read: ReadSentence, group: Sequence[Scored]) -> _Found | None:
    subject = filler_of(reading, read.sentence, group[0].pair.subject.token)
    if subject is None:
        return None
    takes = read_ontology().relations[group[0].relation].takes
    objects = [
        (scored, filler)
        for scored in group
        if scored.pair.other.sort not in {Sort.QUANTITY, Sort.TIME}
        and (filler := _filler(reading, read, scored)) is not None
        and not filler.span.overlaps(subject.span)
    ]
    return _Found(
        subject=subject,
        objects=tuple(objects),
        amounts=_of_sort(group, Sort.QUANTITY) if Takes.QUANTITY in takes else (),
        times=_of_sort(group, Sort.TIME) if Takes.TIME in takes else (),
    )


def _filler(reading: Reading, read: ReadSentence, scored: Scored) -> Filler | None:
    token = scored.pair.other.token
    takes = read_ontology().relations[scored.relation].takes
    if Takes.VALUE in takes:
        span = value_span(read.sentence, token)
        return Filler(span=span, value=reading.naming.label_of(span))
    return filler_of(reading, read.sentence, token) if Takes.OBJECTS in takes else None


def _of_sort(group: Sequence[Scored], sort: Sort) -> tuple[Scored, ...]:
    return tuple(scored for scored in group if scored.pair.other.sort is sort)


def _drafts(reading: Reading, read: ReadSentence, found: _Found, *, alone: bool) -> Iterator[Draft]:
    """Give the drafts of one relation of one subject, each amount with the object nearest to it."""
    sure = [o for o in found.objects if o[0].is_sure]
    amounts = [a for a in found.amounts if a.is_sure]
    if not sure and amounts and found.objects:
        # The amount makes the claim; the likeliest object completes it.
        sure = [max(found.objects, key=lambda o: o[0].probability)]
    if not sure:
        for amount in amounts if alone else ():
            yield _draft(reading, read, found, [amount], (), amount)
        for time in [t for t in found.times if t.is_sure][:1]:
            yield _draft(reading, read, found, [time], (), None)
        return
    relation = sure[0][0].relation
    sets = (
        [([scored for scored, _ in sure], tuple(filler for _, filler in sure))]
        if relation in _joining()
        else [([scored], (filler,)) for scored, filler in sure]
    )
    free = list(found.amounts)
    for scored, fillers in sets:
        near = min(free, key=lambda a: _distance(a, scored[0]), default=None)
        if near is not None:
            free.remove(near)
        yield _draft(reading, read, found, scored, fillers, near)


@cache
def _joining() -> frozenset[str]:
    return frozenset(frame.relation for frame in read_frames().all if frame.join)


def _distance(one: Scored, other: Scored) -> tuple[bool, int]:
    a, b = one.pair.other.token, other.pair.other.token
    return a.head != b.i and b.head != a.i, abs(a.i - b.i)


def _draft(
    reading: Reading,
    read: ReadSentence,
    found: _Found,
    scored: Sequence[Scored],
    objects: tuple[Filler, ...],
    amount: Scored | None,
) -> Draft:
    relation = scored[0].relation
    token = _turning(read, scored[0].pair)
    clause = _clause(read, token)
    if clause is not None and clause.form is Form.VERB:
        clause = clause_between(read, scored[0].pair.subject.token, scored[0].pair.other.token) or clause
    standing = standing_of(read, clause) if clause is not None else Standing()
    plain = standing.modality in {Modality.ASSERTED, Modality.REPORTED}
    if relation == "hasGoal" and plain:
        standing = replace(standing, modality=Modality.INTENTION, certainty=Certainty.UNDERSPECIFIED)
    draft = drafted(
        reading,
        read,
        token,
        relation=relation,
        kind=_kinds()[relation],
        rule=RULE,
        subject=found.subject,
        objects=objects,
        quantity=amount.pair.other.quantity if amount is not None else None,
        standing=standing if clause is not None else None,
    )
    kind = draft.kind
    if clause is not None:
        draft = replace(draft, modality=put_forward(clause, standing, draft.source, relation))
        kind = kind_of(kind, relation, stance=draft.stance, modality=draft.modality, clause=clause)
    time = found.times[0].pair.other.time if found.times else draft.time
    likeliest = max(s.probability for s in (*scored, *([amount] if amount is not None else ())))
    return replace(draft, kind=kind, time=time, confidence=Decimal(f"{likeliest:.2f}"))


def _turning(read: ReadSentence, pair: Pair) -> Token:
    """Give the word that a pair turns on: the one above both, or one on the way between them."""
    ends = {pair.subject.token.i, pair.other.token.i}
    way = (pair.path.top, *pair.path.up[::-1], *pair.path.down)
    return read.sentence.tokens[next((i for i in way if i not in ends), pair.other.token.i)]


def _clause(read: ReadSentence, token: Token) -> Clause | None:
    """Give the clause of a word; for a noun or an adjective, a clause that turns on it."""
    by_head = {clause.head: clause for clause in read.clauses}
    above = governing(read.sentence, token, by_head)
    if above is None or above.head == token.i:
        return above
    form = {"ADJ": Form.ADJECTIVE, "NOUN": Form.NOUN, "PROPN": Form.NOUN}.get(token.pos)
    if form is None:
        return above
    return replace(above, head=token.i, form=form, arguments={}, parent=above.head, link=token.dep)


@cache
def _kinds() -> dict[str, str]:
    """Give the kind of claim that each relation makes: that of its first frame, or the ontology's."""
    kinds = {
        name: min(relation.claim_kinds, default="relation")
        for name, relation in read_ontology().relations.items()
    }
    return kinds | {frame.relation: frame.kind for frame in reversed(read_frames().all)}
