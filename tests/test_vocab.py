"""The names that code uses are those that the ontology declares, both ways."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, parse

from claimstake.assets import ONTOLOGY
from claimstake.vocab import STAKE, STAKEV, article_graph, facts_graph, inferred_graph, terms_of

if TYPE_CHECKING:
    from pathlib import Path

OURS = "https://w3id.org/claimstake/"
_IRI = re.compile(f"{OURS}(ontology|vocab|id/)")


def declared_terms() -> set[str]:
    store = Store()
    for name in ("core.ttl", "relations.ttl", "vocab.ttl"):
        store.extend(parse(path=ONTOLOGY / name, format=RdfFormat.TURTLE))
    subjects = {quad.subject for quad in store}
    return {
        s.value for s in subjects if isinstance(s, NamedNode) and "#" in s.value and s.value.startswith(OURS)
    }


def named_terms() -> set[str]:
    return set(terms_of(STAKE) | terms_of(STAKEV))


def test_every_declared_term_has_a_name() -> None:
    assert declared_terms() - named_terms() == set()


def test_every_name_is_declared() -> None:
    assert named_terms() - declared_terms() == set()


def test_a_mistyped_name_fails_at_run_time() -> None:
    with pytest.raises(AttributeError):
        STAKE.Clam  # type: ignore[attr-defined]  # noqa: B018


def test_a_mistyped_name_fails_under_mypy(tmp_path: Path) -> None:
    module = tmp_path / "mistyped.py"
    module.write_text("from claimstake.vocab import STAKE\nprint(STAKE.Claim)\nprint(STAKE.Clam)\n")
    source = ONTOLOGY.parent / "src"

    found = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", str(module)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"MYPYPATH": str(source), "PATH": ""},
        check=False,
    )

    assert found.stdout.count("error:") == 1
    assert "mistyped.py:3" in found.stdout


def test_hyphens_are_written_as_underscores() -> None:
    assert STAKEV.named_agent == "https://w3id.org/claimstake/vocab#named-agent"
    assert STAKE.NI43_101 == "https://w3id.org/claimstake/ontology#NI43-101"


def test_graphs_of_an_article_are_named_by_its_id() -> None:
    base = "https://w3id.org/claimstake/id/graph/a-deal"

    assert [article_graph("a-deal"), facts_graph("a-deal"), inferred_graph("a-deal")] == [
        base,
        f"{base}/facts",
        f"{base}/inferred",
    ]


def pasted_iris(source: str) -> list[str]:
    """Give the strings of a module, docstrings apart, that hold an IRI of ours."""
    tree = ast.parse(source)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    strings = (
        node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings
    )
    return [str(node.value) for node in strings if isinstance(node.value, str) and _IRI.search(node.value)]


def test_no_iri_of_ours_is_pasted_in_code() -> None:
    sources = (ONTOLOGY.parent / "src" / "claimstake").rglob("*.py")

    pasted = {str(p): pasted_iris(p.read_text(encoding="utf-8")) for p in sources if p.parent.name != "vocab"}

    assert {path: found for path, found in pasted.items() if found} == {}


def test_a_pasted_iri_is_seen() -> None:
    assert pasted_iris(f'"""About {OURS}."""\nCLAIM = "{OURS}ontology#Claim"\n') == [f"{OURS}ontology#Claim"]
