from __future__ import annotations

import pytest

from claimstake.query.prologue import with_known_prefixes

STAKE = "PREFIX stake: <https://w3id.org/claimstake/ontology#> "


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("SELECT * { ?c a stake:Claim }", STAKE),
        ("PREFIX stake: <http://e/> SELECT * { ?c a stake:Claim }", ""),
        ("SELECT * { ?c a 'stake:Claim' } # stake:Claim", ""),
        ("SELECT * { ?c a <stake:Claim> }", ""),
        ("SELECT * { ?c a other:Claim }", ""),
    ],
)
def test_only_prefixes_that_are_used_and_missing_are_declared(text: str, added: str) -> None:
    assert with_known_prefixes(text) == added + text
