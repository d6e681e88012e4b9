"""The ontology is sound on paper: parses alike everywhere, stays in its profiles, keeps its own rules."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Literal

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, Triple, parse, serialize

from claimstake.assets import ONTOLOGY
from claimstake.vocab import OWL

HYGIENE = Path(__file__).parent / "hygiene"
FILES = ("core.ttl", "relations.ttl", "vocab.ttl", "alignment.ttl")


def merged(*, extra: str = "") -> Store:
    store = Store()
    for name in FILES:
        store.extend(parse(path=ONTOLOGY / name, format=RdfFormat.TURTLE))
    if extra:
        store.extend(parse(input=extra, format=RdfFormat.TURTLE))
    return store


def under_one_header(store: Store) -> list[Triple]:
    """Give the triples without the headers of all files but the first: a merged ontology has one."""
    core = NamedNode("https://w3id.org/claimstake/ontology")
    headers = {quad.subject for quad in store.quads_for_pattern(None, None, NamedNode(OWL.Ontology), None)}
    return [quad.triple for quad in store if quad.subject not in headers - {core}]


def rows(query: Path, store: Store) -> list[str]:
    return sorted(str(row[0]) for row in store.query(query.read_text(encoding="utf-8")))  # type: ignore[union-attr]


@pytest.mark.parametrize("query", sorted(HYGIENE.glob("*.rq")), ids=lambda path: path.stem)
def test_hygiene_holds(query: Path) -> None:
    assert rows(query, merged()) == []


@pytest.mark.parametrize("query", sorted(HYGIENE.glob("*.rq")), ids=lambda path: path.stem)
def test_hygiene_sees_a_bad_example(query: Path) -> None:
    bad = Store()
    bad.load(path=query.with_suffix(".ttl"), format=RdfFormat.TURTLE)

    assert rows(query, bad) != []


@pytest.mark.parametrize("name", [*FILES, "shapes.ttl", "obo.ttl"])
def test_two_parsers_read_the_same(name: str) -> None:
    from rdflib import Graph
    from rdflib.compare import isomorphic

    ours = serialize(parse(path=ONTOLOGY / name, format=RdfFormat.TURTLE), format=RdfFormat.N_TRIPLES)

    assert isomorphic(Graph().parse(ONTOLOGY / name), Graph().parse(data=ours, format="nt"))


def profile_faults(store: Store, profile: Literal["DL", "RL"]) -> list[str]:
    import pyhornedowl
    from pyhornedowl.profile import check_profile
    from rdflib import Graph

    graph = Graph().parse(
        data=serialize(under_one_header(store), format=RdfFormat.N_TRIPLES) or b"", format="nt"
    )
    text = io.BytesIO()
    graph.serialize(text, format="pretty-xml")  # its nodes start with their type, which horned-owl wants
    ontology = pyhornedowl.open_ontology_from_string(text.getvalue().decode(), "rdf")
    return [str(violation) for violation in check_profile(ontology, profile).violations]


@pytest.mark.parametrize("profile", ["DL", "RL"])
def test_the_merged_ontology_is_in_its_profiles(profile: Literal["DL", "RL"]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")

        assert profile_faults(merged(), profile) == []


@pytest.mark.parametrize(
    ("profile", "axiom"),
    [
        ("DL", "stake:restates a owl:FunctionalProperty ."),
        (
            "RL",
            "stake:Claim rdfs:subClassOf [ a owl:Class ; owl:unionOf ( stake:Forecast stake:Allegation ) ] .",
        ),
    ],
)
def test_an_axiom_outside_a_profile_is_seen(profile: Literal["DL", "RL"], axiom: str) -> None:
    prefixes = "".join(
        f"@prefix {name}: <{iri}> ."
        for name, iri in {
            "owl": "http://www.w3.org/2002/07/owl#",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "stake": "https://w3id.org/claimstake/ontology#",
        }.items()
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")

        assert profile_faults(merged(extra=prefixes + axiom), profile) != []
