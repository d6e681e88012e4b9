from __future__ import annotations

import re
import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimstake.claims.document import read_document
from claimstake.claims.reader import read_claims
from claimstake.claims.schema import ClaimsFile
from claimstake.claims.writer import write_claims
from claimstake.errors import FaultsFound, InputError

if TYPE_CHECKING:
    from pathlib import Path

    from claimstake.claims.checked import CheckedClaims
    from running import Run


@pytest.fixture
def copy(tmp_path: Path, article_folder: Path) -> Path:
    """A copy of the article and its claims, to be broken."""
    shutil.copytree(article_folder, tmp_path / "article")
    return tmp_path / "article" / "claims.yaml"


def broken(path: Path, *changes: tuple[str, str]) -> Path:
    text = path.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text)
    return path


def test_the_file_is_as_the_writer_writes_it(article_claims: CheckedClaims, article_folder: Path) -> None:
    assert write_claims(article_claims.file) == (article_folder / "claims.yaml").read_text()


def test_what_is_written_is_read_back(article_claims: CheckedClaims) -> None:
    read = read_document(write_claims(article_claims.file), name="x")

    assert ClaimsFile.model_validate(read.value) == article_claims.file


@given(st.text(min_size=1).filter(lambda text: text.strip() == text and text.isprintable()))
def test_any_label_survives_writing(label: str) -> None:
    file = ClaimsFile.model_validate(
        {
            "claimstake": 1,
            "article": {"id": "a", "file": "a.txt", "sha256": "0" * 64, "title": label},
            "extractor": {"name": "no", "version": "1.0"},
            "entities": {"X": {"type": "Plan", "label": label}},
        }
    )

    read = read_document(write_claims(file), name="x")

    assert ClaimsFile.model_validate(read.value) == file


def test_every_piece_of_evidence_is_literal(article_claims: CheckedClaims) -> None:
    for claim, (path, span) in (
        (claim, (("claims", i), article_claims.spans["claims", i]))
        for i, claim in enumerate(article_claims.file.claims)
    ):
        assert article_claims.text[span.start : span.end] == claim.quote, path


FAULTS = {
    "a quote that is not there": (
        ("quote: across a vast expanse", "quote: across a vast desert"),
        "not in the article",
    ),
    "an argument that is not there": (
        ("words: a mere 3.2 percent", "words: a mere 4.2 percent"),
        "not in the article",
    ),
    "a wrong number": (
        ("value: 6000000000000", "value: 7000000000000"),
        "is not what 'nearly $6 trillion' says",
    ),
    "an unknown relation": (("relation: hasEstimatedValue", "relation: hasEstimatedWorth"), "no relation"),
    "an unknown entity": (("entity: VitalPlayerInGlobalMineralSupply", "entity: VitalPlayer"), "no entity"),
    "an unknown kind": (("kind: allegation", "kind: accusation"), "no claim kind"),
    "an unknown stance": (("stance: doubts", "stance: dubious"), "stance"),
    "an unknown class": (("type: AgentGroup", "type: AgentSwarm"), "no class"),
    "an unknown key": (("restates: F02", "repeats: F02"), "'repeats' is not known here"),
    "an unknown claim": (("restates: F60", "restates: F600"), "no claim of this file"),
    "a bad time": (("edtf: ../2028", "edtf: by 2028"), "by 2028"),
    "a lexicon IRI that is not there": (("iri: id:state-PK", "iri: id:state-XX"), "the lexicon has no"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_line(copy: Path, name: str) -> None:
    change, reason = FAULTS[name]

    with pytest.raises(FaultsFound) as error:
        read_claims(broken(copy, change))

    line = next(line for line in error.value.faults if reason in line)
    number = int(re.match(r".*claims\.yaml:(\d+): ", line)[1])  # type: ignore[index]  # it must match
    near = copy.read_text().splitlines()[max(0, number - 12) : number + 12]
    assert any(change[1] in text for text in near)


def test_ten_faults_give_ten_messages_and_load_nothing(copy: Path, claimstake: Run) -> None:
    changes = [change for change, _ in FAULTS.values()]

    run = claimstake("load", str(broken(copy, *changes)))

    assert run.code == 3
    for reason, times in Counter(reason for _, reason in FAULTS.values()).items():
        assert sum(reason in line for line in run.err.splitlines()) == times, reason
    assert f"{len(FAULTS)} faults; nothing was loaded" in run.err
    assert "Traceback" not in run.err
    asked = claimstake("export", "-")
    assert "stake:Claim" not in asked.out


def test_a_changed_article_is_refused(copy: Path) -> None:
    article = copy.with_name("article.txt")
    article.write_text(article.read_text() + "\nOne more line.")

    with pytest.raises(FaultsFound, match="another digest"):
        read_claims(copy)


def test_an_article_outside_the_folder_is_refused(copy: Path) -> None:
    with pytest.raises(InputError, match="outside the folder"):
        read_claims(broken(copy, ("file: article.txt", "file: ../../etc/passwd")))


def test_a_claim_about_a_rejected_claim_is_refused(copy: Path) -> None:
    text = copy.read_text()
    start = text.index("- id: F26")
    end = text.index("status: accepted", start)
    copy.write_text(text[:end] + "status: rejected" + text[end + len("status: accepted") :])

    with pytest.raises(FaultsFound, match="claim F28: it speaks of claim F26, which is rejected"):
        read_claims(copy)


def test_a_circle_of_claims_is_refused(copy: Path) -> None:
    text = copy.read_text()
    start = text.index("- id: F60")
    end = text.index("\n", text.index("subject:", start))
    begin = text.index("subject:", start)
    copy.write_text(text[:begin] + "subject: {proposition: F64, words: China, at: 3468}" + text[end:])

    with pytest.raises(FaultsFound, match="it speaks of itself"):
        read_claims(copy)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("nothing.yaml", None, "there is no such claims file"),
        ("binary.yaml", b"\xff\xfe\x00", "not UTF-8"),
        ("list.yaml", b"- 1", "list.yaml"),
        ("empty.yaml", b"", "empty.yaml"),
    ],
)
def test_what_is_no_claims_file_is_refused(
    tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(InputError, match=reason):
        read_claims(path)
