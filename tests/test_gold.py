"""The graph of the first article against the gold facts, and against what the article does not say.

Each check gives what is wrong. It must give nothing for the claims as they are, and something for each of the
spoilt ones.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from claimstake.assets import DATA
from claimstake.claims.reader import checked, read_claims
from claimstake.claims.schema import ClaimsFile
from claimstake.errors import FaultsFound
from claimstake.graph.build import build_graph
from claimstake.vocab import article_graph, facts_graph
from gold_graph import graph_rows, names_of, pairs, store_of, texts
from gold_rows import gold_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyoxigraph import Store

ARTICLE = DATA / "articles" / "pakistan-us-rare-earth-deal"
IN_ARTICLE = f"GRAPH <{article_graph(ARTICLE.name)}>"
IN_FACTS = f"GRAPH <{facts_graph(ARTICLE.name)}>"

NEVER_PLAIN = {"F15", "F18", "F26", "F53", "F54", "F55", "F56", "F57", "F59", "F91", "F92"}
FROM_ELSEWHERE = (
    "antimony",
    "balochistan",
    "frontier works",
    "fwo",
    "mcc",
    "memorandum",
    "neodymium",
    "reko diq",
    "tonne",
    "ussm",
)
# What the gold names in a note or in the words of a quantity or object, not as a subject or object.
NAMED_IN_PASSING = {"PotentialRevenue", "ProvincialApproval", "USAssistance"}
DRIFTS = {("D04", "F60"), ("D05", "F20"), ("D12", "F71"), ("F99", "F62")}
AT_ODDS = {
    *(("F15", other) for other in ("F28", "F29", "F30", "F37", "F38", "F39")),
    ("F09", "F14"),
    ("F17", "F85"),
    ("F93", "F97"),
}
CONDITIONS = {
    ("D12", "under ideal conditions", ""),
    ("F58", "Pakistan — extracts — rare earth minerals by means of US assistance", "Pakistan"),
    ("F69", "Once the suspension concludes", ""),
    ("F71", "Even under optimal conditions", ""),
    ("F81", "without provincial approval", "ProvincialApproval"),
    ("F89", "without addressing the structural issues within Pakistan's mining sector", ""),
    ("F97", "without technological upgrades", ""),
}
# Bounds are those of the wording: "nearly" has no lower one, "approximately" has none.
BOUNDS = {
    ("D12", "10", ""),
    ("F05", "500000000", "500000000"),
    ("F23", "3", "3"),
    ("F26", "", "6000000000000"),
    ("F40", "3.2", "3.2"),
    ("F41", "0.1", "0.1"),
    ("F47", "", ""),
    ("F71", "10", ""),
    ("F76", "", ""),
}
ASSESSMENTS = {
    ("F26", "InternationallyRecognizedStandard", "explicitlyUnverified", "D02"),
    ("F26", "InternationallyRecognizedStandard", "explicitlyUnverified", "D07"),
    ("F26", "InternationallyRecognizedStandard", "explicitlyUnverified", "F30"),
    ("F26", "JORC", "explicitlyUnverified", "F28"),
    ("F26", "NI43-101", "explicitlyUnverified", "F29"),
}


@cache
def text() -> str:
    return (ARTICLE / "article.txt").read_bytes().decode()


@cache
def claims_file() -> ClaimsFile:
    return read_claims(ARTICLE / "claims.yaml").file


def built(file: ClaimsFile) -> Store:
    return store_of(build_graph(checked(file, text=text()), project=True))


@pytest.fixture(scope="module")
def store() -> Store:
    return built(claims_file())


def wrong_rows(store: Store) -> list[str]:
    gold, found = gold_rows(), graph_rows(store)
    ids = sorted(gold.keys() | found.keys())
    return [f"{i}: {gold.get(i)} is {found.get(i)}" for i in ids if gold.get(i) != found.get(i)]


def unearned_facts(store: Store) -> list[str]:
    """Facts of claims that may not give any, by the claim's mark and by the facts themselves."""
    marked = {i for (i,) in texts(store, "SELECT ?i { ?c stake:projectedTo ?g ; dcterms:identifier ?i }")}
    barred = {row.relation for i, row in gold_rows().items() if i in NEVER_PLAIN}
    stated = texts(store, f"SELECT DISTINCT ?p {{ {IN_FACTS} {{ ?s ?p ?o }} }}")
    relations = {p.rpartition("#")[2] for (p,) in stated}
    return sorted(marked & NEVER_PLAIN) + sorted(relations & barred)


