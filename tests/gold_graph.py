"""What the graph of the first article says, asked by SPARQL."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from claimstake.vocab import ID, PREFIXES, STAKE
from gold_rows import Amount, Row

if TYPE_CHECKING:
    from claimstake.graph.build import ArticleGraphs

# Things that the reference graph describes have no key of their own in the article's graph.
SHARED = {
    f"{ID}aggregate-pakistan-gdp": "PakistanGDP",
    f"{ID}agreement-pakistan-minerals-500-million": "Agreement500M",
    f"{ID}agreement-us-pakistan-rare-earth": "USPakistanRareEarthDeal",
    f"{ID}commodity-copper": "Copper",
    f"{ID}commodity-rare-earths": "RareEarthMinerals",
    f"{ID}endowment-pakistan-minerals": "PakistanMineralReserves",
    f"{ID}government-CN": "GovernmentOfChina",
    f"{ID}government-PK": "GovernmentOfPakistan",
    f"{ID}government-US": "GovernmentOfUS",
    f"{ID}group-pakistani-provinces": "PakistaniProvinces",
    f"{ID}resource-pakistani-provinces": "ProvincialNaturalResources",
    f"{ID}sector-pakistan-mining": "PakistanMiningSector",
    f"{ID}shipment-pakistan-us-2025-10": "Shipment2025",
    f"{ID}stage-global-mineral-refining": "GlobalMineralRefining",
    f"{ID}state-CN": "China",
    f"{ID}state-PK": "Pakistan",
    f"{ID}state-US": "UnitedStates",
    STAKE.InternationallyRecognizedStandard: "InternationallyRecognizedStandard",
    STAKE.JORC: "JORC",
    STAKE.NI43_101: "NI43-101",
}
_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())

_CLAIMS = """
SELECT DISTINCT ?id ?kind ?section ?quote ?start ?end ?subject ?relation ?origin ?destination ?edtf
                ?attribution ?stance ?certainty ?modality ?restated {
  ?claim a stake:Claim ; dcterms:identifier ?id ; stake:hasMention ?mention ; stake:hasProposition ?content ;
    stake:claimKind/skos:notation ?kind ; stake:attributionKind/skos:notation ?attribution ;
    stake:hasStance/skos:notation ?stance ; stake:hasCertainty/skos:notation ?certainty ;
    stake:hasModality/skos:notation ?modality .
  ?mention stake:exactText ?quote ; stake:startOffset ?start ; stake:endOffset ?end ;
    stake:inSection/skos:notation ?section .
  ?content stake:propositionSubject ?subject ; stake:propositionPredicate ?relation .
  OPTIONAL { ?content stake:propositionOrigin ?origin }
  OPTIONAL { ?content stake:propositionDestination ?destination }
  OPTIONAL { ?content stake:holdsDuring/stake:edtfValue ?edtf }
  OPTIONAL { ?claim stake:restates/dcterms:identifier ?restated }
}"""
_OBJECTS = """
SELECT DISTINCT ?id ?thing {
  ?claim a stake:Claim ; dcterms:identifier ?id ; stake:hasProposition ?content .
  ?content stake:propositionObject|stake:propositionValue ?thing
}"""
_SOURCES = """
SELECT DISTINCT ?id ?thing {
  ?claim a stake:Claim ; dcterms:identifier ?id ; stake:attributedTo|stake:attributedToDocument ?thing
}"""
_AMOUNTS = """
SELECT DISTINCT ?id ?value ?unit ?currency ?comparator ?text {
  ?claim a stake:Claim ; dcterms:identifier ?id ; stake:hasProposition/stake:propositionQuantity ?amount .
  ?amount stake:hasUnit/skos:notation ?unit ; stake:hasComparator/skos:notation ?comparator ;
    stake:quantityText ?text .
  OPTIONAL { ?amount stake:numericValue ?value }
  OPTIONAL { ?amount stake:currencyCode ?currency }
}"""
_KEYS = "SELECT DISTINCT ?thing ?key { ?thing dcterms:identifier ?key }"
_CONTENTS = """
SELECT DISTINCT ?content ?id {
  ?claim a stake:Claim ; stake:hasProposition ?content ; dcterms:identifier ?id
}"""


def store_of(*built: ArticleGraphs) -> Store:
    """Put the graphs of articles in a store in memory."""
    store = Store()
    for graphs in built:
        for name, triples in (*graphs.contents().items(), *graphs.additions().items()):
            store.extend(Quad(t.subject, t.predicate, t.object, name) for t in triples or ())
    return store


def texts(store: Store, query: str) -> list[tuple[str, ...]]:
    """Give the rows of a query over all graphs as strings, empty where unbound, in order."""
    found = store.query(_PREFIXES + query, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    rows = [[*solution] for solution in found]
    return sorted(tuple(t.value if isinstance(t, NamedNode | Literal) else "" for t in row) for row in rows)


def pairs(store: Store, query: str) -> list[tuple[str, str]]:
    """Give the rows of a query with two columns."""
    return [(first, second) for first, second in texts(store, query)]


def names_of(store: Store) -> dict[str, str]:
    """Give the gold's name of each node: its key, or the ids of the claims with that content."""
    ids: dict[str, list[str]] = defaultdict(list)
    for content, claim_id in pairs(store, _CONTENTS):
        ids[content].append(claim_id)
    contents = {content: "/".join(claim_ids) for content, claim_ids in ids.items()}
    return SHARED | dict(pairs(store, _KEYS)) | contents


def graph_rows(store: Store) -> dict[str, Row]:
    """Give the claims of the article by id, in the form of the gold.

    Raises:
        AssertionError: A claim has two of what it can have one of.
    """
    names = names_of(store)
    objects, sources = (_sets(store, query, names=names) for query in (_OBJECTS, _SOURCES))
    amounts = _amounts(store)
    rows: dict[str, Row] = {}
    for found in texts(store, _CLAIMS):
        claim_id, kind, section, quote, start, end, subject, relation, *rest = found
        origin, destination, edtf, attribution, stance, certainty, modality, restates = rest
        assert claim_id not in rows, f"{claim_id} is there twice"
        rows[claim_id] = Row(
            id=claim_id,
            kind=kind,
            section=section,
            quote=quote,
            start=int(start),
            end=int(end),
            subject=names.get(subject, subject),
            relation=relation.removeprefix(STAKE.iri),
            objects=objects[claim_id],
            origin=names.get(origin, origin),
            destination=names.get(destination, destination),
            amount=amounts.get(claim_id),
            edtf=edtf,
            attribution=attribution,
            sources=sources[claim_id],
            stance=stance,
            certainty=certainty,
            modality=modality,
            restates=restates,
        )
    return rows


def _sets(store: Store, query: str, *, names: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for claim_id, thing in pairs(store, query):
        found[claim_id] |= {names.get(thing, thing)}
    return found


def _amounts(store: Store) -> dict[str, Amount]:
    found: dict[str, Amount] = {}
    for claim_id, value, unit, currency, comparator, text in texts(store, _AMOUNTS):
        assert claim_id not in found, f"{claim_id} has two amounts"
        found[claim_id] = Amount(
            value=Decimal(value) if value else None, unit=currency or unit, comparator=comparator, text=text
        )
    return found
