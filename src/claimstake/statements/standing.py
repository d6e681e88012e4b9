"""How a clause is put forward: stance, certainty, modality, the clause that says it, and its conditions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.closed_lists import Certainty, Modality, Stance
from claimstake.sentences.conditions import read_condition_words
from claimstake.statements.cues import Cues, read_cues
from claimstake.statements.denials import denied
from claimstake.statements.doubts import DOUBTED, is_left_open, is_open_subject
from claimstake.statements.markers import has_modal, opposite, with_own_words
from claimstake.statements.matrix import with_own_saying
from claimstake.statements.model import Standing
from claimstake.statements.nouns import held_by_noun, said_with
from claimstake.statements.wording import read_wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimstake.sentences import Sentence, Token
    from claimstake.statements.model import Clause


def standings_of(sentence: Sentence, clauses: Sequence[Clause]) -> Mapping[int, Standing]:
    """Give the standing of each clause of a sentence, by the position of its predicate."""
    by_head = {clause.head: clause for clause in clauses}
    found: dict[int, Standing] = {}
    for clause in clauses:
        parent = by_head.get(clause.parent) if clause.parent is not None else None
        above = found[parent.head] if parent is not None and parent.head in found else Standing()
        given = _from_above(clause, parent, above)
        found[clause.head] = with_own_words(clause, given)
    return {clause.head: with_own_saying(clause, found[clause.head]) for clause in clauses}


def _from_above(clause: Clause, parent: Clause | None, above: Standing) -> Standing:
    """Give what a clause takes over from the clause it hangs on."""
    if parent is None or _is_separate(clause, parent):
        return Standing()
    cues = read_cues()
    said = Standing(speaker=above.speaker, says=above.says, unnamed=above.unnamed)
    if is_open_subject(clause):
        return _doubted(above)
    if clause.link in {"ccomp", "advcl", "acl", "relcl", "pcomp"} and is_left_open(clause, parent, above):
        return _left_open(clause, parent, above, cues=cues)
    rejected = denied(clause, parent)
    if rejected is not None:
        return rejected
    match clause.link:
        case "conj":
            shares = not clause.own_subject and not has_modal(clause)
            return above if shares else replace(said, conditions=above.conditions)
        case "ccomp":
            if _is_if_clause(clause, parent, cues=cues):
                return _adverbial(clause, parent, above, cues=cues)
            return _under(clause, parent, above, cues=cues)
        case "xcomp":
            given = _controlled(clause, parent, above, cues=cues)
            # "If it closes, prices are likely to rise": the rise, too, hangs on the condition.
            waits = above.modality is Modality.CONDITIONAL and given.modality is Modality.EPISTEMIC
            return replace(given, modality=Modality.CONDITIONAL) if waits else given
        case "pcomp":
            return _under_preposition(clause, parent, above, cues=cues)
        case "advcl":
            return _adverbial(clause, parent, above, cues=cues)
        case "acl" | "relcl":
            return _of_noun(clause, above, said, cues=cues)
    return said


def _is_separate(clause: Clause, parent: Clause) -> bool:
    """Tell whether a semicolon or colon ends a clause that the parser took for the object of the next."""
    if clause.link != "ccomp" or clause.head > parent.head:
        return False
    tokens = clause.sentence.tokens
    stops = [t.i for t in clause.sentence.children(parent.token, "punct") if t.text in {";", ":"}]
    quoted = any(t.text in {'"', "“"} for t in tokens[: clause.head])
    return not quoted and any(clause.head < i < parent.head for i in stops)


def _doubted(above: Standing) -> Standing:
    return replace(DOUBTED, speaker=above.speaker, says=above.says, unnamed=above.unnamed)


def _left_open(clause: Clause, parent: Clause, above: Standing, *, cues: Cues) -> Standing:
    """A clause that is left open: by who doubts or could not establish it, else by the narrator."""
    if clause.link == "pcomp" and above.speaker is None and _is_misgiving(clause):
        # "This raises concerns about whether": somebody has them, and it is not said who.
        return replace(_doubted(above), unnamed=True)
    subject = parent.argument("subj")
    finds = parent.lemma in cues.doubts | cues.establishes | {"find"}
    if subject is None or above.speaker is not None or not finds or parent.passive or _is_vague(subject):
        return _doubted(above)
    return _said(DOUBTED, subject.i, parent)


def _is_vague(token: Token) -> bool:
    """Tell whether a pronoun is no person's: "it is unclear", "we do not know"."""
    return token.pos == "PRON" and token.lower not in {"he", "she"}


