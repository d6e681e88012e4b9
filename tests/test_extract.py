from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from claimstake.article import Article
from claimstake.assets import DATA
from claimstake.claims.reader import checked, read_claims
from claimstake.claims.writer import write_claims
from claimstake.cli.extract import command
from claimstake.closed_lists import AttributionKind, Modality, Outcome, Stance
from claimstake.errors import FaultsFound, InputError, UsageError
from claimstake.extraction import extract_claims

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from claimstake.claims.schema import Claim, ClaimsFile

ARTICLE = """\
Ruritania seeks buyers for its lithium

STRELSAU, 12 March 2026 (Wire) - Ruritania has mineral reserves worth nearly $2 trillion, the government said.
These figures have not been verified under the JORC Code.

The state miner Rurit Lithium signed an offtake agreement with Toyota in January.
The Hentzau mine was accused of polluting the river.
Rurit Lithium will invest $300 million in a refinery, if the railway is finished by 2028.
"""


def _extracted(text: str = ARTICLE) -> ClaimsFile:
    title = text.splitlines()[0]
    return extract_claims(Article(id="ruritania", text=text, title=title, published="2026-03-12"))


def _claim(file: ClaimsFile, relation: str) -> Claim:
    return next(claim for claim in file.claims if claim.relation == relation)


def test_claims_pass_the_checks_of_a_claims_file() -> None:
    file = _extracted()

    assert checked(file, text=ARTICLE, name="article").file == file


def test_value_in_the_ground_is_the_governments_claim() -> None:
    claim = _claim(file := _extracted(), "hasEstimatedValue")

    assert claim.kind == "resource-estimate"
    assert claim.quantity is not None
    assert (claim.quantity.words, claim.quantity.unit) == ("nearly $2 trillion", "USD")
    assert claim.attribution.kind is AttributionKind.NAMED_AGENT
    assert [file.entities[key].iri or file.entities[key].label for key in claim.attribution.agents] == [
        "government"
    ]


def test_denied_verification_is_about_the_estimate() -> None:
    claim = _claim(file := _extracted(), "verifiedUnder")

    assert (claim.stance, claim.outcome) == (Stance.DENIES, Outcome.EXPLICITLY_UNVERIFIED)
    assert claim.subject.claim == _claim(file, "hasEstimatedValue").id
    assert file.entities[claim.objects[0].entity or ""].iri == "stake:JORC"


def test_parties_of_an_agreement_are_one_claim() -> None:
    claim = _claim(file := _extracted(), "hasParty")

    assert [file.entities[a.entity or ""].label for a in claim.objects] == ["Rurit Lithium", "Toyota"]
    assert claim.time is not None
    assert claim.time.edtf == "2026-01"


def test_accusation_is_nobodys_assertion() -> None:
    claim = _claim(_extracted(), "accusedOf")

    assert (claim.kind, claim.modality) == ("allegation", Modality.ALLEGED)
    assert claim.attribution.kind is AttributionKind.UNNAMED


def test_condition_stays_with_its_claim() -> None:
    claim = _claim(_extracted(), "invests")

    assert claim.modality is Modality.CONDITIONAL
    assert [c.words for c in claim.conditions] == ["if the railway is finished by 2028"]


def test_every_clause_is_a_statement_and_untyped_ones_say_why() -> None:
    file = _extracted()

    assert {"have", "verify", "sign", "accuse", "invest"} <= {s.predicate for s in file.statements}
    assert all((s.untyped is None) == bool(s.claims) for s in file.statements)
    assert {i for s in file.statements for i in s.claims} == {c.id for c in file.claims}


@pytest.mark.parametrize(
    "folder", sorted(p.parent for p in (DATA / "articles").glob("*/article.txt")), ids=lambda p: p.name
)
def test_words_stand_where_they_are_said_to(folder: Path) -> None:
    text = (folder / "article.txt").read_text(encoding="utf-8")
    file = _extracted(text)

    checked(file, text=text, name=folder.name)
    for claim in file.claims:
        assert text.startswith(claim.quote, claim.at or 0)
        for _, argument in claim.arguments():
            assert text.startswith(argument.words, argument.at or 0)


def test_second_run_gives_the_same_bytes() -> None:
    assert write_claims(_extracted()) == write_claims(_extracted())


def test_text_without_claims_gives_a_file_without_claims() -> None:
    text = "Title\n\nGood morning to all of you.\n"

    file = _extracted(text)

    assert file.claims == ()
    checked(file, text=text, name="article")


def test_markup_in_the_text_stays_text() -> None:
    text = ARTICLE.replace("Rurit Lithium", "Rurit <b>&amp; Sons</b>")

    checked(_extracted(text), text=text, name="article")


def _write(folder: Path, text: str = ARTICLE) -> Path:
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_command_writes_a_file_that_loads(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, [str(_write(tmp_path)), "-o", str(tmp_path / "claims.yaml")])

    assert result.exit_code == 0, result.output
    assert "claims," in result.stderr
    file = read_claims(tmp_path / "claims.yaml").file
    assert (file.article.file, file.article.published) == ("article.txt", "2026-03-12")


def test_text_that_no_file_holds_is_written_beside(tmp_path: Path) -> None:
    page = "---\ntitle: Ruritania\n---\n" + ARTICLE
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    (tmp_path / "out").mkdir()

    CliRunner().invoke(command, [str(tmp_path / "page.md"), "-o", str(tmp_path / "out" / "claims.yaml")])

    assert (tmp_path / "out" / "ruritania.txt").read_text(encoding="utf-8") == ARTICLE
    read_claims(tmp_path / "out" / "claims.yaml")


