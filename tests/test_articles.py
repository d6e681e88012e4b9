"""The reviewed articles that travel with the package, one by one and read together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimstake.assets import DATA
from claimstake.claims.reader import checked, read_claims
from claimstake.claims.schema import ClaimsFile
from claimstake.claims.writer import write_claims
from claimstake.closed_lists import Status
from claimstake.graph.build import build_graph
from claimstake.iris import expand
from claimstake.reference import is_described
from gold_graph import pairs, store_of, texts

if TYPE_CHECKING:
    from pyoxigraph import Store

    from claimstake.graph.build import ArticleGraphs

ARTICLES = DATA / "articles"
SLUGS = sorted(path.parent.name for path in ARTICLES.glob("*/claims.yaml"))
FIRST, SECOND = "pakistan-us-rare-earth-deal", "ussm-fwo-memorandum"

# Claims with the same content, by article, with the stance and certainty of each.
SAME_CONTENT = {
    ("D01", "affirms", "certain", "C20", "denies", "certain"),
    ("D04", "affirms", "certain", "C28", "affirms", "certain"),
    ("D11", "affirms", "certain", "C28", "affirms", "certain"),
    ("F01", "affirms", "certain", "C47", "affirms", "certain"),
    ("F02", "affirms", "certain", "C20", "denies", "certain"),
    ("F03", "affirms", "certain", "C21", "affirms", "certain"),
    ("F05", "affirms", "certain", "C02", "affirms", "certain"),
    ("F15", "affirms", "certain", "C38", "affirms", "underspecified"),
    ("F49", "affirms", "certain", "C43", "affirms", "certain"),
    ("F60", "affirms", "certain", "C28", "affirms", "certain"),
    ("F80", "affirms", "certain", "C45", "affirms", "certain"),
}
# The same relation of the same thing, with another amount or another comparator.
OTHER_FIGURES = {
    ("$500 million", "roughly $500 million"),
    ("a mere 3.2 percent", "about 3 percent"),
    ("nearly $6 trillion", "about $6 trillion"),
    ("nearly $6 trillion", "trillions of dollars"),
}


def _file(slug: str) -> ClaimsFile:
    return read_claims(ARTICLES / slug / "claims.yaml").file


@pytest.mark.parametrize("slug", SLUGS)
def test_is_named_like_its_folder(slug: str) -> None:
    assert _file(slug).article.id == slug


@pytest.mark.parametrize("slug", SLUGS)
def test_is_written_as_the_writer_writes(slug: str) -> None:
    text = (ARTICLES / slug / "claims.yaml").read_text(encoding="utf-8")

    assert write_claims(_file(slug)) == text


@pytest.mark.parametrize("slug", SLUGS)
def test_is_reviewed_whole(slug: str) -> None:
    assert {claim.status for claim in _file(slug).claims} == {Status.ACCEPTED}


@pytest.mark.parametrize("slug", SLUGS)
def test_names_only_what_the_lexicon_describes(slug: str) -> None:
    named = [entity.iri for entity in _file(slug).entities.values() if entity.iri is not None]

    assert [iri for iri in named if not is_described(expand(iri))] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_uses_every_entity(slug: str) -> None:
    file = _file(slug)
    used = {file.article.publisher, *file.article.cites}
    for claim in file.claims:
        used |= {argument.entity for _, argument in claim.arguments()}
        used |= {*claim.attribution.agents, claim.attribution.document}
        used |= {condition.requirement for condition in claim.conditions}

    assert file.entities.keys() - used == set()


@pytest.mark.parametrize("slug", SLUGS)
def test_gives_things_names_of_their_own(slug: str) -> None:
    entities = _file(slug).entities.values()

    assert len({(e.type, e.label.casefold()) for e in entities}) == len(entities)


def _same_content(store: Store) -> set[tuple[str, ...]]:
    rows = texts(
        store,
        """SELECT DISTINCT ?a ?s ?c ?b ?stance ?certainty {
             ?x stake:hasProposition/stake:contentKey ?same ; dcterms:source ?first ; dcterms:identifier ?a ;
               stake:hasStance/skos:notation ?s ; stake:hasCertainty/skos:notation ?c .
             ?y stake:hasProposition/stake:contentKey ?same ; dcterms:source ?second ; dcterms:identifier ?b ;
               stake:hasStance/skos:notation ?stance ; stake:hasCertainty/skos:notation ?certainty .
             ?first dcterms:identifier "pakistan-us-rare-earth-deal" .
             ?second dcterms:identifier "ussm-fwo-memorandum" }""",
    )
    return set(rows)


def _other_figures(store: Store) -> set[tuple[str, str]]:
    rows = pairs(
        store,
        """SELECT DISTINCT ?figure ?other {
             ?p stake:propositionSubject ?s ; stake:propositionPredicate ?r ; stake:propositionQuantity ?q ;
               stake:contentKey ?content ; dcterms:source/dcterms:identifier "pakistan-us-rare-earth-deal" .
             ?o stake:propositionSubject ?s ; stake:propositionPredicate ?r ; stake:propositionQuantity ?z ;
               stake:contentKey ?other_content ; dcterms:source/dcterms:identifier "ussm-fwo-memorandum" .
             OPTIONAL { ?q stake:shareOf ?whole } OPTIONAL { ?z stake:shareOf ?other_whole }
             FILTER(?content != ?other_content && (!bound(?whole) || ?whole = ?other_whole))
             ?q stake:quantityText ?figure . ?z stake:quantityText ?other }""",
    )
    return set(rows)


def _built(file: ClaimsFile) -> ArticleGraphs:
    text = (ARTICLES / file.article.id / file.article.file).read_bytes().decode()
    return build_graph(checked(file, text=text))


def test_two_articles_agree_differ_and_contradict() -> None:
    store = store_of(_built(_file(FIRST)), _built(_file(SECOND)))

    assert _same_content(store) == SAME_CONTENT
    assert _other_figures(store) == OTHER_FIGURES


def test_articles_are_joined_by_reviewed_names_only() -> None:
    file = _file(SECOND).model_dump()
    for entity in file["entities"].values():
        entity["iri"] = None
    store = store_of(_built(_file(FIRST)), _built(ClaimsFile.model_validate(file)))

    assert _same_content(store) == set()
    assert _other_figures(store) == set()
