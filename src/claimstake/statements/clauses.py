"""Find the clauses of a sentence: its verbs, with the arguments that grammar gives them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.statements.arguments import own_arguments
from claimstake.statements.cues import read_cues
from claimstake.statements.model import Clause, Form

if TYPE_CHECKING:
    from claimstake.sentences import Sentence, Token

_CLAUSAL = {
    "ROOT",
    "conj",
    "ccomp",
    "xcomp",
    "advcl",
    "relcl",
    "acl",
    "pcomp",
    "parataxis",
    "csubj",
    "csubjpass",
    "dep",
}
_RELATIVE = {"which", "that", "who", "whom", "whose"}
# Verbs whose object does what their infinitive says: "forced the mine to close".
_OBJECT_CONTROL = {
    "allow", "ask", "cause", "compel", "enable", "encourage", "expect", "force", "get", "help", "invite",
    "lead",
    "leave", "make", "oblige", "order", "permit", "persuade", "prompt", "push", "require", "tell", "urge",
    "use",
    "want",
}  # fmt: skip
# Verbs whose object does what follows after a preposition: "assist the US in cutting its reliance".
_MEASURES = {
    "ban",
    "bar",
    "prohibition",
    "moratorium",
    "restriction",
    "limit",
    "embargo",
    "licence",
    "permit",
}
_OBJECT_OF_GERUND = {
    "accuse",
    "assist",
    "help",
    "prevent",
    "stop",
    "keep",
    "blame",
    "suspect",
    "charge",
    "bar",
    "use",
    "see",
}


def clauses_of(sentence: Sentence) -> tuple[Clause, ...]:
    """Give the clauses of a sentence, those above before those below."""
    found: dict[int, Clause] = {}
    for token in _from_the_top(sentence):
        if _is_predicate(token, sentence):
            found[token.i] = _clause(token, sentence=sentence, above=found)
    return tuple(_with_shared_objects(found))


def _from_the_top(sentence: Sentence) -> list[Token]:
    roots = [token for token in sentence.tokens if token.head == token.i]
    ordered, todo = [], roots
    while todo:
        token = todo.pop(0)
        ordered.append(token)
        todo.extend(sentence.children(token))
    return ordered


def _is_predicate(token: Token, sentence: Sentence) -> bool:
    if token.dep in {"aux", "auxpass", "amod", "prep", "mark", "case", "compound", "punct", "prt", "agent"}:
        return False
    if token.pos in {"VERB", "AUX"}:
        return token.dep in _CLAUSAL or _has_subject(token, sentence)
    return _has_subject(token, sentence) and token.pos in {"NOUN", "ADJ", "ADV", "PROPN"}


def _has_subject(token: Token, sentence: Sentence) -> bool:
    return any(True for _ in sentence.children(token, "nsubj", "nsubjpass"))


def _clause(token: Token, *, sentence: Sentence, above: dict[int, Clause]) -> Clause:
    passive = _is_passive(token, sentence)
    lemma = token.lemma
    for child in sentence.children(token, "prt"):
        lemma = f"{lemma} {child.lower}"
    arguments = own_arguments(token, sentence=sentence, passive=passive)
    if not passive and "obj" in arguments and any(c.dep == "nsubjpass" for c in sentence.children(token)):
        passive = True
    parent, link = _parent(token, sentence=sentence, above=above)
    clause = Clause(
        sentence=sentence,
        head=token.i,
        lemma=lemma,
        form=Form.ADJECTIVE if token.pos == "ADJ" else Form.VERB,
        arguments={},
        passive=passive,
        link=link,
        parent=parent.head if parent else None,
        own_subject=any(c.dep in {"nsubj", "nsubjpass", "csubj"} for c in sentence.children(token)),
    )
    _undo_relative(clause, arguments)
    _undo_free_relative(clause, arguments, parent=parent, above=above)
    _inherit(clause, arguments, parent=parent)
    if link == "conj" and parent is not None and token.tag == "VB" and "aux" not in arguments:
        # "can delay or even halt": the modal verb is that of both.
        arguments["aux"] = list(parent.arguments.get("aux", ()))
    labels = {label: tuple(_with_conjuncts(i, sentence) for i in found) for label, found in arguments.items()}
    flat = {label: tuple(i for group in groups for i in group) for label, groups in labels.items()}
    return replace(clause, arguments=flat)


def _is_passive(token: Token, sentence: Sentence) -> bool:
    deps = {child.dep for child in sentence.children(token)}
    if "auxpass" in deps or "nsubjpass" in deps:
        return True
    if token.tag != "VBN":
        return False
    has_aux = any(child.lemma in {"have", "be"} for child in sentence.children(token, "aux"))
    if token.dep in {"acl", "advcl"}:
        return not has_aux and "dobj" not in deps
    if token.dep == "conj":
        return not has_aux and "nsubj" not in deps and _is_passive(sentence.head(token), sentence)
    return "agent" in deps


def _parent(token: Token, *, sentence: Sentence, above: dict[int, Clause]) -> tuple[Clause | None, str]:
    """Give the clause that a predicate hangs on, and the link.

    The lowest dependency on the way that is clausal.
    """
    link, current = token.dep, token
    while current.head != current.i:
        current = sentence.head(current)
        if current.i in above:
            return above[current.i], link
        if current.dep in _CLAUSAL and link not in _CLAUSAL:
            link = current.dep
    return None, link


def _undo_relative(clause: Clause, arguments: dict[str, list[int]]) -> None:
    """Put the noun in the place of the pronoun that stands for it in a relative clause."""
    token, sentence = clause.token, clause.sentence
    anchor = token
    while anchor.dep == "conj" and sentence.head(anchor).pos in {"VERB", "AUX"}:
        anchor = sentence.head(anchor)
    if anchor.dep not in {"relcl", "acl"}:
        return
    noun = _named(anchor.head, sentence)
    replaced = False
    for label, found in arguments.items():
        for n, i in enumerate(found):
            if sentence.tokens[i].lower in _RELATIVE and sentence.tokens[i].pos in {"PRON", "DET", "SCONJ"}:
                arguments[label][n] = noun
                replaced = True
    if replaced or anchor is not token:
        return
    if (
        token.dep == "acl"
        and sentence.tokens[noun].lemma in {"percent", "%", "half"}
        and sentence.tokens[noun].dep == "attr"
    ):
        # "The smelter is 60 percent owned by": the share is no thing that is owned.
        subject = next(sentence.children(sentence.head(sentence.tokens[noun]), "nsubj"), None)
        if subject is not None:
            arguments.setdefault("obj", []).append(subject.i)
    elif token.dep == "acl":
        if clause.passive:
            if "that" not in sentence.markers(token, "mark"):
                arguments.setdefault("obj", []).append(noun)
        elif token.tag == "VBG":
            arguments.setdefault("subj", []).append(noun)
    elif "subj" in arguments and "obj" not in arguments and "attr" not in arguments:
        arguments.setdefault("obj", []).append(noun)
    elif "subj" not in arguments and "obj" not in arguments:
        arguments["subj"] = [noun]


# Verbs whose complement is the same thing as their subject, or as what was done: "marking what they called".
_EQUATES = {"be", "become", "remain", "mark", "represent", "constitute", "form"}


def _undo_free_relative(
    clause: Clause, arguments: dict[str, list[int]], *, parent: Clause | None, above: dict[int, Clause]
) -> None:
    """Put what is meant in the place of `what`: "sent a cargo, marking [what] both called a success"."""
    if parent is None or parent.lemma not in _EQUATES or clause.link not in {"ccomp", "csubj"}:
        return
    meant = parent.arguments.get("subj", ())
    if parent.link == "advcl" and parent.token.tag == "VBG" and parent.parent in above:
        act = above[parent.parent].arguments
        meant = act.get("obj") or act.get("subj", ())
    for label in ("obj", "subj"):
        found = arguments.get(label, [])
        if meant and found and clause.sentence.tokens[found[0]].lower == "what":
            arguments[label] = [meant[0]]


def _named(i: int, sentence: Sentence) -> int:
    """Give the name that a noun stands beside: "Ms Petrovic, a beekeeper who heads the group"."""
    token = sentence.tokens[i]
    head = sentence.head(token)
    return head.i if token.dep == "appos" and head.pos == "PROPN" else i


def _inherit(clause: Clause, arguments: dict[str, list[int]], *, parent: Clause | None) -> None:
    """Take the subject from the clause above, where the construction says that it is the same."""
    if parent is None:
        return
    wanted = "obj" if clause.passive else "subj"
    if wanted in arguments:
        return
    given = _subject_above(clause, parent) or _holder_of_act(clause, parent)
    if given:
        arguments[wanted] = list(given)


def _subject_above(clause: Clause, parent: Clause) -> tuple[int, ...]:
    above = parent.arguments
    surface = above.get("obj" if parent.passive else "subj", ())
    if clause.link == "conj":
        return surface
    if clause.link == "xcomp" or (clause.link == "ccomp" and not clause.own_subject):
        if parent.lemma in _OBJECT_CONTROL and "obj" in above:
            return above["obj"]
        return surface
    if clause.link == "pcomp" and parent.lemma in _OBJECT_OF_GERUND and "obj" in above:
        return above["obj"]
    if clause.link == "pcomp" and _is_of_noun(clause):
        return ()
    if clause.link in {"advcl", "pcomp"} and clause.token.tag in {"VBG", "VBN", "VB"}:
        return surface
    return ()


def _is_of_noun(clause: Clause) -> bool:
    """Tell whether an act is what a measure forbids or undoes: "to lift a ban on mining" is not to mine."""
    noun = clause.sentence.head(clause.sentence.head(clause.token))
    return noun.pos == "NOUN" and noun.lemma in _MEASURES


def _holder_of_act(clause: Clause, parent: Clause) -> tuple[int, ...]:
    """Give who is to do what a noun announces: "Vale's offer to buy", "Vale signed a deal to buy"."""
    token, sentence = clause.token, clause.sentence
    if token.dep not in {"acl", "relcl"} or token.tag != "VB" or clause.passive:
        return ()
    noun = sentence.head(token)
    if noun.lemma not in read_cues().announcing:
        return ()
    owner = next(sentence.children(noun, "poss"), None)
    if owner is not None:
        return (owner.i,)
    return parent.arguments.get("subj", ()) if noun.i not in parent.arguments.get("subj", ()) else ()


def _with_conjuncts(i: int, sentence: Sentence) -> tuple[int, ...]:
    """Give a noun with the nouns that are joined to it by `and`, `or` or a comma."""
    token = sentence.tokens[i]
    found = [i]
    for child in sentence.children(token, "conj"):
        if child.pos in {"NOUN", "PROPN", "NUM", "ADJ", "PRON", "SYM", "X"} or child.tag in {
            "NNS",
            "NN",
            "VBG",
        }:
            found.extend(_with_conjuncts(child.i, sentence))
    return tuple(found)


def _with_shared_objects(found: dict[int, Clause]) -> list[Clause]:
    """Give the object of the last of several joined verbs to those before it.

    "can delay or halt projects".
    """
    clauses = dict(found)
    for clause in found.values():
        if clause.link != "conj" or clause.parent is None or "obj" not in clause.arguments or clause.passive:
            continue
        first = clauses[clause.parent]
        before_object = all(i > clause.head for i in clause.arguments["obj"])
        bare = not set(first.arguments) - {"subj"}
        if bare and before_object and not first.passive and clause.head - first.head < 5:
            clauses[first.head] = replace(
                first, arguments={**first.arguments, "obj": clause.arguments["obj"]}
            )
    return list(clauses.values())
