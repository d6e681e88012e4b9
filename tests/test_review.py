"""What a person decided about claims survives another extraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from claimstake.article import Article
from claimstake.claims.reader import checked, read_claims
from claimstake.claims.writer import write_claims
from claimstake.cli.extract import command
from claimstake.closed_lists import Status
from claimstake.extraction import extract_claims
from claimstake.extraction.review import with_decisions

if TYPE_CHECKING:
    from pathlib import Path

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


def _write(folder: Path, text: str = ARTICLE) -> Path:
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    return path


def _decided(file: ClaimsFile, relation: str, **update: object) -> ClaimsFile:
    return file.model_copy(
        update={
            "claims": tuple(c.model_copy(update=update) if c.relation == relation else c for c in file.claims)
        }
    )


def test_decision_survives_another_extraction() -> None:
    old = _decided(_extracted(), "hasParty", status=Status.REJECTED, note="No deal.")
    text = ARTICLE.replace("STRELSAU", "In short: STRELSAU")

    reviewed = with_decisions(_extracted(text), old, text=text)

    claim = _claim(reviewed.file, "hasParty")
    assert (claim.status, claim.note, reviewed.carried, reviewed.orphans) == (
        Status.REJECTED,
        "No deal.",
        1,
        (),
    )


def test_decision_without_its_claim_is_an_orphan() -> None:
    old = _decided(_extracted(), "hasParty", status=Status.ACCEPTED)
    text = ARTICLE.replace("signed an offtake agreement with Toyota", "had talks with Toyota")

    reviewed = with_decisions(_extracted(text), old, text=text)

    assert [claim.relation for claim, _ in reviewed.orphans] == ["hasParty"]
    assert reviewed.orphans[0][1] == "its words are no longer in the article"


def test_corrected_claim_takes_the_place_of_the_rules_one() -> None:
    old = _decided(_extracted(), "accusedOf", status=Status.CORRECTED, kind="event")

    reviewed = with_decisions(_extracted(), old, text=ARTICLE)

    (claim,) = [c for c in reviewed.file.claims if c.relation == "accusedOf"]
    assert (claim.kind, claim.status) == ("event", Status.CORRECTED)
    checked(reviewed.file, text=ARTICLE, name="article")


def test_corrected_claim_keeps_its_id_and_its_statement() -> None:
    before = _extracted()
    claim = _claim(before, "accusedOf")
    old = _decided(before, "accusedOf", status=Status.CORRECTED, kind="event")

    reviewed = with_decisions(_extracted(), old, text=ARTICLE)

    assert reviewed.file.statements == before.statements
    assert [c.id for c in reviewed.file.claims] == [c.id for c in before.claims]
    assert next(c for c in reviewed.file.claims if c.id == claim.id).kind == "event"


def test_corrected_claim_keeps_its_id_where_others_come_before_it() -> None:
    old = _decided(_extracted(), "accusedOf", status=Status.CORRECTED, kind="event")
    text = ARTICLE.replace("The state miner", "Toyota owns Rurit Steel. The state miner")

    reviewed = with_decisions(_extracted(text), old, text=text)

    checked(reviewed.file, text=text, name="article")
    corrected = _claim(reviewed.file, "accusedOf")
    assert corrected.id == _claim(old, "accusedOf").id
    assert len({claim.id for claim in reviewed.file.claims}) == len(reviewed.file.claims)
    (statement,) = [s for s in reviewed.file.statements if corrected.id in s.claims]
    assert statement.predicate == "accuse"


def test_corrected_claim_about_another_still_means_that() -> None:
    old = _decided(_extracted(), "verifiedUnder", status=Status.CORRECTED, note="Read the report.")
    text = ARTICLE.replace("STRELSAU, 12", "STRELSAU, Ruritania, 12").replace(
        "Ruritania has", "Toyota owns Rurit Steel. Ruritania has"
    )

    reviewed = with_decisions(_extracted(text), old, text=text)

    checked(reviewed.file, text=text, name="article")
    claim = _claim(reviewed.file, "verifiedUnder")
    assert claim.note == "Read the report."
    assert claim.subject.claim == _claim(reviewed.file, "hasEstimatedValue").id


def test_corrected_claim_about_one_that_is_gone_is_an_orphan() -> None:
    old = _decided(_extracted(), "verifiedUnder", status=Status.CORRECTED)
    text = ARTICLE.replace("worth nearly $2 trillion", "of lithium")

    reviewed = with_decisions(_extracted(text), old, text=text)

    checked(reviewed.file, text=text, name="article")
    assert [claim.relation for claim, _ in reviewed.orphans] == ["verifiedUnder"]


def test_claim_added_by_hand_keeps_its_id_and_its_statement() -> None:
    before = _extracted()
    statement = next(s for s in before.statements if s.predicate == "invest")
    added = _claim(before, "hasParty").model_copy(update={"id": "mine", "rule": None, "kind": "event"})
    old = before.model_copy(
        update={
            "claims": (*before.claims, added),
            "statements": tuple(
                s.model_copy(update={"claims": (*s.claims, "mine")}) if s is statement else s
                for s in before.statements
            ),
        }
    )

    reviewed = with_decisions(_extracted(), old, text=ARTICLE)

    checked(reviewed.file, text=ARTICLE, name="article")
    assert "mine" in next(s for s in reviewed.file.statements if s.id == statement.id).claims


def test_command_keeps_decisions(tmp_path: Path) -> None:
    path, target = _write(tmp_path), tmp_path / "claims.yaml"
    CliRunner().invoke(command, [str(path), "-o", str(target)])
    old = read_claims(target).file
    target.write_text(write_claims(_decided(old, "hasParty", status=Status.ACCEPTED)), encoding="utf-8")

    result = CliRunner().invoke(command, [str(path), "-o", str(target)])

    assert "kept 1 decisions" in result.stderr
    assert _claim(read_claims(target).file, "hasParty").status is Status.ACCEPTED
