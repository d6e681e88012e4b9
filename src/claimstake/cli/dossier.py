"""`claimstake dossier`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claimstake.cli.store_options import store_option


@click.command("dossier")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, allow_dash=True),
    default=Path("dossier.html"),
    show_default=True,
    help="Where to write the page; - for standard output.",
)
@click.option(
    "--article", "articles", multiple=True, metavar="ID", help="Only this article; may be repeated."
)
@click.option("--title", metavar="TEXT", default="", help="What the page is called.")
@click.option(
    "--queries",
    "folders",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A folder with questions of your own, to be answered too; may be repeated.",
)
@store_option
def command(
    output: Path, articles: tuple[str, ...], title: str, folders: tuple[Path, ...], store: str
) -> None:
    """Write one HTML file that shows what a store holds.

    It has the article with its claims marked, a table of claims, the graph of actors, agreements, constraints
    and resources, a timeline, the amounts, the constraints by kind, the answers to the stored questions, and
    what was not understood. It needs no network, and can be sent as it is.
    """
    from claimstake.card.reading import document_iris
    from claimstake.dossier.page import dossier
    from claimstake.files import write_file
    from claimstake.store.articles import require_articles
    from claimstake.store.opening import open_store
    from claimstake.vocab import ID

    with open_store(store) as opened:
        documents: list[str] | None = None
        if articles:
            documents = [f"{ID}document-{article}" for article in articles]
            require_articles(articles, documents=document_iris(opened), location=opened.location)
        page = dossier(opened, documents=documents, folders=folders, title=title).encode()
    if str(output) == "-":
        sys.stdout.buffer.write(page)
        return
    write_file(output, [page])
    click.echo(f"Wrote {output} ({len(page) / 1000:,.0f} kB). Open it in a browser.", err=True)
