"""A claims file that passed every check, with each piece of its evidence found in the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimstake.claims.document import Path
    from claimstake.claims.evidence import Span
    from claimstake.claims.schema import ClaimsFile


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedClaims:
    """What the graph is built from.

    Args:
        file: The claims file.
        text: The article's text; all offsets are into it.
        spans: Where each piece of evidence stands, by its path in the file: `("claims", 3)` is the quote of
            the fourth claim, `("claims", 3, "subject")` the words of its subject, `("claims", 3,
            "attribution")` those of its attribution, `(…, "antecedent")` those an argument refers back to.
    """

    file: ClaimsFile
    text: str
    spans: Mapping[Path, Span]