def _printed(arguments: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch, **given: str) -> Result:
    """Run the command in a folder, and keep there what it prints."""
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(command, arguments, **given)  # type: ignore[arg-type]
    (folder / "claims.yaml").write_text(result.stdout, encoding="utf-8")
    return result


def test_printed_claims_of_piped_text_can_be_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = _printed(["-", "--id", "piped"], tmp_path, monkeypatch, input=ARTICLE)

    assert "its text is in piped.txt" in result.stderr
    assert read_claims(tmp_path / "claims.yaml").file.article.id == "piped"


@pytest.mark.parametrize("name", ["page.md", "page.html", "page.jsonl"])
def test_printed_claims_of_a_page_can_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    body = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines()[1:] if line)
    pages = {
        "page.md": "---\ntitle: Ruritania\n---\n" + ARTICLE,
        "page.html": f"<html><head><title>Ruritania</title></head><body>{body}</body></html>",
        "page.jsonl": json.dumps({"text": ARTICLE, "title": "Ruritania"}),
    }
    (tmp_path / name).write_text(pages[name], encoding="utf-8")

    result = _printed([name], tmp_path, monkeypatch)

    assert "keep the claims file beside it" in result.stderr
    assert read_claims(tmp_path / "claims.yaml").file.claims


def test_printed_claims_of_a_text_name_that_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path)

    result = _printed(["article.txt"], tmp_path, monkeypatch)

    assert "its text is in" not in result.stderr
    assert read_claims(tmp_path / "claims.yaml").file.article.file == "article.txt"
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["article.txt", "claims.yaml"]


def test_printing_never_replaces_another_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "piped.txt").write_text("My notes.\n", encoding="utf-8")

    result = _printed(["-", "--id", "piped"], tmp_path, monkeypatch, input=ARTICLE)

    assert isinstance(result.exception, InputError)
    assert (tmp_path / "piped.txt").read_text(encoding="utf-8") == "My notes.\n"


def test_claims_file_in_another_folder_than_its_text_can_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    CliRunner().invoke(command, [str(_write(tmp_path)), "-o", str(tmp_path / "out" / "claims.yaml")])

    assert read_claims(tmp_path / "out" / "claims.yaml").file.claims


@pytest.mark.parametrize("identifier", ["Bad Id", "UPPER", "a_b", "-a", "../a", "ü", ""])
def test_bad_id_is_refused_with_a_better_one(tmp_path: Path, identifier: str) -> None:
    result = CliRunner().invoke(command, [str(_write(tmp_path)), "--id", identifier])

    assert isinstance(result.exception, UsageError)
    assert "lower-case" in result.exception.cure


def test_bad_id_is_refused_with_the_id_that_it_could_be(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, [str(_write(tmp_path)), "--id", "Bad Id"])

    assert "--id bad-id" in str(result.exception)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_folder_goes_on_after_bad_files_and_names_them_all(tmp_path: Path, jobs: str) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("a", "z"):
        (corpus / f"{name}.txt").write_text(ARTICLE.replace("lithium", name, 1), encoding="utf-8")
    (corpus / "b.txt").write_bytes(b"\0\1\2")
    (corpus / "c.txt").write_bytes(b"caf\xe9")
    (corpus / "d.jsonl").write_text(
        '{"no": "text"}\n' + json.dumps({"text": ARTICLE, "title": "Third"}), encoding="utf-8"
    )
    (corpus / "README.md").write_text("# Where these articles are from\n", encoding="utf-8")

    result = CliRunner().invoke(command, [str(corpus), "-o", str(tmp_path / "out"), "-j", jobs])

    assert isinstance(result.exception, FaultsFound)
    assert result.exception.exit_code == 3
    message = str(result.exception)
    assert all(name in message for name in ("b.txt", "c.txt", "d.jsonl, line 1"))
    assert "3 articles were not extracted; 3 were" in message
    assert len(list((tmp_path / "out").rglob("claims.yaml"))) == 3


def test_folder_goes_on_where_a_claims_file_cannot_be_read(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("a", "z"):
        (corpus / f"{name}.txt").write_text(ARTICLE.replace("lithium", name, 1), encoding="utf-8")
    CliRunner().invoke(command, [str(corpus), "-o", str(tmp_path / "out")])
    first = min((tmp_path / "out").rglob("claims.yaml"))
    first.write_text("claimstake: [", encoding="utf-8")

    result = CliRunner().invoke(command, [str(corpus), "-o", str(tmp_path / "out")])

    assert "1 article was not extracted; 1 were" in str(result.exception)


def test_second_article_of_one_id_is_refused(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("a", "b"):
        (corpus / f"{name}.txt").write_text(f"{ARTICLE}And {name}.\n", encoding="utf-8")

    result = CliRunner().invoke(command, [str(corpus), "-o", str(tmp_path / "out")])

    assert "another article has the id" in str(result.exception)
    assert len(list((tmp_path / "out").rglob("claims.yaml"))) == 1


def test_several_articles_need_a_folder(tmp_path: Path) -> None:
    path = str(_write(tmp_path))

    result = CliRunner().invoke(command, [path, path, "-o", str(tmp_path / "claims.yaml")])

    assert isinstance(result.exception, UsageError)


def test_corpus_in_processes_is_the_same_as_in_one(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(ARTICLE.replace("lithium", f"lithium {n}", 1), encoding="utf-8")

    for jobs in ("1", "2"):
        result = CliRunner().invoke(command, [str(tmp_path), "-o", str(tmp_path / f"out{jobs}"), "-j", jobs])
        assert result.exit_code == 0, result.output

    one, two = (sorted((tmp_path / f"out{jobs}").rglob("claims.yaml")) for jobs in "12")
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]
    assert len(one) == 3