def strangers(store: Store) -> list[str]:
    """Things that the article's graph names or describes and the gold does not."""
    known = NAMED_IN_PASSING | gold_rows().keys()
    for row in gold_rows().values():
        known |= {row.subject, row.origin, row.destination, *row.objects, *row.sources}
    filled = texts(
        store,
        """SELECT DISTINCT ?thing { ?a a stake:Argument ; stake:argumentFiller ?thing
             FILTER NOT EXISTS { ?thing a ?kind . VALUES ?kind { stake:Quantity stake:TimeSpan } }
             FILTER NOT EXISTS { ?claim stake:hasCondition ?thing } }""",
    )
    described = texts(
        store,
        f"SELECT ?k {{ {IN_ARTICLE} {{ ?t rdfs:label ?l ; dcterms:identifier ?k ; dcterms:source ?d }} }}",
    )
    names = names_of(store)
    found = {names.get(thing, thing) for (thing,) in filled} | {key for (key,) in described}
    return sorted(found - known)


def words_from_elsewhere(store: Store) -> list[str]:
    """Words that are true elsewhere and not in this article, in any text of its graph or in a name."""
    said = texts(store, f"SELECT DISTINCT ?o {{ {IN_ARTICLE} {{ ?s ?p ?o }} FILTER(isLiteral(?o)) }}")
    said += texts(store, "SELECT DISTINCT ?l { ?a stake:argumentFiller/rdfs:label ?l }")
    lowered = [value.casefold() for (value,) in said]
    people = texts(store, "SELECT ?p { ?p a stake:Person }")
    return [word for word in FROM_ELSEWHERE if any(word in value for value in lowered)] + [
        p for (p,) in people
    ]


def wrong_links(store: Store) -> list[str]:
    wanted = {
        "variantOf": DRIFTS,
        "contradicts": AT_ODDS,
        "possiblySame": {("MiningVision2028", "ThreeStepStrategy")},
        "isAboutClaim": {(i, "F26") for i in ("D02", "D07", "F28", "F29", "F30", "F35")} | {("F84", "F81")},
    }
    query = "SELECT ?a ?b {{ ?x stake:{} ?y . ?x dcterms:identifier ?a . ?y dcterms:identifier ?b }}"
    found = {name: set(pairs(store, query.format(name))) for name in wanted}
    return [
        f"{name}: {sorted(found[name] ^ links)}" for name, links in wanted.items() if found[name] != links
    ]


def wrong_conditions(store: Store) -> list[str]:
    found = texts(
        store,
        """SELECT ?id ?text ?subject { ?claim stake:hasCondition ?c ; dcterms:identifier ?id .
             ?c stake:propositionText ?text OPTIONAL { ?c stake:propositionSubject ?subject } }""",
    )
    names = names_of(store)
    return [str(row) for row in {(i, said, names.get(s, s)) for i, said, s in found} ^ CONDITIONS]


def wrong_bounds(store: Store) -> list[str]:
    found = texts(
        store,
        """SELECT DISTINCT ?id ?lower ?upper {
             ?claim stake:hasProposition/stake:propositionQuantity ?q ; dcterms:identifier ?id
             OPTIONAL { ?q stake:lowerBound ?lower } OPTIONAL { ?q stake:upperBound ?upper } }""",
    )
    return [str(row) for row in {(i, _short(lower), _short(upper)) for i, lower, upper in found} ^ BOUNDS]


def _short(number: str) -> str:
    return number.removesuffix(".0")


def wrong_assessments(store: Store) -> list[str]:
    found = texts(
        store,
        """SELECT ?assessed ?standard ?outcome ?stated { ?a stake:underStandard ?standard ;
             stake:hasOutcome/skos:notation ?outcome ; stake:assessesClaim/dcterms:identifier ?assessed ;
             stake:statedInClaim/dcterms:identifier ?stated }""",
    )
    names = names_of(store)
    rows = {(a, names.get(standard, standard), outcome, stated) for a, standard, outcome, stated in found}
    return [str(row) for row in rows ^ ASSESSMENTS]


CHECKS = (
    wrong_rows,
    unearned_facts,
    strangers,
    words_from_elsewhere,
    wrong_links,
    wrong_conditions,
    wrong_bounds,
    wrong_assessments,
)


@pytest.mark.parametrize("check", CHECKS)
def test_finds_nothing_wrong(check: Callable[[Store], list[str]], store: Store) -> None:
    assert check(store) == []


def test_all_gold_rows_are_there(store: Store) -> None:
    assert len(gold_rows()) == 111
    assert graph_rows(store).keys() == gold_rows().keys()


@pytest.mark.parametrize("gold_id", gold_rows())
def test_gold_quote_stands_at_its_offsets(gold_id: str) -> None:
    row = gold_rows()[gold_id]

    assert text()[row.start : row.end] == row.quote


def test_every_mention_stands_at_its_offsets(store: Store) -> None:
    mentions = texts(
        store,
        """SELECT ?start ?end ?exact { ?m a stake:Mention ; stake:exactText ?exact ;
             stake:startOffset ?start ; stake:endOffset ?end }""",
    )

    assert len(mentions) > len(gold_rows())
    assert [m for m in mentions if text()[int(m[0]) : int(m[1])] != m[2]] == []


