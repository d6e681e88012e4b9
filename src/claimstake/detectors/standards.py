"""Find the reporting standards that a sentence names, and words that stand for one."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING

from claimstake.detectors.assessed import Assessed
from claimstake.drafts.model import Filler
from claimstake.mentions import Mention, Span
from claimstake.word_lists import read_lists

if TYPE_CHECKING:
    from claimstake.drafts.reading import Reading, ReadSentence

_ANY = "stake:InternationallyRecognizedStandard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """The lists of data/rules/verification.yaml, each as one regular expression."""

    standards: re.Pattern[str]
    cues: re.Pattern[str]
    unverified: re.Pattern[str]
    pending: re.Pattern[str]
    verified: re.Pattern[str]
    codes: re.Pattern[str]
    others: re.Pattern[str]
    current: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """Read the patterns.

    Raises:
        InputError: If a list is missing or empty.
    """
    names = [field.name for field in fields(Patterns)]
    lists = read_lists("verification", names)
    return Patterns(**{name: _compiled(lists[name]) for name in names})


def _compiled(given: str | list[str]) -> re.Pattern[str]:
    """Compile a list without regard to letter case; a text over several lines with regard to it."""
    if isinstance(given, str):
        return re.compile(re.sub(r"\s*\n\s*", "", given))
    return re.compile("|".join(given), re.IGNORECASE)


def standards_of(reading: Reading, read: ReadSentence) -> list[Filler]:
    """Give the standards that a sentence names, one by one or as a class, in order."""
    found: list[Filler] = []
    sentence = read.sentence
    seen: set[int] = set()
    for i in range(sentence.start, sentence.end):
        name = reading.naming.known.get(i)
        if name is None or name.start in seen or name.name.entry.type != "ReportingStandard":
            continue
        seen.add(name.start)
        entry = name.name.entry
        span = Span(name.start, name.end)
        found.append(
            Filler(
                span=span,
                mention=Mention(
                    span=span, type="ReportingStandard", label=entry.label, iri=entry.iri, is_name=True
                ),
            )
        )
    text = reading.article.text
    for match in patterns().standards.finditer(text, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        if not any(_meet(span, f.span) for f in found):
            found.append(any_standard(reading, span))
    assessed = Assessed(reading, read)
    for match in patterns().codes.finditer(text, sentence.start, sentence.end):
        span = Span(*match.span("code"))
        if any(_meet(span, f.span) for f in found) or patterns().others.search(match["code"]):
            continue
        if assessed.by(span) is not None:
            label = reading.naming.label_of(span)
            found.append(Filler(span=span, mention=Mention(span=span, type="ReportingStandard", label=label)))
    return sorted(found, key=lambda f: f.span)


def _meet(one: Span, other: Span) -> bool:
    """Tell whether two spans overlap or are neighbours: `the PERC Reporting Standard` is one code."""
    return one.start <= other.end + 1 and other.start <= one.end + 1


def any_standard(reading: Reading, span: Span) -> Filler:
    """Give words as a filler that stands for the class of recognised standards."""
    entry = reading.naming.lexicon.entries[_ANY]
    return Filler(
        span=span,
        mention=Mention(span=span, type="ReportingStandard", label=entry.label, iri=entry.iri, is_name=True),
    )


def current_of(reading: Reading, read: ReadSentence, words: str) -> Filler | None:
    """Give what a historical estimate is said not to be classified as."""
    match = patterns().current.search(words)
    if match is None or re.search(r"classif|treat", words) is None:
        return None
    return any_standard(reading, Span(read.sentence.start + match.start(), read.sentence.start + match.end()))


def cue_of(reading: Reading, read: ReadSentence, words: str) -> Filler | None:
    """Give the words that make a sentence one about verification, where no standard is named."""
    match = patterns().cues.search(words)
    if match is None:
        return None
    start, end = match.span("standard") if match["standard"] else match.span()
    return any_standard(reading, Span(read.sentence.start + start, read.sentence.start + end))
