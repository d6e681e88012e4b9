"""The values that frames are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimstake.statements.model import Form

# In `types`, for who lends for a living: a bank or a fund, told by its name.
LENDER = "Lender"

# In `verbs`, for any verb at all.
ANY = "*"

# Roles whose names begin with an underscore only have to be filled: they are no part of the claim.
ROLES = (
    "_noun",
    "_other",
    "subject",
    "objects",
    "origin",
    "destination",
    "recipient",
    "means",
    "purpose",
    "value",
    "time",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One way of saying one relation.

    Args:
        words: Lemmas that it turns on.
        roles: For each role, the paths where its filler may stand, the first that is filled counting. A
        path is
            a label of the clause's arguments, or several joined by `>`: `obj>prep:with` is what stands after
            `with` beside the object.
        types: For each role, the classes that its filler must belong to one of.
        nouns: For each role, lemmas that the head of its filler must be one of.
        unlike: For each role, lemmas that the head of its filler must not be.
        needs: Roles without which the frame does not hold.
        quantity: Kinds of amount that fit, such as `money`; empty where it takes none.
        voice: `active` or `passive`, where only one will do.
        denies: Whether the words themselves deny the relation ("lacks").
        value: A plain value that the frame gives, for relations that take one.
        modality: Modality that the wording brings with it, such as `presupposed`.
        also: Whether later frames may take the same clause too.
        beside: Whether it holds whatever other frames take the clause, and leaves it to them.
        done: Relation that the clause states instead where the act is past: money promised, money invested.
        by_subject: Whether the claim is the subject's: "the company denies".
        spread: Whether what follows its objects after `including` is objects too.
        without: Labels that the clause must not have: "talks stalled", but not "attacks stalled work".
        join: Whether several objects make one claim, as the parties to an agreement do.
        alone: Whether it holds only where no other frame types the clause.
    """

    id: str
    relation: str
    kind: str
    form: Form
    words: frozenset[str]
    roles: Mapping[str, tuple[str, ...]]
    types: Mapping[str, frozenset[str]] = field(default_factory=dict)
    nouns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unlike: Mapping[str, frozenset[str]] = field(default_factory=dict)
    needs: frozenset[str] = frozenset({"subject"})
    quantity: frozenset[str] = frozenset()
    quantity_at: tuple[str, ...] = ()
    voice: str | None = None
    denies: bool = False
    value: str | bool | None = None
    modality: str | None = None
    certainty: str | None = None
    also: bool = False
    beside: bool = False
    join: bool = False
    without: frozenset[str] = frozenset()
    done: str | None = None
    by_subject: bool = False
    spread: bool = False
    alone: bool = False
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """All frames in the order of their files, and by form and word."""

    all: tuple[Frame, ...]
    by_word: Mapping[tuple[Form, str], tuple[Frame, ...]]
    nouns: frozenset[str]
    adjectives: frozenset[str]