def _is_misgiving(clause: Clause) -> bool:
    noun = clause.sentence.head(clause.sentence.head(clause.token))
    return noun.lemma in {"concern", "fear", "worry", "suspicion", "unease", "misgiving"}


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
    own = subject is not None and subject.lower in {"i", "we"} and above.speaker is not None
    if lemma in cues.thinks:
        sure = Certainty.POSSIBLE if lemma in cues.thinks_possible else Certainty.PROBABLE
        standing = Standing(certainty=sure, modality=Modality.EPISTEMIC, unnamed=parent.passive)
        if own:
            return replace(standing, speaker=above.speaker, says=above.says)
        return _said(standing, None if parent.passive else by, parent)
    if lemma == "allege":
        alleged = Standing(certainty=Certainty.UNDERSPECIFIED, modality=Modality.ALLEGED)
        if by is not None and not parent.passive:
            return _said(alleged, by, parent)
        return replace(alleged, unnamed=True, says=parent.head)
    if parent.passive and lemma in cues.unnamed and above.speaker is None and lemma not in cues.says:
        # "It is understood that".
        return Standing(modality=Modality.REPORTED, unnamed=True, says=parent.head)
    declared = lemma in read_wording().declares and "that" in clause.sentence.markers(clause.token, "mark")
    if lemma in cues.says or (declared and not parent.passive):
        if parent.passive and parent.argument("subj") is None:
            return Standing(modality=Modality.REPORTED, unnamed=True, says=parent.head)
        is_denied = above.stance is Stance.DENIES or lemma == "deny"
        shown = subject is None or (subject.pos != "PROPN" and subject.lemma not in cues.documents - _RESULTS)
        if lemma in _SHOWS and (above.speaker is not None or shown):
            return replace(above, stance=Stance.DENIES if is_denied else Stance.AFFIRMS)
        standing = Standing(modality=Modality.REPORTED, stance=Stance.DENIES if is_denied else Stance.AFFIRMS)
        return _said(standing, by, parent) if by is not None else replace(above, says=parent.head)
    complement = parent.argument("acomp") or parent.argument("attr")
    if complement is not None and complement.lemma in cues.doubt_adjectives | cues.doubt_nouns:
        return replace(
            above, stance=Stance.DOUBTS, certainty=Certainty.UNDERSPECIFIED, modality=Modality.EPISTEMIC
        )
    trusting = complement is not None and complement.lemma in read_wording().trusting
    if trusting or lemma == "convince":
        believed = replace(above, certainty=Certainty.PROBABLE, modality=Modality.EPISTEMIC)
        believer = subject or parent.argument("obj")
        named = believer is not None and believer.lower not in {"i", "we", "it"} and above.speaker is None
        return _said(believed, believer.i, parent) if named and believer is not None else believed
    if complement is not None and complement.lemma in cues.probable:
        return replace(above, certainty=Certainty.PROBABLE, modality=Modality.EPISTEMIC)
    return replace(above, stance=Stance.AFFIRMS) if above.stance is Stance.DENIES else above


# Findings that are no document.
_RESULTS = {"record", "analysis", "figure", "estimate", "plan", "ruling", "decree", "announcement"}
# What a thing can do as well as a person: its clause is then no claim of somebody's.
_SHOWS = {"show", "indicate", "reveal", "find", "demonstrate", "mean", "record", "see", "put", "predict"}


