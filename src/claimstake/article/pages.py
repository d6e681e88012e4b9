"""Find the article in a web page."""

from __future__ import annotations

from claimstake.article.metadata import Metadata
from claimstake.errors import InputError


def read_page(page: str, *, name: str) -> tuple[Metadata, str]:
    """Give the metadata and the text of the article in a page; nothing is fetched.

    Raises:
        InputError: There is no article in the page.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    if not isinstance(found, Document) or not found.text:
        raise InputError(
            f"{name}: no article was found in this page",
            cure="Save the article's text in a text file instead.",
        )
    metadata = Metadata(title=found.title, publisher=found.sitename, published=found.date, url=found.url)
    text = found.text
    if found.title and not text.startswith(found.title):
        text = f"{found.title}\n\n{text}"
    return metadata, text + "\n"
