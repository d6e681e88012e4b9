"""Make drafts of the frames that hold in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.attribution import Source, source_of
from claimstake.closed_lists import AttributionKind, Certainty, Modality, Stance
from claimstake.drafts.amounts import amount_of_object
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.model import Draft, Filler
from claimstake.drafts.participants import participants
from claimstake.frames import match_frames
from claimstake.frames.predications import governing
from claimstake.mentions import Span, core_span
from claimstake.sentences.conditions import read_condition_words
from claimstake.statements.model import Form, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.frames import Frames, Match
    from claimstake.sentences import Sentence, Token
    from claimstake.statements import Clause
    from claimstake.times import FoundTime

_SINGLE = ("origin", "destination", "recipient", "means", "purpose")
_FUTURE = {"will", "would", "shall", "may", "might", "could"}
# Kinds that a clause keeps whatever its modality.
_LASTING = {"resource-estimate", "verification", "agreement", "dependency", "trade-measure", "constraint"}
# What gets no money, and is bought with it: "$600 million for a stake".
_NO_RECIPIENTS = {"StateOfAffairs", "Commodity", "EconomicAggregate", "Quantity"}
_BORROWERS = {"State", "Government", "Organization", "Person", "AgentGroup"}
_HARMFUL = {"hinders", "threatens", "canCause", "undermines", "terminates", "vulnerableTo"}


def framed_drafts(reading: Reading, read: ReadSentence, frames: Frames) -> Iterator[Draft]:
    """Give a draft for each frame that holds in a sentence, and for each of its subjects and objects."""
    matches, _ = match_frames(
        read.sentence, read.clauses, frames=frames, naming=reading.naming, quantities=read.quantities
    )
    for match in matches:
        yield from _drafts(reading, read, match)


def standing_of(read: ReadSentence, clause: Clause) -> Standing:
    """Give the standing of a clause; a noun or adjective has that of the verb clause it stands in."""
    if clause.form is Form.VERB and clause.head in read.standings:
        return read.standings[clause.head]
    by_head = {c.head: c for c in read.clauses}
    above = governing(read.sentence, clause.token, by_head)
    if above is None:
        return Standing()
    standing = read.standings[above.head]
    if clause.form is Form.ADJECTIVE and (
        clause.token.dep in {"acomp", "ccomp", "xcomp", "oprd"} or above.head == clause.head
    ):
        return standing
    awaited = _awaited(clause, above)
    if awaited is not None:
        return replace(standing, modality=Modality.CONDITIONAL, conditions=(*standing.conditions, awaited))
    kept = standing.modality in {Modality.INTENTION, Modality.HYPOTHETICAL, Modality.INTERROGATIVE}
    if not kept:
        return Standing(speaker=standing.speaker, says=standing.says, unnamed=standing.unnamed)
    return replace(standing, conditions=())


def _awaited(clause: Clause, above: Clause) -> int | None:
    """Give what an act waits for that is the subject of its clause: "the sale is contingent on a licence"."""
    words = read_condition_words()
    subjects = above.arguments.get("obj" if above.passive else "subj", ())
    if clause.form is not Form.NOUN or clause.head not in subjects:
        return None
    complement = above.argument("acomp")
    if above.lemma in {"be", "remain"} and complement is not None and complement.lemma in words.adjectives:
        after = [t for p in ("to", "on", "upon") for t in _objects_of(clause.sentence, complement, p)]
        burden = any(token.lemma in words.burdens for token in after)
        return complement.i if after and not burden else None
    # The parser read "hinges" as "hinged" where that helped it.
    past = above.token.tag == "VBD" and not above.token.lower.endswith("s")
    if past or above.lemma not in words.depends:
        return None
    for label in ("prep:on", "prep:upon", "obj"):
        inner = above.argument(label)
        if inner is not None and (label != "obj" or inner.lemma in words.awaited):
            return inner.i
    return None


def _objects_of(sentence: Sentence, token: Token, preposition: str) -> Iterator[Token]:
    for child in sentence.children(token, "prep"):
        if child.lower == preposition:
            yield from sentence.children(child, "pobj", "pcomp")


def _drafts(reading: Reading, read: ReadSentence, match: Match) -> Iterator[Draft]:
    frame, clause, sentence = match.frame, match.clause, read.sentence
    standing = standing_of(read, clause)
    modality, certainty, stance = standing.modality, standing.certainty, standing.stance
    if frame.modality is not None and (
        modality in {Modality.ASSERTED, Modality.REPORTED} or frame.modality == "presupposed"
    ):
        modality = Modality(frame.modality)
        certainty = Certainty(frame.certainty) if frame.certainty else Certainty.CERTAIN
        if frame.modality == "presupposed":
            stance = Stance.AFFIRMS
    if frame.denies:
        stance = Stance.DENIES if stance is Stance.AFFIRMS else Stance.AFFIRMS
    if (
        frame.relation in _MEASURED
        and clause.form is Form.NOUN
        and modality in {Modality.ASSERTED, Modality.REPORTED}
    ):
        modality = Modality.PRESUPPOSED if _is_definite(clause) else modality
    if clause.link == "acl" and clause.passive and modality is Modality.ASSERTED and _is_aside(clause):
        modality = Modality.PRESUPPOSED
    if (frame.by_subject and not clause.passive) or frame.relation == "accusedOf":
        standing = _of_accuser(standing, clause)
    hedge = _hedge(match)
    if hedge is not None and certainty is Certainty.CERTAIN:
        certainty, modality = hedge, Modality.EPISTEMIC
    source = source_of(standing, sentence, context=reading.context, quotes=reading.quotes)
    modality = settled_modality(modality, source)
    if frame.relation == "evaluatedAs" and frame.by_subject and modality is Modality.REPORTED:
        modality = Modality.ASSERTED
    if frame.relation == "accusedOf" and frame.modality == "alleged":
        modality = Modality.ALLEGED
    relation = frame.relation
    if (
        frame.done is not None
        and modality in {Modality.ASSERTED, Modality.REPORTED}
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
                stance=stance,
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
            stance=stance,
            certainty=certainty,
            modality=modality,
            act=clause.token.start,
            origin=singles.get("origin"),
            destination=singles.get("destination"),
            recipient=recipient or _borrower(relation, objects),
            means=singles.get("means"),
            purpose=singles.get("purpose"),
        )


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


# Relations that a noun phrase states by the way: "the $575 million project".
_MEASURED = {"costs", "hasAgreedValue", "hasLifetime", "hasAmount", "hasCapacity"}


def _is_definite(clause: Clause) -> bool:
    return any(
        child.lower in {"the", "this", "that", "its", "their", "his", "her"} or child.dep == "poss"
        for child in clause.sentence.children(clause.token)
    )


def _is_aside(clause: Clause) -> bool:
    """Tell whether a participle stands between commas: "the mine, owned by Drina, would"."""
    first = clause.sentence.subtree(clause.token)[0]
    return first.i > 0 and clause.sentence.tokens[first.i - 1].text == ","


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


def settled_modality(modality: Modality, source: Source) -> Modality:
    """Give the modality in the light of the source: what a document states counts as asserted.

    Not reported.
    """
    named = source.kind in {AttributionKind.NAMED_AGENT, AttributionKind.UNNAMED_GROUP}
    if modality is Modality.ASSERTED and named:
        return Modality.REPORTED
    if modality is Modality.REPORTED and source.kind in {
        AttributionKind.NAMED_DOCUMENT,
        AttributionKind.NARRATOR,
    }:
        return Modality.ASSERTED
    return modality


def kind_of(kind: str, relation: str, *, stance: Stance, modality: Modality, clause: Clause) -> str:
    """Give the kind of a claim: that of its frame, unless the clause asks, supposes, plans or foretells."""
    if stance is Stance.ASKS:
        return "question"
    if stance is Stance.SUPPOSES:
        return "supposition"
    if kind in _LASTING:
        return kind
    if modality is Modality.ALLEGED:
        return "allegation"
    if modality is Modality.DEONTIC:
        return "norm"
    if modality is Modality.INTENTION:
        return "aim" if kind == "aim" else "plan"
    if kind != "risk" and (modality in {Modality.EPISTEMIC, Modality.ABILITY} or is_future(clause)):
        return "risk" if relation in _HARMFUL else "forecast"
    return kind


def is_future(clause: Clause) -> bool:
    """Tell whether a clause has a modal verb that puts it in the future."""
    return any(
        child.lower in _FUTURE for child in clause.sentence.children(clause.token, "aux") if child.tag == "MD"
    )


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
