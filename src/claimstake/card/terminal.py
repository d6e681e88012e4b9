"""Cards for the terminal: as wide as it is, readable without colour."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from claimstake.card.relations import related, since
from claimstake.card.verification import applies, barred_by, inferred, stated, statuses
from claimstake.card.wording import (
    bounds,
    class_names,
    counted,
    link_name,
    manner,
    said,
    sentence_around,
    sentence_case,
    shortened,
    speaker,
    visible,
    when,
)
from claimstake.vocab import STAKEV

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rich.console import RenderableType

    from claimstake.card.groups import EntityPage
    from claimstake.card.model import Claim, Reading
    from claimstake.card.summary import ArticleSummary
    from claimstake.card.verification import Finding

# Words of an article can be of any length; a card is to fit a screen.
_WIDEST = 120
_LONGEST_TEXT = 1200
_LONGEST_LINE = 300
_STYLES = {
    "verified": "green",
    "failed": "bold red",
    "explicitly unverified": "red",
    "inconclusive": "yellow",
}


def claim_card(reading: Reading, claim: Claim) -> RenderableType:
    """Draw the evidence card of a claim: who says what, how surely, since when, and in which words."""
    title = Text.assemble((claim.id, "bold"), "  ", (_headline(reading, claim), "dim"))
    content = Text(visible(shortened(said(claim), _LONGEST_TEXT)), style="bold")
    return Group(
        Rule(title, align="left", style="dim"),
        Padding(content, (0, 0, 1, 0)),
        _fields(
            [
                ("Who says so", _who(reading, claim)),
                ("How surely", _how(reading, claim)),
                ("Since", _since(reading, claim)),
                *_figures(reading, claim),
                *(("Only if", _plain(condition)) for condition in claim.conditions),
                ("Verification", _verification(reading, claim)),
                ("The words", _words(reading, claim)),
                *((sentence_case(name), _claims(reading, cs)) for name, cs in _related(reading, claim)),
                ("Recorded", _recorded(reading, claim)),
            ]
        ),
    )


def entity_page(reading: Reading, page: EntityPage) -> RenderableType:
    """Draw all that is said about a thing, by kind of claim, and what it says itself."""
    entity = page.entity
    classes = class_names(reading, entity.classes)
    parts: list[RenderableType] = [
        Rule(
            Text.assemble((visible(entity.label), "bold"), "  ", (", ".join(classes), "dim")),
            align="left",
            style="dim",
        ),
    ]
    facts = [("Kind", _plain(reading.label(entity.kind)))] if entity.kind else []
    facts += [("Also called", _plain(", ".join(entity.names)))] if entity.names else []
    for prop, links in groupby(entity.links, key=lambda link: link[0]):
        names = ", ".join(reading.label(target) for _, target in links)
        facts.append((sentence_case(link_name(prop)), _plain(names)))
    if facts:
        parts.append(_fields(facts))
    if page.says:
        parts.append(_section(f"Says ({len(page.says)})", reading, page.says))
    for kind, claims in page.said_of:
        name = f"Said of it: {reading.label(kind)} ({len(claims)})"
        parts.append(_section(name, reading, claims))
    return Group(*parts)


def article_page(reading: Reading, summary: ArticleSummary) -> RenderableType:
    """Draw the summary of an article."""
    document = summary.document
    labels = [reading.label(iri) for iri in document.publishers]
    fields: list[tuple[str, RenderableType]] = [
        ("Published", _plain(" · ".join([document.published or "no date", *labels]))),
    ]
    if document.cites:
        fields.append(("Cites", _plain(", ".join(reading.label(iri) for iri in document.cites))))
    fields += [
        ("Read by", _plain(", ".join(document.readers) or "no record")),
        ("Claims", _plain(str(summary.claims))),
        *(
            (
                f"by {name}",
                _plain(", ".join(f"{reading.label(value)} {number}" for value, number in counts)),
            )
            for name, counts in summary.counts.items()
        ),
        ("Speakers", _plain(", ".join(f"{name} {number}" for name, number in summary.speakers))),
        ("Not understood", _plain(f"{counted(summary.untyped, 'statement')} without a claim")),
    ]
    parts: list[RenderableType] = [
        Rule(
            Text.assemble((visible(document.title), "bold"), "  ", (document.id, "dim")),
            align="left",
            style="dim",
        ),
        _fields(fields),
    ]
    if summary.estimates:
        parts.append(_heading(f"Claims that a reporting standard can apply to ({len(summary.estimates)})"))
        rows = _with_status(pad_edge=True)
        for claim in summary.estimates:
            rows.add_row(
                Text(claim.id, style="bold"), _status_words(reading, claim), _one_line(reading, claim)
            )
        parts.append(rows)
    return Group(*parts)


def articles_page(articles: Iterable[Mapping[str, str]]) -> RenderableType:
    """Draw the list of a store's articles."""
    parts: list[RenderableType] = []
    for article in articles:
        facts = f"{article['published'] or 'no date'}  {counted(int(article['claims']), 'claim')}"
        parts.append(Text.assemble((visible(article["id"]), "bold"), "  ", (facts, "dim"), overflow="fold"))
        # beside the id, the title would be left a column too narrow to read
        parts.append(Padding(_plain(article["title"]), (0, 0, 0, 2)))
    return Group(*parts)


