"""Extract many articles, in several processes, each into a claims file of its own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimstake.claims.writer import write_claims
from claimstake.errors import InputError
from claimstake.extraction.pipeline import extract_claims
from claimstake.extraction.review import with_decisions
from claimstake.files import make_folder, write_file
from claimstake.sentences import MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimstake.article import Article
    from claimstake.claims.schema import ClaimsFile

# Articles a process takes at a time: enough to keep it busy, few enough for even shares.
_CHUNK = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A claims file that was written.

    Args:
        text: Its content.
        report: What to tell the user, a line each.
    """

    article_id: str
    claims: int
    text: str
    report: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotWritten:
    """An article that was not extracted, and why."""

    article_id: str
    reason: str


def extract_to(
    article: Article,
    *,
    source: Path | None,
    target: Path | None,
    model: str | None = None,
    fresh: bool = False,
) -> Written:
    """Extract an article and write its claims file, and its text beside it where no file has just that text.

    Args:
        article: The article.
        source: File that it was read from.
        target: Claims file to write; none for one that is only printed, whose text is kept in this folder.
        model: Name of the spaCy model.
        fresh: Whether to leave the decisions of a file that is there.

    Raises:
        InputError: A file cannot be written, or the one that is there cannot be read.
    """
    file = extract_claims(article, model=model or MODEL)
    folder = Path() if target is None else target.parent
    name, report = _text_beside(article, source=source, folder=folder, may_replace=target is not None)
    if target is not None and target.exists() and not fresh:
        file, lines = _kept(file, article=article, target=target)
        report += lines
    file = file.model_copy(update={"article": file.article.model_copy(update={"file": name})})
    text = write_claims(file)
    untyped = sum(statement.untyped is not None for statement in file.statements)
    claims = f"{len(file.claims)} claim{'' if len(file.claims) == 1 else 's'}"
    report.insert(0, f"{article.id}: {claims}, {untyped} of {len(file.statements)} clauses untyped")
    if target is not None:
        write_file(target, [text.encode()])
    return Written(article_id=article.id, claims=len(file.claims), text=text, report=tuple(report))


def _text_beside(
    article: Article, *, source: Path | None, folder: Path, may_replace: bool
) -> tuple[str, list[str]]:
    """Give the name of the file in a folder that has just the text of an article, written if need be."""
    content = article.text.encode()
    inside = source is not None and source.is_file() and source.resolve().is_relative_to(folder.resolve())
    if source is not None and inside and source.read_bytes() == content:
        return Path(os.path.relpath(source, folder)).as_posix(), []
    beside = folder / f"{article.id}.txt"
    if may_replace:
        write_file(beside, [content])
        return beside.name, []
    if not beside.is_file():
        write_file(beside, [content])
    elif beside.read_bytes() != content:
        raise InputError(
            f"The text of the claims file belongs in {beside.name}, which is there with another text.",
            cure="Name a claims file in another folder, as in -o claims/claims.yaml, or give --id.",
        )
    return beside.name, [f"  its text is in {beside.name}: keep the claims file beside it"]


def _kept(file: ClaimsFile, *, article: Article, target: Path) -> tuple[ClaimsFile, list[str]]:
    from claimstake.claims.reader import read_claims

    old = read_claims(target).file
    reviewed = with_decisions(file, old, text=article.text)
    lines = [f"  kept {reviewed.carried} decisions of {target.name}"] if reviewed.carried else []
    lines += [
        f"  orphaned: {claim.id} ({claim.status}), {reason}: {claim.quote!r}"
        for claim, reason in reviewed.orphans
    ]
    return reviewed.file, lines


def extract_corpus(
    articles: Iterable[tuple[Article, Path | None]],
    *,
    folder: Path,
    model: str | None = None,
    jobs: int = 1,
    fresh: bool = False,
) -> Iterator[Written | NotWritten]:
    """Extract articles into `folder/<id>/claims.yaml`, and give each as it is done, in their order.

    One that cannot be written does not stop the others.

    Args:
        articles: Articles, each with the file that it was read from.
        folder: Folder to write to; it is made if it is not there.
        model: Name of the spaCy model.
        jobs: Number of processes. Each loads the model once.
        fresh: Whether to leave the decisions of files that are there.
    """
    work = partial(_extract_into, folder=folder, model=model, fresh=fresh)
    if jobs == 1:
        yield from map(work, articles)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A forked process would share what the parser's threads hold; a spawned one starts clean.
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, articles, chunksize=_CHUNK)


def _extract_into(
    item: tuple[Article, Path | None], *, folder: Path, model: str | None, fresh: bool
) -> Written | NotWritten:
    article, source = item
    target = folder / article.id / "claims.yaml"
    try:
        make_folder(target.parent)
        return extract_to(article, source=source, target=target, model=model, fresh=fresh)
    except InputError as error:
        # Told as words: an error with faults does not travel between processes.
        return NotWritten(article_id=article.id, reason=str(error))
