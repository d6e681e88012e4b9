from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimstake.errors import FaultsFound
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
