"""Stored queries are found by name, read with their headers, and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimstake.answer.executables import catalogue_triples
from claimstake.assets import QUERIES
from claimstake.errors import InputError, UsageError
from claimstake.query.binding import refuse_effects
from claimstake.query.catalogue import StoredQuery, all_queries, find_query, query_names
from claimstake.query.compiled import COMPILED, compiled_headers
from claimstake.query.header import Header, Severity, header_of, load_yaml, split_header
from claimstake.query.lint import lint
from claimstake.query.paging import page
from claimstake.query.parameters import ParameterType
from claimstake.query.tokens import Kind, prefixes, tokens
from claimstake.vocab import PREFIXES, RDF, SH, STAKE, STAKEV, terms_of

HEADER = """
#+ summary: Who says what?
#+ tags: [mine, check]
#+ severity: warn
#+ params:
#+   - {name: agent, type: iri, of: stake:Agent, many: true, help: Who.}
#+ columns:
#+   - {name: thing, help: What is said.}
#+   - problem
#+ example: agent=me
SELECT ?thing ?problem WHERE { ?thing ?problem ?agent FILTER(?agent IN (COALESCE(?__agent_iri, ?agent))) }
ORDER BY ?thing ?problem
""".lstrip()


def stored(text: str, name: str = "mine") -> StoredQuery:
    yaml_text, body = split_header(text)
    return StoredQuery(name=name, header=header_of(load_yaml(yaml_text, source=name), source=name), text=body)


def test_a_header_is_read() -> None:
    query = stored(HEADER)

    assert query.header.summary == "Who says what?"
    assert query.header.severity is Severity.WARN
    assert [(p.name, p.type, p.many, p.variable) for p in query.parameters] == [
        ("agent", ParameterType.IRI, True, "__agent_iri")
    ]
    assert [column.name for column in query.header.columns] == ["thing", "problem"]
    assert query.text.startswith("SELECT")
    assert lint(query) == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("#+ summary: [", "is not YAML"),
        ("#+ sumary: x", "unknown keys: sumary"),
        ("#+ tags: x", "tags that is not a list"),
        ("#+ - x", "is not a mapping"),
        ("#+ params: [{name: a, typ: iri}]", "unknown keys at a: typ"),
        ("#+ params: [{name: a, type: number}]", "a type at a that is none of"),
        ("#+ params: [{name: a, choices: [b]}]", "choices but no type enum"),
        ("#+ params: [{type: iri}]", "without a name"),
        ("#+ params: [{name: a, many: 1}]", "neither true nor false"),
        ("#+ severity: bad", "severity that is none of"),
    ],
)
def test_a_wrong_header_is_refused(line: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        stored(f"{line}\nSELECT * {{}}")


def test_parameters_need_no_header() -> None:
    query = stored("SELECT * { ?s ?p ?_wanted_integer ; ?q ?__other }")

    assert [(p.name, p.type, p.required) for p in query.parameters] == [
        ("wanted", ParameterType.INTEGER, True),
        ("other", ParameterType.STRING, False),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEADER.replace("ORDER BY ?thing ?problem", ""), "it has no ORDER BY"),
        (HEADER.replace("?__agent_iri", "?__other_iri"), "agent is not used"),
        (HEADER.replace("?__agent_iri", "?__other_iri"), "?__other_iri is not declared"),
        (HEADER.replace("#+   - problem\n", ""), "declares the columns thing, and it gives thing, problem"),
        (HEADER.replace("#+ severity: warn\n", ""), "a severity but no tag"),
        (
            HEADER.replace("IN (COALESCE(?__agent_iri, ?agent))", "= ?__agent_iri"),
            "takes many values outside",
        ),
        (HEADER.replace("ORDER", "GROUP BY ?thing ?problem ?__agent_iri ORDER"), "where only a variable can"),
        (HEADER.replace("FILTER(", "FILTER(NOT EXISTS { ?a ?b ?c } && "), "it uses EXISTS"),
        (HEADER.replace("FILTER(", "FILTER(NOW() > ?x && "), "it uses NOW"),
        (HEADER.replace("WHERE", "FROM <urn:g> WHERE"), "it uses FROM"),
        (HEADER.replace("WHERE {", "WHERE"), "cannot be parsed"),
        (HEADER.replace("{ ?thing", "{ SERVICE <http://e/> { ?a ?b ?c } ?thing"), "calls another service"),
        (HEADER.replace("{ ?thing", "{ ?__agent_iri2 ?b ?c . ?thing"), "begins like its parameter"),
        (HEADER.replace(", help: Who.", ""), "has no help"),
        (HEADER.replace("#+ summary: Who says what?\n", ""), "has no summary"),
    ],
)
def test_lint_finds(text: str, fault: str) -> None:
    assert any(fault in found for found in lint(stored(text))), lint(stored(text))


def test_lint_wants_kebab_case() -> None:
    assert "its name is not in kebab-case" in lint(stored(HEADER, name="My_query"))


def test_a_folder_of_ones_own_comes_first(tmp_path: Path) -> None:
    (tmp_path / "my-own.rq").write_text("SELECT * {} ORDER BY ?a")
    (tmp_path / "amounts.rq").write_text("#+ summary: Mine\nSELECT * {} ORDER BY ?a")

    assert "my-own" in query_names(folders=[tmp_path])
    assert find_query("amounts", folders=[tmp_path]).header == Header(summary="Mine")
    assert find_query("amounts").header.summary != "Mine"


def test_a_wrong_name_is_told_the_right_one() -> None:
    with pytest.raises(UsageError, match="Did you mean claims-without-verification"):
        find_query("claims-without-verfication")
    with pytest.raises(UsageError, match="no query named"):
        find_query("../../etc/passwd")
    with pytest.raises(UsageError, match="There is no folder"):
        find_query("x", folders=[Path("nowhere")])


def test_a_query_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_bytes(b"SELECT * { ?s ?p '\xff' }")

    with pytest.raises(InputError, match=r"bad\.rq cannot be read"):
        find_query("bad", folders=[tmp_path])


def test_the_compiled_headers_are_up_to_date() -> None:
    assert COMPILED.read_text() == compiled_headers(), (
        "claimstake queries headers -o src/claimstake/query/headers.json"
    )


@pytest.mark.parametrize("query", all_queries(), ids=lambda query: query.name)
def test_shipped_queries_use_terms_that_exist(query: StoredQuery) -> None:
    known = terms_of(STAKE) | terms_of(STAKEV)
    declared = prefixes(tokens(query.text))
    assert all(PREFIXES[prefix] == namespace for prefix, namespace in declared.items())
    for part in tokens(query.text):
        if part.kind is Kind.NAME and part.text.startswith(("stake:", "stakev:")):
            prefix, _, name = part.text.partition(":")
            if name:
                assert declared[prefix] + name in known, part.text
    for parameter in query.parameters:
        prefix, _, name = parameter.of.removeprefix("in ").partition(":")
        assert not name or PREFIXES[prefix] + name in known


@pytest.mark.parametrize("query", all_queries(), ids=lambda query: query.name)
def test_shipped_queries_explain_themselves(query: StoredQuery) -> None:
    assert query.header.description
    assert query.header.tags
    assert all(column.help for column in query.header.columns)
    assert len(query.text.splitlines()) < 120


@pytest.mark.parametrize(
    ("text", "limit", "offset", "expected"),
    [
        ("SELECT * {} ORDER BY ?a", 5, 0, "SELECT * {} ORDER BY ?a\nLIMIT 5\n"),
        ("SELECT * {} ORDER BY ?a # LIMIT 3", 5, 0, "SELECT * {} ORDER BY ?a # LIMIT 3\nLIMIT 5\n"),
        ("SELECT * {} ORDER BY ?a LIMIT 10", 50, 0, "SELECT * {} ORDER BY ?a \nLIMIT 10\n"),
        (
            "SELECT * {} ORDER BY ?a LIMIT 10 OFFSET 2",
            3,
            9,
            "SELECT * {} ORDER BY ?a  \nOFFSET 11\nLIMIT 1\n",
        ),
        ("SELECT * {} ORDER BY ?a LIMIT 2", None, 5, "SELECT * {} ORDER BY ?a \nOFFSET 5\nLIMIT 0\n"),
        (
            "SELECT * { { SELECT * {} LIMIT 7 } } VALUES ?a { 1 }",
            2,
            0,
            "SELECT * { { SELECT * {} LIMIT 7 } } \nLIMIT 2\nVALUES ?a { 1 }",
        ),
    ],
)
def test_paging_changes_the_outer_limit_only(
    text: str, limit: int | None, offset: int, expected: str
) -> None:
    assert page(text, limit=limit, offset=offset) == expected


def test_paging_is_refused_where_it_means_nothing() -> None:
    with pytest.raises(UsageError, match="no ORDER BY"):
        page("SELECT * {}", offset=1)
    with pytest.raises(UsageError, match="gives no rows"):
        page("ASK {}", limit=1)


def test_the_catalogue_is_rdf_as_sib_has_it() -> None:
    """Every executable has its class, comment, prefixes and text, which is all that SIB's tools ask for."""
    found: dict[str, dict[str, list[str]]] = {}
    for triple in catalogue_triples(all_queries(), target="https://e/sparql"):
        properties = found.setdefault(str(triple.subject), {})
        properties.setdefault(triple.predicate.value, []).append(getattr(triple.object, "value", ""))

    executables = [p for p in found.values() if f"{SH.iri}SPARQLExecutable" in p.get(RDF.type, [])]
    assert len(executables) == len(query_names())
    for properties in executables:
        (text,) = [
            properties[f"{SH.iri}{k}"][0]
            for k in ("select", "construct", "ask")
            if f"{SH.iri}{k}" in properties
        ]
        refuse_effects(tokens(text), name="x")
        assert len(properties["http://www.w3.org/2000/01/rdf-schema#comment"]) == 1
        assert properties["https://schema.org/target"] == ["https://e/sparql"]
    declared = {p[f"{SH.iri}prefix"][0] for p in found.values() if f"{SH.iri}prefix" in p}
    assert {"stake", "stakev", "dcterms", "rdfs"} <= declared


def test_no_stray_files_in_the_folder() -> None:
    assert {path.suffix for path in QUERIES.iterdir()} <= {".rq", ".md"}
