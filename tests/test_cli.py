from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from claimstake.assets import DATA
from claimstake.cli.main import COMMANDS
from claimstake.cli.reference import reference

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run

ROOT = DATA.parent
HEAVY = ("rdflib", "owlready2", "pydantic", "spacy", "requests", "SPARQLWrapper", "trafilatura")


def test_the_overview_names_every_command(claimstake: Run) -> None:
    run = claimstake("--help")

    assert run.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in run.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(claimstake: Run, command: str) -> None:
    run = claimstake(command, "--help")

    assert run.code == 0
    assert run.out.startswith(f"Usage: claimstake {command}")
    assert len(run.out.split("\n\n")[1].strip()) > 20
    assert "\\b" not in run.out, "a paragraph mark of click stands in a raw string"


def test_the_reference_page_is_up_to_date() -> None:
    page = ROOT / "docs" / "cli.md"

    assert page.read_text() == reference(), "run: python -m claimstake.cli.reference docs/cli.md"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"claimstake {command}" in (ROOT / "README.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["exprot"], 2, "Did you mean 'export'?"),
        (["load"], 2, "Missing argument"),
        (["load", "nothing.txt"], 3, "nothing.txt"),
        (["load", "claims.yaml"], 3, "there is no such claims file"),
        (["ask", "no-such-question"], 2, "no-such-question"),
        (["ask", "claims-without-verification", "--store", "nowhere"], 4, "There is no store in nowhere"),
        (["ask", "claims-without-verification", "--store", "http://127.0.0.1:9/query"], 4, "127.0.0.1:9"),
        (["ask", "claims-without-verification", "--store", "gopher://x/"], 2, "begins with http"),
        (["export", "kg.ttl"], 4, "There is no store in claimstake-store"),
        (["export", "kg.docx"], 2, "stands for no graph format"),
        (["push", "http://127.0.0.1:9/"], 4, "127.0.0.1:9"),
    ],
)
def test_what_goes_wrong_is_one_message_with_its_code(
    claimstake: Run, tmp_path: Path, arguments: list[str], code: int, message: str
) -> None:
    if arguments[0] == "push":
        assert claimstake("load", str(DATA / "articles" / "pakistan-us-rare-earth-deal")).code == 0

    run = claimstake(*arguments)

    assert message in run.err
    assert run.code == code
    assert "Traceback" not in run.err
    assert not run.out


def test_an_unwritable_folder_is_one_message(claimstake: Run, article_folder: Path) -> None:
    run = claimstake("load", str(article_folder), "--store", "/proc/claimstake")

    assert run.code == 4
    assert "Traceback" not in run.err
    assert "--store" in run.err


def test_an_export_into_a_missing_folder_keeps_what_is_there(claimstake: Run, article_folder: Path) -> None:
    claimstake("load", str(article_folder))

    run = claimstake("export", "missing/kg.ttl")

    assert run.code == 3
    assert "cannot be written" in run.err


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path, article_folder: Path, claimstake: Run) -> None:
    claimstake("load", str(article_folder))

    done = subprocess.run(
        f"{sys.executable} -m claimstake export - | head -1",
        shell=True,  # the pipe is what is tested
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )

    assert done.stdout.startswith("@prefix")
    assert not done.stderr


def imports_of(tmp_path: Path, *arguments: str) -> set[str]:
    code = "import sys; from claimstake.cli.main import run; run(sys.argv[1:]); "
    code += "print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    return set(done.stderr.splitlines()[-1].split())


def test_asking_imports_no_heavy_library(tmp_path: Path, article_folder: Path, claimstake: Run) -> None:
    claimstake("load", str(article_folder))

    imported = imports_of(tmp_path, "ask", "claims-without-verification", "standard=JORC")

    assert imported.isdisjoint(HEAVY)


def test_loading_claims_imports_no_language_model(tmp_path: Path, article_folder: Path) -> None:
    imported = imports_of(tmp_path, "load", str(article_folder))

    assert imported.isdisjoint({"spacy", "owlready2", "trafilatura"})
    assert "pydantic" in imported


@pytest.mark.parametrize("store", ["virtuoso", "neptune", "qlever", "tdb2", "graphdb"])
def test_a_bulk_export_is_a_folder_with_a_manifest(
    claimstake: Run, tmp_path: Path, article_folder: Path, store: str
) -> None:
    claimstake("load", str(article_folder))

    run = claimstake("export", "--bulk", store, "-o", "parts")

    assert run.code == 0
    assert {"manifest.json", "sha256sums"} <= {path.name for path in (tmp_path / "parts").iterdir()}
    assert claimstake("export", "--bulk", store).code == 2
    assert claimstake("export", "--bulk", store, "-o", "parts").code == 3
