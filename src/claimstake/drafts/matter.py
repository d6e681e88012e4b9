"""Find what an article is about, for sentences that take it as understood: "Legal obstacles remain"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.blocks import BlockKind
from claimstake.drafts.model import Filler

if TYPE_CHECKING:
    from claimstake.drafts.reading import Reading
    from claimstake.mentions import Mention
    from claimstake.sentences import Sentence, Token

# Relations whose subject can be left to the reader.
UNDERSTOOD = frozenset({"constrainedBy", "succeeds"})
_MATTERS = {"Agreement", "Undertaking", "Plan", "Facility", "ExtractionSite"}
# What goes on in an undertaking, and says nothing of which.
_COURSE = {"progress", "success", "implementation", "advancement", "momentum", "headway", "work"}
_NEAR = 3


def matter_of(reading: Reading, position: int, *, here: int) -> Mention | None:
    """Give the deal, plan or works that the title names; else the last one before a place in the text.

    Args:
        reading: The article.
        position: The place.
        here: Number of its sentence.
    """
    seen = [s for s in reading.context.seen if s.mention.type in _MATTERS and s.mention.span.end <= position]
    titles = {r.number for r in reading.sentences if r.sentence.kind is BlockKind.HEADLINE}
    titled = [s.mention for s in seen if s.sentence in titles]
    if titled:
        return titled[0]
    near = [s.mention for s in seen if here - s.sentence <= _NEAR and (s.is_subject or s.is_name)]
    return near[-1] if near else None


def understood(reading: Reading, sentence: Sentence, token: Token) -> Filler | None:
    """Give the subject that a sentence about difficulties or success leaves out."""
    mention = matter_of(reading, token.start, here=reading.context.number(sentence))
    return None if mention is None else Filler(span=mention.span, mention=mention)


def of_course(reading: Reading, sentence: Sentence, token: Token, filler: Filler | None) -> Filler | None:
    """Give `progress` and its like, when they stand alone, what they are the progress of."""
    if filler is None or filler.antecedent is not None or token.lemma not in _COURSE:
        return filler
    if any(True for _ in sentence.children(token, "poss", "compound", "prep", "amod", "det", "conj")):
        return filler
    mention = matter_of(reading, token.start, here=reading.context.number(sentence))
    return filler if mention is None else replace(filler, mention=mention, antecedent=mention)


def of_class(
    reading: Reading, sentence: Sentence, token: Token, filler: Filler | None, *, classes: frozenset[str]
) -> Filler | None:
    """Give `it` the antecedent that its verb asks for: what "provides for a payment" is an agreement.

    Args:
        reading: The article.
        sentence: The sentence of the pronoun.
        token: The pronoun.
        filler: What it was taken for.
        classes: The classes that the verb leaves.
    """
    if filler is None or token.lower != "it" or classes != frozenset({"Agreement"}):
        return filler
    if filler.antecedent is not None and filler.antecedent.type in classes:
        return filler
    here = reading.context.number(sentence)
    seen = [
        s.mention
        for s in reading.context.seen
        if s.mention.type in classes and s.mention.span.end <= token.start and here - s.sentence <= 2
    ]
    return replace(filler, mention=seen[-1], antecedent=seen[-1]) if seen else filler
