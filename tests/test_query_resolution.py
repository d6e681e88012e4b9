"""Labels are looked up among things of the right kind, and one that means several things is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from claimstake.errors import UsageError
from claimstake.query.parameters import Parameter, ParameterType
from claimstake.query.resolution import resolver
from claimstake.store.opening import open_store
from claimstake.vocab import GRAPH, RDF, RDFS, SKOS, STAKE, STAKEV

if TYPE_CHECKING:
    from claimstake.store.protocol import Store

A, B, C = (NamedNode(f"urn:{name}") for name in "abc")


def triple(subject: NamedNode, predicate: str, value: str | Literal) -> Triple:
    return Triple(subject, NamedNode(predicate), NamedNode(value) if isinstance(value, str) else value)


@pytest.fixture
def store() -> Store:
    opened = open_store("memory:", read_only=False)
    triples = [
        triple(A, RDF.type, STAKE.ReportingStandard),
        triple(A, RDFS.label, Literal("JORC Code", language="en")),
        triple(A, SKOS.altLabel, Literal("JORC", language="en")),
        triple(B, RDF.type, STAKE.Organization),
        triple(B, RDFS.label, Literal("JORC", language="en")),
        triple(C, RDF.type, STAKE.Organization),
        triple(C, RDFS.label, Literal('Größe "& Söhne" } #')),
        triple(NamedNode(STAKEV.legal), SKOS.inScheme, STAKEV.claim_kind),
        triple(NamedNode(STAKEV.legal), SKOS.notation, Literal("legal")),
    ]
    opened.replace_graphs({NamedNode(f"{GRAPH}test"): triples})
    return opened


def resolve(store: Store, label: str, of: str = "") -> str:
    parameter = Parameter(name="thing", type=ParameterType.IRI, of=of)
    return resolver(store, query_text="")(label, parameter).value


@pytest.mark.parametrize(
    ("label", "of", "found"),
    [
        ("JORC", "stake:ReportingStandard", A.value),
        ("jorc code", "stake:ReportingStandard", A.value),
        ("JORC", "stake:Organization", B.value),
        ('größe "& söhne" } #', "", C.value),
        ("legal", "in stakev:claim-kind", STAKEV.legal),
    ],
)
def test_a_label_names_one_thing_of_its_kind(store: Store, label: str, of: str, found: str) -> None:
    assert resolve(store, label, of) == found


def test_several_things_are_listed(store: Store) -> None:
    with pytest.raises(UsageError, match="names several things: JORC Code <urn:a>; JORC <urn:b>"):
        resolve(store, "JORC")


def test_what_names_nothing_says_of_what_kind(store: Store) -> None:
    with pytest.raises(UsageError, match="names nothing of stake:State in this store"):
        resolve(store, "JORC", "stake:State")
