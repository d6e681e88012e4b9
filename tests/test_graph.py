from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from claimstake.claims.reader import checked
from claimstake.closed_lists import Stance, Status
from claimstake.graph.build import build_graph
from claimstake.graph.literals import decimal
from claimstake.vocab import DCTERMS, RDF, STAKE

if TYPE_CHECKING:
    from pathlib import Path

    from claimstake.claims.checked import CheckedClaims
    from claimstake.graph.build import ArticleGraphs


def test_the_order_of_claims_and_entities_does_not_matter(article_claims: CheckedClaims) -> None:
    file = article_claims.file
    claims, entities = list(file.claims), list(file.entities.items())
    Random(3).shuffle(claims)
    Random(4).shuffle(entities)
    shuffled = file.model_copy(update={"claims": tuple(claims), "entities": dict(entities)})

    turned = build_graph(checked(shuffled, text=article_claims.text), project=True)

    assert turned == build_graph(article_claims, project=True)


def test_one_changed_claim_changes_the_graph(article_claims: CheckedClaims) -> None:
    """The twin of the test above: it would pass with a builder that builds nothing."""
    file = article_claims.file
    first = file.claims[0].model_copy(update={"stance": Stance.DENIES})
    changed = file.model_copy(update={"claims": (first, *file.claims[1:])})

    assert build_graph(checked(changed, text=article_claims.text)) != build_graph(article_claims)


def test_rejected_claims_leave_no_trace(article_claims: CheckedClaims) -> None:
    file = article_claims.file
    rejected = file.claims[0].model_copy(update={"status": Status.REJECTED})
    without = file.model_copy(update={"claims": (rejected, *file.claims[1:])})

    graph = build_graph(checked(without, text=article_claims.text)).article

    assert Literal(rejected.id) not in {t.object for t in graph if t.predicate.value == DCTERMS.identifier}


def test_every_node_says_its_document_and_none_is_blank(article_graphs: ArticleGraphs) -> None:
    document = NamedNode("https://w3id.org/claimstake/id/document-pakistan-us-rare-earth-deal")
    typed = {t.subject for t in article_graphs.article if t.predicate.value == RDF.type}
    placed = {
        t.subject
        for t in article_graphs.article
        if t.predicate.value == DCTERMS.source and t.object == document
    }
    everything = (*article_graphs.article, *article_graphs.facts, *article_graphs.reference)

    assert typed - placed == {document}
    assert not any(isinstance(term, BlankNode) for t in everything for term in (t.subject, t.object))


def test_the_article_says_nothing_that_the_reference_graph_says(article_graphs: ArticleGraphs) -> None:
    """A triple in two graphs is counted twice by stores whose default graph is the union."""
    graphs = [set(g) for g in (article_graphs.article, article_graphs.facts, article_graphs.reference)]

    assert sum(map(len, graphs)) == len(set().union(*graphs))


def test_each_proposition_is_described_once(article_graphs: ArticleGraphs) -> None:
    texts = [t.subject for t in article_graphs.article if t.predicate.value == STAKE.propositionText]

    assert len(texts) == len(set(texts)) > 80


@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_run_gives_the_same_bytes(tmp_path: Path, article_folder: Path, seed: str) -> None:
    for name, hash_seed in (("one.ttl", "0"), ("other.ttl", f"7{seed}")):
        for command in (["load", str(article_folder), "--project"], ["export", name]):
            subprocess.run(
                [sys.executable, "-m", "claimstake", *command, "--store", f"store-{hash_seed}"],
                cwd=tmp_path,
                env={**os.environ, "PYTHONHASHSEED": hash_seed},
                check=True,
                capture_output=True,
            )

    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "other.ttl").read_bytes()


@pytest.mark.parametrize(
    ("value", "expected"),
    [("6E+12", "6000000000000"), ("3.20", "3.2"), ("0.0", "0"), ("10", "10"), ("-0.50", "-0.5")],
)
def test_decimals_are_written_one_way(value: str, expected: str) -> None:
    assert decimal(Decimal(value)).value == expected


def test_a_proposition_reads_well_whatever_the_number_of_its_subject(article_graphs: ArticleGraphs) -> None:
    found = (t.object for t in article_graphs.article if t.predicate.value == STAKE.propositionText)
    texts = {text.value for text in found if isinstance(text, Literal)}

    assert "Pakistan's mineral reserves — has estimated value — nearly $6 trillion" in texts
    assert "Pakistan's mining sector — contributes share of — Pakistan's GDP — a mere 3.2 percent" in texts
    assert "18th Constitutional Amendment — occurred at — 2010" in texts
