"""Values are put into a query as terms, whatever they contain, and the query stays the query."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from claimstake.errors import InputError, UsageError
from claimstake.query.binding import bind
from claimstake.query.parameters import Parameter, ParameterType, parameter_of
from claimstake.query.tokens import text_of, tokens

NAME = Parameter(name="name", type=ParameterType.STRING)
THING = Parameter(name="thing", type=ParameterType.IRI, many=True)
QUERY = """PREFIX e: <http://e/#>  # ?__name_literal in a comment
SELECT ?s WHERE {
  ?s e:says ?said ; e:also "?__name_literal", <http://e/?__name_literal> .  # "
  FILTER(?said IN (COALESCE(?__name_literal, ?said)))
}"""
HOSTILE = [
    'x" || true || "',
    "x' || true || '",
    '""" } DROP ALL #',
    "x\n} ; DROP GRAPH <urn:g> # ",
    "\\",
    '\\"',
    "\\u0022 || true || \\u0022",
    "\\U00000022",
    "# comment",
    "} UNION { ?s ?p ?o }",
    "?__name_literal",
    "$s",
    "<urn:x>",
    "\r\t\b\f\x07",
    "Größe 稀土 🪨",
    "\u2028",
]


def said(text: str, value: str) -> list[str]:
    """Ask a store in which one thing says the value and another does not."""
    store = Store()
    for subject, word in (("urn:yes", value), ("urn:no", f"not {value}")):
        store.add(Quad(NamedNode(subject), NamedNode("http://e/#says"), Literal(word)))
        for fixed in (Literal("?__name_literal"), NamedNode("http://e/?__name_literal")):
            store.add(Quad(NamedNode(subject), NamedNode("http://e/#also"), fixed))
    found = store.query(text)
    assert isinstance(found, QuerySolutions)
    return sorted({row["s"].value for row in found})


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_finds_itself_and_nothing_else(value: str) -> None:
    assert said(bind(QUERY, [NAME], {"name": value}, name="q"), value) == ["urn:yes"]


@pytest.mark.parametrize("value", HOSTILE)
def test_rdflib_reads_hostile_text_alike(value: str) -> None:
    import rdflib

    graph = rdflib.Graph()
    graph.add((rdflib.URIRef("urn:yes"), rdflib.URIRef("urn:says"), rdflib.Literal(value)))
    text = bind("SELECT ?s { ?s <urn:says> ?__name_literal }", [NAME], {"name": value}, name="q")

    assert [str(row[0]) for row in graph.query(text)] == ["urn:yes"]  # type: ignore[index]


@settings(deadline=None)
@given(st.text())
def test_any_text_finds_itself_or_is_refused(value: str) -> None:
    if not value:
        return
    try:
        text = bind(QUERY, [NAME], {"name": value}, name="q")
    except UsageError:
        assert any(ord(c) == 0 or 0xD800 <= ord(c) < 0xE000 for c in value)
        return

    assert said(text, value) == ["urn:yes"]


def test_a_parameter_without_value_leaves_the_query_as_it_is() -> None:
    assert bind(QUERY, [NAME], {}, name="q") == QUERY


def test_a_null_character_is_refused() -> None:
    with pytest.raises(UsageError, match="text that a store can hold"):
        bind(QUERY, [NAME], {"name": "a\x00b"}, name="q")


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "../etc",
        "http://e/ x",
        "http://e/> ?p ?o } #",
        'http://e/"',
        "http://e/\\u003e",
        "<http://e/><http://f/>",
        "unknown:name",
        "",
        "http:",
    ],
)
def test_what_is_no_iri_is_refused(value: str) -> None:
    query = "SELECT * { ?s ?p ?o FILTER(?s IN (COALESCE(?__thing_iri, ?s))) }"
    if value == "":
        assert bind(query, [THING], {"thing": value}, name="q") == query
        return
    with pytest.raises(UsageError):
        bind(query, [THING], {"thing": value}, name="q")


def test_iris_may_be_short_whole_or_several() -> None:
    query = "PREFIX e: <http://e/> SELECT * { ?s ?p ?o FILTER(?s IN (COALESCE(?__thing_iri, ?s))) }"

    bound = bind(query, [THING], {"thing": ["e:a", "<urn:b>", "stake:JORC"]}, name="q")

    assert bound.endswith(
        "IN (COALESCE(<http://e/a>, ?s), COALESCE(<urn:b>, ?s), "
        "COALESCE(<https://w3id.org/claimstake/ontology#JORC>, ?s))) }"
    )


def test_several_values_are_refused_where_one_is_taken() -> None:
    with pytest.raises(UsageError, match="takes one value, not 2"):
        bind(QUERY, [NAME], {"name": ["a", "b"]}, name="q")


def test_several_values_are_refused_outside_a_list() -> None:
    with pytest.raises(InputError, match="several values"):
        bind("SELECT * { ?__thing_iri ?p ?o }", [THING], {"thing": ["urn:a", "urn:b"]}, name="q")


