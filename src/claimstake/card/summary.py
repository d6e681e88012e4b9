"""An article in numbers: what kinds of claims it makes, who speaks, and what of it can be checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.card.verification import applies
from claimstake.card.wording import speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimstake.card.model import Claim, Document, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """What an article holds.

    Args:
        counts: For kind, stance, certainty and attribution how many claims have which value.
        speakers: How many claims each speaker makes.
        estimates: The claims to which a reporting standard can apply.
        untyped: Number of statements of which no claim was made.
    """

    document: Document
    claims: int
    counts: Mapping[str, tuple[tuple[str, int], ...]]
    speakers: tuple[tuple[str, int], ...]
    estimates: tuple[Claim, ...]
    untyped: int


def article_summary(reading: Reading, document: Document) -> ArticleSummary:
    """Count what was read of an article."""
    claims = reading.claims_of.get(document.iri, ())
    return ArticleSummary(
        document=document,
        claims=len(claims),
        counts={
            "kind": _counted(claim.kind for claim in claims),
            "stance": _counted(claim.stance for claim in claims),
            "certainty": _counted(claim.certainty for claim in claims),
            "attribution": _counted(claim.attribution.kind for claim in claims),
        },
        speakers=_counted(speaker(reading, claim) for claim in claims),
        estimates=tuple(claim for claim in claims if applies(claim)),
        untyped=sum(1 for s in reading.statements if s.document == document.iri and not s.typed),
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
