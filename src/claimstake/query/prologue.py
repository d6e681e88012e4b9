"""Declare the prefixes that a query uses without saying so, as far as they are those of this project."""

from __future__ import annotations

from claimstake.query.tokens import Kind, prefixes, tokens
from claimstake.vocab import PREFIXES


def with_known_prefixes(text: str) -> str:
    """Put declarations in front of a query, on its first line, so that the parser's line numbers stay right.

    >>> with_known_prefixes("SELECT * { ?claim a stake:Claim }")
    'PREFIX stake: <https://w3id.org/claimstake/ontology#> SELECT * { ?claim a stake:Claim }'
    """
    parts = tokens(text)
    used = {part.text.partition(":")[0] for part in parts if part.kind is Kind.NAME}
    missing = sorted(used & PREFIXES.keys() - prefixes(parts).keys())
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in missing) + text
