"""Explain what the rules make of one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.article import Article
from claimstake.drafts.reading import Reading, ReadSentence, read_article
from claimstake.extraction.pipeline import drafts_of
from claimstake.extraction.selection import selected
from claimstake.frames import match_frames, read_frames
from claimstake.mentions import phrase_span
from claimstake.sentences import MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.model import Draft


# A line before it keeps the sentence from being taken for the headline; nothing is said of that line.
_BEFORE = "Untitled\n\n"


def explained(text: str, *, model: str | None = None) -> Iterator[str]:
    """Give the parse, the mentions, the clauses, the frames tried and the claims of a text, a line each."""
    reading = read_article(_article(text), model=model or MODEL)
    claims = selected(reading, drafts_of(reading))
    for read in reading.sentences:
        if read.sentence.start < len(_BEFORE):
            continue
        yield from _parse(read)
        yield from _clauses(reading, read)
        yield from _frames(reading, read)
        made = [draft for draft in claims if draft.sentence == read.number]
        for draft in made:
            yield f"claim    {_claim(reading, draft)}"
        if not made:
            yield "claim    none: the sentence stays a statement"


def _article(text: str) -> Article:
    return Article(id="sentence", text=f"{_BEFORE}{text.strip()}\n", title=_BEFORE.strip())


def _parse(read: ReadSentence) -> Iterator[str]:
    tokens = read.sentence.tokens
    words = " ".join(
        f"{t.text}/{t.tag}/{t.dep}→{tokens[t.head].text if t.head != t.i else 'root'}" for t in tokens
    )
    yield f"parse    {words}"
    for quantity in read.quantities:
        yield f"amount   {quantity.words!r}: {quantity.comparator} {quantity.value} {quantity.unit}"
    for time in read.times:
        yield f"time     {time.words!r}: {time.edtf}"


def _clauses(reading: Reading, read: ReadSentence) -> Iterator[str]:
    text, sentence = reading.article.text, read.sentence
    for clause in read.clauses:
        parts = []
        for label, positions in clause.arguments.items():
            for i in positions:
                token = sentence.tokens[i]
                span = phrase_span(sentence, token)
                kind = reading.naming.mention_of(sentence, token).type
                parts.append(f"{label}={text[span.start : span.end]!r} ({kind})")
        standing = read.standings[clause.head]
        voice = " passive" if clause.passive else ""
        yield (
            f"clause   {clause.lemma}{voice}: {', '.join(parts)}; "
            f"{standing.stance}, {standing.certainty}, {standing.modality}"
        )


def _frames(reading: Reading, read: ReadSentence) -> Iterator[str]:
    matches, misses = match_frames(
        read.sentence, read.clauses, frames=read_frames(), naming=reading.naming, quantities=read.quantities
    )
    for match in matches:
        yield f"fired    {match.frame.id} ({match.frame.relation}) on {match.clause.lemma!r}"
    for miss in misses:
        yield f"not      {miss.frame.id} ({miss.frame.relation}) on {miss.clause.lemma!r}: {miss.reason}"


def _claim(reading: Reading, draft: Draft) -> str:
    text = reading.article.text

    def words(start: int, end: int) -> str:
        return repr(text[start:end])

    objects = ", ".join(words(o.span.start, o.span.end) for o in draft.objects)
    amount = f" {draft.quantity.words!r}" if draft.quantity is not None else ""
    subject = words(draft.subject.span.start, draft.subject.span.end)
    return (
        f"{draft.rule}: {subject} {draft.relation} {objects}{amount}; "
        f"{draft.stance}, {draft.certainty}, {draft.modality}, {draft.source.kind}"
    )
