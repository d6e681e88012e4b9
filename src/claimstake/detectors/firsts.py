"""Find what is said to be the first of its kind: `Rwanda's first refinery`, `the largest loan ever made`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality
from claimstake.detectors.context import clause_at, drafted, standing_at
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.model import Filler
from claimstake.drafts.participants import value_span
from claimstake.mentions import Span
from claimstake.statements.model import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Sentence, Token

_FIRST = {"first", "maiden", "inaugural", "first-ever"}
_COPULAS = {"be", "become", "remain"}
_WORLDS = {
    "country",
    "world",
    "region",
    "nation",
    "continent",
    "province",
    "state",
    "union",
    "kingdom",
    "industry",
    "sector",
}
_NO_KINDS = {
    "time", "half", "quarter", "year", "month", "week", "phase", "stage", "step", "day", "part",
    "round", "tranche", "instalment", "point", "place", "sight", "glance", "draft", "line", "name",
    "clause", "production", "pair", "sentence", "promise", "two", "option", "refusal", "glimpse",
    "sale", "lithium", "metal", "news",
}  # fmt: skip


def first_drafts(reading: Reading, read: ReadSentence) -> Iterator[Draft]:
    """Give a draft for each thing that is said to have no forerunner.

    Args:
        reading: The article.
        read: The sentence.
    """
    for token in read.sentence.tokens:
        if is_first(reading, read.sentence, token):
            draft = _of_noun(reading, read, token)
            if draft is not None:
                yield draft
        elif token.lower == "time" and token.dep == "pobj":
            draft = _of_act(reading, read, token)
            if draft is not None:
                yield draft


def is_first(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun phrase says that its thing is the first of its kind.

    Args:
        reading: The article.
        sentence: The sentence.
        token: The head of the phrase.
    """
    if token.lower in {"first", "unprecedented"} and token.dep in {"attr", "appos", "acomp"}:
        return token.lower == "unprecedented" or _goes_on(sentence, token)
    if token.pos != "NOUN" or token.lemma in _NO_KINDS:
        return False
    marks = [c for c in sentence.children(token, "amod", "advmod", "compound", "nmod") if c.i < token.i]
    best = any(c.tag == "JJS" for c in marks)
    if best:
        return _ever(sentence, token)
    if not any(c.lower in _FIRST for c in marks):
        return False
    return _owned_by_world(reading, sentence, token) or _goes_on(sentence, token)


def _ever(sentence: Sentence, token: Token) -> bool:
    return any(t.lower == "ever" for t in sentence.tokens[token.i : token.i + 9])


def _owned_by_world(reading: Reading, sentence: Sentence, token: Token) -> bool:
    owner = next(sentence.children(token, "poss"), None)
    if owner is None:
        return False
    if owner.lemma in _WORLDS:
        return True
    return owner.pos == "PROPN" and reading.naming.mention_of(sentence, owner).type in {"State", "Place"}


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """Tell whether what follows says among what it is the first: "since 1990", "to sell", "of its kind"."""
    for child in sentence.children(token):
        if child.i < token.i:
            continue
        if child.dep in {"relcl", "acl", "xcomp"} and child.tag == "VB":
            return True
        if child.lower in {"since", "ever", "anywhere"}:
            return True
        inner = [t.lower for t in sentence.subtree(child)]
        if child.lower == "of" and "kind" in inner:
            return True
        if child.lower in {"in", "for"} and {"history", "years", "decade", "decades", "generation"} & set(
            inner
        ):
            return True
        if child.lower in {"outside", "in"} and token.lower == "first":
            return True
    return _ever(sentence, token)


def _of_noun(reading: Reading, read: ReadSentence, token: Token) -> Draft | None:
    """Make the draft of a phrase: its subject is what it is said of, or what the phrase itself names."""
    sentence = read.sentence
    said_of = _subject_of(read, token)
    span = value_span(sentence, token)
    subject = filler_of(reading, sentence, said_of if said_of is not None else token)
    if subject is None or subject.mention is None:
        return None
    if said_of is not None:
        value, standing, modality = span, standing_at(read, token), None
    else:
        mark = next(
            (c for c in sentence.children(token) if c.i < token.i and (c.lower in _FIRST or c.tag == "JJS")),
            token,
        )
        # That it is the first is what the news is, though the phrase takes it for granted.
        event = subject.mention.type in {"Shipment", "Event"}
        modality = Modality.ASSERTED if event else Modality.PRESUPPOSED
        value, standing = Span(mark.start, mark.end), Standing()
    return drafted(
        reading,
        read,
        token,
        relation="isFirstOfKind",
        kind="event" if subject.mention.type in {"Shipment", "Event"} else "evaluation",
        rule="first",
        subject=subject,
        objects=(Filler(span=value, value=True),),
        standing=standing,
        modality=modality,
        with_time=False,
    )


def _subject_of(read: ReadSentence, token: Token) -> Token | None:
    sentence = read.sentence
    if token.dep == "appos":
        return sentence.head(token)
    if token.dep in {"attr", "acomp", "oprd"}:
        clause = clause_at(read, sentence.head(token))
        if clause is not None and clause.lemma in _COPULAS:
            return clause.argument("subj")
    return None


def _of_act(reading: Reading, read: ReadSentence, token: Token) -> Draft | None:
    """Make the draft of what a clause says happens `for the first time`."""
    sentence = read.sentence
    before = sentence.head(token)
    if before.lower != "for" or not any(c.lower == "first" for c in sentence.children(token, "amod")):
        return None
    clause = clause_at(read, before)
    if clause is None:
        return None
    subject = filler_of(reading, sentence, clause.token)
    if subject is None:
        return None
    return drafted(
        reading,
        read,
        clause.token,
        relation="isFirstOfKind",
        kind="evaluation",
        rule="first-time",
        subject=subject,
        objects=(Filler(span=Span(before.start, token.end), value=True),),
    )
