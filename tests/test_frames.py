from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimstake.article import Article
from claimstake.errors import FaultsFound
from claimstake.extraction import extract_claims
from claimstake.frames import read_frames
from claimstake.frames.linting import faults_of_frames

if TYPE_CHECKING:
    from pathlib import Path

FRAME = """
- id: digs
  relation: extracts
  kind: event
  verbs: [dig]
  roles: {subject: [subj], objects: [obj]}
  examples: [The firm digs ore.]
"""


def test_shipped_frames_have_no_fault() -> None:
    assert list(faults_of_frames()) == []


def test_frame_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FRAME, encoding="utf-8")

    (frame,) = read_frames(tmp_path).all

    assert (frame.relation, frame.needs) == ("extracts", frozenset({"subject", "objects"}))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  relation: extracts\n", "", "it has no relation"),
        ("verbs: [dig]", "words: [dig]", "words is no part of a frame"),
        ("{subject: [subj]", "{subjekt: [subj]", "subjekt is no role"),
        ("examples: [The firm digs ore.]", "examples: []", "it has no examples"),
        ("- id: digs", "- id: [", "a.yaml"),
    ],
)
def test_faulty_frame_is_refused(tmp_path: Path, old: str, new: str, fault: str) -> None:
    (tmp_path / "a.yaml").write_text(FRAME.replace(old, new), encoding="utf-8")

    with pytest.raises(FaultsFound, match="cannot be used") as caught:
        read_frames(tmp_path)

    assert fault in str(caught.value)


def test_second_frame_of_one_id_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FRAME + FRAME, encoding="utf-8")

    with pytest.raises(FaultsFound, match="another frame has this id"):
        read_frames(tmp_path)


def test_every_frame_has_an_id_of_its_own() -> None:
    frames = read_frames().all

    assert len({(frame.id, frame.form) for frame in frames}) == len(frames)


def _relations(text: str) -> dict[str, list[str]]:
    article = Article(id="a", text=f"News\n\n{text}", title="News", published=None)
    found: dict[str, list[str]] = {}
    for claim in extract_claims(article).claims:
        found.setdefault(claim.relation, []).append(claim.subject.words)
    return found


def test_frame_beside_others_leaves_them_the_clause() -> None:
    found = _relations("The mine ships its concentrate to Japan.")

    assert found["ships"] == ["The mine"]
    assert found["hasDestination"] == ["its concentrate"]


def test_frame_beside_others_needs_its_own_words() -> None:
    assert "hasDestination" not in _relations("The mine ships its concentrate by rail.")


def test_apposition_says_what_it_stands_by() -> None:
    found = _relations("The plant will make 5,000 tonnes, a fifth of present consumption.")

    assert found["contributesShareOf"] == ["5,000 tonnes"]


def test_apposition_of_something_else_says_nothing() -> None:
    assert "contributesShareOf" not in _relations("The plant, a fifth of whose staff left, makes ore.")


def test_bare_mass_is_of_the_goods_before_it() -> None:
    article = Article(
        id="a",
        text="News\n\nGuinea mines bauxite. The country exported 146 million tonnes last year.",
        title="News",
        published=None,
    )

    (claim,) = (c for c in extract_claims(article).claims if c.relation == "exports")

    assert [o.antecedent and o.antecedent.words for o in claim.objects] == ["bauxite"]


def test_mass_with_its_goods_is_of_no_others() -> None:
    article = Article(
        id="a",
        text="News\n\nGuinea mines bauxite. The country exported 146 tonnes of gold last year.",
        title="News",
        published=None,
    )

    (claim,) = (c for c in extract_claims(article).claims if c.relation == "exports")

    assert [o.words for o in claim.objects] == ["gold"]
