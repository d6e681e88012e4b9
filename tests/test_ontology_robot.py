"""ROBOT, and with it the OWL API, opens the ontology and has nothing to say against it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from claimstake.assets import ONTOLOGY
from robot.classpath import NoRobot, robot, robot_classpath

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.java

INPUTS = ("core.ttl", "relations.ttl", "vocab.ttl", "alignment.ttl", "obo.ttl")
PREFIXES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix stake: <https://w3id.org/claimstake/ontology#> .
"""


@pytest.fixture(scope="module", autouse=True)
def _needs_robot() -> None:
    try:
        robot_classpath()
    except NoRobot as reason:
        pytest.skip(f"ROBOT cannot be run: {reason}")


def merge(folder: Path, *, extra: str = "") -> None:
    inputs = [str(ONTOLOGY / name) for name in INPUTS]
    if extra:
        (folder / "extra.ttl").write_text(PREFIXES + extra, encoding="utf-8")
        inputs.append("extra.ttl")
    arguments = [argument for name in inputs for argument in ("--input", name)]
    done = robot("merge", *arguments, "--output", "merged.owl", folder=folder)
    assert done.returncode == 0, done.stdout


def complaints(folder: Path) -> list[str]:
    robot("report", "--input", "merged.owl", "--output", "report.tsv", "--fail-on", "none", folder=folder)
    with (folder / "report.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    assert rows, "a report without a row, not even information, is no report"
    return [f"{row['Rule Name']} {row['Subject']}" for row in rows if row["Level"] in {"ERROR", "WARN"}]


def is_dl(folder: Path) -> bool:
    arguments = ("--profile", "DL", "--input", "merged.owl", "--output", "profile.txt")
    return robot("validate-profile", *arguments, folder=folder).returncode == 0


def test_the_report_has_no_error_and_no_warning(tmp_path: Path) -> None:
    merge(tmp_path)

    assert complaints(tmp_path) == []


def test_the_report_sees_a_bad_term(tmp_path: Path) -> None:
    merge(tmp_path, extra='stake:Bad a owl:Class ; rdfs:label "claim"@en .')

    assert any(found.startswith("duplicate_label") for found in complaints(tmp_path))
    assert any(found.startswith("missing_definition") for found in complaints(tmp_path))


def test_it_is_owl_2_dl(tmp_path: Path) -> None:
    merge(tmp_path)

    assert is_dl(tmp_path)


def test_what_is_not_owl_2_dl_is_seen(tmp_path: Path) -> None:
    merge(
        tmp_path,
        extra="stake:restates a owl:ObjectProperty, owl:TransitiveProperty, owl:FunctionalProperty .",
    )

    assert not is_dl(tmp_path)