def test_a_claim_without_conditions_gives_plain_facts(store: Store) -> None:
    parties = texts(store, f"SELECT ?a ?p {{ {IN_FACTS} {{ ?a stake:hasParty ?p }} }}")
    names = names_of(store)

    assert [(names[a], names[p]) for a, p in parties] == [
        ("ChinaUSDeal", "China"),
        ("ChinaUSDeal", "UnitedStates"),
    ]


# Spoilt claims files: what a wrong reviewer or extractor could write.

Spoil = dict[str, Any]


def _claim(file: Spoil, claim_id: str) -> Spoil:
    return next(claim for claim in file["claims"] if claim["id"] == claim_id)


def _leave_out(claim_id: str) -> Callable[[Spoil], None]:
    return lambda file: file.update(claims=[c for c in file["claims"] if c["id"] != claim_id])


def _change(claim_id: str, **values: object) -> Callable[[Spoil], None]:
    return lambda file: _claim(file, claim_id).update(values)


def _change_in(claim_id: str, part: str, **values: object) -> Callable[[Spoil], None]:
    return lambda file: _claim(file, claim_id)[part].update(values)


def _relabel(key: str, **values: object) -> Callable[[Spoil], None]:
    return lambda file: file["entities"][key].update(values)


def _move_sections(file: Spoil) -> None:
    file["article"]["sections"] = []


OUTRIGHT = {
    "certainty": "certain",
    "modality": "asserted",
    "stance": "affirms",
    "attribution": {"kind": "narrator"},
}

SPOILT: tuple[tuple[str, Callable[[Spoil], None], Callable[[Store], list[str]]], ...] = (
    ("a row is missing", _leave_out("F13"), wrong_rows),
    ("a hedge is lost", _change("F09", certainty="certain"), wrong_rows),
    ("a denial is turned round", _change("F18", stance="affirms"), wrong_rows),
    ("a source is lost", _change("F26", attribution={"kind": "narrator"}), wrong_rows),
    ("a restatement stands alone", _change("D11", restates=None), wrong_rows),
    ("a time is invented", _change("F66", time={"edtf": "2025-10", "words": "In October 2025"}), wrong_rows),
    ("sections are lost", _move_sections, wrong_rows),
    ("two deals are merged", _change_in("F67", "subject", entity="USPakistanRareEarthDeal"), wrong_rows),
    (
        "deal and agreement are merged",
        _change_in("F05", "subject", entity="USPakistanRareEarthDeal"),
        wrong_rows,
    ),
    ("two plans are merged", _change_in("F24", "subject", entity="MiningVision2028"), wrong_rows),
    ("a comparator is lost", _change_in("F47", "quantity", comparator="equal"), wrong_rows),
    ("a bound is invented", _change_in("F26", "quantity", comparator="equal"), wrong_bounds),
    ("a supposition is a fact", _change("F59", kind="event", **OUTRIGHT), unearned_facts),
    ("a presupposition is a fact", _change("F15", kind="state", **OUTRIGHT), unearned_facts),
    (
        "a name comes from elsewhere",
        _relabel("Agreement500M", iri=None, label="USSM accord"),
        words_from_elsewhere,
    ),
    ("an expert is named", _relabel("Experts", type="Person"), words_from_elsewhere),
    ("a stranger is at work", _change_in("F51", "subject", entity="NationPress"), wrong_rows),
    ("plans are not linked", _relabel("MiningVision2028", possibly_same=[]), wrong_links),
    ("a drift is not linked", _change("F99", variant_of=[]), wrong_links),
    ("a condition is lost", _change("F71", conditions=[]), wrong_conditions),
    ("unverified is called failed", _change("F28", outcome="failed"), wrong_assessments),
)


def _spoilt(spoil: Callable[[Spoil], None]) -> ClaimsFile:
    file = claims_file().model_dump()
    spoil(file)
    return ClaimsFile.model_validate(file)


@pytest.mark.parametrize(("spoil", "check"), [s[1:] for s in SPOILT], ids=[s[0] for s in SPOILT])
def test_finds_what_is_spoilt(spoil: Callable[[Spoil], None], check: Callable[[Store], list[str]]) -> None:
    assert check(built(_spoilt(spoil))) != []


def test_finds_a_stranger() -> None:
    def add(file: Spoil) -> None:
        file["entities"]["Stranger"] = {"type": "Organization", "label": "a stranger"}
        _claim(file, "F51")["objects"][0]["entity"] = "Stranger"

    assert strangers(built(_spoilt(add))) == ["Stranger"]


@pytest.mark.parametrize(
    "spoil",
    [_change("F26", quote="the nation owns mineral reserves"), _change_in("F26", "subject", words="ore")],
    ids=["quote", "argument"],
)
def test_refuses_words_that_are_not_there(spoil: Callable[[Spoil], None]) -> None:
    with pytest.raises(FaultsFound, match="F26"):
        built(_spoilt(spoil))
