"""What is known of an article beside its text: from its front matter, from its lines, or from the user."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from claimstake.claims.document import read_document
from claimstake.errors import InputError

_FENCE = re.compile(r"\A---\s*\n(?P<yaml>.*?)\n---\s*\n", re.DOTALL)
# The ways a line that is only a date is written; of the numeric ones only those that can be read in one way.
_FORMATS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d.%m.%Y")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Title, publisher, date of publication in EDTF, and address of an article, as far as they are known."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """Give what this one knows, and what only the other one knows."""
        known = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(other, **{name: value for name, value in known.items() if value})


def split_front_matter(text: str, *, name: str) -> tuple[Metadata, str]:
    """Give the metadata in front of a text, between lines of three hyphens, and the text without it.

    Raises:
        InputError: The front matter is not YAML.
    """
    match = _FENCE.match(text)
    if match is None:
        return Metadata(), text
    value = read_document(match["yaml"], name=name).value
    if not isinstance(value, dict):
        raise InputError(
            f"{name}:1: the front matter is no mapping", cure="Write it as `title: …` and so on."
        )
    names = {"date": "published", "source": "publisher", "site": "publisher", "link": "url"}
    known = {
        names.get(key.lower(), key.lower()): str(item) for key, item in value.items() if item is not None
    }
    return Metadata(**{f.name: known.get(f.name) for f in fields(Metadata)}), text[match.end() :].lstrip("\n")


def metadata_of_lines(text: str) -> Metadata:
    """Give the title, which is the first line, and the date, if one of the other lines is only a date."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    title = lines[0].lstrip("# ").strip() if lines else None
    found = (date_of(line) for line in lines[1:])
    published = next((day for day in found if day is not None), None)
    return Metadata(title=title, published=published.isoformat() if published else None)


def date_of(line: str) -> date | None:
    """Read a line that is only a date; none where it is not, or can be read in two ways.

    >>> str(date_of("17/01/2026")), date_of("03/04/2026"), str(date_of("Jan 3, 2026"))
    ('2026-01-17', None, '2026-01-03')
    """
    slashes = _SLASHES.fullmatch(line)
    if slashes is not None:
        first, second, year = (int(part) for part in slashes.groups())
        day, month = (first, second) if second <= _MONTHS else (second, first)
        if (first <= _MONTHS and second <= _MONTHS and first != second) or month > _MONTHS:
            return None
        line = f"{year}-{month:02}-{day:02}"
    for pattern in _FORMATS:
        try:
            return datetime.strptime(line, pattern).date()  # a day has no time zone
        except ValueError:
            continue
    return None
