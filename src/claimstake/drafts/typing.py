"""Make drafts of the frames that hold in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.attribution import source_of
from claimstake.closed_lists import Certainty, Modality, Stance
from claimstake.drafts.amounts import amount_of_object
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.forward import is_future, is_planned_amount, kind_of, put_forward, standing_of
from claimstake.drafts.model import Draft, Filler
from claimstake.drafts.participants import participants
from claimstake.frames import match_frames
from claimstake.frames.predications import governing
from claimstake.mentions import Span, core_span
from claimstake.statements.model import Form, Standing
from claimstake.statements.wording import read_wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.frames import Frames, Match
    from claimstake.sentences import Sentence, Token
    from claimstake.statements import Clause
    from claimstake.times import FoundTime

_SINGLE = ("origin", "destination", "recipient", "means", "purpose")
# What gets no money, and is bought with it: "$600 million for a stake".
_NO_RECIPIENTS = {"StateOfAffairs", "Commodity", "EconomicAggregate", "Quantity"}
_BORROWERS = {"State", "Government", "Organization", "Person", "AgentGroup"}


def framed_drafts(reading: Reading, read: ReadSentence, frames: Frames) -> Iterator[Draft]:
    """Give a draft for each frame that holds in a sentence, and for each of its subjects and objects."""
    matches, _ = match_frames(
        read.sentence, read.clauses, frames=frames, naming=reading.naming, quantities=read.quantities
    )
    for match in matches:
        yield from _drafts(reading, read, match)


def _drafts(reading: Reading, read: ReadSentence, match: Match) -> Iterator[Draft]:
    frame, clause, sentence = match.frame, match.clause, read.sentence
    standing = _manner(match, standing_of(read, clause))
    source = source_of(standing, sentence, context=reading.context, quotes=reading.quotes)
    modality = put_forward(clause, standing, source, frame.relation)
    if frame.relation == "evaluatedAs" and frame.by_subject and modality is Modality.REPORTED:
        modality = Modality.ASSERTED
    relation = frame.relation
    if (
        frame.done is not None
        and modality in {Modality.ASSERTED, Modality.REPORTED}
        and clause.token.tag in {"VBD", "VBN", "NN", "NNS"}
        and not is_future(clause)
    ):
        relation = frame.done
    singles = {
        role: filler_of(reading, sentence, sentence.tokens[match.fillers[role][0]])
        for role in _SINGLE
        if role in match.fillers
    }
    recipient = singles.pop("recipient", None)
    if recipient is not None and recipient.mention is not None and recipient.mention.type in _NO_RECIPIENTS:
        recipient = None
    time = time_of(read, clause, deadline="deadline" in frame.needs)
    if time is None and frame.needs & {"time", "deadline"}:
        return
    for subject, objects in participants(reading, match):
        yield Draft(
            relation=relation,
            kind=kind_of(
                "background" if frame.kind == "quantity" and match.quantity is None else frame.kind,
                relation,
                stance=standing.stance,
                modality=modality,
                clause=clause,
            ),
            rule=frame.id,
            quote=_quote(read, match, [subject, *objects, recipient, *singles.values()]),
            subject=subject,
            source=source,
            sentence=read.number,
            clause=clause.head,
            objects=objects,
            quantity=match.quantity or amount_of_object(read, match, relation),
            time=time,
            conditions=condition_spans(sentence, standing),
            stance=standing.stance,
            certainty=standing.certainty,
            modality=modality,
            act=clause.token.start,
            origin=singles.get("origin"),
            destination=singles.get("destination"),
            recipient=recipient or _borrower(relation, objects),
            means=singles.get("means"),
            purpose=singles.get("purpose"),
        )


# Certainty of what a frame puts forward in a manner of its own, where it names none.
_CERTAINTIES = {
    Modality.INTENTION: Certainty.UNDERSPECIFIED,
    Modality.ALLEGED: Certainty.UNDERSPECIFIED,
    Modality.EPISTEMIC: Certainty.PROBABLE,
}


def _manner(match: Match, standing: Standing) -> Standing:
    """Give the standing of a match: that of its clause, with what the frame and the fillers do to it."""
    frame, clause = match.frame, match.clause
    plain = standing.modality in {Modality.ASSERTED, Modality.REPORTED}
    not_granted = frame.modality != "presupposed"
    granted = frame.modality == "presupposed" and not standing.unnamed and not is_planned_amount(clause)
    if frame.modality is not None and (granted or frame.relation == "accusedOf" or (plain and not_granted)):
        modality = Modality(frame.modality)
        certainty = Certainty(frame.certainty) if frame.certainty else None
        standing = replace(
            standing, modality=modality, certainty=certainty or _CERTAINTIES.get(modality, Certainty.CERTAIN)
        )
        if frame.modality == "presupposed":
            standing = replace(standing, stance=Stance.AFFIRMS)
    if frame.denies:
        turned = Stance.DENIES if standing.stance is Stance.AFFIRMS else Stance.AFFIRMS
        standing = replace(standing, stance=turned)
    if (frame.by_subject and not clause.passive) or frame.relation == "accusedOf":
        standing = _of_accuser(standing, clause)
    hedge = _hedge(match)
    if hedge is not None and standing.certainty is Certainty.CERTAIN:
        standing = replace(standing, certainty=hedge, modality=Modality.EPISTEMIC)
    if standing.speaker is None and _is_only_said(match):
        standing = replace(standing, modality=Modality.REPORTED, unnamed=True)
    return standing


def _is_only_said(match: Match) -> bool:
    """Tell whether an amount is one that somebody gives: "for a reported $200 million"."""
    if match.quantity is None:
        return False
    before = [t for t in match.clause.sentence.tokens if t.end <= match.quantity.start][-1:]
    return bool(before) and before[0].lower in read_wording().only_said


def _borrower(relation: str, objects: Sequence[Filler]) -> Filler | None:
    """Give who gets the money of a loan: its object, unless that is what it is for."""
    if relation != "lends" or len(objects) != 1 or objects[0].mention is None:
        return None
    return objects[0] if objects[0].mention.type in _BORROWERS else None


def _of_accuser(standing: Standing, clause: Clause) -> Standing:
    """Make the claim that of who accuses or denies: the subject, or somebody unnamed."""
    if clause.form is not Form.VERB:
        return standing
    subject = clause.argument("subj")
    if subject is not None:
        return replace(standing, speaker=subject.i, says=clause.head)
    if clause.passive and standing.speaker is None:
        return replace(standing, unnamed=True, says=clause.head)
    return standing


_HEDGES = {"potential": Certainty.POSSIBLE, "possible": Certainty.POSSIBLE, "likely": Certainty.PROBABLE}


def _hedge(match: Match) -> Certainty | None:
    """Give the certainty that an adjective lends to an object: `a potential shift`."""
    sentence = match.clause.sentence
    for role in ("objects", "value"):
        for i in match.fillers.get(role, ())[:1]:
            for child in sentence.children(sentence.tokens[i], "amod"):
                if child.lemma in _HEDGES:
                    return _HEDGES[child.lemma]
    return None


def _quote(read: ReadSentence, match: Match, fillers: Sequence[Filler | None]) -> Span:
    """Give the shortest stretch that holds the predicate and all its arguments."""
    token = match.clause.token
    spans = [f.span for f in fillers if f is not None]
    start, end = min([token.start, *(s.start for s in spans)]), max([token.end, *(s.end for s in spans)])
    if match.quantity is not None:
        start, end = min(start, match.quantity.start), max(end, match.quantity.end)
    if match.clause.form is Form.NOUN:
        core = core_span(read.sentence, token)
        start, end = min(start, core.start), max(end, core.end)
    return Span(max(start, read.sentence.start), min(end, read.sentence.end))


def time_of(read: ReadSentence, clause: Clause, *, deadline: bool = False) -> FoundTime | None:
    """Give the time that a clause states for itself: not one inside another clause below it.

    Args:
        read: The sentence.
        clause: A clause in it.
        deadline: Whether only an end will do, as in `by 2028`.
    """
    if not read.times:
        return None
    sentence = read.sentence
    by_head = {c.head: c for c in read.clauses}
    candidates = []
    for time in read.times:
        if deadline and not time.is_deadline:
            continue
        tokens = sentence.at(time.start, time.end) or [
            t for t in sentence.tokens if t.start <= time.start < t.end
        ]
        if not tokens:
            continue
        holder = _holder(sentence, tokens[-1], by_head)
        if clause.form is Form.NOUN and any(
            t.i in {x.i for x in sentence.subtree(clause.token)} for t in tokens
        ):
            return time
        if holder is not None and holder.head in {clause.head, _verb_above(clause, by_head)}:
            candidates.append(time)
    return candidates[0] if candidates else None


def _verb_above(clause: Clause, by_head: dict[int, Clause]) -> int:
    if clause.form is Form.VERB:
        return clause.head
    above = governing(clause.sentence, clause.token, by_head)
    return above.head if above is not None else clause.head


def _holder(sentence: Sentence, token: Token, by_head: dict[int, Clause]) -> Clause | None:
    return (
        governing(sentence, sentence.head(token), by_head) if token.head != token.i else by_head.get(token.i)
    )


def condition_spans(sentence: Sentence, standing: Standing) -> tuple[Span, ...]:
    """Give the words of the conditions of a clause."""
    return tuple(_condition_span(sentence, i) for i in standing.conditions)


def _condition_span(sentence: Sentence, position: int) -> Span:
    token = sentence.tokens[position]
    tokens = sentence.subtree(token)
    head = sentence.head(token)
    if head.dep == "prep":
        tokens = sentence.subtree(head)
    while len(tokens) > 1 and tokens[-1].dep == "punct":
        tokens.pop()
    return Span(tokens[0].start, tokens[-1].end)
