"""Proper names of an article: runs of capitalised words, their kinds, and the short forms used after them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.mentions.model import Mention, Span
from claimstake.mentions.places import read_place_words
from claimstake.statements.cues import read_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimstake.lexicon import FoundName
    from claimstake.sentences import Sentence, Token

_ORGANIZATION = re.compile(
    r"(?:Ltd|Limited|Inc|Corp|Corporation|Company|Co|plc|PLC|SA|AG|NV|BV|GmbH|LLC|Pty|Bhd|Tbk|AB|ASA|Oyj|Oy|SE|SpA|JSC|"
    r"Group|Holdings?|Resources?|Mining|Mines|Minerals?|Metals?|Lithium|Copper|Gold|Silver|Nickel|Cobalt|Graphite|"
    r"Uranium|Tungsten|Antimony|Vanadium|Zinc|Tin|Dysprosium|Titanium|Manganese|Energy|Materials?|Magnets?|Magnetics|"
    r"Battery|Batteries|Technologies|Industries|International|Bank|Partners|Capital|Securities|Consulting|Advisory|"
    r"Research|Intelligence|University|Institute|Ministry|Department|Agency|Chamber|Authority|Facility|Fund|"
    r"Association|Council|Commission|Union|Network|Forum|Foundation|Alliance|Society|Committee|Court|Board|Office|"
    r"Bureau|Organi[sz]ation|Army|Party|Congress|Parliament|Senate|Steel|Stahl|Motors?|Electric|Chemicals?|Trading|"
    r"Exploration|Ventures?|Investments?|Finance|Works|Service|Survey|Exchange|Watch|Earths?|Industrial|Nonferrous|"
    r"Smelting|Refining|Petroleum|Oil|Gas|Power|Railways?|Ports?|Logistics|Engineering|Geological|Management)\.?$"
)
_SITE = re.compile(r"(?:Mine|Project|Deposit|Quarry|Prospect)$")
_PLACE = re.compile(
    r"(?:Province|Region|State|County|District|River|Lake|Bay|Mountains?|Mount|Island|Islands|Peninsula|Valley|Desert|"
    r"Coast|Basin|Belt|Corridor|Ocean|Sea|City|Territory|Africa|Asia|Europe|America|East|West|North|South|Arctic)$"
)
_AGREEMENT = re.compile(
    r"(?:Agreement|Treaty|Pact|Accord|Corridor|Memorandum|Framework|Partnership|Initiative)$"
)
_LAW = re.compile(r"(?:Act|Amendment|Law|Code|Regulation|Directive|Constitution|Order|Decree|Bill)$")
_ABBREVIATION = re.compile(r"\((?:the\s)?[\"“]?(?P<short>[A-Z][A-Za-z&.-]{1,15})[\"”]?(?:\s+or\s+[^)]*)?\)")
_DEFINED = re.compile(r"\([^)]*?(?:the\s)?[\"“](?P<short>[A-Z][^\"”)]{1,30})[\"”]\)")
# Legal forms at the end of a company's name: with and without them it is the same company.
_LEGAL_FORM = (
    r"(?:Ltd|Limited|Inc|Incorporated|Corp|Corporation|plc|PLC|Plc|S\.?A\.?|AG|N\.?V\.?|B\.?V\.?|GmbH|LLC|LLP|L\.?P|Pty|"
    r"Bhd|Berhad|Tbk|AB|ASA|Oyj|Oy|SE|S\.?p\.?A|JSC|PJSC|OJSC|Co|Company|KGaA|KK|Pte|Pvt|SARL|S\.?A\.?S|A/S|AS|SRL)"
)
LEGAL_FORMS = re.compile(rf"(?:,?\s+{_LEGAL_FORM}\.?)+(?!\w)")
_NO_NAMES = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
             "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
             "Sunday"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The proper names of an article.

    Args:
        mentions: Each place where one stands, in order.
        short: Full name by short form: `Jinhe` is `Jinhe Cobalt`.
    """

    mentions: tuple[Mention, ...]
    short: Mapping[str, Mention]


