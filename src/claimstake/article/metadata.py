"""What is known of an article beside its text, from its front matter or from the caller."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from claimstake.article.model import slug_of
from claimstake.errors import InputError
from claimstake.times import bounds_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_NAMES = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site", "sitename"),
    "published": ("published", "date", "published_at"),
    "url": ("url", "link", "canonical"),
    "id": ("id", "slug"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Title, publisher, day of publication (in EDTF), address, language and slug, as far as known."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    id: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """Give these values, and those of the other where these have none."""
        return Metadata(
            **{
                field.name: getattr(self, field.name) or getattr(other, field.name)
                for field in fields(Metadata)
            }
        )

    def checked(self, *, where: str) -> Metadata:
        """Give the same values, the day without its time and the id as a slug.

        Raises:
            InputError: The day is no time in EDTF.
        """
        published = self.published
        if published is not None:
            published = re.sub(r"[T ]\d\d:\d\d.*$", "", published.strip())
            try:
                bounds_of(published)
            except InputError as error:
                raise InputError(f"{where}: {error.problem}", cure=error.cure) from error
        identifier = None if self.id is None else slug_of(self.id)
        return Metadata(
            title=self.title,
            publisher=self.publisher,
            published=published,
            url=self.url,
            language=self.language,
            id=identifier,
        )


def front_matter_of(text: str, *, where: str) -> tuple[Metadata, str]:
    """Split a text into what its YAML front matter says and the rest.

    Raises:
        InputError: The front matter is not YAML, or its date is none.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return Metadata(), text
    import yaml

    try:
        found = yaml.load(match["yaml"], Loader=yaml.BaseLoader)  # noqa: S506 - it makes strings only
    except yaml.YAMLError as error:
        raise InputError(
            f"The front matter of {where} is not YAML.", cure="Mend it, or remove it."
        ) from error
    if not isinstance(found, dict):
        return Metadata(), text
    values = {name: _first(found, keys) for name, keys in _NAMES.items()}
    return Metadata(**values).checked(where=where), text[match.end() :]


def _first(found: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    return next((str(found[key]) for key in keys if found.get(key)), None)
