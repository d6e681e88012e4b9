"""Collect the arguments that hang on a predicate itself, by label."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimstake.sentences import Sentence, Token

# Verbs that say what they take something for: "found the terms fair".
_RATING = {
    "call", "consider", "declare", "deem", "find", "hold", "judge", "leave", "make", "pronounce", "render",
    "think",
}  # fmt: skip
_LISTED = {"accuse", "blame", "suspect", "charge", "criticise", "criticize"}
_DIRECT = {
    "nsubj": "subj",
    "csubj": "subj",
    "nsubjpass": "obj",
    "csubjpass": "obj",
    "dobj": "obj",
    "obj": "obj",
    "dative": "iobj",
    "attr": "attr",
    "acomp": "acomp",
    "oprd": "oprd",
    "xcomp": "xcomp",
    "ccomp": "ccomp",
    "advcl": "advcl",
    "npadvmod": "npadvmod",
    "advmod": "advmod",
    "aux": "aux",
    "neg": "neg",
}
_TIMES = {
    "year",
    "month",
    "week",
    "day",
    "time",
    "decade",
    "quarter",
    "today",
    "yesterday",
    "tomorrow",
    "half",
}


def own_arguments(token: Token, *, sentence: Sentence, passive: bool) -> dict[str, list[int]]:
    """Give the positions of the heads of the arguments of a predicate, by label.

    Args:
        token: The predicate.
        sentence: Its sentence.
        passive: Whether it is in the passive, so that who acts stands after `by`.
    """
    arguments: dict[str, list[int]] = {}
    for child in sentence.children(token):
        if child.dep in {"prep", "agent"} or (child.dep == "dative" and child.pos == "ADP"):
            _add_preposition(child, sentence=sentence, arguments=arguments, passive=passive)
        elif child.dep in _DIRECT:
            arguments.setdefault(_DIRECT[child.dep], []).append(child.i)
    _mend_objects(token, sentence=sentence, arguments=arguments)
    if token.lemma in _RATING and not passive:
        _add_rated(sentence, arguments)
    if token.lemma in _LISTED:
        _add_listed(token, sentence=sentence, arguments=arguments)
    return arguments


def _add_rated(sentence: Sentence, arguments: dict[str, list[int]]) -> None:
    """Take what is rated, and as what, from a clause without a verb: "found the terms fair"."""
    if "obj" in arguments or "oprd" in arguments:
        return
    for i in arguments.get("ccomp", []):
        rated = sentence.tokens[i]
        subject = next(sentence.children(rated, "nsubj"), None)
        bare = not any(True for _ in sentence.children(rated, "aux", "cop", "mark"))
        if rated.pos in {"ADJ", "NOUN"} and subject is not None and bare:
            arguments["obj"], arguments["oprd"] = [subject.i], [i]
            return


def _mend_objects(token: Token, *, sentence: Sentence, arguments: dict[str, list[int]]) -> None:
    """Tell objects apart: what is given from whom it is given to, and from measures of time."""
    direct = [child.i for child in sentence.children(token, "dobj")]
    given = [child.i for child in sentence.children(token, "nsubjpass")]
    if direct and given:
        # "The smelter was awarded a contract": the subject is the one who gets it.
        arguments["obj"] = direct
        arguments.setdefault("iobj", []).extend(given)
    if "obj" in arguments or given:
        return
    for child in sentence.children(token, "npadvmod"):
        if child.pos == "NOUN" and child.i > token.i and child.lemma not in _TIMES:
            arguments["obj"] = [child.i]
            arguments["npadvmod"] = [i for i in arguments["npadvmod"] if i != child.i]
            return


def _add_preposition(
    token: Token, *, sentence: Sentence, arguments: dict[str, list[int]], passive: bool
) -> None:
    """Add what stands after a preposition, and after one that follows it: `according to`, `because of`."""
    name = token.lower
    for child in sentence.children(token):
        if child.dep == "pcomp" and child.pos == "ADP":
            for inner in sentence.children(child, "pobj", "pcomp"):
                arguments.setdefault(f"prep:{name} {child.lower}", []).append(inner.i)
        elif child.dep in {"pobj", "pcomp"}:
            label = (
                "subj"
                if name == "by"
                and (token.dep == "agent" or (passive and child.dep == "pobj" and _is_actor(child)))
                else f"prep:{name}"
            )
            arguments.setdefault(label, []).append(child.i)
        elif child.dep in {"prep", "fixed", "mwe"}:
            for inner in sentence.children(child, "pobj", "pcomp"):
                arguments.setdefault(f"prep:{name} {child.lower}", []).append(inner.i)
    for other in sentence.children(token, "conj"):
        if other.pos == "ADP":
            _add_preposition(other, sentence=sentence, arguments=arguments, passive=passive)


def _add_listed(token: Token, *, sentence: Sentence, arguments: dict[str, list[int]]) -> None:
    """Add the later members of a list that the parser cut off: "accused of lacking X.

    Offering Y and causing Z".
    """
    first = [i for i in arguments.get("prep:of", []) if sentence.tokens[i].tag == "VBG"]
    if not first:
        return
    for child in sentence.children(token, "advcl"):
        if child.tag == "VBG" and child.i > first[0] and not list(sentence.children(child, "mark")):
            arguments["prep:of"].append(child.i)


def _is_actor(token: Token) -> bool:
    return token.pos in {"PROPN", "NOUN", "PRON"} and not token.text[:1].isdigit() and token.lemma not in {
        "year", "end", "month", "quarter", "decade", "percent", "%", "share", "amount",
    }  # fmt: skip
