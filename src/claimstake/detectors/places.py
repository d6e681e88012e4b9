"""Find where things lie by noun phrases alone: "a mine in Katanga", "Montana's lode", "Sumihara of Japan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality
from claimstake.detectors.context import drafted
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.model import Filler
from claimstake.mentions.places import read_place_words
from claimstake.statements.model import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Sentence, Token

_PLACES = {"Place", "State"}
_LYING = {
    "ExtractionSite", "Facility", "Undertaking", "Organization", "MineralEndowment", "Place", "Government",
}  # fmt: skip
_LENGTHS = {"km", "kilometre", "kilometer", "kilometres", "kilometers", "mile", "miles", "metres"}
_MODIFIERS = {"compound", "nmod"}
_AWAY = {"from", "of", "above", "off", "outside", "inside"}
_SITES = {"ExtractionSite", "Facility", "MineralEndowment"}


def place_drafts(reading: Reading, read: ReadSentence) -> Iterator[Draft]:
    """Give a draft for each noun that the sentence puts in a place without a verb.

    Args:
        reading: The article.
        read: The sentence.
    """
    seen: set[tuple[int, int]] = set()
    for token in read.sentence.tokens:
        if token.pos not in {"NOUN", "PROPN"} or token.dep == "compound":
            continue
        for place, rule in _places_of(reading, read.sentence, token):
            if (token.i, place.i) in seen:
                continue
            seen.add((token.i, place.i))
            subject, where = (
                described(reading, read.sentence, token),
                filler_of(reading, read.sentence, place),
            )
            if subject is None or where is None or subject.span == where.span:
                continue
            yield drafted(
                reading,
                read,
                token,
                relation="locatedIn",
                kind="background",
                rule=rule,
                subject=subject,
                objects=(where,),
                standing=Standing(),
                modality=Modality.PRESUPPOSED,
                with_time=False,
            )


def described(reading: Reading, sentence: Sentence, token: Token) -> Filler | None:
    """Give the filler of a noun; for a description beside a name its words, with the name behind them."""
    named = sentence.head(token)
    if token.dep == "appos" and token.pos == "NOUN" and named.pos == "PROPN":
        mention = reading.naming.mention_of(sentence, named)
        own = reading.naming.mention_of(sentence, token)
        return Filler(span=own.span, mention=mention, antecedent=mention)
    return filler_of(reading, sentence, token)


def _places_of(reading: Reading, sentence: Sentence, token: Token) -> Iterator[tuple[Token, str]]:
    words = read_place_words()
    kind = _type(reading, sentence, token)
    site = kind in _SITES or bool({token.lemma, token.lower} & words.sites)
    is_name = token.pos == "PROPN"
    if is_name:
        yield from ((place, "place-beside") for place in _beside(reading, sentence, token))
    lying = site or (kind in _LYING and is_name)
    if not lying and token.lemma not in words.bodies:
        return
    for child in sentence.children(token):
        if child.dep == "prep":
            if child.lower in words.prepositions and lying:
                yield from (
                    (place, "place-after")
                    for place in _after(reading, sentence, token, child, site=site, kind=kind)
                )
            elif child.lower == "of" and kind == "Organization" and is_name:
                yield from ((place, "body-of-place") for place in _home(reading, sentence, token, child))
        elif child.pos != "PROPN":
            continue
        elif child.dep == "poss" and site and kind != "AgentGroup":
            if _is_owner_a_place(reading, sentence, token, child):
                yield child, "place-possessive"
        elif child.dep in _MODIFIERS and not is_name and kind != "Place":
            articles = {"a", "an"} if site else {"a", "an", "the"}
            one = any(c.lower in articles for c in sentence.children(token, "det"))
            if one and _is_region(reading, sentence, child):
                yield child, "place-compound"


def _after(
    reading: Reading, sentence: Sentence, token: Token, preposition: Token, *, site: bool, kind: str
) -> Iterator[Token]:
    """Give the places after a preposition; not for "the largest mine in Africa", nor for places in places."""
    nested = kind == "Place" and token.dep == "pobj"
    if nested or any(c.tag == "JJS" for c in sentence.children(token, "amod")):
        return
    for inner in sentence.children(preposition, "pobj"):
        for place in _joined(sentence, inner):
            if _is_place(reading, sentence, place, preposition=preposition.lower, site=site):
                yield place


def _home(reading: Reading, sentence: Sentence, token: Token, preposition: Token) -> Iterator[Token]:
    """Give where a company is from: "Sumihara of Japan", but not "Ministry of Energy of Chile"."""
    public = read_place_words().public
    words = [token, *sentence.children(token, "compound", "prep")]
    if any(t.lemma in public for t in words) or any(True for _ in sentence.children(token, "det")):
        return
    for inner in sentence.children(preposition, "pobj"):
        chained = sentence.head(token).dep == "prep" and sentence.head(sentence.head(token)).lemma in public
        if inner.pos == "PROPN" and not chained and _type(reading, sentence, inner) in _PLACES:
            yield inner


def _is_owner_a_place(reading: Reading, sentence: Sentence, token: Token, owner: Token) -> bool:
    """Tell whether a possessive says where a site is: "Montana's Black Butte lode", not "Japan's mines"."""
    kind = _type(reading, sentence, owner)
    if any(c.tag == "JJS" for t in sentence.children(token) for c in (t, *sentence.children(t))):
        return False
    named = any(c.pos == "PROPN" for c in sentence.children(token, *_MODIFIERS))
    return kind == "Place" or (kind == "State" and named)


def _beside(reading: Reading, sentence: Sentence, token: Token) -> Iterator[Token]:
    """Give the place after a name and a comma: "Curipata, in the highlands", "Uley, 23 km from a port"."""
    after = sentence.tokens[token.i + 1 : token.i + 8]
    if len(after) < 3 or after[0].text != ",":
        return
    following = after[1]
    if following.dep == "prep" and following.lower in read_place_words().prepositions:
        for inner in sentence.children(following, "pobj"):
            if _type(reading, sentence, inner) in _PLACES:
                yield inner
    if following.pos == "NUM" and after[2].lower in _LENGTHS:
        away = next((t for t in after[3:] if t.lower in _AWAY), None)
        if away is not None:
            yield from sentence.children(away, "pobj")


def _type(reading: Reading, sentence: Sentence, token: Token) -> str:
    return reading.naming.mention_of(sentence, token).type


def _joined(sentence: Sentence, token: Token) -> Iterator[Token]:
    yield token
    for child in sentence.children(token, "conj"):
        yield from _joined(sentence, child)


def _is_region(reading: Reading, sentence: Sentence, token: Token) -> bool:
    mention = reading.naming.mention_of(sentence, token)
    return mention.type == "Place" and not any(True for _ in sentence.children(token, "compound"))


def _is_place(reading: Reading, sentence: Sentence, token: Token, *, preposition: str, site: bool) -> bool:
    words = read_place_words()
    kind = _type(reading, sentence, token)
    if token.lemma in words.grounds:
        return True
    if kind in _PLACES:
        return preposition != "outside" or kind != "State"
    return site and preposition in words.before_names and token.pos == "PROPN" and kind in {
        "Organization", "ExtractionSite", "Facility",
    }  # fmt: skip
