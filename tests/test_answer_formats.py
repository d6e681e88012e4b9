"""Answers in the standard formats, as the W3C recommendations have them."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from claimstake.answer.formats import AnswerFormat, format_of
from claimstake.answer.writing import write_answer
from claimstake.errors import InputError, UsageError
from claimstake.store.results import Answer, Rows, Triples, Truth
from claimstake.vocab import XSD


def typed(value: str, kind: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD.iri + kind))


# One row for each kind of term that the recommendations speak of, and one in which nothing is bound.
ROWS = (
    (NamedNode("http://e/a,b"), Literal("plain")),
    (BlankNode("b0"), Literal('a "quoted", word')),
    (None, Literal("two\nlines\r\tand a tab \\")),
    (NamedNode("http://e/größe"), Literal("Größe", language="de")),
    (NamedNode("http://e/n"), typed("42", "integer")),
    (NamedNode("http://e/d"), typed("-3.20", "decimal")),
    (NamedNode("http://e/t"), typed("2026-01-17T00:00:00Z", "dateTime")),
    (NamedNode("http://e/f"), typed("true", "boolean")),
    (None, None),
)


def rows() -> Rows:
    return Rows(variables=("x", "value"), rows=iter(ROWS))


def written(answer: Answer, format: AnswerFormat) -> str:
    return "".join(write_answer(answer, format=format))


def test_csv() -> None:
    assert written(rows(), AnswerFormat.CSV) == (
        "x,value\r\n"
        '"http://e/a,b",plain\r\n'
        '_:b0,"a ""quoted"", word"\r\n'
        ',"two\nlines\r\tand a tab \\"\r\n'
        "http://e/größe,Größe\r\n"
        "http://e/n,42\r\n"
        "http://e/d,-3.20\r\n"
        "http://e/t,2026-01-17T00:00:00Z\r\n"
        "http://e/f,true\r\n"
        ",\r\n"
    )


def test_tsv() -> None:
    assert written(rows(), AnswerFormat.TSV) == (
        "?x\t?value\n"
        '<http://e/a,b>\t"plain"\n'
        '_:b0\t"a \\"quoted\\", word"\n'
        '\t"two\\nlines\\r\\tand a tab \\\\"\n'
        '<http://e/größe>\t"Größe"@de\n'
        "<http://e/n>\t42\n"
        "<http://e/d>\t-3.20\n"
        f'<http://e/t>\t"2026-01-17T00:00:00Z"^^<{XSD.dateTime}>\n'
        "<http://e/f>\ttrue\n"
        "\t\n"
    )


def test_tsv_quotes_numbers_that_turtle_could_not_read() -> None:
    odd = [typed("4.", "decimal"), typed("1e3", "integer"), typed("1", "boolean"), typed("٤", "integer")]

    lines = written(Rows(variables=("v",), rows=[(term,) for term in odd]), AnswerFormat.TSV).splitlines()

    assert all(line.startswith('"') for line in lines[1:])


def test_json() -> None:
    found = json.loads(written(rows(), AnswerFormat.JSON))

    assert found["head"] == {"vars": ["x", "value"]}
    assert found["results"]["bindings"][:4] == [
        {"x": {"type": "uri", "value": "http://e/a,b"}, "value": {"type": "literal", "value": "plain"}},
        {"x": {"type": "bnode", "value": "b0"}, "value": {"type": "literal", "value": 'a "quoted", word'}},
        {"value": {"type": "literal", "value": "two\nlines\r\tand a tab \\"}},
        {
            "x": {"type": "uri", "value": "http://e/größe"},
            "value": {"type": "literal", "value": "Größe", "xml:lang": "de"},
        },
    ]
    assert found["results"]["bindings"][4]["value"] == {
        "type": "literal",
        "value": "42",
        "datatype": XSD.integer,
    }
    assert found["results"]["bindings"][-1] == {}


def test_xml() -> None:
    space = "{http://www.w3.org/2005/sparql-results#}"

    root = ET.fromstring(written(rows(), AnswerFormat.XML))  # noqa: S314  # our own

    assert root.tag == f"{space}sparql"
    assert [v.get("name") for v in root.iter(f"{space}variable")] == ["x", "value"]
    results = list(root.iter(f"{space}result"))
    assert len(results) == len(ROWS)
    assert [(b.get("name"), b[0].tag, b[0].text) for b in results[0]] == [
        ("x", f"{space}uri", "http://e/a,b"),
        ("value", f"{space}literal", "plain"),
    ]
    assert results[2][0][0].text == "two\nlines\r\tand a tab \\"
    assert results[3][1][0].get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert results[4][1][0].get("datatype") == XSD.integer
    assert list(results[-1]) == []


def test_xml_refuses_what_it_cannot_hold() -> None:
    with pytest.raises(InputError, match="XML cannot hold"):
        written(Rows(variables=("x",), rows=[(Literal("\x01"),)]), AnswerFormat.XML)


@pytest.mark.parametrize(
    ("format", "read"),
    [
        (AnswerFormat.JSON, QueryResultsFormat.JSON),
        (AnswerFormat.TSV, QueryResultsFormat.TSV),
    ],
)
@settings(deadline=None)
@given(values=st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]))))
def test_another_reader_reads_what_was_written(
    format: AnswerFormat, read: QueryResultsFormat, values: list[str]
) -> None:
    expected = [(Literal(value), Literal(value, language="en")) for value in values]

    text = written(Rows(variables=("a", "b"), rows=expected), format)

    found = parse_query_results(text, format=read)
    assert isinstance(found, QuerySolutions)
    assert [tuple(row) for row in found] == expected


@settings(deadline=None)
@given(value=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])))
def test_xml_keeps_text(value: str) -> None:
    text = written(Rows(variables=("a",), rows=[(Literal(value),)]), AnswerFormat.XML)

    (found,) = ET.fromstring(text).iter("{http://www.w3.org/2005/sparql-results#}literal")  # noqa: S314  # our own
    assert (found.text or "") == value


@pytest.mark.parametrize("value", [True, False])
def test_truth_values(value: bool) -> None:
    word = str(value).lower()

    assert json.loads(written(Truth(value=value), AnswerFormat.JSON)) == {"head": {}, "boolean": value}
    assert f"<boolean>{word}</boolean>" in written(Truth(value=value), AnswerFormat.XML)
    assert written(Truth(value=value), AnswerFormat.CSV) == f"{word}\n"
    assert written(Truth(value=value), AnswerFormat.TABLE) == ("yes\n" if value else "no\n")


def test_json_lines_hold_plain_values() -> None:
    lines = written(rows(), AnswerFormat.JSON_LINES).splitlines()

    assert [json.loads(line)["value"] for line in lines] == [
        "plain",
        'a "quoted", word',
        "two\nlines\r\tand a tab \\",
        "Größe",
        42,
        -3.2,
        "2026-01-17T00:00:00Z",
        True,
        None,
    ]


def test_markdown_and_html_never_take_data_for_markup() -> None:
    nasty = Literal("<script>alert(1)</script> | *bold* [x](javascript:alert(1))\n`code`")
    link = NamedNode("javascript:alert(1)")
    answer = Rows(variables=("a", "b"), rows=[(nasty, link)])

    page = "".join(write_answer(answer, format=AnswerFormat.HTML, title="<b>"))
    line = written(Rows(variables=("a", "b"), rows=[(nasty, link)]), AnswerFormat.MARKDOWN).splitlines()[2]

    assert "<script>" not in page
    assert "<title>&lt;b&gt;</title>" in page
    assert "href" not in page
    assert line.count(" | ") == 1
    assert "\\<script\\>" in line
    assert "\\[x\\]" in line


def test_html_links_what_can_be_opened() -> None:
    answer = Rows(variables=("a",), rows=[(NamedNode("https://e/?a&b"),)])

    assert '<a href="https://e/?a&amp;b">' in "".join(write_answer(answer, format=AnswerFormat.HTML))


@pytest.mark.parametrize(
    ("format", "read"),
    [
        (AnswerFormat.TURTLE, RdfFormat.TURTLE),
        (AnswerFormat.N_TRIPLES, RdfFormat.N_TRIPLES),
        (AnswerFormat.JSON_LD, RdfFormat.JSON_LD),
        (AnswerFormat.RDF_XML, RdfFormat.RDF_XML),
    ],
)
def test_graphs(format: AnswerFormat, read: RdfFormat) -> None:
    triples = {
        Triple(NamedNode("http://e/s"), NamedNode("http://e/p"), value)
        for value in (NamedNode("http://e/o"), Literal("<o>"), Literal("o", language="en"))
    }

    text = written(Triples(triples=iter(triples)), format)

    assert {quad.triple for quad in parse(text, format=read)} == triples


def test_a_format_that_cannot_hold_the_answer_is_refused() -> None:
    with pytest.raises(UsageError, match="turtle holds triples"):
        written(rows(), AnswerFormat.TURTLE)
    with pytest.raises(UsageError, match="csv holds rows"):
        written(Triples(triples=[]), AnswerFormat.CSV)


def test_the_ending_of_a_file_tells_the_format() -> None:
    assert format_of(Path("a/B.CSV")) is AnswerFormat.CSV
    assert format_of(Path("x.ttl")) is AnswerFormat.TURTLE
    with pytest.raises(UsageError, match="stands for no format"):
        format_of(Path("x.docx"))


def test_rows_are_written_as_they_arrive() -> None:
    read = []

    def arriving() -> object:
        for number in range(5):
            read.append(number)
            yield (Literal(number),)

    pieces = write_answer(Rows(variables=("n",), rows=arriving()), format=AnswerFormat.CSV)  # type: ignore[arg-type]
    next(pieces)

    assert read == []
    assert next(pieces) == "0\r\n"
    assert read == [0]
