"""`claimstake extract`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.article import Article
    from claimstake.article.metadata import Metadata


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
    """
    from claimstake.article.metadata import Metadata

    given = Metadata(title=title, publisher=publisher, published=published, url=url, id=identifier)
    found = _read(articles, given=given.checked(where="The options"))
    single = output is None or output.suffix in {".yaml", ".yml"}
    if single:
        _write_one(found, output=output, model=model, fresh=fresh)
    elif output is not None:
        _write_all(found, folder=output, model=model, jobs=jobs, fresh=fresh)


def _read(paths: tuple[Path, ...], *, given: Metadata) -> Iterator[tuple[Article, Path | None]]:
    from claimstake.article.reading import read_articles, text_article

    for path in paths:
        if str(path) == "-":
            text = sys.stdin.buffer.read().decode("utf-8", errors="strict")
            yield text_article(text, name="article", where="standard input", given=given), None
            continue
        for article in read_articles(path, given=given):
            yield article, path


def _write_one(
    found: Iterator[tuple[Article, Path | None]], *, output: Path | None, model: str | None, fresh: bool
) -> None:
    from claimstake.errors import UsageError
    from claimstake.extraction.corpus import extract_to

    articles = list(found)
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
    found: Iterator[tuple[Article, Path | None]], *, folder: Path, model: str | None, jobs: int, fresh: bool
) -> None:
    from claimstake.extraction.corpus import extract_corpus

    for written in extract_corpus(found, folder=folder, model=model, jobs=jobs, fresh=fresh):
        for line in written.report:
            click.echo(line, err=True)
