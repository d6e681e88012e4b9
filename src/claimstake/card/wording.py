"""Say in words what the graph says in values: who speaks, what is said, how much, when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimstake.vocab import STAKE, STAKEV

if TYPE_CHECKING:
    from decimal import Decimal

    from claimstake.card.model import Amount, Claim, Reading, Time

_MANNERS = {
    STAKEV.narrator: "in its own voice",
    STAKEV.editorial: "as its opinion",
    STAKEV.unnamed_group: "not named",
    STAKEV.unnamed: "not named",
}
_LEADS = {
    STAKEV.denies: "Denied: ",
    STAKEV.doubts: "Doubted: ",
    STAKEV.asks: "Asked: ",
    STAKEV.supposes: "Supposed: ",
}
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_LINKS = {
    STAKE.actsFor: "acts for",
    STAKE.concernsCommodity: "concerns",
    STAKE.constrains: "constrains",
    STAKE.possiblySame: "possibly the same as",
    STAKE.requiresApprovalFrom: "requires approval from",
}
# Classes that every thing of a more telling class has too.
_GENERAL = {STAKE.Agent, STAKE.Constraint, STAKE.Organization, STAKE.Resource, STAKE.Undertaking}
_NO_PLURAL = ("percent", "share", "number")
# Formatting characters that reorder what follows them, or make it look like something else.
_DECEPTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")
# What stands in front of an item of a list.
_BESIDE = " \t\u00a0•*-–"
# "Mr. Khan", "U.S. officials", "Jan. 17": an end of a sentence rarely follows so short a capitalised word.
_SHORT_WORD = re.compile(r"(?:^|[\s.(])[A-Z][A-Za-z]{0,2}$")


def speaker(reading: Reading, claim: Claim) -> str:
    """Name whose stance a claim is."""
    attribution = claim.attribution
    named = [reading.label(iri) for iri in (*attribution.documents, *attribution.agents)]
    return " and ".join(named) or "nobody named"


def manner(claim: Claim) -> str:
    """Say how the speaker comes to speak, where the name does not tell."""
    return _MANNERS.get(claim.attribution.kind, "")


def said(claim: Claim) -> str:
    """Say what a claim says; its content alone would say the opposite of one who denies it."""
    return _LEADS.get(claim.stance, "") + sentence_case(claim.content.text)


def link_name(prop: str) -> str:
    """Say how a thing is linked to another one apart from any claim."""
    return _LINKS.get(prop, "linked to")


def class_names(reading: Reading, classes: frozenset[str]) -> tuple[str, ...]:
    """Name the classes of a thing, the general ones only where there is no other."""
    telling = (classes - _GENERAL) or classes
    return tuple(sorted(reading.label(name) for name in telling))


def sentence_case(text: str) -> str:
    """Give a text with a capital first letter.

    >>> sentence_case("rare earths")
    'Rare earths'
    """
    return text[:1].upper() + text[1:]


def figure(value: Decimal) -> str:
    """Write a number for people, without rounding it.

    >>> from decimal import Decimal
    >>> figure(Decimal(6_000_000_000_000)), figure(Decimal("3.2")), figure(Decimal(1234567))
    ('6 trillion', '3.2', '1,234,567')
    """
    for power, name in _SCALES:
        scaled = value.scaleb(-power)
        if abs(scaled) >= 1 and scaled == round(scaled, 2):
            return f"{_plain(scaled)} {name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def measure(reading: Reading, amount: Amount, value: Decimal) -> str:
    """Write a number with the unit of an amount."""
    if amount.currency:
        return f"{amount.currency} {figure(value)}"
    head, per, rest = reading.label(amount.unit).partition(" per ")
    head = head.removeprefix("number of ")
    if value != 1 and not head.endswith((*_NO_PLURAL, "s")):
        head = "feet" if head == "foot" else f"{head}s"
    return f"{figure(value)} {head}{per}{rest}"


def bounds(reading: Reading, amount: Amount) -> str:
    """Say which values the wording of an amount allows."""
    lower, upper = amount.lower, amount.upper
    if lower is not None and lower == upper:
        return f"exactly {measure(reading, amount, lower)}"
    if lower is not None and upper is not None:
        return f"from {measure(reading, amount, lower)} to {measure(reading, amount, upper)}"
    if upper is not None:
        below = "less than" if amount.comparator == STAKEV.lessThan else "at most"
        return f"{below} {measure(reading, amount, upper)}; no lower bound given"
    if lower is not None:
        above = "more than" if amount.comparator == STAKEV.moreThan else "at least"
        return f"{above} {measure(reading, amount, lower)}; no upper bound given"
    if amount.value is not None:
        return f"about {measure(reading, amount, amount.value)}; no bounds given"
    return "no number given"


def when(time: Time) -> str:
    """Say a time as it was written, and what it allows."""
    begin, end = time.begin[:10], time.end[:10]
    if begin and end:
        return f"{time.text} ({begin} to {end})" if begin != end else f"{time.text} ({begin})"
    if end:
        return f"{time.text} (not after {end})"
    if begin:
        return f"{time.text} (not before {begin})"
    return f"{time.text} (no date given)"


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Split a text into sentences; a line break ends one.

    It is a rule of thumb for showing words in their context, without a language model.

    >>> sentence_spans("It rose. Mr. Khan said so.")
    ((0, 8), (9, 26))
    """
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for match in _SENTENCE_END.finditer(text, line.start(), line.end()):
            if _SHORT_WORD.search(text[max(start, match.start() - 6) : match.start()]):
                continue
            found.append((start, match.start() + len(match[0].rstrip())))
            start = match.end()
        found.append((start, line.end()))
    trimmed = (_trimmed(text, start, end) for start, end in found)
    return tuple((start, end) for start, end in trimmed if start < end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _BESIDE:
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def sentence_around(text: str, *, start: int, end: int) -> tuple[int, int]:
    """Find the sentence or sentences that hold a span of a text.

    >>> sentence_around("It rose. Mr. Khan said so. It fell.", start=13, end=17)
    (9, 26)
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    spans = [(first + a, first + b) for a, b in sentence_spans(text[first:last])]
    touched = [(a, b) for a, b in spans if a < end and b > start]
    return min([start, *(a for a, _ in touched)]), max([end, *(b for _, b in touched)])


def shortened(text: str, length: int) -> str:
    """Cut a text that is longer than fits, and show that it is cut.

    >>> shortened("unobtainium", 6)
    'unobt…'
    """
    return text if len(text) <= length else text[: length - 1] + "…"


def counted(number: int, noun: str) -> str:
    """Say how many there are of something.

    >>> counted(1, "claim"), counted(1200, "claim")
    ('1 claim', '1,200 claims')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def visible(text: str) -> str:
    r"""Show characters that steer a terminal or reorder a line, in place of obeying them.

    >>> visible("a\x1b[2J")
    'a⟨U+001B⟩[2J'
    """
    return _DECEPTIVE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)
