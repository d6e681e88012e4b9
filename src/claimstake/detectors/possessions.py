"""Find what a possessive says somebody has: "its smelter", "Norden's Kivalo mine"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality
from claimstake.detectors.context import drafted
from claimstake.drafts.fillers import filler_of
from claimstake.mentions.places import read_place_words
from claimstake.statements.model import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Sentence, Token

_SITES = {"ExtractionSite", "Facility"}
_RIGHTS = {"licence", "license", "permit", "concession", "lease", "tenement", "claim"}


def possession_drafts(reading: Reading, read: ReadSentence) -> Iterator[Draft]:
    """Give a draft for each site or works that stands after the name of a company, or a pronoun for it.

    Args:
        reading: The article.
        read: The sentence.
    """
    sentence = read.sentence
    for token in sentence.tokens:
        possessor = next(sentence.children(token, "poss"), None)
        if possessor is None or token.pos not in {"NOUN", "PROPN"}:
            continue
        if any(child.lemma == "first" for child in sentence.children(token, "amod")):
            continue
        kind = reading.naming.mention_of(sentence, token).type
        named = any(child.pos == "PROPN" for child in sentence.children(token, "compound", "nmod"))
        words = {token.lemma, token.lower}
        if kind not in _SITES and not (named and words & (read_place_words().sites | _RIGHTS)):
            continue
        owner = _antecedent(sentence, possessor) if possessor.lower == "whose" else possessor
        subject = filler_of(reading, sentence, owner) if owner is not None else None
        thing = filler_of(reading, sentence, token)
        if subject is None or thing is None or subject.mention is None:
            continue
        if subject.mention.type != "Organization" and possessor.lower != "our":
            continue
        yield drafted(
            reading,
            read,
            token,
            relation="owns",
            kind="relation",
            rule="possessive",
            subject=subject,
            objects=(thing,),
            standing=Standing(),
            modality=Modality.PRESUPPOSED,
            with_time=False,
        )


def _antecedent(sentence: Sentence, token: Token) -> Token | None:
    """Give what `whose` stands for: the noun that its clause belongs to."""
    while token.head != token.i:
        if token.dep == "relcl":
            return sentence.head(token)
        token = sentence.head(token)
    return None
