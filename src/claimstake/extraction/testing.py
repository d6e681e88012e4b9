"""Run the examples that frames carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.article import Article
from claimstake.drafts.reading import read_article
from claimstake.errors import UsageError
from claimstake.extraction.pipeline import drafts_of
from claimstake.frames import Frame, read_frames
from claimstake.sentences import MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example of a frame, and whether it does what it should."""

    frame: Frame
    sentence: str
    wanted: bool
    passed: bool
    found: tuple[str, ...]

    @property
    def line(self) -> str:
        """Say what came of it."""
        should = "should" if self.wanted else "should not"
        made = ", ".join(self.found) or "nothing"
        return f"{self.frame.id}: {self.sentence!r} {should} give {self.frame.relation}; it gives {made}"


def run_examples(ids: Sequence[str] = (), *, model: str | None = None) -> Iterator[Example]:
    """Run the examples and counterexamples of frames.

    Args:
        ids: Ids of the frames; all of them by default.
        model: Name of the spaCy model.

    Raises:
        UsageError: There is no frame of one of the ids.
    """
    frames = read_frames().all
    unknown = set(ids) - {frame.id for frame in frames}
    if unknown:
        raise UsageError(f"There is no frame {', '.join(sorted(unknown))}.", cure="See data/rules/frames.")
    seen: set[tuple[str, str]] = set()
    for frame in frames:
        if ids and frame.id not in ids:
            continue
        for sentence, wanted in [(s, True) for s in frame.examples] + [(s, False) for s in frame.counter]:
            if (frame.id, sentence) not in seen:
                seen.add((frame.id, sentence))
                yield _tested(frame, sentence, wanted=wanted, model=model)


def _tested(frame: Frame, sentence: str, *, wanted: bool, model: str | None) -> Example:
    reading = read_article(
        Article(id="example", text=f"Untitled\n\n{sentence}\n", title="Untitled"), model=model or MODEL
    )
    drafts = drafts_of(reading)
    found = tuple(f"{draft.relation} ({draft.rule})" for draft in drafts)
    relations = {frame.relation, frame.done}
    gives = any(draft.relation in relations for draft in drafts)
    return Example(frame=frame, sentence=sentence, wanted=wanted, passed=gives is wanted, found=found)
