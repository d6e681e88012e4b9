"""What is written from the ontology is up to date, and no term changes its meaning within a version."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from claimstake.assets import ONTOLOGY
from claimstake.ontology_terms import read_ontology

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

DOCS = ONTOLOGY.parent / "docs"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_ontology", DOCS / "build_ontology.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look up the module of their annotations there
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (DOCS / "ontology.html", "page"),
        (ONTOLOGY / "context.jsonld", "context"),
        (ONTOLOGY / "obo.ttl", "obo"),
    ],
    ids=["page", "context", "obo"],
)
def test_a_derived_file_is_up_to_date(build: ModuleType, path: Path, name: str) -> None:
    assert getattr(build, name)() == path.read_text(encoding="utf-8")


def test_the_page_has_one_entry_a_term(build: ModuleType) -> None:
    anchors = re.findall(r'<article id="([^"]+)"', build.page())

    assert len(anchors) == len(set(anchors)) == len(build.terms(build.declared()))


def test_the_page_escapes_what_it_shows(build: ModuleType) -> None:
    assert "<script" not in build.page()
    assert "&lt;b&gt;" in build.template().render(groups=[("<b>", [])], version="0", count=0)


def test_json_ld_means_the_same_as_turtle() -> None:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    node = {
        "@context": context,
        "@id": "id:claim-1",
        "type": "Claim",
        "hasStance": "stakev:denies",
        "hasMention": {"@id": "id:mention-1", "startOffset": 5, "exactText": "not merely"},
    }
    turtle = """
        @prefix id: <https://w3id.org/claimstake/id/> .
        @prefix stake: <https://w3id.org/claimstake/ontology#> .
        @prefix stakev: <https://w3id.org/claimstake/vocab#> .
        id:claim-1 a stake:Claim ; stake:hasStance stakev:denies ; stake:hasMention id:mention-1 .
        id:mention-1 stake:startOffset 5 ; stake:exactText "not merely" .
    """

    read = {quad.triple for quad in parse(input=json.dumps(node), format=RdfFormat.JSON_LD)}

    assert read == {quad.triple for quad in parse(input=turtle, format=RdfFormat.TURTLE)}


def meanings(text: str) -> dict[str, str]:
    return dict(line.split("\t") for line in text.splitlines())


def changes_without_a_step(kept: dict[str, str], now: dict[str, str]) -> list[str]:
    """Say what happened to terms that the snapshot of this same version has otherwise."""
    gone = [f"{term} is gone" for term in kept.keys() - now.keys()]
    changed = [f"{term} is redefined" for term in kept.keys() & now.keys() if kept[term] != now[term]]
    missing = [f"{term} is not in the snapshot" for term in now.keys() - kept.keys()]
    return sorted([*gone, *changed, *missing])


def test_no_term_is_removed_or_redefined_without_a_version_step(build: ModuleType) -> None:
    path = ONTOLOGY / "versions" / f"{read_ontology().version}.tsv"

    kept = meanings(path.read_text(encoding="utf-8"))

    assert changes_without_a_step(kept, meanings(build.snapshot())) == []


def test_a_removed_a_redefined_and_a_new_term_are_seen() -> None:
    kept = {"stake:A": "1", "stake:B": "2"}

    assert changes_without_a_step(kept, {"stake:B": "3", "stake:C": "4"}) == [
        "stake:A is gone",
        "stake:B is redefined",
        "stake:C is not in the snapshot",
    ]


def test_a_term_that_an_earlier_version_had_is_kept_as_deprecated(build: ModuleType) -> None:
    versions = sorted(
        (ONTOLOGY / "versions").glob("*.tsv"), key=lambda path: [int(n) for n in path.stem.split(".")]
    )
    now = meanings(build.snapshot())

    for earlier in versions[-2:]:
        assert meanings(earlier.read_text(encoding="utf-8")).keys() <= now.keys(), earlier.name
