"""Nouns and adjectives that work as predicates: "China's dominance in refining", "rich in copper"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.sentences.conditions import read_condition_words
from claimstake.statements.model import Clause, Form

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from claimstake.sentences import Sentence, Token

_MODIFIERS = {"compound": "compound", "amod": "amod", "nmod": "compound", "nummod": "nummod"}
# Verbs that only carry their noun: "has a stake in", "signed a deal with".
# Where a participle describes a noun, and is not the verb of a clause.
_DESCRIBING = {"amod", "acomp", "oprd", "attr", "ccomp", "xcomp", "acl"}
_HELD = {"obj", "attr"}


def predications_of(
    sentence: Sentence, clauses: Sequence[Clause], *, nouns: Collection[str], adjectives: Collection[str]
) -> Iterator[Clause]:
    """Give a clause for each noun and adjective of a sentence that some frame turns on.

    Args:
        sentence: The sentence.
        clauses: The verb clauses of the sentence.
        nouns: Lemmas of nouns that frames turn on.
        adjectives: Lemmas of adjectives that frames turn on.
    """
    by_head = {clause.head: clause for clause in clauses}
    for token in sentence.tokens:
        if token.pos in {"NOUN", "PROPN"} and token.lemma in nouns:
            yield _of_noun(sentence, token, by_head)
        elif (token.lemma in adjectives or token.lower in adjectives) and (
            token.pos == "ADJ" or (token.tag in {"VBN", "JJ"} and token.dep in _DESCRIBING)
        ):
            yield _of_adjective(
                sentence, token, by_head, lemma=token.lower if token.lower in adjectives else token.lemma
            )


def governing(sentence: Sentence, token: Token, by_head: Mapping[int, Clause]) -> Clause | None:
    """Give the verb clause that a token stands in."""
    current = token
    if current.i in by_head:
        return by_head[current.i]
    while current.head != current.i:
        current = sentence.head(current)
        if current.i in by_head:
            return by_head[current.i]
    return None


def _of_noun(sentence: Sentence, token: Token, by_head: Mapping[int, Clause]) -> Clause:
    arguments: dict[str, tuple[int, ...]] = {}
    for child in sentence.children(token):
        if child.dep == "poss":
            arguments["poss"] = (child.i,)
        elif child.dep in _MODIFIERS and child.pos != "NUM":
            label = _MODIFIERS[child.dep]
            arguments[label] = (*arguments.get(label, ()), child.i)
        elif child.dep == "appos":
            arguments["appos"] = (child.i,)
        elif child.dep == "prep":
            _add(sentence, child, arguments)
        elif child.dep in {"acl", "relcl"} and child.tag == "VB":
            arguments["to"] = (child.i,)
        elif child.dep == "acl" and child.lower in {"valued", "worth", "totalling", "totaling", "including"}:
            arguments["acl"] = (child.i,)
    _add_next(sentence, token, arguments)
    if token.dep == "pobj":
        # What stands before a noun's preposition: "reopened the port in a deal with".
        before = sentence.head(token)
        arguments[f"after:{before.lower}"] = (before.head,)
    above = governing(sentence, token, by_head)
    if above is not None:
        _add_place(sentence, token, above, arguments)
    return Clause(
        sentence=sentence,
        head=token.i,
        lemma=token.lemma,
        form=Form.NOUN,
        arguments=arguments,
        link=token.dep,
        parent=above.head if above else None,
    )


def _add(sentence: Sentence, preposition: Token, arguments: dict[str, tuple[int, ...]]) -> None:
    label = f"prep:{preposition.lower}"
    for inner in sentence.children(preposition, "pobj", "pcomp"):
        arguments[label] = (*arguments.get(label, ()), inner.i, *_conjuncts(sentence, inner))


def _add_next(sentence: Sentence, token: Token, arguments: dict[str, tuple[int, ...]]) -> None:
    """Add the preposition right after a noun, which belongs to it even where the parser hung it elsewhere."""
    after = sentence.tokens[token.i + 1 : token.i + 2]
    if (
        after
        and after[0].pos == "ADP"
        and after[0].dep == "prep"
        and after[0].lower in {"with", "between", "of", "on"}
    ) and f"prep:{after[0].lower}" not in arguments:
        _add(sentence, after[0], arguments)


def _conjuncts(sentence: Sentence, token: Token) -> tuple[int, ...]:
    found: tuple[int, ...] = ()
    for child in sentence.children(token, "conj"):
        if child.pos in {"NOUN", "PROPN", "ADJ"} or child.tag == "VBG":
            found = (*found, child.i, *_conjuncts(sentence, child))
    return found


def _add_place(
    sentence: Sentence, token: Token, above: Clause, arguments: dict[str, tuple[int, ...]]
) -> None:
    """Add what the noun's own clause gives it: who holds it, and what stands beside it there."""
    roles = {label for label, found in above.arguments.items() if token.i in found}
    subject = above.arguments.get("subj")
    if roles & _HELD and subject and not above.passive and token.i not in subject:
        arguments["holder"] = subject
    within = _within(sentence, token, above)
    if within:
        arguments["within"] = within
    around = above.arguments.get("obj" if above.passive else "subj", ())
    if around and token.i not in around:
        arguments["around"] = around
    if "poss" in arguments:
        arguments["holder"] = arguments["poss"]
    if "subj" in roles or ("obj" in roles and above.passive):
        for label in ("attr", "acomp", "obj"):
            if label in above.arguments and token.i not in above.arguments[label]:
                arguments[f"is:{label}"] = above.arguments[label]
    for label, found in above.arguments.items():
        if label.startswith("prep:") and roles & _HELD:
            arguments.setdefault(f"beside:{label[5:]}", found)


