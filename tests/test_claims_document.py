from __future__ import annotations

from decimal import Decimal

import pytest

from claimstake.claims.document import read_document
from claimstake.errors import InputError


def test_plain_scalars_are_those_of_yaml_1_2() -> None:
    document = read_document("a: on\nb: NO\nc: 2026-01-17\nd: 2.50\ne: ~\nf: true\ng: 12\n", name="x")

    assert document.value == {
        "a": "on",
        "b": "NO",
        "c": "2026-01-17",
        "d": Decimal("2.50"),
        "e": None,
        "f": True,
        "g": 12,
    }


def test_lines_are_those_of_the_values() -> None:
    document = read_document("claims:\n  - id: A\n    quote: x\n  - id: B\n", name="x")

    assert document.line_of(("claims", 1)) == 4
    assert document.line_of(("claims", 0, "quote")) == 3
    assert document.line_of(("claims", 0, "subject", "words")) == 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: &x 1\nb: *x", "alias"),
        ("a: 1\na: 2", "twice"),
        ("a: [1", "not valid YAML"),
        ("a: !!python/name:os.system x", "tag"),
        ("a: \x00", "not valid YAML"),
        ("? [a]\n: 1", "plain text"),
        ("[" * 3000, "nests|valid"),
    ],
)
def test_what_is_no_claims_yaml_is_refused_with_its_line(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as error:
        read_document(text, name="claims.yaml")

    assert str(error.value).startswith("claims.yaml:")
    assert error.value.cure
