"""Read articles from text, Markdown, web pages, JSON Lines, and folders of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimstake.article.decoding import text_of
from claimstake.article.metadata import Metadata, metadata_of_lines, split_front_matter
from claimstake.article.model import Article
from claimstake.errors import InputError
from claimstake.iris import slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGES = frozenset({".html", ".htm", ".xhtml"})
LINES = frozenset({".jsonl", ".ndjson"})
TEXTS = frozenset({".txt", ".text", ".md", ".markdown", ""})
# File names that say nothing of the article; the folder's name does.
_NAMELESS = frozenset({"article", "index", "page", "text", "content"})
_LANGUAGE = "en"
# Below this the language of a text cannot be told apart from another by its letters.
_ENOUGH = 200


def read_articles(path: Path, *, given: Metadata | None = None) -> Iterator[Article]:
    """Read the articles of a file or folder, sorted by name.

    Args:
        path: A text, a Markdown text with or without front matter, a web page, JSON Lines with the keys
            `text` and, if known, `id`, `title`, `publisher`, `published` and `url`; or a folder of these.
        given: What the user says of the article; it stands over what the file says.

    Raises:
        InputError: There is no article, or a file is empty, too large, not UTF-8, not text, or not English.
    """
    if path.is_dir():
        files = sorted(
            file for file in path.rglob("*") if file.is_file() and file.suffix in PAGES | LINES | TEXTS - {""}
        )
        if not files:
            raise InputError(
                f"{path}: there is no article in this folder", cure="Articles end in .txt, .md or .html."
            )
        for file in files:
            yield from read_articles(file, given=given)
        return
    if path.suffix.lower() in LINES:
        yield from _articles_of_lines(path, given=given or Metadata())
        return
    yield read_text(_bytes_of(path), path=path, given=given)


def read_text(data: bytes, *, path: Path, given: Metadata | None = None) -> Article:
    """Give the article of one file's bytes; its ending tells how to read them."""
    name = str(path)
    if path.suffix.lower() not in PAGES | TEXTS:
        raise InputError(
            f"{name}: {path.suffix} is no kind of article", cure="Give .txt, .md, .html or .jsonl."
        )
    text = text_of(data, name=name)
    if path.suffix.lower() in PAGES:
        from claimstake.article.pages import read_page

        known, text = read_page(text, name=name)
    else:
        known, text = split_front_matter(text, name=name)
    stem = path.parent.resolve().name if path.stem.lower() in _NAMELESS else path.stem
    return _article(text, metadata=(given or Metadata()).over(known), article_id=slug(stem), name=name)


def _articles_of_lines(path: Path, *, given: Metadata) -> Iterator[Article]:
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _article_of_line(line, name=f"{path}:{number}", given=given)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", cure="Check the path.") from error


def _article_of_line(line: bytes, *, name: str, given: Metadata) -> Article:
    try:
        record: Any = json.loads(text_of(line, name=name))
    except ValueError as error:
        raise InputError(
            f"{name}: this line is not JSON: {error}", cure="Write one JSON object a line."
        ) from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputError(
            f"{name}: this line has no text", cure='Give each article as {"text": "…", "title": "…"}.'
        )
    text = text_of(record["text"].encode(), name=name)
    names = ("title", "publisher", "published", "url")
    known = Metadata(**{key: str(record[key]) for key in names if record.get(key)})
    metadata = given.over(known)
    label = str(record.get("id") or metadata.title or text.strip().splitlines()[0])
    return _article(text, metadata=metadata, article_id=slug(label), name=name)


def _article(text: str, *, metadata: Metadata, article_id: str, name: str) -> Article:
    _refuse_other_languages(text, name=name)
    known = metadata.over(metadata_of_lines(text))
    return Article(
        id=article_id,
        text=text,
        title=known.title or article_id,
        publisher=known.publisher,
        published=known.published,
        url=known.url,
        language=_LANGUAGE,
    )


def _refuse_other_languages(text: str, *, name: str) -> None:
    if len(text) < _ENOUGH:
        return
    from py3langid import classify

    language, _ = classify(text)
    if language != _LANGUAGE:
        raise InputError(
            f"{name}: this is not English (it looks like {language!r})",
            cure="Translate it first; rules read English.",
        )


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such article", cure="Check the path.") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", cure="Check its rights.") from error
