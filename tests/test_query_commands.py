"""`ask`, `queries` and `query`, as users run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from claimstake import ask
from claimstake.answer.catalogue_page import catalogue_page
from claimstake.assets import QUERIES
from claimstake.errors import UsageError
from claimstake.ontology_terms import read_ontology
from claimstake.query.catalogue import all_queries
from loaded import FIRST, SECOND, directory_of, store_of
from running import run_in

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run

ARTICLE = "article=pakistan-us-rare-earth-deal"
QUESTION = ("ask", "claims-without-verification", "standard=JORC")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = tmp_path_factory.mktemp("asking")
    directory_of(here / "claimstake-store", FIRST, SECOND)
    return here


@pytest.fixture
def run(folder: Path) -> Run:
    return run_in(folder)


def test_the_first_question(run: Run) -> None:
    done = run(*QUESTION, ARTICLE, "-f", "csv")

    assert done.code == 0
    assert done.err == ""
    assert done.out.splitlines()[1:] == [
        f"{FIRST.name},F15,Geopolitical Mirror report,,no record,,,,,its extensive mineral reserves",
        f"{FIRST.name},F26,Government of Pakistan,nearly $6 trillion,explicitly unverified,stated,F28,"
        "NationPress,4,the nation possesses mineral reserves valued at nearly $6 trillion",
    ]


def test_a_pipe_gets_tsv_and_a_table_where_it_is_asked_for(run: Run) -> None:
    assert run(*QUESTION).out.startswith("?article\t?claim\t")
    assert "explicitly unverified" in run(*QUESTION, "-f", "table").out


def test_an_empty_answer_says_so_and_is_no_error(run: Run) -> None:
    done = run("ask", "verified-claims", "standard=SAMREC", "-f", "table")

    assert (done.code, done.err) == (0, "0 rows\n")


def test_a_check_that_finds_something_exits_with_1(run: Run, folder: Path) -> None:
    own = folder / "own"
    own.mkdir(exist_ok=True)
    (own / "check-mine.rq").write_text(
        "#+ summary: Mine?\n#+ tags: [check]\n#+ severity: error\n#+ columns: [thing, problem]\n"
        "PREFIX stake: <https://w3id.org/claimstake/ontology#>\n"
        'SELECT ?thing ("bad" AS ?problem) { ?thing a stake:ReportingStandard } ORDER BY ?thing\n'
    )

    assert run("ask", "check-mine", "--queries", "own").code == 1
    assert run("ask", "check-mention-text").code == 0
    assert run("queries", "lint", "--queries", "own").code == 0


def test_an_output_file_gets_the_format_of_its_ending(run: Run, folder: Path) -> None:
    assert run(*QUESTION, "-o", "answer.json").out == ""
    assert json.loads((folder / "answer.json").read_text())["head"]["vars"][0] == "article"
    assert run(*QUESTION, "-o", "answer.docx").code == 2
    assert not (folder / "answer.docx").exists()


def test_csv_lines_end_as_the_recommendation_says(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimstake", *QUESTION, "-f", "csv"],
        cwd=folder,
        capture_output=True,
        check=True,
    )

    assert done.stdout.count(b"\r\n") == done.stdout.count(b"\n") > 1


def test_limit_and_offset_take_a_part(run: Run) -> None:
    whole = run("ask", "claims", ARTICLE, "-f", "csv").out.splitlines()

    part = run("ask", "claims", ARTICLE, "-f", "csv", "--limit", "3", "--offset", "2").out.splitlines()

    assert part == [whole[0], *whole[3:6]]


def test_show_tells_what_would_be_sent(run: Run) -> None:
    done = run(*QUESTION, "--show")

    assert "<https://w3id.org/claimstake/ontology#JORC> skos:broader" in done.out
    assert "?__standard_iri" not in done.out
    assert done.code == 0


def test_explain_shows_the_plan(run: Run) -> None:
    done = run("ask", "articles", "--explain")

    assert "QuadPattern(" in done.out
    assert " ms" in done.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["claims-without-verification", "standard=JOR"], "names nothing of stake:ReportingStandard"),
        (["claims-without-verification", "JORC"], "'JORC' is not PARAMETER=VALUE"),
        (["claims-without-verification", "std=JORC"], "no parameter 'std'"),
        (["amounts-at-least"], "needs least="),
        (["denied-or-doubted", "stance=affirms"], "one of denies, doubts"),
        (["claims-by-agent", "agent=javascript:alert(1)"], "is not an IRI"),
        (["claims", "--offset", "-1"], "Invalid value"),
        (["deadlines", "before=tomorrow"], "is not a date"),
    ],
)
def test_what_is_asked_wrongly_exits_with_2(run: Run, arguments: list[str], message: str) -> None:
    done = run("ask", *arguments)

    assert done.code == 2
    assert message in done.err
    assert "Traceback" not in done.err


def test_a_label_that_names_several_things_lists_them(run: Run) -> None:
    done = run("ask", "relations", "thing=Pakistan's mining sector")

    assert done.code in {0, 2}
    if done.code == 2:
        assert "names several things" in done.err


def test_asking_loads_nothing_heavy(folder: Path) -> None:
    heavy = ("rdflib", "owlready2", "pydantic", "spacy", "yaml", "rich", "requests", "SPARQLWrapper")
    code = (
        "import sys; from claimstake.cli.main import run; "
        f"code = run({list(QUESTION)!r}); "
        f"loaded = sorted({set(heavy)!r} & set(sys.modules)); "
        "sys.exit(f'loaded {loaded}' if loaded or code else 0)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False, env=os.environ
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_query_of_ones_own(run: Run, folder: Path) -> None:
    text = "SELECT ?c { ?c a <https://w3id.org/claimstake/ontology#Claim> } ORDER BY ?c"
    (folder / "mine.rq").write_text(f"#+ summary: Claims\n{text}\n")

    told = run("query", text, "--limit", "2")
    filed = run("query", "mine.rq", "--limit", "2")
    piped = run("query", "-", "--limit", "2", stdin=text)

    assert told.out == filed.out == piped.out
    assert len(told.out.splitlines()) == 3


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("DROP ALL ; SELECT * {}", 3, "is an update (DROP)"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 3, "calls another service"),
        ("SELECT * {", 3, "cannot be used"),
        ("no-such-file.rq", 3, "neither SPARQL nor a file"),
    ],
)
def test_a_query_that_is_no_question_is_refused(run: Run, text: str, code: int, message: str) -> None:
    done = run("query", text)

    assert done.code == code
    assert message in done.err


def test_graphs_and_truth_values_are_answers_too(run: Run) -> None:
    graph = run("ask", "claim-graph", "claim=F26", ARTICLE)
    truth = run("query", "ASK { ?s a <https://w3id.org/claimstake/ontology#Claim> }", "-f", "table")

    assert (
        "stake:ResourceEstimateClaim" in run("ask", "claim-graph", "claim=F26", ARTICLE, "-f", "turtle").out
    )
    assert graph.code == 0
    assert truth.out == "yes\n"


def test_queries_are_listed_and_told(run: Run) -> None:
    listed = json.loads(run("queries", "--json").out)
    told = run("queries", "amounts-at-least")

    assert {"name", "summary", "parameters", "columns", "sparql", "example"} <= set(listed[0])
    assert len(run("queries", "--tag", "check").out.splitlines()) == 7
    assert "least=decimal (required)" in told.out
    assert run("queries", "amounts-at-leest").code == 2


def test_expectations_of_ones_own(run: Run, folder: Path) -> None:
    expected = folder / "expected"
    expected.mkdir(exist_ok=True)
    (expected / "editorial-opinions.json").write_text('[{"columns": ["claim"], "rows": [["D03"]]}]')
    (expected / "deadlines.json").write_text(
        f'[{{"params": {{"article": "{FIRST.name}"}}, "columns": ["claim"], "rows": [["F07"], ["F24"]]}}]'
    )

    wrong = run("queries", "test", "editorial-opinions", "--expected", "expected")

    assert wrong.code == 1
    assert "not expected ('F86',)" in wrong.out
    assert run("queries", "test", "deadlines", "--expected", "expected").code == 0


def test_names_and_parameters_complete_in_the_shell(run: Run) -> None:
    def complete(line: str) -> str:
        words = line.split(" ")
        return run(_CLAIMSTAKE_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1)).out

    assert "claims-by-agent" in complete("claimstake ask claims-by-a")
    assert "standard=" in complete("claimstake ask claims-without-verification sta")


def test_the_catalogue_page_is_up_to_date() -> None:
    with store_of(FIRST, SECOND) as store:
        page = "".join(catalogue_page(all_queries(), store))

    assert (QUERIES / "README.md").read_text() == page, "claimstake queries page -o queries/README.md"


def test_rows_in_python_are_typed(folder: Path) -> None:
    table = ask("claims-without-verification", store=str(folder / "claimstake-store"), standard="JORC")

    first, second, *_ = table
    assert first.claim == first["claim"] == "F15"
    assert second.times_said == 4
    assert first.figure is None
    assert "<table>" in table._repr_html_()
    assert "explicitly unverified" in str(table)
    assert table[:1].as_dicts()[0]["status"] == "no record"
    with pytest.raises(KeyError, match="none of the columns"):
        first["clam"]
    with pytest.raises(AttributeError):
        _ = first.clam


def test_python_may_give_terms_and_numbers() -> None:
    from pyoxigraph import NamedNode

    with store_of(FIRST) as store:
        found = ask("amounts-at-least", store=store, least=5_000_000_000_000, unit="USD")
        jorc = NamedNode("https://w3id.org/claimstake/ontology#JORC")

        assert [row.reaches for row in found] == ["no", "unknown", "unknown"]
        assert len(ask("claims-without-verification", store=store, standard=jorc)) == 2
        with pytest.raises(UsageError, match="gives no rows"):
            ask("claim-graph", store=store)


@pytest.mark.parametrize("question", ["claims", "constraints"])
def test_value_outside_a_closed_list_is_refused_with_the_list(run: Run, question: str) -> None:
    done = run("ask", question, "kind=foo")

    assert done.code == 2
    assert "kind='foo' is not one of" in done.err
    assert "legal" in done.err
    assert run("ask", question, "kind=legal").code == 0


@pytest.mark.parametrize(
    ("question", "extra"), [("claims", set[str]()), ("constraints", {"approval", "unspecified"})]
)
def test_closed_list_of_a_question_is_that_of_the_vocabulary(question: str, extra: set[str]) -> None:
    scheme = {"claims": "claim-kind", "constraints": "constraint-kind"}[question]
    query = next(query for query in all_queries() if query.name == question)
    (kind,) = [parameter for parameter in query.parameters if parameter.name == "kind"]

    assert set(kind.choices) == set(read_ontology().value_lists[scheme]) | extra


def test_local_name_of_a_standard_is_taken(run: Run) -> None:
    by_name = run("ask", "claims-without-verification", "standard=NI43-101")

    assert by_name.code == 0
    assert by_name.out == run("ask", "claims-without-verification", "standard=NI 43-101").out
    assert run("ask", "claims-without-verification", "standard=NI43").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "--article", "no-such"),
        ("show", "F26", "--article", "no-such"),
        ("picture", "Pakistan", "--article", "no-such"),
        ("dossier", "--article", "no-such"),
        ("export", "--article", "no-such"),
        ("verify", "no-such"),
    ],
)
def test_unknown_article_is_refused_alike_everywhere(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)

    assert done.code == 2
    assert "There is no article 'no-such' in" in done.err
    assert f"It holds {FIRST.name}, {SECOND.name}." in done.err


def test_known_article_is_found(run: Run) -> None:
    assert run("show", "--article", SECOND.name).code == 0
