"""Split an article into blocks: headline, paragraphs, items, questions, and the sections they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimstake.assets import DATA
from claimstake.closed_lists import Section
from claimstake.errors import InputError
from claimstake.times.grammar import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ITEM = re.compile(r"\s*(?:[•●▪◦‣*–-]|\d{1,2}[.)])\s+(?=\S)")
_MONTH = "|".join([*MONTHS, *(f"{name[:3]}" for name in MONTHS), "Sept"])
# "HARARE, Sept 14 (Agency) - ", "Mumbai, Jan 17 (Agency) ", "PERTH (Agency), 2 July - ".
_DATE = rf"(?:(?:{_MONTH})\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{_MONTH})\.?)(?:,?\s\d{{4}})?"
_PLACE = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3}"
_REGION = rf"(?:,\s(?!(?:{_MONTH})\b)[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?"
_DATELINE = re.compile(
    rf"(?P<dateline>(?P<place>{_PLACE}{_REGION})(?:\s?[/(](?P<agency_first>[A-Z][^()/\n]{{1,48}})[)/])?"
    rf"(?:,\s(?P<date>{_DATE}))?)(?:\s?[/(](?P<agency>[A-Z][^()/\n]{{1,48}})[)/])?(?P<dash>\s?[-–—]+(?:\s|$)|:\s|\s)"
)
_SHORT_TITLE = 200
_WRAPPED = 60


class BlockKind(StrEnum):
    """How a block is set on the page."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUESTION = "question"
    HEADING = "heading"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the article that is parsed on its own: characters `start` to `end`."""

    kind: BlockKind
    section: Section
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Place, date and agency in front of the first sentence."""

    words: str
    place: str
    date: str | None
    agency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The blocks of an article, in order, and its dateline."""

    blocks: tuple[Block, ...]
    dateline: Dateline | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cues:
    headings: Mapping[str, Section]
    prefixes: tuple[str, ...]
    furniture: tuple[str, ...]


@cache
def _cues() -> _Cues:
    import yaml

    path = DATA / "rules" / "blocks.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    headings = {text: Section(section) for section, texts in data["headings"].items() for text in texts}
    if not headings or not data["furniture"]:
        raise InputError(f"{path.name} lists no cues.", cure="Install the package again.")
    return _Cues(
        headings=MappingProxyType(headings),
        prefixes=tuple(data["boilerplate_prefixes"]),
        furniture=tuple(data["furniture"]),
    )


def layout_of(text: str, *, title: str) -> Layout:
    """Split an article's text into blocks.

    Args:
        text: The article.
        title: Its title; lines that repeat it are headlines.
    """
    cues = _cues()
    blocks: list[Block] = []
    dateline: Dateline | None = None
    section = Section.HEADLINE
    for first, end in _paragraphs(text):
        start, line = first, text[first:end]
        if _is_furniture(line, cues=cues):
            blocks.append(_block(BlockKind.FURNITURE, Section.BOILERPLATE, start, end))
            continue
        if _plain(line) == _plain(title) or (section is Section.HEADLINE and not blocks and _is_title(line)):
            blocks.append(_block(BlockKind.HEADLINE, Section.HEADLINE, start, end))
            continue
        opened = _opened(line, cues=cues)
        if opened is not None:
            section = opened
            blocks.append(_block(BlockKind.HEADING, section, start, end))
            continue
        found = None if dateline else _dateline(text, start, end)
        if found is not None:
            dateline, start = found
            section = Section.BODY
            if start >= end:
                blocks.append(_block(BlockKind.FURNITURE, Section.BODY, first, end))
                continue
        elif section is Section.HEADLINE:
            section = Section.BODY
        blocks.append(_body_block(text, start, end, section=section))
    return Layout(blocks=tuple(blocks), dateline=dateline)


def _block(kind: BlockKind, section: Section, start: int, end: int) -> Block:
    return Block(kind=kind, section=section, start=start, end=end)


def _body_block(text: str, start: int, end: int, *, section: Section) -> Block:
    item = _ITEM.match(text, start, end)
    line = text[start:end]
    if item is not None:
        return _block(BlockKind.ITEM, section, item.end(), end)
    if line.endswith("?") and (section is Section.FAQ or (line.count(".") == 0 and len(line) < _SHORT_TITLE)):
        return _block(BlockKind.QUESTION, section, start, end)
    if _is_heading(line):
        return _block(BlockKind.HEADING, section, start, end)
    return _block(BlockKind.PARAGRAPH, section, start, end)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Give the span of each paragraph: a line, or the lines between blank lines where lines are wrapped."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text) if m[0].strip()]
    wrapped = _is_wrapped(text, lines)
    position = 0
    while position < len(lines):
        start, end = lines[position]
        while (
            wrapped
            and position + 1 < len(lines)
            and not re.search(r"\n[ \t\r]*\n", text[end : lines[position + 1][0]])
            and end - start >= _WRAPPED - 20
            and not _ITEM.match(text, lines[position + 1][0])
        ):
            position += 1
            end = lines[position][1]
        position += 1
        yield start + _leading(text[start:end]), end - (len(text[start:end]) - len(text[start:end].rstrip()))


def _leading(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the text is set in lines of about equal length, which break inside sentences."""
    inner = [text[start:end] for start, end in lines]
    long = [line for line in inner if len(line) >= _WRAPPED]
    if len(long) < 4 or max(map(len, inner)) > 120:
        return False
    broken = sum(not re.search(r"[.!?:;\"”’)]$", line.rstrip()) for line in long)
    return broken * 2 > len(long)


def _plain(line: str) -> str:
    return re.sub(r"[^\w&'’ ]+", "", line.replace("’", "'")).strip().lower()


def _is_furniture(line: str, *, cues: _Cues) -> bool:
    plain = _plain(line)
    short = len(line) < 80
    return short and any(
        plain == cue or (plain.startswith(cue + " ") and len(cue) > 4 and not line.endswith("."))
        for cue in cues.furniture
    )


def _is_title(line: str) -> bool:
    return len(line) < _SHORT_TITLE and not line.endswith((".", "!", '"', "”", ":"))


def _is_heading(line: str) -> bool:
    return len(line) < 70 and not re.search(r"[.!?:;,\"”]$", line) and len(line.split()) < 9


def _opened(line: str, *, cues: _Cues) -> Section | None:
    plain = _plain(line)
    if plain in cues.headings:
        return cues.headings[plain]
    if _is_heading(line) and plain.startswith(cues.prefixes) and line[:1].isupper():
        return Section.BOILERPLATE
    return None


def _dateline(text: str, start: int, end: int) -> tuple[Dateline, int] | None:
    match = _DATELINE.match(text, start, end)
    if match is None:
        return None
    alone = match.end() >= end or not text[match.end() : end].strip()
    if not alone and not text[match.end() : match.end() + 1].strip():
        return None
    dashed = bool(match["dash"].strip())
    agency = match["agency"] or match["agency_first"]
    if match["date"] is None and not (dashed and (agency or match["place"].isupper())):
        return None
    if not dashed and agency is None:
        return None
    found = Dateline(words=match["dateline"], place=match["place"], date=match["date"], agency=agency)
    return found, match.end()
