"""Direct speech that goes on after the sentence that names its speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.statements.cues import read_cues

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimstake.blocks import Block
    from claimstake.sentences import Sentence

_QUOTE = re.compile(r"[“\"](?P<inside>[^“”\"]{12,})(?:[”\"]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """The speaker of each sentence of direct speech that does not name one itself.

    Args:
        speakers: By the offset where the sentence starts: the sentence that names the speaker, and the
        positions
            of the speaker and the verb in it.
    """

    speakers: Mapping[int, tuple[Sentence, int, int]]


def quotes_of(text: str, blocks: Sequence[Block], sentences: Sequence[Sentence]) -> Quotes:
    """Find the speakers of direct speech of several sentences, block by block."""
    found: dict[int, tuple[Sentence, int, int]] = {}
    by_block: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    for number, group in by_block.items():
        block = blocks[number]
        for match in _QUOTE.finditer(text, block.start, block.end):
            inside = [s for s in group if s.start >= match.start() - 1 and s.end <= match.end() + 1]
            touching = [s for s in group if s.start < match.end() and s.end > match.start()]
            near = touching + [s for s in group if 0 <= s.start - match.end() < 3]
            # "The mine will close," Ndlovu said. "It is old.": the words go on after who says them.
            near += [s for s in group if 0 <= match.start() - s.end < 3 and _has_quote(text, s)]
            speaker = next((said for s in near if (said := _speaker(s)) is not None), None)
            if speaker is None:
                continue
            for sentence in inside:
                if _speaker(sentence) is None:
                    found[sentence.start] = speaker
    return Quotes(speakers=found)


def _has_quote(text: str, sentence: Sentence) -> bool:
    return any(mark in text[sentence.start : sentence.end] for mark in '“”"')


def _speaker(sentence: Sentence) -> tuple[Sentence, int, int] | None:
    for token in sentence.tokens:
        if (
            token.lemma in read_cues().says
            and token.pos == "VERB"
            and token.dep in {"ROOT", "conj", "parataxis"}
        ):
            subject = next(sentence.children(token, "nsubj"), None)
            if subject is not None and subject.lower not in {"i", "we"}:
                return sentence, subject.i, token.i
    return None
