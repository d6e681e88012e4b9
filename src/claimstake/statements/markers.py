"""What the words of a clause itself do to its standing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.closed_lists import Certainty, Modality, Stance
from claimstake.sentences.conditions import read_condition_words
from claimstake.statements.cues import Cues, read_cues
from claimstake.statements.wording import read_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.sentences import Token
    from claimstake.statements.model import Clause, Standing


# What a stated condition turns conditional; plans, accusations and suppositions stay what they are.
_CONDITIONED = {
    Modality.ASSERTED,
    Modality.REPORTED,
    Modality.EPISTEMIC,
    Modality.ABILITY,
    Modality.DEONTIC,
    Modality.PRESUPPOSED,
}


def opposite(stance: Stance) -> Stance:
    """Turn affirming into denying, and denying into affirming."""
    return {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}.get(stance, stance)


def has_modal(clause: Clause) -> bool:
    """Tell whether a clause has a modal verb of its own."""
    return any(child.tag == "MD" for child in clause.sentence.children(clause.token, "aux"))


def with_own_words(clause: Clause, standing: Standing) -> Standing:
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
    standing = _with_modals(standing, modals, adverbs, cues=cues, is_due=_is_due(clause))
    if _is_called_doubtful(clause, cues=cues) and standing.stance is Stance.AFFIRMS:
        standing = replace(
            standing, stance=Stance.DOUBTS, certainty=Certainty.UNDERSPECIFIED, modality=Modality.EPISTEMIC
        )
    conditions = _conditions(clause, cues=cues)
    if conditions:
        standing = replace(standing, conditions=tuple(dict.fromkeys((*standing.conditions, *conditions))))
        if standing.modality in _CONDITIONED:
            standing = replace(standing, modality=Modality.CONDITIONAL)
    if _is_negated(clause, adverbs, cues=cues):
        standing = replace(standing, stance=opposite(standing.stance))
        if standing.modality is Modality.ABILITY and standing.stance is Stance.DENIES:
            # What cannot be is no mere possibility.
            standing = replace(standing, certainty=Certainty.CERTAIN)
    if _is_question(clause):
        standing = replace(
            standing, stance=Stance.ASKS, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTERROGATIVE
        )
    if _is_headline_infinitive(clause):
        standing = replace(standing, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION)
    if standing.speaker is None and _is_some_view(clause):
        standing = replace(standing, modality=Modality.REPORTED, unnamed=True)
    source = _according(clause)
    if source is not None and standing.speaker is None:
        standing = replace(standing, speaker=source[0], says=source[1])
    return standing


def _is_called_doubtful(clause: Clause, *, cues: Cues) -> bool:
    """Tell whether a clause only says that something is in doubt: "its success is uncertain"."""
    complement = clause.argument("acomp")
    if complement is None or clause.lemma not in {"be", "remain", "look", "seem", "appear"}:
        return False
    below = {c.dep for t in (clause.token, complement) for c in clause.sentence.children(t)}
    return complement.lemma in cues.doubt_adjectives - {"unlikely"} and not below & {"xcomp", "ccomp"}


def _with_modals(
    standing: Standing, modals: set[str], adverbs: set[str], *, cues: Cues, is_due: bool
) -> Standing:
    if standing.stance is Stance.DOUBTS or standing.modality is Modality.HYPOTHETICAL:
        return standing
    if modals & cues.modals_possible:
        standing = replace(standing, certainty=Certainty.POSSIBLE, modality=Modality.EPISTEMIC)
    elif modals & cues.modals_ability:
        standing = replace(standing, certainty=Certainty.POSSIBLE, modality=Modality.ABILITY)
    elif "would" in modals and standing.speaker is None and standing.modality is Modality.ASSERTED:
        standing = replace(standing, modality=Modality.CONDITIONAL)
    elif modals & {"should"} and is_due:
        standing = replace(standing, certainty=Certainty.PROBABLE, modality=Modality.EPISTEMIC)
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


# Conditions that are only a manner of speaking: "even under ideal conditions".
_EASY = {"ideal", "optimal", "perfect", "favourable", "favorable", "current", "normal", "present", "good"}


def _is_due(clause: Clause) -> bool:
    """Tell whether a thing should be so by a time: "should be in operation by 2031" foretells."""
    subject = clause.argument("obj" if clause.passive else "subj")
    ends = [clause.sentence.tokens[i] for i in clause.arguments.get("prep:by", ())]
    dated = any(t.text[:1].isdigit() or t.lower in _ENDS for t in ends)
    return dated and subject is not None and subject.pos != "PRON"


_ENDS = {
    "year", "end", "month", "quarter", "decade", "summer", "winter", "spring", "autumn", "mid", "then",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
}  # fmt: skip


def _conditions(clause: Clause, *, cues: Cues) -> tuple[int, ...]:
    """Give the heads of the conditions of a clause: `if` clauses, `without ...`, `subject to ...`."""
    sentence, words, found = clause.sentence, read_condition_words(), list[int]()
    below = [child for x in _sharing(clause) for child in sentence.children(x)]
    for child in [*sentence.children(clause.token), *below]:
        if child.dep in {"advcl", "ccomp"}:
            past = {"until"} if _is_past(clause) else frozenset()
            marks = cues.conditions - {"when"} - past | (
                words.future_only if not _is_past(clause) else frozenset()
            )
            adjective = child.pos == "ADJ" and child.lower in words.adjectives
            if adjective or sentence.markers(child) & marks:
                found.append(child.i)
        elif child.dep == "prep":
            found += _condition_after(clause, child)
    return tuple(found)


def _sharing(clause: Clause) -> Iterator[Token]:
    """Give the verbs whose conditions are those of a clause, too: "will [buy] and build it if"."""
    sentence = clause.sentence
    yield from sentence.children(clause.token, "xcomp")
    for child in sentence.children(clause.token, "conj"):
        own = any(True for _ in sentence.children(child, "nsubj", "nsubjpass", "aux"))
        if child.tag == "VB" and not own:
            yield child


def _condition_after(clause: Clause, preposition: Token) -> Iterator[int]:
    sentence, words = clause.sentence, read_condition_words()
    opens = preposition.lemma in {" ".join(form) for form in words.phrases}
    if opens and preposition.lemma in words.future_only and _is_past(clause):
        return
    for inner in sentence.children(preposition, "pobj", "pcomp"):
        under = preposition.lower == "under" and inner.lemma in {"condition", "circumstance", "scenario"}
        under = under and not any(c.lemma in _EASY for c in sentence.children(inner, "amod"))
        if opens or under or (preposition.lower == "without" and _is_needed(clause, preposition)):
            yield inner.i


def _is_needed(clause: Clause, preposition: Token) -> bool:
    """Tell whether a thing has to be there, and it is no mere manner: "will hold it without payment"."""
    children = list(clause.sentence.children(clause.token))
    negated = any(child.dep == "neg" or child.lower in {"not", "cannot", "n't"} for child in children)
    unsure = any(c.tag == "MD" and c.lower not in {"will", "wo", "shall", "'ll"} for c in children)
    doubtful = _is_called_doubtful(clause, cues=read_cues())
    return negated or unsure or doubtful or preposition.i < clause.head or clause.form.value == "adjective"


def _is_past(clause: Clause) -> bool:
    """Tell whether what a clause says has happened, so that it waits for nothing."""
    sentence = clause.sentence
    auxiliaries = [*sentence.children(clause.token, "aux", "auxpass")]
    if any(child.tag == "MD" or child.lower == "to" for child in auxiliaries):
        return False
    tags = {clause.token.tag, *(child.tag for child in auxiliaries)}
    return "VBD" in tags or any(child.lemma == "have" for child in auxiliaries)


def _is_negated(clause: Clause, adverbs: set[str], *, cues: Cues) -> bool:
    sentence, token = clause.sentence, clause.token
    negations = sum(1 for _ in sentence.children(token, "neg"))
    if not negations and any(
        sentence.tokens[c.i - 1].lower == "no"
        for c in sentence.children(token, "advmod")
        if c.lower == "longer"
    ):
        negations = 1
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
        viewer = _viewer(clause, child)
        if viewer is not None:
            return viewer
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


def _is_some_view(clause: Clause) -> bool:
    """Tell whether a clause holds in somebody's eyes who is not named: "by some estimates"."""
    sentence = clause.sentence
    return any(
        noun.lemma in read_wording().views
        and any(d.lower in {"some", "most", "many", "all"} for d in sentence.children(noun, "det", "amod"))
        for child in sentence.children(clause.token, "prep")
        if child.lower in {"by", "on", "in"}
        for noun in sentence.children(child, "pobj")
    )


def _viewer(clause: Clause, child: Token) -> tuple[int, int] | None:
    """Give whose view it is: "in the ministry's view", "by its own count", "as the ministry noted"."""
    sentence = clause.sentence
    if child.dep == "advcl" and child.lemma in read_cues().says and "as" in sentence.markers(child):
        subject = next(sentence.children(child, "nsubj"), None)
        bare = not any(True for _ in sentence.children(child, "ccomp", "xcomp", "dobj", "prep", "oprd"))
        return (subject.i, child.i) if subject is not None and bare else None
    if child.dep != "prep" or child.lower not in {"in", "by", "on"}:
        return None
    for noun in sentence.children(child, "pobj"):
        if noun.lemma not in read_wording().views:
            continue
        owner = next(sentence.children(noun, "poss"), None)
        if owner is None:
            after = (p for p in sentence.children(noun, "prep") if p.lower == "of")
            owner = next((o for p in after for o in sentence.children(p, "pobj")), None)
        if owner is not None:
            return owner.i, noun.i
    return None
