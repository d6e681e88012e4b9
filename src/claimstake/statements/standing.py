"""How a clause is put forward: stance, certainty, modality, the clause that says it, and its conditions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimstake.closed_lists import Certainty, Modality, Stance
from claimstake.statements.cues import Cues, read_cues

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimstake.sentences import Sentence, Token
    from claimstake.statements.model import Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a clause is put forward.

    Args:
        speaker: Position of the head of who says it, in the same sentence.
        says: Position of the word that says so: a verb, or `according`.
        unnamed: Whether somebody says it who is not named: "is believed to".
        conditions: Positions of the heads of the clauses or phrases that are its conditions.
    """

    stance: Stance = Stance.AFFIRMS
    certainty: Certainty = Certainty.CERTAIN
    modality: Modality = Modality.ASSERTED
    speaker: int | None = None
    says: int | None = None
    unnamed: bool = False
    conditions: tuple[int, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Tell whether it is affirmed for certain, in nobody else's words."""
        return self.stance is Stance.AFFIRMS and self.modality is Modality.ASSERTED


def standings_of(sentence: Sentence, clauses: Sequence[Clause]) -> Mapping[int, Standing]:
    """Give the standing of each clause of a sentence, by the position of its predicate."""
    by_head = {clause.head: clause for clause in clauses}
    found: dict[int, Standing] = {}
    for clause in clauses:
        parent = by_head.get(clause.parent) if clause.parent is not None else None
        above = found[parent.head] if parent is not None and parent.head in found else Standing()
        given = _from_above(clause, parent, above)
        found[clause.head] = _with_own_words(clause, given)
    return found


def _from_above(clause: Clause, parent: Clause | None, above: Standing) -> Standing:
    """Give what a clause takes over from the clause it hangs on."""
    if parent is None:
        return Standing()
    cues = read_cues()
    said = Standing(speaker=above.speaker, says=above.says, unnamed=above.unnamed)
    match clause.link:
        case "conj":
            shares = not clause.own_subject and not _has_modal(clause)
            return above if shares else replace(said, conditions=above.conditions)
        case "ccomp":
            if _is_if_clause(clause, parent, cues=cues):
                return _adverbial(clause, parent, above, cues=cues)
            return _under(clause, parent, above, cues=cues)
        case "xcomp":
            return _controlled(clause, parent, above, cues=cues)
        case "pcomp":
            return _under_preposition(clause, parent, above, cues=cues)
        case "advcl":
            return _adverbial(clause, parent, above, cues=cues)
        case "acl" | "relcl":
            return _of_noun(clause, above, said, cues=cues)
    return said


def _under(clause: Clause, parent: Clause, above: Standing, *, cues: Cues) -> Standing:
    """A clause that is the object of a verb of saying, thinking, doubting or wanting."""
    subject = parent.argument("subj")
    by = subject.i if subject is not None else None
    lemma = parent.lemma
    if lemma in cues.doubts:
        return _said(
            Standing(stance=Stance.DOUBTS, certainty=Certainty.UNDERSPECIFIED, modality=Modality.EPISTEMIC),
            by,
            parent,
        )
    if lemma in cues.intention and lemma not in cues.says:
        return replace(above, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION)
    if lemma in cues.thinks:
        sure = Certainty.POSSIBLE if lemma in cues.thinks_possible else Certainty.PROBABLE
        standing = Standing(certainty=sure, modality=Modality.EPISTEMIC, unnamed=parent.passive)
        return _said(standing, None if parent.passive else by, parent)
    if lemma in cues.says:
        if parent.passive and parent.argument("subj") is None:
            return Standing(modality=Modality.REPORTED, unnamed=True, says=parent.head)
        denied = above.stance is Stance.DENIES or lemma == "deny"
        if lemma in _SHOWS and (above.speaker is not None or subject is None or subject.pos != "PROPN"):
            return replace(above, stance=Stance.DENIES if denied else Stance.AFFIRMS)
        standing = Standing(modality=Modality.REPORTED, stance=Stance.DENIES if denied else Stance.AFFIRMS)
        return _said(standing, by, parent) if by is not None else replace(above, says=parent.head)
    complement = parent.argument("acomp") or parent.argument("attr")
    if complement is not None and complement.lemma in cues.doubt_adjectives | cues.doubt_nouns:
        return replace(
            above, stance=Stance.DOUBTS, certainty=Certainty.UNDERSPECIFIED, modality=Modality.EPISTEMIC
        )
    if complement is not None and complement.lemma in cues.probable:
        return replace(above, certainty=Certainty.PROBABLE, modality=Modality.EPISTEMIC)
    return replace(above, stance=Stance.AFFIRMS) if above.stance is Stance.DENIES else above


# What a thing can do as well as a person: its clause is then no claim of somebody's.
_SHOWS = {"show", "indicate", "reveal", "find", "demonstrate", "mean", "record", "see", "put", "predict"}


def _is_if_clause(clause: Clause, parent: Clause, *, cues: Cues) -> bool:
    """Tell whether the parser took a condition for an object: "forced to close if it is enforced"."""
    markers = {child.lower for child in clause.sentence.children(clause.token, "mark")}
    asks = cues.doubts | {"ask", "know", "see", "wonder", "decide", "clear", "unclear"}
    return bool(markers & {"if", "unless", "once", "because", "although"}) and parent.lemma not in asks


def _said(standing: Standing, by: int | None, parent: Clause) -> Standing:
    return replace(standing, speaker=by, says=parent.head)


def _controlled(clause: Clause, parent: Clause, above: Standing, *, cues: Cues) -> Standing:
    """An infinitive under `expect`, `plan`, `be likely`, `fail` and the like."""
    complement = parent.argument("acomp")
    word = (
        complement.lemma
        if complement is not None and parent.lemma in {"be", "remain", "become"}
        else parent.lemma
    )
    if parent.form.value == "adjective":
        word = parent.token.lemma
    adverbial = {child.lemma for child in clause.sentence.children(parent.token, "advmod")}
    if word in cues.denies:
        return replace(above, stance=_opposite(above.stance))
    if word in cues.intention:
        return replace(above, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION)
    if word in cues.deontic:
        return replace(above, modality=Modality.DEONTIC)
    if word in cues.possible:
        denied = word == "unlikely"
        return replace(
            above,
            stance=Stance.DENIES if denied else above.stance,
            certainty=Certainty.PROBABLE if denied else Certainty.POSSIBLE,
            modality=Modality.ABILITY if word == "able" else Modality.EPISTEMIC,
        )
    if word in cues.probable or "widely" in adverbial:
        by_nobody = parent.passive and word in cues.unnamed and above.speaker is None
        unnamed = above.unnamed or by_nobody
        reported = word in cues.says and word not in cues.thinks
        speaker = above.speaker
        says = above.says
        if (
            not parent.passive
            and word in cues.thinks
            and parent.argument("subj") is not None
            and parent.lemma == word
        ):
            speaker, says = None, above.says
        return replace(
            above,
            certainty=Certainty.CERTAIN if reported else Certainty.PROBABLE,
            modality=Modality.REPORTED if reported else Modality.EPISTEMIC,
            unnamed=unnamed,
            speaker=speaker,
            says=parent.head if by_nobody else says,
        )
    if word in cues.says and parent.passive:
        return replace(above, modality=Modality.REPORTED, unnamed=True, says=parent.head)
    return above


def _under_preposition(clause: Clause, parent: Clause, above: Standing, *, cues: Cues) -> Standing:
    """A clause after a preposition: "raises doubts about whether", "accused of lacking".

    "without addressing".
    """
    sentence = clause.sentence
    preposition = sentence.head(clause.token)
    noun = sentence.head(preposition)
    words = {child.lower for child in sentence.children(clause.token, "mark", "advmod")}
    if noun.lemma in cues.doubt_nouns and (
        "whether" in words or preposition.lower in {"on", "about", "over", "that"}
    ):
        unnamed = (
            above.speaker is None
            and noun.lemma not in {"doubt"}
            and parent.lemma in {"raise", "spark", "fuel"}
        )
        return replace(
            above,
            stance=Stance.DOUBTS,
            certainty=Certainty.UNDERSPECIFIED,
            modality=Modality.EPISTEMIC,
            unnamed=unnamed,
        )
    if parent.lemma in cues.allege and preposition.lower in {"of", "over"}:
        return replace(
            above, certainty=Certainty.UNDERSPECIFIED, modality=Modality.ALLEGED, unnamed=parent.passive
        )
    if preposition.lower == "without":
        return replace(above, stance=Stance.DENIES)
    if preposition.lower in {"at", "for", "of", "towards"} and parent.lemma in cues.intention | {"aim"}:
        return replace(above, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION)
    return above


def _adverbial(clause: Clause, parent: Clause, above: Standing, *, cues: Cues) -> Standing:
    """An adverbial clause: conditional, of purpose.

    Or a participle that shares the certainty of its clause.
    """
    sentence = clause.sentence
    markers = {child.lower for child in sentence.children(clause.token, "mark", "advmod")}
    said = Standing(speaker=above.speaker, says=above.says, unnamed=above.unnamed)
    if parent.lemma in cues.says and above.says is None:
        said = Standing()
    if markers & cues.hypothetical:
        return replace(
            said, stance=Stance.SUPPOSES, certainty=Certainty.UNDERSPECIFIED, modality=Modality.HYPOTHETICAL
        )
    if markers & {"whether"} and parent.lemma in cues.doubts | {"see", "know"}:
        return replace(
            said, stance=Stance.DOUBTS, certainty=Certainty.UNDERSPECIFIED, modality=Modality.EPISTEMIC
        )
    is_purpose = clause.token.tag == "VB" and any(
        c.lower == "to" for c in sentence.children(clause.token, "aux")
    )
    if is_purpose and not markers:
        return replace(said, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION)
    if clause.token.tag == "VBG" and not markers and clause.head > parent.head:
        if above.modality in {Modality.REPORTED, Modality.ASSERTED} and parent.lemma in cues.says:
            return Standing()
        return replace(above, stance=Stance.AFFIRMS, conditions=())
    return said


def _of_noun(clause: Clause, above: Standing, said: Standing, *, cues: Cues) -> Standing:
    """A clause that hangs on a noun: content of a claim, or a side remark."""
    sentence = clause.sentence
    noun = sentence.head(clause.token)
    markers = {child.lower for child in sentence.children(clause.token, "mark")}
    if clause.token.tag == "VB" and any(c.lower == "to" for c in sentence.children(clause.token, "aux")):
        return replace(said, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION)
    if "that" in markers:
        if noun.lemma in cues.doubt_nouns:
            return replace(
                said, stance=Stance.DOUBTS, certainty=Certainty.UNDERSPECIFIED, modality=Modality.EPISTEMIC
            )
        if noun.lemma in {
            "hope",
            "optimism",
            "expectation",
            "belief",
            "speculation",
            "fear",
            "allegation",
            "claim",
        }:
            return replace(
                said, unnamed=said.speaker is None, says=said.says if said.says is not None else noun.i
            )
        return said
    return (
        Standing(speaker=above.speaker, says=above.says, unnamed=above.unnamed)
        if _is_restrictive(clause)
        else Standing()
    )


def _is_restrictive(clause: Clause) -> bool:
    sentence = clause.sentence
    first = sentence.subtree(clause.token)[0]
    return first.i == 0 or sentence.tokens[first.i - 1].text != ","


def _opposite(stance: Stance) -> Stance:
    return {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}.get(stance, stance)


def _has_modal(clause: Clause) -> bool:
    return any(child.tag == "MD" for child in clause.sentence.children(clause.token, "aux"))


def _with_own_words(clause: Clause, standing: Standing) -> Standing:
    """Add what the words of the clause itself do: modal verbs, adverbs, negation, questions, conditions."""
    cues, sentence, token = read_cues(), clause.sentence, clause.token
    modals = {child.lemma for child in sentence.children(token, "aux") if child.tag == "MD"}
    modals |= {child.lower for child in sentence.children(token, "aux") if child.tag == "MD"}
    adverbs = {child.lower for child in sentence.children(token, "advmod", "neg", "preconj")}
    adverbs |= {
        c.lower
        for label in ("acomp", "attr")
        for a in [clause.argument(label)]
        if a
        for c in sentence.children(a, "advmod", "neg")
    }
    standing = _with_modals(standing, modals, adverbs, cues=cues)
    conditions = _conditions(clause, cues=cues)
    if conditions:
        standing = replace(standing, conditions=(*standing.conditions, *conditions))
        if standing.modality in {Modality.ASSERTED, Modality.REPORTED, Modality.EPISTEMIC}:
            standing = replace(standing, modality=Modality.CONDITIONAL)
    if _is_negated(clause, adverbs, cues=cues):
        standing = replace(standing, stance=_opposite(standing.stance))
    if _is_question(clause):
        standing = replace(
            standing, stance=Stance.ASKS, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTERROGATIVE
        )
    if _is_headline_infinitive(clause):
        standing = replace(standing, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION)
    source = _according(clause)
    if source is not None and standing.speaker is None:
        standing = replace(standing, speaker=source[0], says=source[1])
    return standing


def _with_modals(standing: Standing, modals: set[str], adverbs: set[str], *, cues: Cues) -> Standing:
    if standing.stance is Stance.DOUBTS or standing.modality is Modality.HYPOTHETICAL:
        return standing
    if modals & cues.modals_possible:
        standing = replace(standing, certainty=Certainty.POSSIBLE, modality=Modality.EPISTEMIC)
    elif modals & cues.modals_ability:
        standing = replace(standing, certainty=Certainty.POSSIBLE, modality=Modality.ABILITY)
    elif "would" in modals and standing.speaker is None and standing.modality is Modality.ASSERTED:
        standing = replace(standing, modality=Modality.CONDITIONAL)
    elif modals & cues.modals_deontic:
        standing = replace(standing, modality=Modality.DEONTIC)
    if adverbs & cues.probable_adverbs:
        standing = replace(standing, certainty=Certainty.PROBABLE, modality=Modality.EPISTEMIC)
    elif adverbs & cues.possible_adverbs:
        standing = replace(standing, certainty=Certainty.POSSIBLE, modality=Modality.EPISTEMIC)
    if adverbs & cues.reported_adverbs:
        standing = replace(standing, modality=Modality.REPORTED, unnamed=True)
    if adverbs & cues.alleged_adverbs:
        standing = replace(
            standing, certainty=Certainty.UNDERSPECIFIED, modality=Modality.ALLEGED, unnamed=True
        )
    return standing


def _conditions(clause: Clause, *, cues: Cues) -> tuple[int, ...]:
    """Give the heads of the conditions of a clause: `if` clauses, `without ...`, `under ... conditions`."""
    sentence, found = clause.sentence, []
    below = [child for x in sentence.children(clause.token, "xcomp") for child in sentence.children(x)]
    for child in [*sentence.children(clause.token), *below]:
        if child.dep in {"advcl", "ccomp"}:
            markers = {c.lower for c in sentence.children(child, "mark", "advmod")}
            if markers & (cues.conditions - {"when"}):
                found.append(child.i)
        elif child.dep == "prep" and child.lower in {"without", "under"}:
            for inner in sentence.children(child, "pobj", "pcomp"):
                if child.lower == "without" or inner.lemma in {"condition", "circumstance", "scenario"}:
                    found.append(inner.i)
    return tuple(found)


def _is_negated(clause: Clause, adverbs: set[str], *, cues: Cues) -> bool:
    sentence, token = clause.sentence, clause.token
    negations = sum(1 for _ in sentence.children(token, "neg"))
    if not negations and adverbs & (cues.negative_adverbs | {"not", "n't"}):
        negations = 1
    for label in ("subj", "obj", "attr"):
        argument = clause.argument(label)
        if argument is None or (label == "subj" and not clause.own_subject):
            continue
        deps = {child.lower for child in sentence.children(argument, "det", "preconj", "neg", "cc")}
        if deps & {"no", "neither", "nor"} or argument.lower in {"none", "nothing", "nobody", "neither"}:
            negations += 1
    return negations % 2 == 1


def _is_question(clause: Clause) -> bool:
    sentence = clause.sentence
    if not sentence.tokens[-1].text.endswith("?") or clause.link not in {"ROOT", "conj", "ccomp"}:
        return False
    return not (
        clause.link == "ccomp"
        and clause.parent is not None
        and sentence.tokens[clause.parent].lemma in read_cues().says
    )


def _is_headline_infinitive(clause: Clause) -> bool:
    """Tell whether it is "Zimbabwe to halt exports", where no finite verb stands above."""
    if clause.sentence.kind.value != "headline" or clause.token.tag != "VB" or clause.parent is not None:
        return False
    return any(child.lower == "to" for child in clause.sentence.children(clause.token, "aux"))


def _according(clause: Clause) -> tuple[int, int] | None:
    """Give the source after `according to` and `citing`, with the position of that word."""
    sentence = clause.sentence
    for token in sentence.tokens:
        # "Its mine, the company admits, has": an aside that the parser takes for an apposition.
        if token.dep == "appos" and token.pos == "VERB" and token.lemma in read_cues().says:
            subject = next(sentence.children(token, "nsubj"), None)
            if subject is not None and sentence.head(sentence.head(token)).i == clause.head:
                return subject.i, token.i
    for child in sentence.children(clause.token, "parataxis", "ccomp"):
        subject = next(sentence.children(child, "nsubj"), None)
        aside = child.dep == "parataxis" or sentence.tokens[child.i - 1].text == ","
        bare = not any(True for _ in sentence.children(child, "ccomp", "xcomp")) and (
            child.lemma == "tell" or not any(True for _ in sentence.children(child, "dobj"))
        )
        if child.lemma in read_cues().says | {"admit"} and subject is not None and aside and bare:
            return subject.i, child.i
    for child in sentence.children(clause.token, "prep", "advcl", "advmod"):
        if child.lower == "according":
            source = next(
                (s for to in sentence.children(child, "prep") for s in sentence.children(to, "pobj")), None
            )
            if source is not None:
                return source.i, child.i
        if child.lower == "citing":
            source = next(sentence.children(child, "dobj"), None)
            if source is not None:
                return source.i, child.i
    return None


def modal_words(sentence: Sentence, token: Token) -> frozenset[str]:
    """Give the modal verbs of a predicate, in lower case."""
    return frozenset(child.lower for child in sentence.children(token, "aux") if child.tag == "MD")
