from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimstake.cli.evaluate import command
from claimstake.errors import InputError
from claimstake.evaluation import read_passages, score_passages
from claimstake.evaluation.report import below_floors
from claimstake.evaluation.running import extract_passage
from claimstake.evaluation.scores import interval

ROOT = Path(__file__).parents[1]
PASSAGES = ROOT / "benchmarks" / "passages"
FLOORS = ROOT / "benchmarks" / "floors.yaml"

TEXT = "Title\n\nPeru signed an agreement with Chile. The firm sold the mine to Glencore.\n"


def _row(quote: str, relation: str, about: str, objects: str, **more: object) -> dict[str, object]:
    start = TEXT.index(quote)
    inside = {"start": start, "end": start + len(quote)}
    return {
        "id": "F01", "tier": "A", "quote": quote, **inside, "kind": "agreement", "predicate": relation,
        "subject": about, "subject_words": about, "subject_start": TEXT.index(about, start),
        "object": objects, "object_words": objects, "object_start": TEXT.index(objects, start),
        "quantity": None, "attribution_kind": "narrator", "certainty": "certain", "modality": "asserted",
        "stance": "affirms", "time": "", **more,
    }  # fmt: skip


def _gold(folder: Path, *rows: dict[str, object]) -> Path:
    (folder / "p").mkdir()
    (folder / "p" / "article.txt").write_text(TEXT, encoding="utf-8")
    (folder / "p" / "gold.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return folder


def _agreement(**more: object) -> dict[str, object]:
    return _row("Peru signed an agreement with Chile", "hasParty", "an agreement", "Chile", **more)


def test_right_claim_is_counted(tmp_path: Path) -> None:
    passages = read_passages([_gold(tmp_path, _agreement())])

    report = score_passages(passages, extract_passage)

    assert (report.core.found, report.core.wanted) == (1, 1)
    assert report.strict.found == 1


def test_wrong_stance_counts_in_core_and_not_in_strict(tmp_path: Path) -> None:
    passages = read_passages([_gold(tmp_path, _agreement(stance="denies"))])

    report = score_passages(passages, extract_passage)

    assert (report.core.found, report.strict.found) == (1, 0)
    assert report.fields["stance"] == (0, 1)


@pytest.mark.parametrize(
    "change", [{"predicate": "owns"}, {"subject_words": "Chile", "subject_start": 40, "subject": "x"}]
)
def test_wrong_relation_or_subject_does_not_count(tmp_path: Path, change: dict[str, object]) -> None:
    passages = read_passages([_gold(tmp_path, _agreement(**change))])

    assert score_passages(passages, extract_passage).core.found == 0


def test_claim_that_is_not_in_the_gold_lowers_precision(tmp_path: Path) -> None:
    passages = read_passages([_gold(tmp_path, _agreement())])

    report = score_passages(passages, extract_passage)

    assert report.core.made > report.core.right


def test_interval_narrows_with_numbers() -> None:
    few, many = interval(5, 10), interval(500, 1000)

    assert few[0] < many[0] < 0.5 < many[1] < few[1]


def test_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold"):
        read_passages([tmp_path])


def test_bad_row_is_refused_with_its_line(tmp_path: Path) -> None:
    folder = _gold(tmp_path)
    (folder / "p" / "gold.jsonl").write_text("{}\n", encoding="utf-8")

    with pytest.raises(InputError, match="line 1"):
        read_passages([folder])


def test_command_writes_json(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, [str(_gold(tmp_path, _agreement())), "--json"])

    assert json.loads(result.output)["core"]["found"] == 1


def test_score_below_its_floor_is_a_finding(tmp_path: Path) -> None:
    floors = tmp_path / "floors.yaml"
    floors.write_text("p: {core.precision: 1.0, spans: 1.0}\n", encoding="utf-8")
    gold = _gold(tmp_path, _agreement())

    result = CliRunner().invoke(
        command, [str(gold), "--floors", str(floors), "--part", "p"], standalone_mode=False
    )

    assert result.return_value == 1
    assert "core.precision" in result.stderr
    assert "spans" not in result.stderr


@pytest.mark.parametrize(
    ("part", "folder"),
    [
        ("develop", PASSAGES / "develop"),
        ("check", PASSAGES / "check"),
        ("articles", ROOT / "data" / "articles" / "pakistan-us-rare-earth-deal"),
    ],
)
def test_quality_is_not_below_its_floors(part: str, folder: Path) -> None:
    report = score_passages(read_passages([folder]), extract_passage)

    assert below_floors(report, floors=FLOORS, part=part) == []
