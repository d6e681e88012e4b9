"""Verbs that put forward what their own objects say: "puts reserves at", "is expected in March"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.closed_lists import Certainty, Modality
from claimstake.statements.wording import read_wording

if TYPE_CHECKING:
    from claimstake.sentences import Token
    from claimstake.statements.model import Clause, Standing

_OWN = {"i", "we"}


def with_own_saying(clause: Clause, standing: Standing) -> Standing:
    """Add what a verb does to what its own subject and objects say.

    Clauses below it do not take this over: they have rules of their own.

    Args:
        clause: A clause.
        standing: How it is put forward.
    """
    if clause.form.value != "verb":
        return standing
    if (
        standing.modality is Modality.CONDITIONAL
        and clause.passive
        and clause.lemma in read_wording().foretold
    ):
        # "Closing is expected in May, subject to consent": it is still nobody's word.
        return _by(clause, replace(standing, certainty=Certainty.PROBABLE), clause.argument("subj"))
    if standing.modality not in {Modality.ASSERTED, Modality.REPORTED}:
        return standing
    return _passive(clause, standing) if clause.passive else _active(clause, standing)


def _active(clause: Clause, standing: Standing) -> Standing:
    words, lemma = read_wording(), clause.lemma
    subject = clause.argument("subj")
    if lemma in words.considers and clause.token.tag == "VBG" and "obj" in clause.arguments:
        # "Manila is considering a ban".
        weighed = replace(standing, certainty=Certainty.POSSIBLE, modality=Modality.EPISTEMIC)
        return standing if _has_clause(clause) else weighed
    if subject is None or subject.lower in _OWN or standing.speaker is not None:
        return standing
    said = replace(standing, modality=Modality.REPORTED, speaker=subject.i, says=clause.head)
    has_object = "obj" in clause.arguments
    if lemma in words.puts and has_object and "prep:at" in clause.arguments:
        return said
    if lemma in words.speaks and {"prep:of", "prep:about"} & set(clause.arguments):
        return said
    if lemma in words.blames and has_object:
        return said
    if lemma in words.describes and (has_object or "ccomp" in clause.arguments) and _is_described(clause):
        return said
    if lemma in words.lays_out and has_object and subject.lemma in words.papers:
        return said
    if lemma in words.holds and _is_described(clause):
        return replace(said, certainty=Certainty.PROBABLE, modality=Modality.EPISTEMIC)
    if lemma in words.foretells and has_object and not _has_clause(clause):
        return replace(said, certainty=Certainty.PROBABLE, modality=Modality.EPISTEMIC)
    return standing


def _passive(clause: Clause, standing: Standing) -> Standing:
    words, lemma = read_wording(), clause.lemma
    if _has_clause(clause):
        return standing
    agent = clause.argument("subj") or _agent_after(clause)
    at = {"prep:at", "prep:as", "prep:to"} & set(clause.arguments)
    as_what = "prep:as" in clause.arguments or "oprd" in clause.arguments
    if (lemma in words.said_by_nobody and at) or (lemma in words.held_by_nobody and as_what):
        said = replace(standing, modality=Modality.REPORTED)
        return _by(clause, said, agent)
    if lemma in words.describes and agent is not None and (at or _is_described(clause)):
        return _by(clause, replace(standing, modality=Modality.REPORTED), agent)
    if lemma in words.foretold:
        expected = replace(standing, certainty=Certainty.PROBABLE, modality=Modality.EPISTEMIC)
        return _by(clause, expected, agent)
    if lemma in words.planned and not _is_settled(clause):
        planned = replace(standing, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION)
        return _by(clause, planned, agent) if lemma in words.planned_by_nobody else planned
    if lemma == "allege" and clause.link != "xcomp":
        alleged = replace(standing, certainty=Certainty.UNDERSPECIFIED, modality=Modality.ALLEGED)
        return _by(clause, alleged, agent)
    return standing


def _agent_after(clause: Clause) -> Token | None:
    """Give the agent that the parser hung on the name: "was called a robbery by the minister"."""
    name = clause.argument("oprd")
    if name is None:
        return None
    after = (child for child in clause.sentence.children(name, "prep", "agent") if child.lower == "by")
    return next((agent for child in after for agent in clause.sentence.children(child, "pobj")), None)


def _by(clause: Clause, standing: Standing, agent: Token | None) -> Standing:
    """Name the agent of a passive as the speaker; without one, nobody is named."""
    if standing.speaker is not None:
        return standing
    if agent is not None:
        return replace(standing, speaker=agent.i, says=clause.head)
    return replace(standing, unnamed=True, says=clause.head)


def _is_settled(clause: Clause) -> bool:
    """Tell whether a plan hangs on a noun as its attribute: "the purchase planned by the firm"."""
    return clause.link == "acl"


def _has_clause(clause: Clause) -> bool:
    return bool({"xcomp", "ccomp"} & set(clause.arguments))


def _is_described(clause: Clause) -> bool:
    """Tell whether a verb says what its object is: "called it a giveaway", "described it as a giveaway"."""
    if {"oprd", "prep:as", "attr", "acomp"} & set(clause.arguments):
        return True
    return any(clause.sentence.children(clause.token, "oprd", "ccomp", "dep"))