def _headline(reading: Reading, claim: Claim) -> str:
    document = reading.document_by_iri.get(claim.document)
    return " · ".join(part for part in (reading.label(claim.kind), document.id if document else "") if part)


def _fields(fields: Iterable[tuple[str, RenderableType]]) -> Table:
    table = Table.grid(padding=(0, 2), pad_edge=False)
    table.add_column(no_wrap=False, min_width=12, max_width=16)
    table.add_column(ratio=1, max_width=_WIDEST)
    for name, value in fields:
        table.add_row(Text(name, style="dim"), value)
    return table


def _who(reading: Reading, claim: Claim) -> Text:
    text = Text(visible(speaker(reading, claim)), style="bold")
    manners = manner(claim)
    if manners:
        text.append(f", {manners}", style="not bold")
    if claim.attribution.phrase:
        text.append(f": “{visible(claim.attribution.phrase)}”", style="not bold")
    if claim.attribution.reported_by:
        names = " and ".join(reading.label(iri) for iri in claim.attribution.reported_by)
        text.append(f" (reported by {visible(names)})", style="not bold")
    return text


def _how(reading: Reading, claim: Claim) -> Text:
    words = [reading.label(value) for value in (claim.stance, claim.certainty, claim.modality)]
    return Text(" · ".join(words))


def _since(reading: Reading, claim: Claim) -> Text:
    document = reading.document_by_iri.get(claim.document)
    day = since(reading, claim) or "no date"
    if document is None:
        return Text(day)
    section = f", {reading.label(claim.span.section)}" if claim.span.section else ""
    return Text(f"{day}, in “{visible(document.title)}”{section}")


def _figures(reading: Reading, claim: Claim) -> Iterator[tuple[str, RenderableType]]:
    amount, time = claim.content.amount, claim.content.time
    if amount is not None:
        yield "Amount", _plain(f"{amount.text}: {bounds(reading, amount)}")
    if time is not None:
        yield "Time", _plain(when(time))


def _verification(reading: Reading, claim: Claim) -> RenderableType:
    if not applies(claim) and not stated(reading, claim):
        return Text("not applicable: no reporting standard covers what is claimed")
    rows = _with_status()
    for finding in stated(reading, claim):
        rows.add_row(
            _plain(reading.label(finding.standard)), _status(str(finding.status)), _said_in(reading, finding)
        )
    if not stated(reading, claim):
        rows.add_row(
            _plain("any standard"), _status("no record"), Text("nobody is reported to have checked it")
        )
    for status, group in groupby(inferred(reading, claim), key=lambda finding: finding.status):
        found = list(group)
        rows.add_row(
            _plain(f"{counted(len(found), 'other')} of that class"),
            _status(str(status)),
            Text("inferred from what is said of the class"),
        )
    barred = barred_by(reading, claim)
    if not barred:
        return rows
    names = " and ".join(reading.label(standard) for standard in barred)
    return Group(rows, Text(f"A money value of minerals in the ground may not be reported under {names}."))


