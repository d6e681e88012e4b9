"""The cue words of data/rules/cues.yaml, as sets."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from claimstake.word_lists import read_lists, word_sets


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Lemmas by what they do; each field is a list of data/rules/cues.yaml."""

    says: frozenset[str]
    thinks: frozenset[str]
    thinks_possible: frozenset[str]
    doubts: frozenset[str]
    doubt_nouns: frozenset[str]
    doubt_adjectives: frozenset[str]
    knows: frozenset[str]
    clear: frozenset[str]
    establishes: frozenset[str]
    evidence: frozenset[str]
    decides_by: frozenset[str]
    rejects: frozenset[str]
    assertions: frozenset[str]
    denies: frozenset[str]
    probable: frozenset[str]
    unnamed: frozenset[str]
    possible: frozenset[str]
    intention: frozenset[str]
    deontic: frozenset[str]
    allege: frozenset[str]
    probable_adverbs: frozenset[str]
    possible_adverbs: frozenset[str]
    reported_adverbs: frozenset[str]
    alleged_adverbs: frozenset[str]
    negative_adverbs: frozenset[str]
    modals_possible: frozenset[str]
    modals_ability: frozenset[str]
    modals_deontic: frozenset[str]
    conditions: frozenset[str]
    hypothetical: frozenset[str]
    documents: frozenset[str]
    groups: frozenset[str]
    titles: frozenset[str]
    parts: frozenset[str]
    announcing: frozenset[str]
    lenders: frozenset[str]


@cache
def read_cues() -> Cues:
    """Read the cue words.

    Raises:
        InputError: If a list is missing or empty: an empty list would quietly turn a rule off.
    """
    names = [field.name for field in fields(Cues)]
    return Cues(**word_sets(read_lists("cues", names), names))
