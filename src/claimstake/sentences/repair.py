"""Mend parses: mistakes of the small parser that are frequent and that the parse itself gives away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.sentences.coordination import rejoined
from claimstake.sentences.model import with_tokens
from claimstake.sentences.verbs import plural_verbs, speech_verbs

if TYPE_CHECKING:
    from claimstake.sentences.model import Sentence, Token

_NOUN = {"NOUN", "PROPN"}
# Participles that describe what stands before them.
_STATIVE = {
    "own",
    "back",
    "run",
    "operate",
    "control",
    "lead",
    "hold",
    "fund",
    "head",
    "manage",
    "found",
    "build",
}


def repaired(sentence: Sentence) -> Sentence:
    """Give the sentence with its known kinds of mistake mended."""
    for mend in (
        _verb_taken_for_modifier,
        _second_verb_taken_for_modifier,
        _participle_of_noun,
        _name_taken_for_adverb,
        _verb_after_modal,
        _saying_taken_for_noun,
        rejoined,
    ):
        sentence = mend(sentence)
    return sentence


def _verb_taken_for_modifier(sentence: Sentence) -> Sentence:
    """Make a verb of a modifier that has a subject: "Complexities [hinder] foreign investment."."""
    for token in sentence.tokens:
        head = sentence.head(token)
        if (
            token.dep in {"nmod", "compound", "amod", "nsubj"}
            and token.tag in {"NN", "NNS", "VB", "VBP", "VBZ", "JJ"}
            and head.dep == "ROOT"
            and head.pos in _NOUN
            and head.i > token.i
            and any(True for _ in sentence.children(token, "nsubj"))
        ):
            return _with_verb(sentence, verb=token, noun=head)
    return sentence


def _second_verb_taken_for_modifier(sentence: Sentence) -> Sentence:
    """Make a verb of a modifier after `and` or `or`: "can delay or even [halt] projects"."""
    for token in sentence.tokens:
        noun = sentence.head(token)
        verb = sentence.head(noun)
        if (
            token.tag in {"VB", "VBP"}
            and token.dep in {"compound", "amod", "nmod"}
            and noun.dep == "conj"
            and verb.pos == "VERB"
            and any(c.lower in {"and", "or"} for c in sentence.children(verb, "cc"))
        ):
            tokens = [
                replace(t, pos="VERB", dep="conj", head=verb.i)
                if t.i == token.i
                else replace(t, dep="dobj", head=token.i)
                if t.i == noun.i
                else t
                for t in sentence.tokens
            ]
            return with_tokens(sentence, tokens)
    return sentence


def _participle_of_noun(sentence: Sentence) -> Sentence:
    """Hang a participle with its agent on the noun before the comma: "A, partly [owned] by B,"."""
    tokens = list(sentence.tokens)
    changed = False
    for token in sentence.tokens:
        if token.tag != "VBN" or token.dep not in {"advcl", "conj"} or token.i < 2:
            continue
        if token.lemma not in _STATIVE or not any(
            c.lower == "by" for c in sentence.children(token, "agent", "prep")
        ):
            continue
        before = token.i - 1
        while before > 0 and sentence.tokens[before].pos == "ADV":
            before -= 1
        noun = sentence.tokens[before - 1] if before > 0 else token
        if sentence.tokens[before].text == "," and noun.pos in _NOUN and token.head != noun.i:
            tokens[token.i] = replace(token, dep="acl", head=noun.i)
            changed = True
    return with_tokens(sentence, tokens) if changed else sentence


def _name_taken_for_adverb(sentence: Sentence) -> Sentence:
    """Make the subject of a name before a verb without one: "[Beijing] placed gallium under licensing."."""
    for token in sentence.tokens:
        verb = sentence.head(token)
        if (
            token.dep == "npadvmod"
            and token.pos == "PROPN"
            and verb.tag in {"VBD", "VBZ", "VBP"}
            and token.i < verb.i
            and not any(True for _ in sentence.children(verb, "nsubj", "nsubjpass"))
        ):
            tokens = [replace(t, dep="nsubj") if t.i == token.i else t for t in sentence.tokens]
            return with_tokens(sentence, tokens)
    return sentence


def _verb_after_modal(sentence: Sentence) -> Sentence:
    """Make the verb of the noun that follows a modal verb: "may [export] concentrate"."""
    if sentence.tokens[-1].text == "?":
        return sentence
    for noun in sentence.tokens:
        before = noun.i - 1
        while before > 0 and sentence.tokens[before].pos in {"ADV", "PART"}:
            before -= 1
        verb = sentence.head(noun)
        if (
            noun.tag == "NN"
            and before > 0
            and sentence.tokens[before].tag == "MD"
            and sentence.tokens[before].head == verb.i
            and noun.dep in {"nsubj", "compound", "dobj", "npadvmod", "nmod"}
            and verb.i > noun.i
            and verb.tag in {"VB", "VBP", "NN", "NNS"}
            and f"{noun.lower}s" in plural_verbs()
        ):
            return _swapped(sentence, verb=noun, noun=verb)
    return sentence


def _saying_taken_for_noun(sentence: Sentence) -> Sentence:
    """Make the main verb of a noun between two others: "Critics [allege] Barrick polluted the river"."""
    for token in sentence.tokens[1:]:
        who, subject = sentence.tokens[token.i - 1], sentence.head(token)
        verb = sentence.head(subject)
        if (
            token.lower in speech_verbs()
            and token.dep in {"compound", "nmod", "amod"}
            and who.tag in {"NNS", "NNPS"}
            and who.head in {token.i, subject.i}
            and subject.dep in {"nsubj", "nsubjpass"}
            and subject.i > token.i
            and verb.pos in {"VERB", "AUX"}
        ):
            above = token.i if verb.head == verb.i else verb.head
            tokens = []
            for t in sentence.tokens:
                if t.i == token.i:
                    tokens.append(replace(t, pos="VERB", tag="VBP", dep=verb.dep, head=above))
                elif t.i == verb.i:
                    tokens.append(replace(t, dep="ccomp", head=token.i))
                elif t.i == who.i:
                    tokens.append(replace(t, dep="nsubj", head=token.i))
                elif t.i < who.i and t.head in {token.i, subject.i}:
                    tokens.append(replace(t, head=who.i))
                else:
                    tokens.append(t)
            return with_tokens(sentence, tokens)
    return sentence


def _swapped(sentence: Sentence, *, verb: Token, noun: Token) -> Sentence:
    """Give a verb the place of the noun that stands for it in the parse, and make that its object."""
    tokens = []
    for token in sentence.tokens:
        head = verb.i if token.head == noun.i else token.head
        if token.i == verb.i:
            at = verb.i if noun.head == noun.i else noun.head
            tokens.append(replace(token, pos="VERB", tag="VB", dep=noun.dep, head=at))
        elif token.i == noun.i:
            tokens.append(replace(token, pos="NOUN", tag="NN", dep="dobj", head=verb.i))
        elif token.head == noun.i and verb.i < token.i < noun.i:
            tokens.append(token)
        else:
            tokens.append(replace(token, head=head))
    return with_tokens(sentence, tokens)


def _with_verb(sentence: Sentence, *, verb: Token, noun: Token) -> Sentence:
    """Make the verb the root, and the noun its object; what stood before the verb goes with the verb."""
    tokens = []
    for token in sentence.tokens:
        if token.i == verb.i:
            tokens.append(replace(token, pos="VERB", tag="VBP", dep="ROOT", head=token.i))
        elif token.i == noun.i:
            tokens.append(replace(token, dep="dobj", head=verb.i))
        elif token.head == noun.i and (token.i < verb.i or token.dep == "punct"):
            dep = "nsubj" if token.pos in _NOUN and token.dep != "punct" else token.dep
            tokens.append(replace(token, head=verb.i, dep=dep))
        else:
            tokens.append(token)
    return with_tokens(sentence, tokens)
