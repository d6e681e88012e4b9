"""The value that an article is, once read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article, as text. Offsets anywhere are code points of `text`.

    Args:
        id: Slug that names the article in file names and IRIs.
        published: Day, month or year of publication, in EDTF.
        dateline: Place and date in front of the first sentence, as printed.
    """

    id: str
    text: str
    title: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    dateline: str | None = None

    @property
    def sha256(self) -> str:
        """Digest of the text's UTF-8 bytes, in hexadecimal."""
        return sha256(self.text.encode()).hexdigest()


_LONGEST_SLUG = 80


def slug_of(text: str) -> str:
    """Give a text as a slug: lower case letters, digits and hyphens, cut between words.

    >>> slug_of("Côte d'Ivoire signs lithium deal!")
    'cote-divoire-signs-lithium-deal'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:_LONGEST_SLUG]
        if len(longer) > _LONGEST_SLUG:
            break
        slug = longer
    return slug
