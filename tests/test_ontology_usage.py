"""What is used is declared, and what is declared is used."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, parse

from claimstake.assets import DATA, ONTOLOGY, QUERIES
from claimstake.claims.reader import read_claims
from claimstake.graph.build import build_graph
from claimstake.ontology_terms import read_ontology
from claimstake.vocab import OWL, RDF, RDFS, SH, SKOS, STAKE, STAKEV, XSD, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

HYGIENE = Path(__file__).parent / "hygiene"
PASSAGES = ONTOLOGY.parent / "benchmarks" / "passages"
RULES = (*QUERIES.glob("*.rq"), *(ONTOLOGY / "inference").glob("*.rq"))
TURTLE = (ONTOLOGY / "shapes.ttl", *(DATA / "lexicon").glob("*.ttl"))
# These are the languages that everything is written in.
LANGUAGES = (RDF.iri, RDFS.iri, OWL.iri, XSD.iri, SH.iri)
DATA_SPACES = ("https://w3id.org/claimstake/id/", "https://w3id.org/claimstake/shapes#")

_PREFIX = re.compile(r"PREFIX\s+([A-Za-z0-9-]*):\s*<([^>]+)>")
_NAME = re.compile(r"(?<![\w:?$])([a-z][a-z0-9-]*):([A-Za-z][\w-]*)")
_COMMENT = re.compile(r"^#(?!\+).*$", re.MULTILINE)
_STRING = re.compile(r'"[^"\n]*"')


def iris_of_query(text: str) -> set[str]:
    """Give the IRIs that a query names, in its text and in its header."""
    plain = _STRING.sub("", _COMMENT.sub("", text))
    prefixes = dict(_PREFIX.findall(plain))
    body = _PREFIX.sub("", plain)
    named = {prefixes[prefix] + name for prefix, name in _NAME.findall(body) if prefix in prefixes}
    return named | set(re.findall(r"<(https?://[^>\s]+)>", body))


def iris_of_turtle(path: Path) -> set[str]:
    terms = (
        term
        for quad in parse(path=path, format=RdfFormat.TURTLE)
        for term in (quad.subject, quad.predicate, quad.object)
    )
    return {term.value for term in terms if isinstance(term, NamedNode)}


def iris_of_context() -> set[str]:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    values = [
        value if isinstance(value, str) else value.get("@id", "")
        for value in context.values()
        if value != 1.1
    ]
    pairs = (value.split(":", 1) for value in values if ":" in value and not value.startswith("http"))
    return {context[prefix] + name for prefix, name in pairs}


@cache
def iris_of_articles() -> frozenset[str]:
    """Give the IRIs in the graphs of the articles that come with the package."""
    found: set[str] = set()
    for path in sorted((DATA / "articles").glob("*/claims.yaml")):
        graphs = build_graph(read_claims(path), project=True)
        for triple in (*graphs.article, *graphs.facts):
            terms = (triple.subject, triple.predicate, triple.object)
            found |= {term.value for term in terms if isinstance(term, NamedNode)}
    return frozenset(found)


@cache
def declared() -> frozenset[str]:
    store = Store()
    for name in ("core.ttl", "relations.ttl", "vocab.ttl", "alignment.ttl"):
        store.extend(parse(path=ONTOLOGY / name, format=RdfFormat.TURTLE))
    return frozenset(
        quad.subject.value
        for quad in store.quads_for_pattern(None, NamedNode(RDF.type), None, None)
        if isinstance(quad.subject, NamedNode)
    )


def undeclared(iris: Iterable[str]) -> set[str]:
    """Leave the IRIs that are not declared, those of languages and of data apart."""
    return {iri for iri in iris if not iri.startswith((*LANGUAGES, *DATA_SPACES))} - declared()


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_every_iri_of_a_query_is_declared(path: Path) -> None:
    assert undeclared(iris_of_query(path.read_text(encoding="utf-8"))) == set()


def test_an_undeclared_iri_of_a_query_is_seen() -> None:
    query = f"PREFIX stake: <{STAKE.iri}>\nSELECT * {{ ?x a stake:Clam ; stake:hasStance ?y }}"

    assert undeclared(iris_of_query(query)) == {STAKE.iri + "Clam"}


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.stem)
def test_every_term_of_shapes_and_lexicon_is_declared(path: Path) -> None:
    spaces = (STAKE.iri, STAKEV.iri)
    predicates = {quad.predicate.value for quad in parse(path=path, format=RdfFormat.TURTLE)}
    files = {STAKE.iri.rstrip("#"), STAKEV.iri.rstrip("#")}

    used = {iri for iri in iris_of_turtle(path) if iri.startswith(spaces)} | predicates

    assert undeclared(used - files) == set()


def test_every_iri_of_the_context_is_declared() -> None:
    assert undeclared(iris_of_context()) == set()


def test_every_term_of_the_articles_is_declared() -> None:
    ours = {iri for iri in iris_of_articles() if iri.startswith((STAKE.iri, STAKEV.iri))}

    assert undeclared(ours) == set()
    assert len(ours) > 100


def used_names() -> set[str]:
    """Give the names of terms that queries, shapes, rules, closed lists, articles or gold passages use."""
    iris = set(iris_of_articles())
    for path in (*RULES, *HYGIENE.glob("*.rq")):
        iris |= iris_of_query(path.read_text(encoding="utf-8"))
    for path in (*TURTLE, ONTOLOGY / "vocab.ttl"):
        iris |= iris_of_turtle(path)
    names = {iri.removeprefix(STAKE.iri).removeprefix(STAKEV.iri) for iri in iris}
    for path in (DATA / "rules").rglob("*.yaml"):
        names |= set(re.findall(r"[A-Za-z][A-Za-z0-9-]*", path.read_text(encoding="utf-8")))
    for path in PASSAGES.rglob("gold.jsonl"):
        lines = path.read_text(encoding="utf-8").splitlines()
        names |= {json.loads(line)["predicate"] for line in lines}
    return names


def test_every_class_property_and_relation_is_used() -> None:
    standards = {standard.iri for standard in read_ontology().standards.values()}

    names = {iri.removeprefix(STAKE.iri) for iri in terms_of(STAKE) - standards}

    assert names - used_names() == set()


def test_every_closed_list_is_used() -> None:
    used = used_names()

    unused = {name for name in read_ontology().value_lists if name not in used}

    assert unused - {"unit"} == set()


def test_an_unused_term_would_be_seen() -> None:
    assert "hasBeenUsedByNobody" not in used_names()


def test_standards_are_kept_for_questions_by_parameter() -> None:
    """A reporting standard needs no data: whoever asks for claims under it gets 'no record'."""
    typed = {SKOS.iri + "broader", STAKE.ReportingStandard}

    assert typed <= {iri for path in RULES for iri in iris_of_query(path.read_text(encoding="utf-8"))}