def names_of(text: str, sentences: Sequence[Sentence], known: Sequence[FoundName]) -> Names:
    """Find the proper names of an article that the lexicon does not have.

    Args:
        text: The article.
        sentences: Its sentences.
        known: Names of the lexicon in it.
    """
    covered = {i: found for found in known for i in range(found.start, found.end)}
    found: list[Mention] = []
    for sentence in sentences:
        if sentence.kind.value == "headline":
            continue
        for run in _runs(sentence):
            whole = _with_adjective(text, sentence, run, covered)
            mention = _mention(text, sentence, whole, covered)
            if mention is not None:
                found.append(mention)
    found = _one_form(_with_bare_names(text, found))
    full = {m.label: m for m in reversed(found)}
    short = _short_forms(text, found, known)
    merged = tuple(_resolved(m, full, short) for m in found)
    return Names(mentions=merged, short=short)


def _with_adjective(
    text: str, sentence: Sentence, run: list[Token], covered: Mapping[int, FoundName]
) -> list[Token]:
    """Take the words before a name that ends in a legal form for a part of it: `[Nordic] Lithium Inc.`."""
    form = LEGAL_FORMS.search(text[run[0].start - 1 : run[-1].end]) if run and run[0].start else None
    while form is not None and run[0].i:
        before = sentence.tokens[run[0].i - 1]
        known = covered.get(before.start)
        if before.pos not in {"ADJ", "NOUN", "PROPN"} or not before.text[:1].isupper() or known is not None:
            break
        run = [before, *run]
    return run


