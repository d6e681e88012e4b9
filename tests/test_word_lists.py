"""The lists of words in data/rules: what is read, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimstake.errors import InputError
from claimstake.word_lists import read_lists, word_sets

if TYPE_CHECKING:
    from pathlib import Path


def test_lists_that_are_there_are_read(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("says: [say, tell]\ncodes: [JORC, SAMREC]\n", encoding="utf-8")
    lists = read_lists("words", ("says", "codes"), folder=tmp_path)
    assert word_sets(lists, ("says", "codes")) == {
        "says": frozenset({"say", "tell"}),
        "codes": frozenset({"JORC", "SAMREC"}),
    }


def test_a_list_that_nobody_wants_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("says: [say]\ncodes: []\n", encoding="utf-8")
    assert read_lists("words", ("says",), folder=tmp_path)["says"] == ["say"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [("says: [say]\n", "codes"), ("says: [say]\ncodes: []\n", "codes"), ("", "says, codes")],
    ids=["missing", "empty list", "empty file"],
)
def test_a_missing_list_is_refused_with_the_name_of_its_file(tmp_path: Path, text: str, missing: str) -> None:
    (tmp_path / "words.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_lists("words", ("says", "codes"), folder=tmp_path)
    assert str(refused.value) == f"words.yaml has no {missing}.\n  Install the package again."
