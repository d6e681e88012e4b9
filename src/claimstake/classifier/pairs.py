"""Find the pairs of words of a sentence that a claim could join."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claimstake.frames.predications import predications_of
from claimstake.statements.model import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.mentions import Mention
    from claimstake.quantities import FoundQuantity
    from claimstake.sentences import Sentence, Token
    from claimstake.statements import Clause
    from claimstake.times import FoundTime

_RELATIVE = {"which", "that", "who", "whom", "whose", "what", "there", "where", "when", "how", "why"}
_ACTS = {"xcomp", "ccomp", "advcl", "pcomp", "acl", "csubj", "csubjpass", "relcl"}
_VALUES = {"acomp", "attr", "oprd", "amod", "appos"}


class Sort(StrEnum):
    """What a word can stand for in a claim."""

    THING = "thing"
    ACT = "act"
    VALUE = "value"
    QUANTITY = "quantity"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A word that can fill a role; for amounts and times, the highest word of them."""

    token: Token
    sort: Sort
    kind: str
    quantity: FoundQuantity | None = None
    time: FoundTime | None = None
    mention: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """The way from one word to another: up to the word above both, and down again."""

    up: tuple[int, ...]
    top: int
    down: tuple[int, ...]

    @property
    def length(self) -> int:
        """Number of dependencies on the way."""
        return len(self.up) + len(self.down)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A possible subject and what it might be related to.

    Args:
        shared: Clauses in which both stand, with the label of each there.
    """

    subject: Node
    other: Node
    path: Path
    shared: tuple[tuple[Clause, str, str], ...]


# Longest way through the sentence, in dependencies, between the two words of a pair, by what they stand for:
# beyond these, less than one pair in a hundred states anything.
_FAR = {
    (Sort.THING, Sort.THING): 5,
    (Sort.THING, Sort.QUANTITY): 6,
    (Sort.THING, Sort.TIME): 4,
    (Sort.THING, Sort.ACT): 3,
    (Sort.THING, Sort.VALUE): 3,
    (Sort.ACT, Sort.THING): 2,
    (Sort.ACT, Sort.QUANTITY): 2,
    (Sort.ACT, Sort.TIME): 2,
}


def pairs_of(reading: Reading, read: ReadSentence) -> tuple[Pair, ...]:
    """Give the pairs of a sentence, in the order of their words."""
    sentence = read.sentence
    nodes = tuple(nodes_of(reading, read))
    labels = _labels(_predications(read))
    chains = {node.token.i: _chain(sentence, node.token.i) for node in nodes}
    found = []
    for subject in nodes:
        for other in nodes:
            far = _FAR.get((subject.sort, other.sort), 0)
            if not far or other is subject:
                continue
            path = _path(chains[subject.token.i], chains[other.token.i])
            if path.length <= far:
                shared = _shared(labels, subject.token.i, other.token.i)
                found.append(Pair(subject=subject, other=other, path=path, shared=shared))
    return tuple(found)


def nodes_of(reading: Reading, read: ReadSentence) -> Iterator[Node]:
    """Give the words of a sentence that can fill a role."""
    sentence = read.sentence
    amounts = {_root(sentence, q.start, q.end): q for q in read.quantities}
    times = {_root(sentence, t.start, t.end): t for t in read.times}
    inside = {t.i for q in read.quantities for t in sentence.at(q.start, q.end)}
    inside |= {t.i for q in read.times for t in sentence.at(q.start, q.end)}
    for token in sentence.tokens:
        if token.i in amounts:
            quantity = amounts[token.i]
            unit = "money" if quantity.is_money else quantity.unit
            yield Node(token=token, sort=Sort.QUANTITY, kind=unit, quantity=quantity)
        elif token.i in times:
            yield Node(token=token, sort=Sort.TIME, kind="time", time=times[token.i])
        elif token.i not in inside:
            node = _node(reading, sentence, token)
            if node is not None:
                yield node


def _node(reading: Reading, sentence: Sentence, token: Token) -> Node | None:
    if token.lower in _RELATIVE:
        return None
    if token.pos in {"NOUN", "PROPN", "PRON"} or token.tag == "PRP$":
        if token.dep in {"compound", "nmod"} and token.start not in reading.naming.known:
            return None
        mention = reading.naming.mention_of(sentence, token)
        if token.dep in {"compound", "nmod"} and mention.iri is None:
            return None
        return Node(token=token, sort=Sort.THING, kind=mention.type, mention=mention)
    if token.pos == "ADJ" and token.start in reading.naming.known:
        mention = reading.naming.mention_of(sentence, token)
        return Node(token=token, sort=Sort.THING, kind=f"adj-{mention.type}", mention=mention)
    if token.pos in {"VERB", "AUX"} and token.dep in _ACTS:
        return Node(token=token, sort=Sort.ACT, kind=f"act-{token.tag}")
    if token.pos in {"ADJ", "VERB"} and token.dep in _VALUES:
        return Node(token=token, sort=Sort.VALUE, kind=f"value-{token.tag}")
    return None


def _root(sentence: Sentence, start: int, end: int) -> int:
    tokens = sentence.at(start, end) or [t for t in sentence.tokens if t.start <= start < t.end]
    inside = {t.i for t in tokens}
    return next((t.i for t in tokens if t.head not in inside or t.head == t.i), -1)


def _predications(read: ReadSentence) -> list[Clause]:
    sentence = read.sentence
    nouns = {t.lemma for t in sentence.tokens if t.pos in {"NOUN", "PROPN"}}
    adjectives = {t.lemma for t in sentence.tokens if t.pos == "ADJ"}
    return [*read.clauses, *predications_of(sentence, read.clauses, nouns=nouns, adjectives=adjectives)]


def _labels(clauses: list[Clause]) -> Mapping[int, list[tuple[Clause, str]]]:
    found: dict[int, list[tuple[Clause, str]]] = {}
    for clause in clauses:
        if clause.form is not Form.VERB:
            found.setdefault(clause.head, []).append((clause, "self"))
        for label, positions in clause.arguments.items():
            for i in positions:
                found.setdefault(i, []).append((clause, label))
    return found


def _shared(
    labels: Mapping[int, list[tuple[Clause, str]]], one: int, other: int
) -> tuple[tuple[Clause, str, str], ...]:
    there = labels.get(other, ())
    return tuple((c, a, b) for c, a in labels.get(one, ()) for d, b in there if c is d and a != b)


def first_joined(sentence: Sentence, token: Token) -> Token:
    """Give the first member of a list of nouns that a word stands in, or the word itself."""
    while token.dep == "conj" and token.head != token.i and sentence.head(token).pos not in {"VERB", "AUX"}:
        token = sentence.head(token)
    return token


def _chain(sentence: Sentence, i: int) -> tuple[int, ...]:
    """Give the positions from a word up to the root, passing over the earlier members of a list."""
    found = [i]
    token = first_joined(sentence, sentence.tokens[i])
    while token.head != token.i:
        found.append(token.head)
        token = first_joined(sentence, sentence.tokens[token.head])
    return tuple(found)


def _path(one: tuple[int, ...], other: tuple[int, ...]) -> Path:
    places = {i: n for n, i in enumerate(other)}
    for n, i in enumerate(one):
        if i in places:
            return Path(up=one[:n], top=i, down=other[: places[i]][::-1])
    return Path(up=one, top=one[-1], down=other[::-1])
