"""Extract many articles, in several processes, each into a claims file of its own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimstake.claims.writer import write_claims
from claimstake.extraction.pipeline import extract_claims
from claimstake.extraction.review import with_decisions
from claimstake.files import write_file
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
        target: Claims file to write; none to write nothing.
        model: Name of the spaCy model.
        fresh: Whether to leave the decisions of a file that is there.

    Raises:
        InputError: A file cannot be written, or the one that is there cannot be read.
    """
    file = extract_claims(article, model=model or MODEL)
    report: list[str] = []
    name = f"{article.id}.txt"
    if target is not None:
        verbatim = source is not None and source.is_file() and source.read_bytes() == article.text.encode()
        if source is not None and verbatim:
            name = Path(os.path.relpath(source, target.parent)).as_posix()
        else:
            write_file(target.parent / name, [article.text.encode()])
        if target.exists() and not fresh:
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
) -> Iterator[Written]:
    """Extract articles into `folder/<id>/claims.yaml`, and give each as it is done, in their order.

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
) -> Written:
    article, source = item
    target = folder / article.id / "claims.yaml"
    target.parent.mkdir(parents=True, exist_ok=True)
    return extract_to(article, source=source, target=target, model=model, fresh=fresh)