def _within(sentence: Sentence, token: Token, above: Clause) -> tuple[int, ...]:
    """Give what a noun after `at` or `with` is said of: "raise a plant at a cost of"."""
    before = sentence.head(token)
    if token.dep != "pobj" or before.lower not in {"at", "with", "for"}:
        return ()
    of = sentence.head(before)
    if of.pos in {"NOUN", "PROPN"}:
        return (of.i,)
    return above.arguments.get("obj") or above.arguments.get("subj", ())


def _of_adjective(sentence: Sentence, token: Token, by_head: Mapping[int, Clause], *, lemma: str) -> Clause:
    arguments: dict[str, tuple[int, ...]] = {}
    for child in sentence.children(token):
        if child.dep == "prep":
            _add(sentence, child, arguments)
        elif child.dep in {"nsubj", "nsubjpass"}:
            arguments["subj"] = (child.i,)
        elif child.dep == "npadvmod":
            arguments["npadvmod"] = (child.i,)
        elif child.dep == "xcomp":
            arguments["xcomp"] = (child.i,)
    above = governing(sentence, sentence.head(token), by_head) if token.head != token.i else None
    # "will buy the mine, subject to consent": it is the purchase that waits, not the buyer.
    act = token.dep == "advcl" and above is not None and not above.passive and "obj" in above.arguments
    if "subj" not in arguments and not (act and lemma in read_condition_words().adjectives):
        subject = _subject(sentence, token, above)
        if subject:
            arguments["subj"] = subject
    if token.dep in {"acomp", "oprd"} and above is not None:
        # "is valid for five years": the parser hangs the phrase on the verb.
        for label, found in above.arguments.items():
            if label.startswith("prep:"):
                arguments.setdefault(label, found)
    own = by_head.get(token.i)
    if own is not None:
        for label, found in own.arguments.items():
            arguments.setdefault(label, found)
    return Clause(
        sentence=sentence,
        head=token.i,
        lemma=lemma,
        form=Form.ADJECTIVE,
        arguments=arguments,
        link=token.dep,
        parent=above.head if above else None,
    )


def _subject(sentence: Sentence, token: Token, above: Clause | None) -> tuple[int, ...]:
    head = sentence.head(token)
    if token.dep in {"amod", "acl", "relcl"}:
        return (head.i,)
    if above is None:
        return ()
    # "leaving the US vulnerable to": the adjective belongs to the object.
    if token.dep in {"oprd", "ccomp", "xcomp"} and "obj" in above.arguments and not above.passive:
        return above.arguments["obj"]
    return above.arguments.get("obj" if above.passive else "subj", ())
