"""Who and what takes part in a frame that holds: its subjects with their objects, or a plain value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.drafts.fillers import filler_of, joined_filler
from claimstake.drafts.lists import separated
from claimstake.drafts.matter import UNDERSTOOD, of_class, of_course, understood
from claimstake.drafts.model import Filler
from claimstake.drafts.topics import with_topic
from claimstake.mentions import Span, clause_span, core_span, phrase_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.reading import Reading
    from claimstake.frames import Match
    from claimstake.sentences import Sentence, Token


def participants(reading: Reading, match: Match) -> Iterator[tuple[Filler, tuple[Filler, ...]]]:
    """Give each subject with each object; or all objects at once, for relations between several parties."""
    frame, sentence = match.frame, match.clause.sentence
    tokens = [sentence.tokens[i] for i in match.fillers.get("subject", ())]
    objects = [
        part
        for i in _object_positions(match)
        if (filler := filler_of(reading, sentence, sentence.tokens[i])) is not None
        for part in separated(sentence, sentence.tokens[i], _own_words(reading, match, i, filler))
    ]
    value = _value(match, reading)
    together = match.quantity is not None or frame.join
    if together and len(tokens) > 1:
        subjects = [joined_filler(reading, sentence, tokens)]
    else:
        subjects = [
            with_topic(reading, sentence, token, filler_of(reading, sentence, token), relation=frame.relation)
            for token in tokens
        ]
        classes = frame.types.get("subject", frozenset())
        subjects = [
            of_class(reading, sentence, *pair, classes=classes) for pair in zip(tokens, subjects, strict=True)
        ]
        if frame.relation in UNDERSTOOD:
            subjects = [of_course(reading, sentence, *pair) for pair in zip(tokens, subjects, strict=True)]
        subjects = [
            part
            for token, filler in zip(tokens, subjects, strict=True)
            if filler is not None
            for part in separated(sentence, token, filler)
        ]
    if not tokens and "subject" not in frame.needs and "objects" in match.fillers:
        subjects = [_implied(reading, match)]
    for subject in subjects:
        if subject is None or _is_open(subject, frame.relation):
            continue
        allowed = frame.types.get("subject")
        if allowed and subject.antecedent is not None and subject.antecedent.type not in allowed:
            continue
        vague = {"AgentGroup", "StateOfAffairs"}
        if allowed and not vague & set(allowed) and _is_unresolved(subject):
            continue
        others = [o for o in objects if not o.span.overlaps(subject.span) or o.span != subject.span]
        if "objects" in frame.needs and not others:
            continue
        if value is not None:
            yield subject, (value,)
        elif frame.join or not others:
            yield subject, tuple(others)
        elif together:
            yield subject, tuple(others[:1])
        else:
            for other in others:
                yield subject, (other,)


def _implied(reading: Reading, match: Match) -> Filler | None:
    """Give the state whose measure is lifted by nobody in particular: the one whose measure it was before."""
    sentence = match.clause.sentence
    token = sentence.tokens[match.fillers["objects"][0]]
    if match.frame.relation in UNDERSTOOD:
        return understood(reading, sentence, token)
    own = reading.naming.mention_of(sentence, token)
    here = reading.context.number(sentence)
    before = [
        seen.mention
        for seen in reading.context.seen
        if seen.mention.type in {"State", "Government"}
        and seen.is_name
        and seen.mention.span.end <= token.start
    ]
    if match.frame.relation not in {"suspendsMeasure", "liftsMeasure", "imposesMeasure"}:
        return None
    named = [m for m in before if own.state in {m.iri, m.state}] if own.state else []
    near = [
        seen.mention
        for seen in reading.context.seen
        if seen.is_subject
        and seen.is_name
        and seen.mention.type in {"State", "Government"}
        and here - seen.sentence <= 4
        and seen.mention.span.end <= token.start
    ]
    found = (named or near)[-1:]
    return Filler(span=found[0].span, mention=found[0]) if found else None


def _own_words(reading: Reading, match: Match, i: int, filler: Filler) -> Filler:
    """Leave out what else the words of an act say: its subject, and what it includes.

    What a strike can do is to stop work; what is spread from an object is an object by itself.
    """
    sentence = match.clause.sentence
    if match.frame.spread and filler.is_act:
        inside = sentence.at(filler.span.start, filler.span.end)
        word = next((t for t in inside[1:] if t.lower == "including"), None)
        if word is not None:
            last = [t for t in inside if t.i < word.i and t.pos != "PUNCT"][-1]
            return _cut(reading, filler, Span(filler.span.start, last.end))
    token = sentence.tokens[i]
    if match.frame.relation == "causes" and token.dep == "ccomp" and filler.is_act:
        # "This means that exporters must file twice": the effect is so with its subject.
        return _cut(reading, filler, clause_span(sentence, token, whole=True))
    subjects = match.clause.arguments.get("subj", ())
    if i != match.clause.head or not set(match.fillers.get("subject", ())) & set(subjects):
        return filler
    return _cut(reading, filler, clause_span(sentence, sentence.tokens[i]))


def _cut(reading: Reading, filler: Filler, span: Span) -> Filler:
    mention = filler.mention and replace(filler.mention, span=span, label=reading.naming.label_of(span))
    return replace(filler, span=span, mention=mention)


def _object_positions(match: Match) -> list[int]:
    """Give the objects, for frames that spread with what follows `including`."""
    sentence = match.clause.sentence
    found = list(match.fillers.get("objects", ()))
    if not match.frame.spread:
        return found
    for i in tuple(found):
        for token in sentence.subtree(sentence.tokens[i]):
            if token.lower != "including":
                continue
            inner = [t.i for t in sentence.children(token, "pobj", "dobj")]
            found += [j for i in inner for j in (i, *(t.i for t in _joined(sentence, i)))]
    return list(dict.fromkeys(found))


def _joined(sentence: Sentence, i: int) -> Iterator[Token]:
    for child in sentence.children(sentence.tokens[i], "conj"):
        yield child
        yield from _joined(sentence, child.i)


def _is_unresolved(filler: Filler) -> bool:
    vague = {"they", "them", "we"}
    return filler.antecedent is None and filler.mention is not None and filler.mention.label in vague


def _is_open(filler: Filler, relation: str) -> bool:
    """Tell whether a subject is a pronoun that could not be resolved and that says too little by itself."""
    return (
        filler.mention is not None
        and filler.mention.label in {"this", "that", "there", "you"}
        and relation != "causes"
    )


def _value(match: Match, reading: Reading) -> Filler | None:
    found = match.fillers.get("value")
    if found is None:
        return None
    sentence = match.clause.sentence
    span = value_span(sentence, sentence.tokens[found[0]])
    if match.frame.relation not in {
        "evaluatedAs",
        "developmentStatus",
        "isFirstOfKind",
        "facedScrutiny",
        "hasExtent",
    }:
        return None
    words: str | bool = reading.naming.label_of(span)
    if isinstance(match.frame.value, bool):
        words = match.frame.value
    return Filler(span=span, value=words)


def value_span(sentence: Sentence, token: Token) -> Span:
    """Give the words of a plain value: an adjective with its adverbs, a noun with what belongs to it."""
    if token.pos in {"NOUN", "PROPN"}:
        return phrase_span(sentence, token)
    if token.pos in {"VERB"} and token.tag in {"VBD", "VBN", "VBZ", "VBP"}:
        return Span(token.start, token.end)
    if token.pos in {"VERB", "AUX"}:
        return clause_span(sentence, token)
    return core_span(sentence, token)
