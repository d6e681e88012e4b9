"""What pronouns and definite phrases refer back to, where it is plain."""

from __future__ import annotations

from claimstake.coreference.antecedents import Context, antecedent_of, context_of
from claimstake.coreference.pairs import both_of

__all__ = ["Context", "antecedent_of", "both_of", "context_of"]
