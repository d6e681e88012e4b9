"""The value that an article is, once read."""

from __future__ import annotations

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