def _is_if_clause(clause: Clause, parent: Clause, *, cues: Cues) -> bool:
    """Tell whether the parser took a condition for an object: "forced to close if it is enforced"."""
    markers = clause.sentence.markers(clause.token, "mark")
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
    subject = parent.argument("subj")
    if word == "deny" and subject is not None and above.speaker is None:
        return _said(
            replace(above, stance=opposite(above.stance), modality=Modality.REPORTED), subject.i, parent
        )
    if word in {"claim", "admit", "profess", "purport"} and subject is not None and not parent.passive:
        said = replace(above, modality=Modality.REPORTED)
        return said if above.speaker is not None else _said(said, subject.i, parent)
    if above.stance is Stance.DOUBTS:
        return above
    if word in cues.denies or (parent.lemma in {"have", "be", "remain"} and "yet" in adverbial):
        return replace(above, stance=opposite(above.stance))
    if word == "unable":
        return replace(above, stance=opposite(above.stance), modality=Modality.ABILITY)
    if word in cues.intention:
        return replace(above, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION)
    if word in cues.deontic | read_wording().orders:
        return replace(above, modality=Modality.DEONTIC)
    if word == "be" and complement is None and _is_arranged(clause, parent):
        return replace(above, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION)
    if word == "certain":
        return replace(above, modality=Modality.EPISTEMIC)
    if word in cues.possible:
        denied = word == "unlikely"
        return replace(
            above,
            stance=Stance.DENIES if denied else above.stance,
            certainty=Certainty.PROBABLE if denied else Certainty.POSSIBLE,
            modality=_open_modality(word, above),
        )
    if word == "estimate" and parent.passive and clause.lemma in read_wording().states:
        unnamed = above.speaker is None
        says = parent.head if unnamed else above.says
        return replace(above, modality=Modality.REPORTED, unnamed=unnamed, says=says)
    if word in cues.probable or "widely" in adverbial:
        if parent.passive and subject is not None and above.speaker is None:
            # "is expected by analysts to".
            above = _said(above, subject.i, parent)
        by_nobody = parent.passive and word in cues.unnamed and above.speaker is None
        unnamed = above.unnamed or by_nobody
        reported = word in cues.says and word not in cues.thinks
        speaker = above.speaker
        says = above.says
        if (
            not parent.passive
            and word in cues.thinks
            and subject is not None
            and parent.lemma == word
            and above.speaker is None
        ):
            speaker = None if subject.lower in {"it", "i", "we"} else subject.i
            says = parent.head
        return replace(
            above,
            certainty=Certainty.CERTAIN if reported else Certainty.PROBABLE,
            modality=Modality.REPORTED if reported else Modality.EPISTEMIC,
            unnamed=unnamed,
            speaker=speaker,
            says=parent.head if by_nobody else says,
        )
    if word in cues.says and parent.passive and subject is not None and above.speaker is None:
        return _said(replace(above, modality=Modality.REPORTED), subject.i, parent)
    if (word in cues.says or word in cues.unnamed) and parent.passive:
        return replace(above, modality=Modality.REPORTED, unnamed=True, says=parent.head)
    return above


def _is_arranged(clause: Clause, parent: Clause) -> bool:
    """Tell whether it is what "is to" happen, and not what an aim or a way "is to" do."""
    subject = parent.argument("subj")
    if clause.token.tag not in {"VB", "VBN"} or subject is None:
        return False
    return any(c.lower == "to" for c in clause.sentence.children(clause.token, "aux"))


def _open_modality(word: str, above: Standing) -> Modality:
    """Give the modality under `able` and `risk`; what holds only under a condition stays conditional."""
    if above.modality is Modality.CONDITIONAL:
        return Modality.CONDITIONAL
    return Modality.ABILITY if word == "able" else Modality.EPISTEMIC


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
    if "whether" in words:
        # "It depends on whether".
        return replace(
            above, stance=Stance.SUPPOSES, certainty=Certainty.UNDERSPECIFIED, modality=Modality.HYPOTHETICAL
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
    markers = sentence.markers(clause.token)
    said = Standing(speaker=above.speaker, says=above.says, unnamed=above.unnamed)
    if parent.lemma in cues.says and above.says is None:
        said = Standing()
    if markers & (cues.hypothetical | read_condition_words().future_only):
        return replace(
            said, stance=Stance.SUPPOSES, certainty=Certainty.UNDERSPECIFIED, modality=Modality.HYPOTHETICAL
        )
    if markers & {"whether"} and parent.lemma in cues.doubts | {"see", "know"}:
        return replace(
            said, stance=Stance.DOUBTS, certainty=Certainty.UNDERSPECIFIED, modality=Modality.EPISTEMIC
        )
    is_purpose = clause.token.tag in {"VB", "VBN"} and any(
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
        if noun.lemma in {"right", "option", "ability", "power", "opportunity", "chance"}:
            return replace(said, certainty=Certainty.POSSIBLE, modality=Modality.ABILITY)
        return replace(said, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION)
    speaker = said_with(sentence, noun)
    if "that" in markers and speaker is not None:
        return Standing(modality=Modality.REPORTED, speaker=speaker[0], says=speaker[1])
    if "that" in markers:
        if noun.lemma in cues.doubt_nouns:
            return replace(
                said, stance=Stance.DOUBTS, certainty=Certainty.UNDERSPECIFIED, modality=Modality.EPISTEMIC
            )
        held = held_by_noun(clause, noun, above)
        if held is not None:
            return held
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
