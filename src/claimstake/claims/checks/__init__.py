"""Check a claims file against its article and the ontology: everything that is wrong, in one go.

The order of the faults is that of the file. Nothing here stops at the first fault, so each check has to do
without what an earlier one found missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.claims.checked import CheckedClaims
from claimstake.claims.checks.checking import Checking, Fault
from claimstake.claims.checks.claim import check_claim
from claimstake.claims.checks.connections import (
    check_ids,
    check_references,
    check_said_once,
    check_statements,
)
from claimstake.claims.checks.entities import check_article, check_entities

if TYPE_CHECKING:
    from claimstake.claims.schema import ClaimsFile
    from claimstake.ontology_terms import Ontology

__all__ = ["Fault", "check_claims"]


def check_claims(
    file: ClaimsFile, *, text: str, ontology: Ontology, left_out: frozenset[str] = frozenset()
) -> tuple[CheckedClaims, tuple[Fault, ...]]:
    """Check a claims file.

    Args:
        file: The claims file.
        text: The text of its article.
        ontology: The terms that the file may use.
        left_out: Ids and keys that the file has but that could not be read: references to them are no fault.

    Returns:
        The claims with their evidence found, good to use only where there is no fault; and the faults.
    """
    check = Checking(file=file, text=text, ontology=ontology, left_out=left_out)
    check_article(check)
    check_entities(check)
    ids = check_ids(check)
    for i, claim in enumerate(file.claims):
        check_claim(check, claim=claim, path=("claims", i), ids=ids)
    check_said_once(check)
    check_references(check)
    check_statements(check, ids=ids)
    return CheckedClaims(file=file, text=text, spans=check.spans), tuple(check.faults)
