"""What the rules make of a few sentences, in words that a test can compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.article import Article
from claimstake.extraction import extract_claims

if TYPE_CHECKING:
    from claimstake.claims.schema import Argument, Claim, ClaimsFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The claims of a text, with what their arguments name."""

    file: ClaimsFile

    def all(self, relation: str) -> list[Claim]:
        """Give the claims with a relation."""
        return [claim for claim in self.file.claims if claim.relation == relation]

    def one(self, relation: str) -> Claim:
        """Give the only claim with a relation."""
        (claim,) = self.all(relation)
        return claim

    def name(self, argument: Argument | None) -> str | None:
        """Give the label of what an argument names, or the relation of the claim that it points at."""
        if argument is None:
            return None
        if argument.claim is not None:
            return next(claim.relation for claim in self.file.claims if claim.id == argument.claim)
        return self.file.entities[argument.entity].label if argument.entity else str(argument.value)

    def parts(self, claim: Claim) -> tuple[str | None, list[str | None]]:
        """Give the subject and the objects of a claim."""
        return self.name(claim.subject), [self.name(argument) for argument in claim.objects]

    def conditions(self, claim: Claim) -> list[str]:
        """Give the words of the conditions of a claim."""
        return [condition.words for condition in claim.conditions]


def said(text: str) -> Said:
    """Extract what a text says, under a title that says nothing."""
    article = Article(id="told", text=f"Told\n\n{text}\n", title="Told", published="2026-03-12")
    return Said(file=extract_claims(article))