def parameter(kind: ParameterType, **options: bool) -> Parameter:
    return Parameter(name="x", type=kind, **options)  # type: ignore[arg-type]


XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (ParameterType.INTEGER, "-007", f'"-7"^^<{XSD}integer>'),
        (ParameterType.INTEGER, 42, f'"42"^^<{XSD}integer>'),
        (ParameterType.DECIMAL, "5e12", f'"5000000000000.0"^^<{XSD}decimal>'),
        (ParameterType.DECIMAL, Decimal("3.20"), f'"3.20"^^<{XSD}decimal>'),
        (ParameterType.BOOLEAN, "Yes", f'"true"^^<{XSD}boolean>'),
        (ParameterType.BOOLEAN, False, f'"false"^^<{XSD}boolean>'),
        (ParameterType.DATE, "2026", f'"2026-01-01T00:00:00Z"^^<{XSD}dateTime>'),
        (ParameterType.DATE, date(2026, 1, 17), f'"2026-01-17T00:00:00Z"^^<{XSD}dateTime>'),
        (ParameterType.DATE, "2026-01-17T01:00:00+01:00", f'"2026-01-17T00:00:00Z"^^<{XSD}dateTime>'),
    ],
)
def test_values_are_written_by_type(kind: ParameterType, value: object, expected: str) -> None:
    wanted = parameter(kind)

    bound = bind(f"SELECT * {{ ?s ?p ?{wanted.variable} }}", [wanted], {"x": value}, name="q")  # type: ignore[dict-item]

    assert bound == f"SELECT * {{ ?s ?p {expected} }}"


def test_the_end_of_a_period_is_its_last_second() -> None:
    wanted = parameter(ParameterType.DATE, end=True)

    assert "2024-02-29T23:59:59Z" in bind(
        f"SELECT * {{ ?s ?p ?{wanted.variable} }}", [wanted], {"x": "2024-02"}, name="q"
    )


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ParameterType.INTEGER, "1.5"),
        (ParameterType.INTEGER, "9223372036854775808"),
        (ParameterType.INTEGER, "١"),
        (ParameterType.DECIMAL, "NaN"),
        (ParameterType.DECIMAL, "1e999"),
        (ParameterType.DECIMAL, "1 OR 1"),
        (ParameterType.DECIMAL, "1.2.3"),
        (ParameterType.BOOLEAN, "maybe"),
        (ParameterType.DATE, "2026-13"),
        (ParameterType.DATE, "yesterday"),
    ],
)
def test_values_of_another_type_are_refused(kind: ParameterType, value: str) -> None:
    wanted = parameter(kind)
    with pytest.raises(UsageError, match=r"^x="):
        bind(f"SELECT * {{ ?s ?p ?{wanted.variable} }}", [wanted], {"x": value}, name="q")


def test_a_choice_is_one_of_those_declared() -> None:
    wanted = Parameter(name="stance", type=ParameterType.ENUM, choices=("denies", "doubts"))

    assert bind("SELECT * { ?s ?p ?__stance_literal }", [wanted], {"stance": "Denies"}, name="q").endswith(
        '"denies" }'
    )
    with pytest.raises(UsageError, match="one of denies, doubts"):
        bind("SELECT * { ?s ?p ?__stance_literal }", [wanted], {"stance": "affirms"}, name="q")


def test_unknown_and_missing_parameters_are_named() -> None:
    needed = Parameter(name="least", type=ParameterType.DECIMAL, required=True)
    with pytest.raises(UsageError, match="q has no parameter 'nam'"):
        bind(QUERY, [NAME], {"nam": "x"}, name="q")
    with pytest.raises(UsageError, match="q needs least="):
        bind("SELECT * { ?s ?p ?_least_xsd_decimal }", [needed], {}, name="q")


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "PREFIX e: <urn:e> DELETE WHERE { ?s ?p ?o }",
        "# SELECT\nDROP ALL",
        "LOAD <http://e/>",
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <http://e/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        'SELECT * { ?s ?p "\\u0022" }',
        "SELECT * { ?s ?p",
    ],
)
def test_what_is_no_plain_question_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        bind(text, [], {}, name="q")


def test_words_of_the_language_may_stand_in_text() -> None:
    text = 'SELECT * { ?s <urn:drop> "SERVICE DROP" } # LOAD'

    assert bind(text, [], {}, name="q") == text


@settings(deadline=None)
@given(st.text(alphabet="?_abc<>\"'\\ #\n{}()$:.", max_size=40))
def test_tokens_joined_are_the_text(text: str) -> None:
    assert text_of(tokens(text)) == text


def test_a_variable_of_grlc_tells_its_parameter() -> None:
    found = parameter_of("_since_xsd_dateTime")

    assert found == Parameter(
        name="since", type=ParameterType.DATE, required=True, spelling="_since_xsd_dateTime"
    )
    assert parameter_of("claim") is None
