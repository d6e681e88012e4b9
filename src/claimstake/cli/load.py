"""`claimstake load`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimstake.cli.store_options import store_option

if TYPE_CHECKING:
    from claimstake.loading import Loaded


@click.command("load")
@click.argument(
    "articles", nargs=-1, required=True, metavar="ARTICLE…", type=click.Path(path_type=Path, allow_dash=True)
)
@click.option(
    "--project", is_flag=True, help="Also write plain triples for claims that are stated as certain."
)
@store_option
def command(articles: tuple[Path, ...], project: bool, store: str) -> None:  # a flag
    """Load articles into a store.

    ARTICLE is a claims file, an article (text, Markdown, HTML, JSON Lines), whose claims are extracted unless
    its claims.yaml lies beside it, a folder of either, or - for an article on standard input. One that cannot
    be read does not stop the others.

    Each article is loaded whole or not at all. Loading it again changes nothing; loading it changed replaces
    it. A claims file with faults is refused with all of them, and the store stays as it was.
    """
    from claimstake.loading import load_articles
    from claimstake.store.opening import open_store

    with open_store(store, read_only=False) as opened:
        load_articles(opened, articles, project=project, report=_report)


def _report(loaded: Loaded) -> None:
    from claimstake.card.wording import counted

    claims = f"{counted(loaded.claims, 'claim')}, {loaded.reviewed} of them reviewed"
    counts = f"{claims}, {counted(loaded.triples, 'triple')}"
    click.echo(f"{loaded.article_id}: {loaded.effect}, {counts}", err=True)
