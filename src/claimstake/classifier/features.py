"""Describe a pair by what can be seen of it: words, ways, classes, and what the frames make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.classifier.pairs import first_joined
from claimstake.statements.model import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.classifier.pairs import Node, Pair
    from claimstake.sentences import Sentence, Token

_SKIPPED = {"punct", "det", "cc", "case"}


def features_of(
    sentence: Sentence,
    pair: Pair,
    *,
    stated: frozenset[str] = frozenset(),
    seen: dict[tuple[int, str], tuple[str, ...]] | None = None,
) -> Iterator[str]:
    """Give the names of the features that a pair has.

    Args:
        sentence: The sentence.
        pair: The pair.
        stated: Relations that frames or detectors state between the two, with the id of the rule.
        seen: Kept between the pairs of one sentence: the features of each word in each role.
    """
    subject, other = pair.subject, pair.other
    one, two = subject.kind, other.kind
    top = sentence.tokens[pair.path.top]
    labels = _labels(sentence, pair)
    words = _words(sentence, pair)
    predicate = _predicate(sentence, pair, top)
    yield "bias"
    yield f"kinds {one} {two}"
    yield f"way {labels}"
    yield f"way {labels} {two}"
    yield f"way {labels} {one} {two}"
    yield f"top {top.lemma} {top.pos}"
    yield f"top {top.lemma} way {labels}"
    yield f"length {min(pair.path.length, 5)} {subject.sort} {other.sort}"
    yield f"order {subject.token.i < other.token.i} {labels}"
    for word in words:
        yield f"on {word}"
        yield f"on {word} {two}"
        yield f"on {word} {one} {two}"
    yield f"predicate {predicate}"
    yield f"predicate {predicate} {one} {two}"
    yield f"words {' '.join(words)}"
    for role, node in (("s", subject), ("o", other)):
        key = (node.token.i, role)
        plain = seen.get(key) if seen is not None else None
        if plain is None:
            plain = tuple(_of_node(sentence, node, role))
            if seen is not None:
                seen[key] = plain
        yield from plain
        yield f"{role} {node.token.lemma} {labels}"
        if node.quantity is not None:
            yield f"{role} unit {node.quantity.unit} {labels}"
    yield f"heads {subject.token.lemma} {other.token.lemma}"
    yield f"s {subject.token.lemma} {two}"
    yield f"o {other.token.lemma} {one}"
    for clause, a, b in pair.shared:
        voice = "p" if clause.passive else "a"
        yield f"shared {clause.form} {a} {b}"
        yield f"shared {clause.lemma} {a} {b}"
        yield f"shared {clause.form} {a} {b} {one} {two}"
        yield f"shared {clause.lemma} {voice}"
        yield f"shared {clause.lemma} {two} {b}"
        if clause.form is Form.VERB:
            yield from _tense(sentence, clause.token)
    for word in _between(sentence, pair):
        yield f"between {word}"
    for relation in stated:
        yield f"stated {relation}"
        yield f"stated {relation.split()[0]}"
    if not stated:
        yield "unstated"


def _labels(sentence: Sentence, pair: Pair) -> str:
    up = [_dep(first_joined(sentence, sentence.tokens[i])) for i in pair.path.up]
    down = [_dep(first_joined(sentence, sentence.tokens[i])) for i in pair.path.down]
    return f"{'<'.join(up)}^{'>'.join(down)}"


def _dep(token: Token) -> str:
    if token.dep == "prep":
        return f"prep:{token.lower}"
    return "mod" if token.dep in {"compound", "nmod"} else token.dep


def _words(sentence: Sentence, pair: Pair) -> list[str]:
    """Give the words on the way between the two, without the two."""
    ends = {pair.subject.token.i, pair.other.token.i}
    way = [*pair.path.up, pair.path.top, *pair.path.down[::-1]]
    return [sentence.tokens[i].lemma for i in dict.fromkeys(way) if i not in ends]


def _predicate(sentence: Sentence, pair: Pair, top: Token) -> str:
    if top.i not in {pair.subject.token.i, pair.other.token.i}:
        return top.lemma
    words = _words(sentence, pair)
    return words[0] if words else f"{top.lemma}/self"


def _of_node(sentence: Sentence, node: Node, role: str) -> Iterator[str]:
    token = node.token
    yield f"{role} {token.lemma}"
    yield f"{role} kind {node.kind}"
    if node.mention is not None and node.mention.is_name:
        yield f"{role} name"
    for child in sentence.children(token):
        if child.dep not in _SKIPPED and child.pos != "PROPN":
            yield f"{role} has {child.dep} {child.lemma}"
    if node.quantity is not None:
        yield f"{role} under {sentence.head(token).lemma}"
    if token.i > 0:
        yield f"{role} after {sentence.tokens[token.i - 1].lower}"
    if token.i + 1 < len(sentence.tokens):
        yield f"{role} before {sentence.tokens[token.i + 1].lower}"


def _tense(sentence: Sentence, token: Token) -> Iterator[str]:
    yield f"tense {token.tag}"
    for child in sentence.children(token, "aux", "auxpass"):
        yield f"aux {child.lower}"


def _between(sentence: Sentence, pair: Pair) -> Iterator[str]:
    first, last = sorted((pair.subject.token.i, pair.other.token.i))
    if last - first > 10:
        return
    for token in sentence.tokens[first + 1 : last]:
        if token.pos not in {"PROPN", "PUNCT", "DET", "NUM"}:
            yield token.lemma
