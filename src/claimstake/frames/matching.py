"""Match frames with the clauses of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.frames.following import following_amount
from claimstake.frames.joined import joined_amounts
from claimstake.frames.model import ANY, LENDER
from claimstake.frames.predications import predications_of
from claimstake.statements.cues import read_cues
from claimstake.statements.model import Form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimstake.frames.model import Frame, Frames
    from claimstake.mentions import Naming
    from claimstake.quantities import FoundQuantity
    from claimstake.sentences import Sentence, Token
    from claimstake.statements import Clause

_MASS = {
    "tonne",
    "kilotonne",
    "megatonne",
    "ton",
    "ounce",
    "pound",
    "kilogram",
    "gram",
    "carat",
    "barrel",
    "litre",
}
_TIME = {"year", "month", "week", "day", "hour"}
_CONCENTRATION = {"percent", "gram-per-tonne", "part-per-million", "part-per-billion"}
_POWER = {"megawatt", "gigawatt", "kilowatt", "megawatt-hour", "gigawatt-hour"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A frame that holds for a clause, with the positions of its fillers by role."""

    frame: Frame
    clause: Clause
    fillers: Mapping[str, tuple[int, ...]]
    quantity: FoundQuantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A frame that was tried on a clause and does not hold, and why."""

    frame: Frame
    clause: Clause
    reason: str


def kinds_of(quantity: FoundQuantity) -> frozenset[str]:
    """Tell what an amount can be: `money`, `price`, `mass`, `rate`, `share`, `grade`, `duration`, `count`.

    `power`.
    """
    if quantity.is_money:
        return frozenset({"price"} if quantity.per not in {None, "year"} else {"money"})
    found = set()
    if quantity.unit in _MASS:
        found.add("mass")
    if ("-per-" in quantity.unit and quantity.unit not in _CONCENTRATION) or quantity.per:
        found.add("rate")
    if quantity.unit in {"percent", "share", "percentage-point", "basis-point"}:
        found.add("share")
    if quantity.unit in _CONCENTRATION:
        found.add("grade")
    if quantity.unit in _TIME:
        found.add("duration")
    if quantity.unit in _POWER:
        found.add("power")
    if quantity.unit in {"person", "number", "step", "project"}:
        found.add("count")
    return frozenset(found or {"other"})


def match_frames(
    sentence: Sentence,
    clauses: Sequence[Clause],
    *,
    frames: Frames,
    naming: Naming,
    quantities: Sequence[FoundQuantity],
) -> tuple[tuple[Match, ...], tuple[Miss, ...]]:
    """Give the frames that hold in a sentence, and those that were tried and do not.

    Args:
        sentence: The sentence.
        clauses: The verb clauses of the sentence.
        frames: All frames.
        naming: The names of the article.
        quantities: The amounts in the sentence.
    """
    every = [*clauses, *predications_of(sentence, clauses, nouns=frames.nouns, adjectives=frames.adjectives)]
    matches: list[Match] = []
    misses: list[Miss] = []
    for clause in every:
        candidates = frames.by_word.get((clause.form, clause.lemma), ())
        if not candidates and " " in clause.lemma:
            candidates = frames.by_word.get((clause.form, clause.lemma.split()[0]), ())
        typed = taken = False
        for frame in candidates:
            if taken and not frame.beside:
                continue
            found = _match(frame, clause, naming=naming, quantities=quantities)
            if isinstance(found, Miss):
                misses.append(found)
                continue
            matches += [found, *joined_amounts(found, quantities)]
            if frame.needs & {"time", "deadline"}:
                # Whether the clause has such a time is seen later; without one the frame takes nothing.
                continue
            typed = True
            taken = taken or not (frame.also or frame.beside)
        for frame in frames.by_word.get((clause.form, ANY), ()):
            # What holds of any verb is said beside what its own frames say, or only where they say nothing.
            if frame.alone and typed:
                continue
            found = _match(frame, clause, naming=naming, quantities=quantities)
            if isinstance(found, Match):
                matches.append(found)
                typed = typed or frame.alone
    return tuple(matches), tuple(misses)


def _match(
    frame: Frame, clause: Clause, *, naming: Naming, quantities: Sequence[FoundQuantity]
) -> Match | Miss:
    if frame.voice is not None and clause.passive is not (frame.voice == "passive"):
        return Miss(frame=frame, clause=clause, reason=f"it is not {frame.voice}")
    unwanted = next((path for path in sorted(frame.without) if _is_filled(path, clause)), None)
    if "particle" in frame.without and clause.lemma not in frame.words:
        unwanted = f"the particle of {clause.lemma!r}"
    if unwanted is not None:
        return Miss(frame=frame, clause=clause, reason=f"it has {unwanted}")
    fillers: dict[str, tuple[int, ...]] = {}
    for role, paths in frame.roles.items():
        reason = ""
        for path in paths:
            found = _at(path, clause)
            if not role.startswith("_"):
                found = _unwrapped(found, clause.sentence, quantities)
            kept = tuple(i for i in found if _fits(i, role, frame=frame, clause=clause, naming=naming))
            if kept:
                fillers[role] = tuple(dict.fromkeys((*fillers.get(role, ()), *kept)))
                if not (frame.join and role == "objects"):
                    break
            if found:
                reason = f"{clause.sentence.tokens[found[0]].text!r} is no {role} for it"
        if role in frame.needs and role not in fillers:
            return Miss(
                frame=frame, clause=clause, reason=reason or f"it has no {role} at {' or '.join(paths)}"
            )
    quantity = _quantity(frame, clause, fillers, quantities)
    if quantity is None and "quantity" in frame.needs:
        return Miss(
            frame=frame, clause=clause, reason=f"it has no amount of {' or '.join(sorted(frame.quantity))}"
        )
    return Match(frame=frame, clause=clause, fillers=fillers, quantity=quantity)


def _is_filled(path: str, clause: Clause) -> bool:
    if ">" in path or path.startswith("*"):
        return bool(_at(path, clause))
    return path in clause.arguments


def _at(path: str, clause: Clause) -> tuple[int, ...]:
    """Follow a path from a clause; `self` is the predicate, `*prep:x` any such preposition in the clause."""
    steps = path.split(">")
    if steps[-1] == "before":
        steps = steps[:-1] or ["self"]
    if steps[0] == "self":
        here: tuple[int, ...] = (clause.head,)
    elif steps[0].startswith("*"):
        here = _anywhere(steps[0][1:], clause)
    elif steps[0] == "above":
        here = (clause.parent,) if clause.link == "advcl" and clause.parent is not None else ()
    elif steps[0] == "named":
        here = _named(clause)
    elif steps[0] == "host":
        here = _host(clause)
    elif steps[0].startswith("mark:"):
        here = _introduced(steps[0][5:].split("|"), clause)
    elif ":" in steps[0] and not steps[0].startswith(("prep:", "is:", "beside:", "after:")):
        # "acomp:due": that argument, if it is this word.
        label, word = steps[0].split(":", 1)
        here = tuple(i for i in clause.arguments.get(label, ()) if clause.sentence.tokens[i].lemma == word)
    else:
        here = clause.arguments.get(steps[0], ())
        if not here and steps[0].startswith("prep:") and steps[0] != "prep:of" and clause.form is Form.VERB:
            # The parser hangs many a phrase on the object that belongs to the verb.
            here = tuple(
                j
                for i in clause.arguments.get("obj", ())
                for j in _below(steps[0], clause.sentence.tokens[i], clause.sentence)
            )
    for step in steps[1:]:
        here = tuple(j for i in here for j in _below(step, clause.sentence.tokens[i], clause.sentence))
    return here


def _introduced(words: Sequence[str], clause: Clause) -> tuple[int, ...]:
    """Give the adverbial clauses that one of these conjunctions introduces: `because`, `after`."""
    sentence = clause.sentence
    return tuple(
        i
        for i in clause.arguments.get("advcl", ())
        if any(c.lower in words and c.i < i for c in sentence.children(sentence.tokens[i], "mark", "advmod"))
    )


def _named(clause: Clause) -> tuple[int, ...]:
    """Give the name that a noun stands beside: "Tom Palmer, chief executive of"."""
    sentence, token = clause.sentence, clause.token
    head = sentence.head(token)
    definite = any(child.lower == "the" for child in sentence.children(head, "det"))
    if token.dep == "appos" and (head.pos == "PROPN" or (head.pos == "NOUN" and definite)):
        return (head.i,)
    return tuple(child.i for child in sentence.children(token, "appos") if child.pos == "PROPN")


def _host(clause: Clause) -> tuple[int, ...]:
    """Give what a noun describes as an apposition, or follows after a comma: "40 tonnes, a third of"."""
    sentence, token = clause.sentence, clause.token
    if token.dep == "appos" and sentence.head(token).pos in {"NOUN", "PROPN", "NUM", "SYM"}:
        return (token.head,)
    first = sentence.subtree(token)[0].i
    if first < 2 or sentence.tokens[first - 1].text != ",":
        return ()
    noun = sentence.tokens[first - 2]
    while noun.dep == "pobj" and (above := sentence.head(sentence.head(noun))).pos in {"NOUN", "PROPN"}:
        noun = above
    return (noun.i,) if noun.pos in {"NOUN", "PROPN"} else ()


def _below(step: str, token: Token, sentence: Sentence) -> list[int]:
    if step.startswith("prep:"):
        return [
            inner.i
            for child in sentence.children(token, "prep")
            if child.lower == step[5:]
            for inner in _with_conjuncts(sentence, next(sentence.children(child, "pobj", "pcomp"), None))
        ]
    if step == "to":
        return [c.i for c in sentence.children(token, "acl", "relcl", "xcomp") if c.tag == "VB"]
    return [child.i for child in sentence.children(token, *step.split("|"))]


def _with_conjuncts(sentence: Sentence, token: Token | None) -> list[Token]:
    if token is None:
        return []
    found = [token]
    for child in sentence.children(token, "conj"):
        found += _with_conjuncts(sentence, child)
    return found


def _anywhere(label: str, clause: Clause) -> tuple[int, ...]:
    """Find a preposition anywhere below a clause, but not inside another one."""
    if label in clause.arguments:
        return clause.arguments[label]
    sentence, wanted = clause.sentence, label.removeprefix("prep:")
    todo, found = [clause.head], []
    while todo:
        for child in sentence.children(sentence.tokens[todo.pop(0)]):
            if child.pos in {"VERB", "AUX"} and child.dep not in {"amod", "prep"}:
                continue
            if child.dep == "prep" and child.lower == wanted:
                found += [
                    t.i for t in _with_conjuncts(sentence, next(sentence.children(child, "pobj"), None))
                ]
            todo.append(child.i)
    return tuple(found)


def _unwrapped(
    found: tuple[int, ...], sentence: Sentence, quantities: Sequence[FoundQuantity]
) -> tuple[int, ...]:
    """Go from an amount to what it is an amount of: `1.1 million tonnes of concentrate` is concentrate."""
    result: list[int] = []
    for i in found:
        token = sentence.tokens[i]
        # Of "900 people in Kolwezi" it is people that are counted, not Kolwezi.
        inside = any(
            q.start <= token.start < q.end and (q.unit not in {"person", "number"} or token.pos == "NUM")
            for q in quantities
        )
        if inside or token.lemma in read_cues().parts or token.pos == "NUM":
            inner = _below("prep:of", token, sentence)
            if inside and not inner:
                inner = _below("prep:in", token, sentence)
            if inner:
                result.extend(inner)
                continue
        result.append(i)
    return tuple(result)


def _fits(i: int, role: str, *, frame: Frame, clause: Clause, naming: Naming) -> bool:
    token = clause.sentence.tokens[i]
    heads = frame.nouns.get(role)
    if heads is not None and token.lemma not in heads:
        return False
    if token.lemma in frame.unlike.get(role, ()):
        return False
    if role == "value" and token.pos == "PROPN":
        # "dubbed Project Vault": a name rates nothing.
        return False
    wanted = frame.types.get(role)
    if wanted is None:
        return True
    if LENDER in wanted:
        return _is_lender(naming.mention_of(clause.sentence, token).label)
    if token.pos == "PRON" or token.tag == "PRP$":
        return bool(
            wanted & {"Organization", "State", "Government", "Person", "AgentGroup"}
        ) or token.lower in {"it", "its", "this", "they"}
    return naming.mention_of(clause.sentence, token).type in wanted


def _is_lender(label: str) -> bool:
    words = [word.lower().strip(",.") for word in label.replace("-", " ").split()]
    return any(word in read_cues().lenders or word.endswith("bank") for word in words)


def _quantity(
    frame: Frame, clause: Clause, fillers: Mapping[str, tuple[int, ...]], quantities: Sequence[FoundQuantity]
) -> FoundQuantity | None:
    """Give the amount of the right kind: at the paths that the frame names, or the nearest in the clause."""
    if not frame.quantity:
        return None
    fitting = [q for q in quantities if kinds_of(q) & frame.quantity]
    for path in frame.quantity_at:
        if path.startswith("next") and (after := following_amount(path, clause, fitting)) is not None:
            return after
        for i in _at(path.removeprefix("="), clause):
            below = _amount_tokens(path, clause.sentence, clause.sentence.tokens[i])
            hit = next((q for q in fitting if any(q.start <= t.start < q.end for t in below)), None)
            if hit is not None:
                return hit
    if frame.quantity_at:
        return None
    own = _own_tokens(clause)
    inside = [q for q in fitting if any(q.start <= t.start < q.end for t in own)]
    return min(inside, key=lambda q: abs(q.start - clause.token.start), default=None)


def _amount_tokens(path: str, sentence: Sentence, token: Token) -> list[Token]:
    """Give where the amount at a path may stand: anywhere in the phrase.

    After `=` only in its head, and in `before` only before its head.
    """
    if path.startswith("="):
        return [token]
    if path.endswith("before"):
        near = sentence.children(token, "nummod", "compound", "amod", "nmod", "quantmod", "dep")
        return [t for child in near if child.i < token.i for t in sentence.subtree(child)]
    return _phrase_tokens(sentence, token)


def _phrase_tokens(sentence: Sentence, token: Token) -> list[Token]:
    """Give the tokens of a noun phrase without the clauses, appositions and other nouns that hang on it."""
    aside = {
        t.i
        for t in sentence.tokens
        if t.dep in {"relcl", "appos", "conj", "parataxis", "advcl"} and t.i != token.i
    }
    return sentence.subtree(token, without=frozenset(aside))


def _own_tokens(clause: Clause) -> list[Token]:
    """Give the tokens of a clause without those of the clauses in it."""
    sentence = clause.sentence
    nested = {
        token.i
        for token in sentence.tokens
        if token.i != clause.head
        and token.pos in {"VERB", "AUX"}
        and token.dep in {"ccomp", "advcl", "relcl", "conj", "parataxis", "acl"}
    }
    return sentence.subtree(clause.token, without=frozenset(nested))