def _with_status(*, pad_edge: bool = False) -> Table:
    """Make a grid whose second column, a status, is never cut; the others give way."""
    rows = Table.grid(padding=(0, 2), pad_edge=pad_edge)
    rows.add_column(overflow="fold")
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    return rows


def _status(status: str) -> Text:
    return Text(status, style=_STYLES.get(status, ""), no_wrap=True)


def _status_words(reading: Reading, claim: Claim) -> Text:
    return Text(", ").join(_status(str(status)) for status in statuses(reading, claim))


def _said_in(reading: Reading, finding: Finding) -> Text:
    claims = [reading.claim_by_iri[iri] for iri in finding.said_in if iri in reading.claim_by_iri]
    if not claims:
        return Text("")
    return _plain(f"{', '.join(claim.id for claim in claims)}: {speaker(reading, claims[0])}")


def _words(reading: Reading, claim: Claim) -> Text:
    span = claim.span
    document = reading.document_by_iri.get(claim.document)
    if document is None or document.text[span.start : span.end] != span.text:
        return _marked("", span.text, "")
    first, last = sentence_around(document.text, start=span.start, end=span.end)
    text = document.text
    return _marked(text[first : span.start], span.text, text[span.end : last])


def _marked(before: str, words: str, after: str) -> Text:
    words = _flat(shortened(words, _LONGEST_TEXT))
    return Text.assemble(_flat(before), ("«", "dim"), (words, "bold underline"), ("»", "dim"), _flat(after))


def _flat(text: str) -> str:
    return visible(text.replace("\n", " "))


def _claims(reading: Reading, iris: Iterable[str]) -> RenderableType:
    rows = Table.grid(padding=(0, 2))
    for iri in iris:
        claim = reading.claim_by_iri.get(iri)
        if claim is not None:
            rows.add_row(Text(claim.id, style="bold"), _one_line(reading, claim))
    return rows


def _related(reading: Reading, claim: Claim) -> Iterator[tuple[str, list[str]]]:
    """Leave out what the verification of the claim already names."""
    named = {iri for finding in stated(reading, claim) for iri in finding.said_in}
    for name, claims in related(reading, claim).items():
        rest = [iri for iri in claims if iri not in named]
        if rest:
            yield name, rest


def _recorded(reading: Reading, claim: Claim) -> Text:
    document = reading.document_by_iri.get(claim.document)
    parts = [
        reading.label(claim.review) if claim.review else "",
        f"by {', '.join(document.readers)}" if document and document.readers else "",
        f"rule {claim.rule}" if claim.rule else "",
        f"confidence {claim.confidence}" if claim.confidence else "",
        f"characters {claim.span.start}–{claim.span.end}",
        f"text {document.digest[:12]}" if document and document.digest else "",
    ]
    return Text(" · ".join(part for part in parts if part), style="dim")


def _section(name: str, reading: Reading, claims: Iterable[Claim]) -> RenderableType:
    rows = Table.grid(padding=(0, 2), pad_edge=True)
    for claim in claims:
        rows.add_row(Text(claim.id, style="bold"), _one_line(reading, claim))
    return Group(_heading(name), rows)


def _heading(name: str) -> RenderableType:
    return Padding(Text(name, style="bold underline"), (1, 0, 0, 0))


def _one_line(reading: Reading, claim: Claim) -> Text:
    text = _plain(shortened(said(claim), _LONGEST_LINE))
    notes = [speaker(reading, claim)]
    if claim.certainty != STAKEV.certain:
        notes.append(reading.label(claim.certainty))
    text.append(f"  ({visible(', '.join(notes))})", style="dim")
    return text


def _plain(text: str) -> Text:
    return Text(visible(text))
