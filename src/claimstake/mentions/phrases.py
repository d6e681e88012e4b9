"""Where a phrase begins and ends: the words that an argument is quoted with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.mentions.model import Span

if TYPE_CHECKING:
    from claimstake.sentences import Sentence, Token

_LEFT = {
    "det",
    "amod",
    "compound",
    "nummod",
    "poss",
    "nmod",
    "quantmod",
    "advmod",
    "predet",
    "case",
    "punct",
    "neg",
}
_NOUNLIKE = {"NOUN", "PROPN", "PRON", "NUM", "SYM", "ADJ", "X"}
_WITHIN = {"of", "than"}
# A stake is none without what it is in.
_HOLDINGS = {"stake", "interest", "shareholding", "share"}


def core_span(sentence: Sentence, token: Token) -> Span:
    """Give a noun with what stands before it: `its Okorusu South deposit`."""
    first = token
    for child in sentence.children(token):
        if (
            child.i < token.i
            and child.dep in _LEFT
            and not (child.dep == "punct" and child.text not in {"$", "-", "#"})
        ):
            left = sentence.subtree(child)[0]
            first = left if left.i < first.i else first
    last = token
    for child in sentence.children(token):
        # A possessive mark belongs to the noun only where the noun is the possessor.
        if child.i == token.i + 1 and child.dep == "case":
            continue
        if child.i > token.i and child.dep in {"nummod", "compound"} and child.i == last.i + 1:
            last = child
    return Span(first.start, last.end)


def phrase_span(sentence: Sentence, token: Token) -> Span:
    """Give a noun with what stands before it and what follows after `of`.

    `exports of lithium concentrate`.
    """
    if token.pos in {"VERB", "AUX"}:
        return clause_span(sentence, token)
    span = core_span(sentence, token)
    end = span.end
    for child in sentence.children(token):
        if child.i < token.i:
            continue
        if child.dep == "prep" and (
            child.lower in _WITHIN or (child.lower == "in" and token.lemma in _HOLDINGS)
        ):
            for inner in sentence.children(child, "pobj", "pcomp"):
                end = max(end, phrase_span(sentence, inner).end)
        elif (
            child.dep in {"acl", "relcl"}
            and child.tag == "VB"
            and not list(sentence.children(child, "nsubj"))
        ):
            end = max(end, clause_span(sentence, child).end)
    return Span(span.start, end)


def clause_span(sentence: Sentence, token: Token, *, whole: bool = False) -> Span:
    """Give a verb with what follows it, from its particle `to` on: `build lithium sulphate plants at home`.

    Args:
        sentence: The sentence.
        token: The verb.
        whole: Take the subject and the auxiliary verbs too.
    """
    skip = set()
    for child in sentence.children(token):
        before = child.i < token.i and not whole
        aside = child.dep in {"advcl", "parataxis", "conj", "cc", "mark"} or (child.dep == "punct")
        if (
            before
            or aside
            or (
                child.dep == "prep"
                and child.lower in {"by", "in", "since", "until"}
                and _is_time(sentence, child)
            )
        ):
            skip.add(child.i)
    found = sentence.subtree(token, without=frozenset(skip))
    while len(found) > 1 and found[-1].dep in {"punct", "cc"}:
        found.pop()
    last = found[-1]
    contiguous = [t for t in found if t.i >= found[0].i]
    return Span(contiguous[0].start, last.end)


def _is_time(sentence: Sentence, preposition: Token) -> bool:
    return any(t.text.isdigit() and len(t.text) == 4 for t in sentence.subtree(preposition))
