"""The words of data/rules/standing.yaml, as sets."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING

from claimstake.word_lists import read_lists, word_sets

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Lemmas by how they put forward what they say; each field is a list of data/rules/standing.yaml."""

    puts: frozenset[str]
    speaks: frozenset[str]
    describes: frozenset[str]
    blames: frozenset[str]
    foretells: frozenset[str]
    said_by_nobody: frozenset[str]
    foretold: frozenset[str]
    planned: frozenset[str]
    planned_by_nobody: frozenset[str]
    states: frozenset[str]
    weighs: frozenset[str]
    carries: frozenset[str]
    said_nouns: frozenset[str]
    believed_nouns: frozenset[str]
    feared_nouns: frozenset[str]
    alleged_nouns: frozenset[str]
    planned_amounts: frozenset[str]
    intended: frozenset[str]
    means: frozenset[str]
    orders: frozenset[str]
    trusting: frozenset[str]
    only_said: frozenset[str]
    declares: frozenset[str]
    considers: frozenset[str]
    holds: frozenset[str]
    held_by_nobody: frozenset[str]
    papers: frozenset[str]
    lays_out: frozenset[str]
    views: frozenset[str]
    offices: frozenset[str]
    collectives: frozenset[str]
    kinds: Mapping[str, str]


@cache
def read_wording() -> Wording:
    """Read the words.

    Raises:
        InputError: If a list is missing or empty: an empty list would quietly turn a rule off.
    """
    names = [field.name for field in fields(Wording)]
    data = read_lists("standing", names)
    return Wording(kinds=data["kinds"], **word_sets(data, (name for name in names if name != "kinds")))
