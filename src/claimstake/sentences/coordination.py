"""Mend parses of joined phrases: what `and` joins, and what a preposition takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.sentences.model import with_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimstake.sentences.model import Sentence, Token

_NOUN = {"NOUN", "PROPN"}
_AMOUNTS = {"percent", "%", "tonne", "ton", "ounce", "million", "billion", "trillion", "$"}
# Plurals that can be verbs of a gerund: "the plan risks alienating farmers".
_BEFORE_GERUND = {"risks": "risk", "merits": "merit", "warrants": "warrant"}


def rejoined(sentence: Sentence) -> Sentence:
    """Give the sentence with mistakes at joined phrases mended."""
    for mend in (_verb_before_gerund, _participle_in_list, _amount_in_list, _object_of_preposition):
        sentence = mend(sentence)
    return sentence


def _changed(sentence: Sentence, changes: Mapping[int, Token]) -> Sentence:
    return with_tokens(sentence, [changes.get(token.i, token) for token in sentence.tokens])


def _verb_before_gerund(sentence: Sentence) -> Sentence:
    """Make the verb of a plural between a singular noun and a gerund: "the plan [risks] alienating them"."""
    for token in sentence.tokens[1:-1]:
        noun, gerund = sentence.tokens[token.i - 1], sentence.tokens[token.i + 1]
        if (
            token.lower not in _BEFORE_GERUND
            or token.pos not in _NOUN
            or gerund.tag != "VBG"
            or gerund.head != token.i
            or noun.tag not in {"NN", "NNP"}
            or noun.head != token.i
        ):
            continue
        changes = {
            token.i: replace(token, pos="VERB", tag="VBZ", lemma=_BEFORE_GERUND[token.lower]),
            noun.i: replace(noun, dep="nsubj"),
            gerund.i: replace(gerund, dep="xcomp"),
        }
        for child in sentence.children(token):
            if child.i < noun.i and child.dep in {"det", "amod", "poss", "compound", "nummod", "nmod"}:
                changes[child.i] = replace(child, head=noun.i)
        return _changed(sentence, changes)
    return sentence


def _participle_in_list(sentence: Sentence) -> Sentence:
    """Make a modifier of a participle joined to a noun: "shortages and [increased] prices".

    A verb would have the tense of the verb that it is joined to.
    """
    for token in sentence.tokens[2:]:
        noun, joint = sentence.tokens[token.i - 2], sentence.tokens[token.i - 1]
        verb = sentence.head(token)
        if (
            token.tag not in {"VBD", "VBN"}
            or token.dep != "conj"
            or verb.tag not in {"VB", "VBG", "VBZ", "VBP"}
            or joint.dep != "cc"
            or noun.pos not in _NOUN
            or any(True for _ in sentence.children(token, "nsubj", "nsubjpass", "aux", "auxpass", "prt"))
        ):
            continue
        thing = next(sentence.children(token, "dobj"), None)
        if thing is None or any(True for _ in sentence.children(thing, "det", "poss", "nummod")):
            continue
        between = sentence.tokens[token.i + 1 : thing.i]
        if any(t.head not in {thing.i, *(b.i for b in between)} for t in between):
            continue
        changes = {
            token.i: replace(token, pos="ADJ", tag="VBN", dep="amod", head=thing.i),
            thing.i: replace(thing, dep="conj", head=noun.i),
            joint.i: replace(joint, head=noun.i),
        }
        for child in sentence.children(token):
            if child.i not in changes:
                changes[child.i] = replace(child, head=verb.i if child.dep == "punct" else thing.i)
        return _changed(sentence, changes)
    return sentence


def _amount_in_list(sentence: Sentence) -> Sentence:
    """Join an amount to the amount before it: "adds 3 percent to output and [2 percent] to exports"."""
    for token in sentence.tokens:
        other = sentence.head(token)
        above = sentence.head(sentence.head(other))
        if (
            token.dep != "conj"
            or token.lemma not in _AMOUNTS
            or (other.dep != "pobj" and other.pos != "VERB")
            or other.lemma in _AMOUNTS
            or not any(True for _ in sentence.children(token, "prep"))
        ):
            continue
        verb = other if other.pos == "VERB" else above
        amounts = [above] if above.lemma in _AMOUNTS else [*sentence.children(verb, "dobj")]
        first = next((a for a in amounts if a.lemma in _AMOUNTS and a.i < token.i), None)
        if first is None:
            continue
        changes = {token.i: replace(token, head=first.i)}
        for child in sentence.children(other, "cc"):
            changes[child.i] = replace(child, head=first.i)
        return _changed(sentence, changes)
    return sentence


def _object_of_preposition(sentence: Sentence) -> Sentence:
    """Give a preposition without an object the second object of the verb above it.

    "cut its reliance [on] unstable and China-centred supply [chains]".
    """
    for token in sentence.tokens:
        if token.dep != "prep" or any(
            True for _ in sentence.children(token, "pobj", "pcomp", "prep", "advmod")
        ):
            continue
        after = sentence.tokens[token.i + 1 : token.i + 2]
        if not after or after[0].pos not in {"ADJ", "NOUN", "PROPN"}:
            continue
        noun = next(
            (
                t
                for t in sentence.tokens[token.i + 1 :]
                if t.dep == "dobj" and t.pos in _NOUN and t.head < token.i
            ),
            None,
        )
        if noun is None or not any(
            t.i < token.i for t in sentence.children(sentence.head(noun), "dobj") if t.i != noun.i
        ):
            continue
        inside = range(token.i + 1, noun.i)
        if any(
            sentence.tokens[i].pos in {"VERB", "AUX"} and sentence.tokens[i].dep != "amod" for i in inside
        ):
            continue
        changes = {noun.i: replace(noun, dep="pobj", head=token.i)}
        for child in sentence.children(token):
            changes[child.i] = replace(child, head=noun.i)
        return _changed(sentence, changes)
    return sentence
