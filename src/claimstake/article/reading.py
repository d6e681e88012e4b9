"""Read articles from files and folders, offline: text, Markdown, web pages, JSON Lines."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimstake.article.language import looks_english
from claimstake.article.metadata import Metadata, front_matter_of
from claimstake.article.model import Article, slug_of
from claimstake.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# An article of this many bytes would be longer than any book; what is longer is another kind of file.
LARGEST = 10_000_000
_TEXT = {".txt", ".text", ".md", ".markdown"}
_PAGE = {".html", ".htm", ".xhtml"}
_LINES = {".jsonl", ".ndjson"}
_CLAIMS_FILE = re.compile(r"(?:\s*(?:#.*|---\s*)?\n)*claimstake:\s*\d")
SUFFIXES = frozenset(_TEXT | _PAGE | _LINES)


def read_articles(
    path: Path, *, given: Metadata | None = None, on_fault: Callable[[InputError], None] | None = None
) -> Iterator[Article]:
    """Give each article of a file, or of all files of a folder, in the order of their names.

    Args:
        path: A text, Markdown, HTML or JSON Lines file, or a folder of them.
        given: What the caller knows of the article; it outweighs what the file says.
        on_fault: Called with what is wrong with an article, which is then left out. Without it, the first
            such error is raised.

    Raises:
        InputError: A file cannot be read, is empty, binary, too large, not in UTF-8 or not in English.
    """
    given = given or Metadata()
    for file in _files(path):
        try:
            if file.suffix.lower() in _LINES:
                yield from _of_lines(file, given=given, on_fault=on_fault)
            else:
                yield _of_file(file, given=given)
        except InputError as error:
            if on_fault is None:
                raise
            on_fault(error)


def _files(path: Path) -> tuple[Path, ...]:
    if not path.is_dir():
        return (path,)
    found = tuple(
        p
        for p in sorted(path.rglob("*"))
        if p.suffix.lower() in SUFFIXES and p.is_file() and p.stem.upper() != "README"
    )
    if not found:
        raise InputError(
            f"The folder {path} holds no article.", cure=f"Articles end in {', '.join(sorted(SUFFIXES))}."
        )
    return found


def _of_file(path: Path, *, given: Metadata) -> Article:
    read = page_article if path.suffix.lower() in _PAGE else text_article
    return read(_decoded(_bytes(path), name=str(path)), name=path.stem, where=str(path), given=given)


def piped_article(content: bytes, *, given: Metadata | None = None) -> Article:
    """Make an article of what came on standard input.

    Args:
        content: Its bytes.
        given: What the caller knows of it.

    Raises:
        InputError: It is empty, binary, too large, not in UTF-8, not in English, or a claims file.
    """
    where = "standard input"
    if len(content) > LARGEST:
        raise _too_large(where)
    text = _decoded(content, name=where)
    if _CLAIMS_FILE.match(text):
        raise InputError(
            "Standard input is a claims file, whose article is not with it.",
            cure="Save it beside its article, and name it.",
        )
    return text_article(text, name="article", where=where, given=given or Metadata())


def text_article(text: str, *, name: str, where: str, given: Metadata) -> Article:
    """Make an article of text, with or without YAML front matter.

    Args:
        text: The text; Markdown is read as it stands.
        name: Name for an article that has no title of its own.
        where: What to call it in messages.
        given: What the caller knows of it.

    Raises:
        InputError: It is empty or not in English.
    """
    found, body = front_matter_of(text, where=where)
    _refuse_unreadable(body, where=where)
    title = next(line.strip().lstrip("# ") for line in body.splitlines() if line.strip())
    metadata = given.over(found).over(Metadata(title=title))
    return _article(body, metadata, name=name)


def page_article(page: str, *, name: str, where: str, given: Metadata) -> Article:
    """Make an article of a web page: its main text, and the title, publisher and date that it gives.

    Args:
        page: The HTML.
        name: Name for an article that has no title.
        where: What to call it in messages.
        given: What the caller knows of it.

    Raises:
        InputError: No article is found in it, or not one in English.
    """
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        page, include_comments=False, include_tables=False, favor_precision=True, with_metadata=True
    )
    if found is None or not (found.text or "").strip():
        raise InputError(
            f"{where} holds no article that can be told from its menus.",
            cure="Save the article as text and read that.",
        )
    text: str = found.text
    title = (found.title or "").strip()
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    _refuse_unreadable(text, where=where)
    metadata = Metadata(
        title=title or None,
        publisher=found.sitename,
        published=found.date,
        url=found.url,
        language=found.language,
    )
    return _article(text, given.over(metadata), name=name)


def _of_lines(
    path: Path, *, given: Metadata, on_fault: Callable[[InputError], None] | None
) -> Iterator[Article]:
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    yield _of_record(line, path=path, number=number, given=given)
                except InputError as error:
                    if on_fault is None:
                        raise
                    on_fault(error)
    except OSError as error:
        raise _unreadable(path, error) from error


def _of_record(line: bytes, *, path: Path, number: int, given: Metadata) -> Article:
    where = f"{path}, line {number}"
    if len(line) > LARGEST:
        raise _too_large(where)
    try:
        record = json.loads(_decoded(line, name=where))
    except json.JSONDecodeError as error:
        raise InputError(
            f"{where} is not JSON: {error.msg}.", cure="Write one JSON object a line."
        ) from error
    if not isinstance(record, dict) or not isinstance(
        _first(record, ("text", "body", "content", "html")), str
    ):
        raise InputError(
            f"{where} has no text.", cure='Give each line a "text" or "html", and "title", "date", "url".'
        )
    metadata = given.over(
        Metadata(
            title=_first(record, ("title", "headline")),
            publisher=_first(record, ("publisher", "source", "sitename")),
            published=_first(record, ("published", "date", "date_published")),
            url=_first(record, ("url", "link")),
            id=_first(record, ("id", "slug")),
        ).checked(where=where)
    )
    name = f"{path.stem}-{number}"
    text = _first(record, ("text", "body", "content"))
    if text is None:
        return page_article(str(record["html"]), name=name, where=where, given=metadata)
    if metadata.title and not text.lstrip().startswith(metadata.title):
        text = f"{metadata.title}\n\n{text}"
    return text_article(text, name=name, where=where, given=metadata)


def _first(record: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    return next((str(record[key]) for key in keys if record.get(key)), None)


def _article(text: str, metadata: Metadata, *, name: str) -> Article:
    title = metadata.title or name
    article = Article(
        id=metadata.id or slug_of(title) or slug_of(name) or "article",
        text=text,
        title=title,
        publisher=metadata.publisher,
        published=metadata.published,
        url=metadata.url,
    )
    return _with_dateline(article)


def _with_dateline(article: Article) -> Article:
    """Take the publisher and the day from the dateline, where nothing else gives them."""
    from claimstake.blocks import layout_of
    from claimstake.times import find_times

    dateline = layout_of(article.text, title=article.title).dateline
    if dateline is None:
        return article
    published = article.published
    if published is None and dateline.date is not None:
        found = find_times(dateline.date, None)
        published = found[0].edtf if found else None
    return replace(
        article,
        publisher=article.publisher or dateline.agency,
        published=published or _printed_day(article.text),
        dateline=dateline.words,
    )


def _printed_day(text: str) -> str | None:
    """Give the day that stands on a line of its own, such as `17/01/2026`; none if it could be two days."""
    for line in text.splitlines():
        match = re.fullmatch(r"\s*(\d{1,2})[./](\d{1,2})[./](\d{4})\s*", line)
        if match is None:
            continue
        first, second = int(match[1]), int(match[2])
        day, month = (second, first) if second > 12 else (first, second)
        if (first > 12 or second > 12 or first == second) and 1 <= month <= 12 and 1 <= day <= 31:
            return f"{match[3]}-{month:02}-{day:02}"
    return None


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large(str(path))
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(
        f"{path} cannot be read: {error.strerror}.", cure="Name an article, or a folder of articles."
    )


def _too_large(where: str) -> InputError:
    return InputError(
        f"{where} is larger than {LARGEST // 1_000_000} MB.",
        cure="Name single articles, or a JSON Lines file with one a line.",
    )


def _decoded(content: bytes, *, name: str) -> str:
    """Decode an article; its byte order mark, if any, says how, and goes.

    Raises:
        InputError: The content is binary or in no Unicode encoding.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content[:8192]:
        raise InputError(f"{name} is not text.", cure="Save the article as text, Markdown or HTML.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} is not in UTF-8: byte {error.start} is 0x{content[error.start]:02x}.",
            cure=f"Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 {_file_of(name)} > article.txt",
        ) from error


def _file_of(name: str) -> str:
    return "old.txt" if name == "standard input" else Path(name).name


def _refuse_unreadable(text: str, *, where: str) -> None:
    if not text.strip():
        raise InputError(f"{where} is empty.", cure="Name a file with an article in it.")
    if not looks_english(text):
        raise InputError(
            f"{where} does not look like English.", cure="The rules read English only: translate it first."
        )
