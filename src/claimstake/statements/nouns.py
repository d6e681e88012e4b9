"""Clauses that are what a noun holds: "the claim that", "fears that", "noted with concern that"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.closed_lists import Certainty, Modality
from claimstake.statements.cues import read_cues
from claimstake.statements.model import Standing
from claimstake.statements.wording import read_wording

if TYPE_CHECKING:
    from claimstake.sentences import Sentence, Token
    from claimstake.statements.model import Clause


def held_by_noun(clause: Clause, noun: Token, above: Standing) -> Standing | None:
    """Give the standing of what a noun says, believes or fears; none for a noun of another kind.

    Args:
        clause: The clause, which begins with `that`.
        noun: The noun.
        above: How the clause is put forward that the noun stands in.
    """
    words = read_wording()
    if noun.lemma in words.said_nouns:
        held = Standing(modality=Modality.REPORTED)
    elif noun.lemma in words.believed_nouns:
        held = Standing(certainty=Certainty.PROBABLE, modality=Modality.EPISTEMIC)
    elif noun.lemma in words.feared_nouns:
        held = Standing(certainty=Certainty.POSSIBLE, modality=Modality.EPISTEMIC)
    elif noun.lemma in words.alleged_nouns:
        held = Standing(certainty=Certainty.UNDERSPECIFIED, modality=Modality.ALLEGED)
    else:
        return None
    holder = _holder(clause.sentence, noun)
    if holder is not None:
        return replace(held, speaker=holder.i, says=noun.i)
    if above.speaker is not None:
        return replace(held, speaker=above.speaker, says=above.says)
    return replace(held, unnamed=True, says=noun.i)


def _holder(sentence: Sentence, noun: Token) -> Token | None:
    """Give whose noun it is: "the ministry's claim that", "the ministry made the claim that"."""
    owner = next(sentence.children(noun, "poss"), None)
    if owner is not None:
        return owner
    verb = sentence.head(noun)
    carried = noun.dep == "dobj" and verb.lemma in {
        "make",
        "issue",
        "repeat",
        "express",
        "voice",
        "have",
        "share",
    }
    return next(sentence.children(verb, "nsubj"), None) if carried else None


def said_with(sentence: Sentence, noun: Token) -> tuple[int, int] | None:
    """Give who says it where the noun only tells how: "noted with concern that"."""
    preposition = sentence.head(noun)
    verb = sentence.head(preposition)
    if preposition.lower != "with" or verb.lemma not in read_cues().says:
        return None
    subject = next(sentence.children(verb, "nsubj"), None)
    return (subject.i, verb.i) if subject is not None else None
