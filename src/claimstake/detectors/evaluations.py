"""Find how things are characterised: by `to be` and its like, and in appositions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality, Stance
from claimstake.detectors.context import drafted
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.model import Filler
from claimstake.drafts.participants import value_span
from claimstake.mentions import Span
from claimstake.statements.cues import read_cues
from claimstake.statements.model import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Sentence, Token

_COPULAS = {"be", "remain", "look", "seem", "appear", "prove", "stay"}
_DESCRIBED = {
    "State", "Government", "Organization", "ExtractionSite", "Facility", "Commodity", "Place", "Undertaking",
    "Agreement", "LegalInstrument",
}  # fmt: skip
_CHECKED = re.compile(r"(?:un)?(?:verified|audited|tested|proven)|compliant")
_EMPTY = {
    "it", "there", "this", "that", "what", "which", "who", "here", "he", "she", "i", "you", "we", "one",
    "reason",
    "question", "problem", "issue", "point", "way", "aim", "goal", "result",
}  # fmt: skip
_NO_VALUE = {
    "able", "due", "likely", "unlikely", "set", "expected", "clear", "unclear", "subject", "available",
    "ready",
    "uncertain", "sure", "certain", "possible", "necessary", "essential", "same", "part", "one", "worth",
    "keen",
}  # fmt: skip


def copula_drafts(reading: Reading, read: ReadSentence, typed: frozenset[int]) -> Iterator[Draft]:
    """Give a draft for each clause that says what something is like.

    Args:
        reading: The article.
        read: The sentence.
        typed: Clauses that a frame has typed already.
    """
    sentence = read.sentence
    for clause in read.clauses:
        if clause.lemma not in _COPULAS or clause.head in typed or clause.passive:
            continue
        subject, value = clause.argument("subj"), clause.argument("acomp") or clause.argument("attr")
        if subject is None or value is None:
            continue
        asked = read.standings[clause.head].stance is Stance.ASKS and subject.lower == "it"
        if not asked and (subject.lower in _EMPTY or subject.lemma in _EMPTY):
            continue
        if not _is_value(sentence, value, typed):
            continue
        filler = filler_of(reading, sentence, subject)
        if filler is None or (asked and filler.antecedent is None):
            continue
        yield _draft(reading, read, clause.token, filler, value, standing=read.standings[clause.head])


def _is_value(sentence: Sentence, value: Token, typed: frozenset[int]) -> bool:
    if value.lemma == "one":
        # "one of the largest": a rank.
        return any(child.lower == "of" for child in sentence.children(value, "prep"))
    if (
        value.i in typed
        or value.lemma in _NO_VALUE
        or value.pos in {"NUM", "PRON"}
        or value.text in {"$", "%"}
    ):
        return False
    if value.lemma in read_cues().doubt_adjectives or _CHECKED.match(value.lower):
        return False
    if any(c.pos == "NUM" for c in sentence.subtree(value)):
        return False
    clausal = any(c.dep in {"xcomp", "ccomp"} for c in sentence.children(value))
    return not clausal and value.pos in {"ADJ", "NOUN", "PROPN"} and value.tag != "VBG"


def _draft(
    reading: Reading, read: ReadSentence, token: Token, subject: Filler, value: Token, *, standing: Standing
) -> Draft:
    span = value_span(read.sentence, value)
    return drafted(
        reading,
        read,
        token,
        relation="evaluatedAs",
        kind="question" if standing.stance is Stance.ASKS else "evaluation",
        rule="copula",
        subject=subject,
        objects=(Filler(span=span, value=reading.naming.label_of(span)),),
        standing=standing,
    )


def apposition_drafts(reading: Reading, read: ReadSentence, typed: frozenset[int]) -> Iterator[Draft]:
    """Give a draft for each description beside a name: `Zimbabwe, Africa's largest lithium producer`."""
    sentence = read.sentence
    for token in sentence.tokens:
        if token.dep != "appos" or token.pos != "NOUN" or token.i in typed:
            continue
        named = sentence.head(token)
        if named.start > token.start or named.pos != "PROPN":
            continue
        mention = reading.naming.mention_of(sentence, named)
        between = sentence.tokens[named.i + 1 : token.i]
        if mention.type not in _DESCRIBED or not mention.is_name or not any(t.text == "," for t in between):
            continue
        described = any(c.dep in {"det", "poss", "amod"} for c in sentence.children(token))
        subject = filler_of(reading, sentence, named)
        if subject is None or not described or any(t.text in {"(", ")"} for t in between):
            continue
        best = any(
            c.tag in {"JJS", "RBS"} for t in sentence.children(token) for c in (t, *sentence.children(t))
        )
        span = Span(value_span(sentence, token).start, value_span(sentence, token).end)
        yield drafted(
            reading,
            read,
            token,
            relation="evaluatedAs",
            kind="evaluation" if best else "background",
            rule="apposition",
            subject=subject,
            objects=(Filler(span=span, value=reading.naming.label_of(span)),),
            standing=Standing(),
            modality=Modality.PRESUPPOSED,
            with_time=False,
        )
