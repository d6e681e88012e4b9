"""Claims before they are written: with spans and mentions in place of words and keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.closed_lists import Certainty, Modality, Outcome, Stance

if TYPE_CHECKING:
    from claimstake.attribution import Source
    from claimstake.mentions import Mention, Span
    from claimstake.quantities import FoundQuantity
    from claimstake.times import FoundTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """What fills a role: words, and the thing, the plain value or the other draft that they stand for.

    Args:
        antecedent: Where the words only refer back: the mention that names the thing.
        about: Index of the draft that is meant, for claims about claims.
        is_act: Whether it is what somebody does, in the words of a clause.
    """

    span: Span
    mention: Mention | None = None
    value: str | bool | None = None
    antecedent: Mention | None = None
    about: int | None = None
    is_act: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim that a frame or a detector proposes; `act` is where the word that it turns on stands."""

    relation: str
    kind: str
    rule: str
    quote: Span
    subject: Filler
    source: Source
    sentence: int
    clause: int | None = None
    objects: tuple[Filler, ...] = ()
    quantity: FoundQuantity | None = None
    whole: Filler | None = None
    origin: Filler | None = None
    destination: Filler | None = None
    recipient: Filler | None = None
    means: Filler | None = None
    purpose: Filler | None = None
    time: FoundTime | None = None
    conditions: tuple[Span, ...] = ()
    stance: Stance = Stance.AFFIRMS
    certainty: Certainty = Certainty.CERTAIN
    modality: Modality = Modality.ASSERTED
    outcome: Outcome | None = None
    act: int = 0
