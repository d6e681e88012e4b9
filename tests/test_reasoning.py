"""Verifying a store finds what is wrong and nothing else; reasoning adds exactly what follows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from claimstake.errors import UsageError
from claimstake.query.catalogue import find_query, query_names
from claimstake.reasoning.clashes import clashes
from claimstake.reasoning.hermit import judge
from claimstake.reasoning.inference import infer, inferences, inferred_triples
from claimstake.reasoning.ontology_view import reasoning_view
from claimstake.reasoning.quotes import quote_findings
from claimstake.reasoning.verifying import verify
from claimstake.store.opening import open_store
from claimstake.store.results import Rows
from claimstake.vocab import DCTERMS, RDF, STAKE, XSD, article_graph, inferred_graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimstake.graph.build import ArticleGraphs
    from claimstake.store.protocol import Store
    from running import Run

PREFIXES = """
@prefix id: <https://w3id.org/claimstake/id/> .
@prefix stake: <https://w3id.org/claimstake/ontology#> .
@prefix stakev: <https://w3id.org/claimstake/vocab#> .
"""
HEDGED = set(
    """
    F04 F07 F09 F14 F20 F24 F38 F39 F53 F54 F55 F56 F57 F59 F61 F62 F64 F69 F71 F82 F83 F85 F88 F89 F91 F92
    F97 F98 F99 D05 D12
    """.split()  # noqa: SIM905  # a list of 31 literals is harder to read
)


def turtle(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(input=PREFIXES + text, format=RdfFormat.TURTLE)]


@pytest.fixture
def store(article_graphs: ArticleGraphs) -> Iterator[Store]:
    with open_store("memory:", read_only=False) as opened:
        opened.replace_graphs(article_graphs.contents(), additions=article_graphs.additions())
        yield opened


def changed(triples: Iterable[Triple], *, predicate: str, to: Literal) -> tuple[Triple, ...]:
    """Give triples of which one, the first of a predicate, has another object."""
    kept = list(triples)
    place = next(i for i, triple in enumerate(kept) if triple.predicate.value == predicate)
    kept[place] = Triple(kept[place].subject, kept[place].predicate, to)
    return tuple(kept)


def identifiers(article: Iterable[Triple]) -> dict[object, str]:
    wanted = NamedNode(DCTERMS.identifier)
    return {t.subject: t.object.value for t in article if t.predicate == wanted}  # type: ignore[union-attr]


def test_exactly_the_expected_claims_are_inferred(article_graphs: ArticleGraphs) -> None:
    names = identifiers(article_graphs.article)

    found = inferences(article_graphs.article)

    members = {
        name: {names[t.subject] for t in found if t.object == NamedNode(iri)}
        for name, iri in {"hedged": STAKE.HedgedClaim, "unverified": STAKE.UnverifiedResourceClaim}.items()
    }
    assert members == {"hedged": HEDGED, "unverified": {"F26"}}


def test_a_claim_leads_to_its_assessments(article_graphs: ArticleGraphs) -> None:
    stated = {
        (triple.object, triple.subject)
        for triple in article_graphs.article
        if triple.predicate.value == STAKE.assessesClaim
    }

    found = inferences(article_graphs.article)

    assert {(t.subject, t.object) for t in found if t.predicate.value == STAKE.isAssessedBy} == stated
    assert stated


def test_the_rules_are_the_axioms() -> None:
    import owlrl
    from rdflib import Graph, URIRef

    from claimstake.reasoning.ontology_view import as_ntriples, ontology_triples

    data = turtle("""
        id:a a stake:Claim ; stake:hasCertainty stakev:possible .
        id:b a stake:Claim ; stake:hasCertainty stakev:certain .
        id:c a stake:Claim, stake:ResourceEstimateClaim .
        id:v stake:assessesClaim id:c ; stake:hasOutcome stakev:explicitlyUnverified .
        id:d a stake:Claim, stake:ResourceEstimateClaim .
        id:w stake:assessesClaim id:d ; stake:hasOutcome stakev:failed .
    """)
    graph = Graph().parse(data=as_ntriples((*ontology_triples(), *data)), format="nt")

    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)

    wanted = [
        (RDF.type, STAKE.HedgedClaim),
        (RDF.type, STAKE.UnverifiedResourceClaim),
        *[(STAKE.isAssessedBy, f"https://w3id.org/claimstake/id/{name}") for name in "vw"],
    ]
    by_owlrl = {
        (str(subject), predicate, value)
        for predicate, value in wanted
        for subject in graph.subjects(URIRef(predicate), URIRef(value))
    }
    by_rules = {(t.subject.value, t.predicate.value, t.object.value) for t in inferences(data)}  # type: ignore[union-attr]
    assert by_rules == by_owlrl
    assert len(by_rules) == 4


def test_an_inferred_graph_says_that_it_is_one(article_graphs: ArticleGraphs) -> None:
    slug = article_graphs.article_id
    graph = NamedNode(inferred_graph(slug))

    marks = {t for t in inferred_triples(slug, article_graphs.article) if t.subject == graph}

    assert Triple(graph, NamedNode(RDF.type), NamedNode(STAKE.InferredGraph)) in marks
    assert {t.object.value for t in marks} >= {article_graph(slug)}  # type: ignore[union-attr]


def test_nothing_follows_from_nothing() -> None:
    assert inferred_triples("an-article", []) == ()


def test_inferring_again_changes_nothing(store: Store, article_graphs: ArticleGraphs) -> None:
    assert infer(store) == (article_graphs.article_id,)
    assert infer(store) == ()


def answers(store: Store) -> dict[str, list[str]]:
    found = {name: store.query(find_query(name).text) for name in query_names()}
    return {name: sorted(map(str, answer.rows)) for name, answer in found.items() if isinstance(answer, Rows)}


def test_inferring_changes_no_stored_answer(store: Store) -> None:
    before = answers(store)

    infer(store)

    assert answers(store) == before
    assert any(before.values())


def test_a_sound_store_has_no_findings(store: Store, article_graphs: ArticleGraphs) -> None:
    verdict = verify(store)

    assert verdict.findings == ()
    assert verdict.is_sound
    assert verdict.articles == (article_graphs.article_id,)
    assert verdict.checks != ()


def test_a_store_with_inferences_is_sound(store: Store) -> None:
    infer(store)

    assert verify(store).findings == ()


def test_an_unknown_article_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="no article 'moon'"):
        verify(store, articles=["moon"])


@pytest.mark.parametrize(
    ("predicate", "to", "check"),
    [
        (STAKE.exactText, Literal("never said"), "quotes"),
        (STAKE.fullText, Literal("Another article."), "quotes"),
        (STAKE.hasComparator, Literal("nearly"), "Quantity-comparator"),
    ],
)
def test_a_spoilt_article_is_found(
    store: Store, article_graphs: ArticleGraphs, predicate: str, to: Literal, check: str
) -> None:
    graph = NamedNode(article_graph(article_graphs.article_id))
    store.replace_graphs({graph: changed(article_graphs.article, predicate=predicate, to=to)})

    verdict = verify(store)

    assert check in {finding.check for finding in verdict.findings}
    assert not verdict.is_sound


def test_a_check_of_the_users_own_runs(store: Store, tmp_path: Path) -> None:
    (tmp_path / "no-claims.rq").write_text(
        "#+ tags: [check]\n#+ severity: warn\n"
        f'SELECT ?thing ("it is a claim" AS ?problem) {{ ?thing a <{STAKE.Forecast}> }}',
        encoding="utf-8",
    )

    findings = verify(store, folders=[tmp_path]).findings

    assert {(finding.check, finding.severity) for finding in findings} == {("no-claims", "warn")}


def test_quotes_are_those_of_the_article(article_graphs: ArticleGraphs) -> None:
    assert quote_findings(article_graphs.article) == []


def test_a_shifted_quote_is_found(article_graphs: ArticleGraphs) -> None:
    shifted = changed(
        article_graphs.article,
        predicate=STAKE.startOffset,
        to=Literal("1", datatype=NamedNode(XSD.integer)),
    )

    assert len(quote_findings(shifted)) == 1


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("id:c a stake:Claim, stake:Agent .", "isjoint"),
        ("id:c stake:hasStance stakev:affirms, stakev:denies .", "sameAs"),
    ],
)
def test_a_contradiction_is_put_into_words(bad: str, words: str) -> None:
    assert any(words in message for message in clashes(turtle(bad)))


def test_what_is_consistent_has_no_clashes() -> None:
    assert clashes(turtle("id:c a stake:Claim ; stake:hasStance stakev:affirms .")) == []


def test_literals_that_reasoners_refuse_are_left_out() -> None:
    day = Triple(
        NamedNode("urn:x"),
        NamedNode(STAKE.notAfter),
        Literal("2028-01-01", datatype=NamedNode(XSD.iri + "date")),
    )
    text = Triple(NamedNode("urn:x"), NamedNode(STAKE.timeText), Literal("by 2028"))

    assert reasoning_view([day, text]) == [text]


def test_without_java_hermit_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(UsageError, match="Java"):
        judge([])


def test_the_command_reports_nothing_wrong(claimstake: Run, article_folder: Path) -> None:
    claimstake("load", str(article_folder))

    ran = claimstake("verify")

    assert (ran.code, ran.out) == (0, "")
    assert "nothing wrong" in ran.err


def test_the_command_fails_on_a_finding(claimstake: Run, article_folder: Path, tmp_path: Path) -> None:
    checks = tmp_path / "checks"
    checks.mkdir()
    (checks / "no-forecasts.rq").write_text(
        f'#+ tags: [check]\nSELECT ?thing ("a forecast" AS ?problem) {{ ?thing a <{STAKE.Forecast}> }}',
        encoding="utf-8",
    )
    claimstake("load", str(article_folder))

    ran = claimstake("verify", "--queries", "checks", "--json")

    assert ran.code == 1
    assert {finding["check"] for finding in json.loads(ran.out)} == {"no-forecasts"}


@pytest.mark.java
def test_the_command_reasons(claimstake: Run, article_folder: Path) -> None:
    claimstake("load", "--project", str(article_folder))

    ran = claimstake("verify", "--reason")

    assert (ran.code, ran.out) == (0, "")
    assert "wrote what follows" in ran.err
