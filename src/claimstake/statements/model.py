"""What a clause is, and how it is put forward."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claimstake.closed_lists import Certainty, Modality, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimstake.sentences import Sentence, Token


class Form(StrEnum):
    """Part of speech of what a clause turns on."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate with its arguments, where passive, relative and control constructions have been undone.

    Args:
        head: Position of the predicate's token.
        lemma: Its lemma, with a particle: `start up`.
        arguments: Positions of the heads of its arguments, by label: `subj`, `obj`, `iobj`, `attr`, `acomp`,
            `xcomp`, `ccomp`, `advcl`, `poss`, `compound`, `amod`, `prep:of` and so on.
        link: How it hangs on the clause `parent`: the dependency, such as `ccomp`.
        own_subject: Whether its subject stands in it, and was not taken from another clause.
    """

    sentence: Sentence
    head: int
    lemma: str
    form: Form
    arguments: Mapping[str, tuple[int, ...]]
    passive: bool = False
    link: str = "ROOT"
    parent: int | None = None
    own_subject: bool = True

    @property
    def token(self) -> Token:
        """The predicate's token."""
        return self.sentence.tokens[self.head]

    def argument(self, label: str) -> Token | None:
        """Give the first argument with a label."""
        found = self.arguments.get(label)
        return self.sentence.tokens[found[0]] if found else None


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
