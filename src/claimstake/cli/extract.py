"""`claimstake extract`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimstake.article import Article
    from claimstake.article.metadata import Metadata
    from claimstake.errors import InputError
    from claimstake.extraction.corpus import NotWritten, Written


@click.command("extract")
@click.argument(
    "articles", nargs=-1, required=True, metavar="ARTICLE…", type=click.Path(path_type=Path, allow_dash=True)
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Claims file, or a folder for several articles."
)
@click.option("--title", help="Title, if the article does not give it.")
@click.option("--publisher", help="Who published it.")
@click.option("--published", metavar="EDTF", help="When it was published, such as 2026-01-17.")
@click.option("--url", help="Where it was published.")
@click.option("--id", "identifier", metavar="SLUG", help="Name of the article in file names and IRIs.")
@click.option("--model", default=None, help="spaCy model to parse with.")
@click.option(
    "--jobs", "-j", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to use."
)
@click.option(
    "--fresh", is_flag=True, help="Do not keep the decisions of a claims file that is there already."
)
def command(
    articles: tuple[Path, ...],
    output: Path | None,
    title: str | None,
    publisher: str | None,
    published: str | None,
    url: str | None,
    identifier: str | None,
    model: str | None,
    jobs: int,
    fresh: bool,
) -> None:
    """Find the claims of articles and write them as claims files to review.

    \b
    claimstake extract article.txt -o claims.yaml
    claimstake extract page.html --published 2026-01-17
    claimstake extract corpus/ -o claims/ --jobs 2
    cat article.txt | claimstake extract - > claims.yaml

    ARTICLE is text, Markdown, HTML, JSON Lines, a folder of them, or - for text on standard input. Nothing is
    fetched. Claims that the rules find are candidates; clauses that they do not understand are kept as
    statements, with the reason. Where the output exists, decisions made in it are kept: those that no longer
    fit are listed.

    A claims file needs its article's text in a file beside it. Where there is none (a page, piped text),
    the text is written there; without -o, to this folder. With several articles, one that cannot be read
    does not stop the others.
    """
    from claimstake.article.metadata import Metadata
    from claimstake.extraction.corpus import extract_corpus

    given = Metadata(title=title, publisher=publisher, published=published, url=url, id=_slug(identifier))
    given = given.checked(where="The options")
    if output is None or output.suffix in {".yaml", ".yml"}:
        found = list(_read(articles, given=given))
        _write_one(found, output=output, model=model, fresh=fresh)
    else:
        work = partial(extract_corpus, folder=output, model=model, jobs=jobs, fresh=fresh)
        _write_all(articles, given=given, work=work)


def _slug(identifier: str | None) -> str | None:
    from claimstake.article.model import slug_of
    from claimstake.errors import UsageError

    if identifier is None or slug_of(identifier) == identifier != "":
        return identifier
    better = slug_of(identifier)
    example = f", as in --id {better}" if better else ""
    raise UsageError(
        f"{identifier!r} cannot be the id of an article.",
        cure=f"Use lower-case letters and digits in words joined by hyphens{example}.",
    )


def _read(
    paths: tuple[Path, ...], *, given: Metadata, on_fault: Callable[[InputError], None] | None = None
) -> Iterator[tuple[Article, Path | None]]:
    from claimstake.article.reading import piped_article, read_articles
    from claimstake.errors import InputError

    for path in paths:
        if str(path) == "-":
            yield piped_article(sys.stdin.buffer.read(), given=given), None
            continue
        try:
            for article in read_articles(path, given=given, on_fault=on_fault):
                yield article, path
        except InputError as error:
            if on_fault is None:
                raise
            on_fault(error)


def _write_one(
    articles: list[tuple[Article, Path | None]],
    *,
    output: Path | None,
    model: str | None,
    fresh: bool,
) -> None:
    from claimstake.errors import UsageError
    from claimstake.extraction.corpus import extract_to

    if len(articles) != 1:
        raise UsageError(
            f"{len(articles)} articles do not go in one claims file.", cure="Name a folder: -o claims/"
        )
    article, source = articles[0]
    written = extract_to(article, source=source, target=output, model=model, fresh=fresh)
    if output is None:
        click.echo(written.text, nl=False)
    for line in written.report:
        click.echo(line, err=True)


def _write_all(
    paths: tuple[Path, ...],
    *,
    given: Metadata,
    work: Callable[[Iterator[tuple[Article, Path | None]]], Iterator[Written | NotWritten]],
) -> None:
    from claimstake.errors import FaultsFound, InputError
    from claimstake.extraction.corpus import Written

    failed: list[InputError] = []
    found = _distinct(_read(paths, given=given, on_fault=failed.append), failed)
    written = 0
    for result in work(found):
        if not isinstance(result, Written):
            failed.append(InputError(f"{result.article_id}: {result.reason}"))
            continue
        written += 1
        for line in result.report:
            click.echo(line, err=True)
    if len(failed) == 1 and not written:
        raise failed[0]
    if failed:
        articles = f"{len(failed)} article{'' if len(failed) == 1 else 's'}"
        problem = f"{articles} {'was' if len(failed) == 1 else 'were'} not extracted; {written} were"
        raise FaultsFound(problem, faults=[str(error) for error in failed])


def _distinct(
    found: Iterator[tuple[Article, Path | None]], failed: list[InputError]
) -> Iterator[tuple[Article, Path | None]]:
    """Leave out an article that comes a second time, and one whose claims file would replace another's."""
    from claimstake.errors import InputError

    seen: dict[str, str] = {}
    for article, path in found:
        if seen.get(article.id) == article.sha256:
            continue
        if article.id in seen:
            failed.append(
                InputError(
                    f"{path}: another article has the id {article.id}, too.",
                    cure="Give one of them a title or an id of its own.",
                )
            )
            continue
        seen[article.id] = article.sha256
        yield article, path
