"""Briefs: read by their words, complete, and refused where they quote what is not there."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from claimstake.assets import ONTOLOGY
from claimstake.cli.evaluate import command
from claimstake.errors import InputError
from claimstake.evaluation.briefs import read_briefs

if TYPE_CHECKING:
    from pathlib import Path

BRIEFS = sorted((ONTOLOGY.parent / "benchmarks" / "briefs").glob("*.yaml"))
ONE = """\
- text: >-
    Orla bought the mine. Orla later sold the smelter, and the mine
    was valued at $12 million.
  facts:
    - {relation: acquires, subject: Orla, objects: [the mine]}
    - {relation: sells, subject: Orla, objects: [the smelter]}
    - {relation: hasEstimatedValue, subject: the mine, quantity: $12 million}
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "briefs.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_words_are_found_where_they_stand_together(tmp_path: Path) -> None:
    (passage,) = read_briefs([write(tmp_path, ONE)])
    bought, sold, valued = passage.facts

    assert [fact.subjects[0].spans[0].start for fact in (bought, sold)] == [0, 22]
    assert passage.text[valued.quote.start : valued.quote.end] == "the mine was valued at $12 million"
    assert valued.amount is not None
    assert (valued.amount.value, valued.amount.unit) == (Decimal(12_000_000), "USD")


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("[the smelter]", "[the refinery]", "quotes words that its text does not have"),
        ("relation: sells", "relation: gossips", "a relation that the ontology does not have"),
        ("subject: Orla, objects: [the mine]", "objects: [the mine]", "no subject"),
        ("- text:", "- words:", "no list of briefs"),
        ("facts:", "facts: [", "YAML"),
    ],
)
def test_faulty_briefs_are_refused(tmp_path: Path, before: str, after: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        read_briefs([write(tmp_path, ONE.replace(before, after, 1))])


def test_all_briefs_can_be_read() -> None:
    passages = read_briefs(BRIEFS)

    assert len(passages) == 864
    assert sum(len(passage.facts) for passage in passages) > 12_000
    assert len({passage.text for passage in passages}) == len(passages)


def test_command_scores_briefs_by_their_core_alone(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, [str(write(tmp_path, ONE))])

    assert result.exit_code == 0
    assert "core" in result.output
    assert "strict" not in result.output