def _with_bare_names(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Add the places where a company that has a legal form elsewhere is named without it."""
    taken = {i for mention in found for i in range(mention.span.start, mention.span.end)}
    more: list[Mention] = []
    for mention in found:
        bare = without_legal_form(mention.label)
        if mention.type != "Organization" or bare == mention.label or " " not in bare:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", text):
            if taken.isdisjoint(range(match.start(), match.end())):
                taken |= set(range(match.start(), match.end()))
                span = _with_form(text, Span(match.start(), match.end()))
                more.append(Mention(span=span, type="Organization", label=bare, is_name=True))
    return sorted([*found, *more], key=lambda m: m.span)


def _with_form(text: str, span: Span) -> Span:
    """Take the legal form after a name for a part of it."""
    after = LEGAL_FORMS.match(text, span.end)
    return span if after is None else Span(span.start, after.end())


def _one_form(found: Sequence[Mention]) -> list[Mention]:
    """Call a company by the first of its names that differ in the legal form only."""
    first: dict[str, Mention] = {}
    for mention in found:
        if mention.type == "Organization":
            first.setdefault(without_legal_form(mention.label), mention)
    return [
        mention
        if (same := first.get(without_legal_form(mention.label))) is None or same.label == mention.label
        else Mention(span=mention.span, type=same.type, label=same.label, is_name=True)
        for mention in found
    ]


def _runs(sentence: Sentence) -> Iterator[list[Token]]:
    """Give each run of proper nouns, with `of` and `&` inside it."""
    run: list[Token] = []
    for token in sentence.tokens:
        proper = token.pos == "PROPN" and token.text[:1].isupper() and token.text not in _NO_NAMES
        noun = run and token.pos in {"NOUN", "ADJ"} and token.text[:1].isupper() and token.i > 0
        joint = token.text in {"&"} or (token.text == "-" and run)
        if proper or noun or (run and joint):
            run.append(token)
            continue
        if run and token.text in {"of"} and _goes_on(sentence, token):
            run.append(token)
            continue
        if run:
            yield _trimmed(run)
        run = []
    if run:
        yield _trimmed(run)


def _goes_on(sentence: Sentence, token: Token) -> bool:
    after = sentence.tokens[token.i + 1 : token.i + 2]
    before = sentence.tokens[token.i - 1]
    return bool(
        after
        and after[0].pos == "PROPN"
        and before.text
        in {"Chamber", "Ministry", "Bank", "Department", "Bureau", "University", "Republic", "Institute"}
    )


def _trimmed(run: list[Token]) -> list[Token]:
    while run and run[-1].text in {"&", "-", "of"}:
        run = run[:-1]
    return run


def _mention(
    text: str, sentence: Sentence, run: list[Token], covered: Mapping[int, FoundName]
) -> Mention | None:
    titles = read_cues().titles
    is_person = False
    while len(run) > 1 and any(t.lemma in titles for t in run[:-1]):
        cut = next(n for n, t in enumerate(run) if t.lemma in titles)
        run, is_person = run[cut + 1 :], True
    # "China's Jinhe Cobalt", "Chinese firm": names of the lexicon before a name are not part of it.
    while len(run) > 1 and run[0].start in covered and covered[run[0].start].name.adjective:
        run = run[1:]
    if not run:
        return None
    span = Span(run[0].start, run[-1].end)
    inside = covered.get(span.start)
    if inside is not None and inside.start <= span.start and inside.end >= span.end:
        return None
    words = text[span.start : span.end].replace("’", "'")
    if not any(c.isalpha() for c in words):
        return None
    kind = "Person" if is_person else _kind(words, run, sentence)
    if LEGAL_FORMS.fullmatch(f" {words}"):
        return None
    if kind == "Organization":
        # The parser gives `plc` and, after a comma, `Ltd.` no part in the name.
        span = _with_form(text, span)
        words = re.sub(r"\s+", " ", text[span.start : span.end].replace("’", "'"))
    return Mention(span=span, type=kind, label=words, is_name=True)


def _kind(words: str, run: Sequence[Token], sentence: Sentence) -> str:
    """Guess the class of a name from its last word, what it stands with, and its place in the sentence."""
    if words in read_place_words().names:
        return "Place"
    if _SITE.search(words):
        return "ExtractionSite"
    if _AGREEMENT.search(words):
        return "Agreement"
    if _ORGANIZATION.search(words) and len(run) > 1:
        return "Organization"
    if _LAW.search(words):
        return "LegalInstrument"
    if _PLACE.search(words):
        return "Place"
    head = run[-1]
    titles = read_cues().titles
    beside = [sentence.head(head)] if head.dep in {"appos", "compound"} else []
    beside += list(sentence.children(head, "appos"))
    before = [sentence.tokens[run[0].i - 1]] if run[0].i else []
    if any(t.lemma in titles for t in [*beside, *before]) and len(run) < 4:
        return "Person"
    governor = sentence.head(head)
    if head.dep == "npadvmod" and governor.lower in {"based", "headquartered", "listed", "registered"}:
        return "Place"
    joined = head
    while joined.dep == "conj" and joined.head != joined.i:
        joined = sentence.head(joined)
    if joined is not head and joined.pos == "PROPN":
        governor = sentence.head(joined)
    if (
        joined.dep == "pobj"
        and governor.lower in {"in", "at", "near", "from", "outside"}
        and len(run) < 3
        and not words.isupper()
    ):
        return "Place"
    if (
        head.dep == "nsubj"
        and governor.lemma in read_cues().says
        and len(run) in {2, 3}
        and not words.isupper()
    ):
        return "Person"
    return "Organization"


def without_legal_form(label: str) -> str:
    """Give the name of a company without its legal form: `Frontier North Lithium Inc.` without `Inc.`.

    >>> without_legal_form("Kyushu Magnetics Co., Ltd.")
    'Kyushu Magnetics'
    """
    found = [m for m in LEGAL_FORMS.finditer(label) if m.end() == len(label)]
    return label[: found[0].start()] if found and found[0].start() else label


def _short_forms(text: str, mentions: Sequence[Mention], known: Sequence[FoundName]) -> dict[str, Mention]:
    """Give the short forms of names: abbreviations in brackets.

    And first or last words used alone later on.
    """
    found: dict[str, Mention] = {}
    for mention in mentions:
        after = text[mention.span.end : mention.span.end + 40].lstrip()
        match = _DEFINED.match(after) or _ABBREVIATION.match(after)
        if match is not None and mention.label != match["short"]:
            found.setdefault(match["short"], mention)
    alone = {m.label for m in mentions if " " not in m.label}
    for mention in mentions:
        words = mention.label.split()
        if len(words) < 2:
            continue
        candidates = [words[-1]] if mention.type == "Person" else [words[0], " ".join(words[:2])]
        for short in candidates:
            if short in alone or (" " in short and short != mention.label):
                found.setdefault(short, mention)
    return found


def _resolved(mention: Mention, full: Mapping[str, Mention], short: Mapping[str, Mention]) -> Mention:
    target = short.get(mention.label) or full.get(mention.label)
    if target is None or target.label == mention.label:
        first = full.get(mention.label, mention)
        return Mention(span=mention.span, type=first.type, label=mention.label, is_name=True)
    return Mention(span=mention.span, type=target.type, label=target.label, is_name=True)
