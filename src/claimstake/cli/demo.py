"""`claimstake demo`."""

from __future__ import annotations

from pathlib import Path

import click

from claimstake.cli.store_options import store_option

QUESTION = "claims-without-verification"


@click.command("demo")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="kg.ttl",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Where to write the graph.",
)
@store_option
def command(output: Path, store: str) -> None:
    """Load the article that comes with claimstake and answer its first question.

    Loads the reviewed claims of an article on Pakistan's rare earth deal with the United States, prints which
    of its resource claims lack JORC verification, in whose words, and writes the graph as Turtle.
    """
    from claimstake.answer import ask
    from claimstake.assets import DATA
    from claimstake.card.wording import counted
    from claimstake.exporting import export_store
    from claimstake.files import write_file
    from claimstake.loading import load_articles
    from claimstake.serialization.formats import format_of
    from claimstake.store.opening import open_store

    format = format_of(output)
    with open_store(store, read_only=False) as opened:
        (loaded,) = load_articles(opened, [DATA / "articles" / "pakistan-us-rare-earth-deal"], project=True)
        write_file(output, export_store(opened, format=format))
    with open_store(store) as opened:
        answer = ask(QUESTION, store=opened, standard="JORC")
        words = {
            row.said_in: ask("evidence", store=opened, claim=str(row.said_in))[0].quote
            for row in answer
            if row.said_in
        }
    counts = f"{counted(loaded.claims, 'claim')}, {counted(loaded.triples, 'triple')}"
    click.echo(f"{loaded.article_id}: {counts} in {store}", err=True)
    click.echo("Which claims lack JORC verification?\n")
    for row in answer:
        click.echo(f"{row.claim}  {row.claimant}{f': {row.figure}' if row.figure else ''}")
        click.echo(f"     “{row.quote}”")
        click.echo(f"     {row.status}{f': {row.said_by}, {row.said_in}' if row.said_in else ''}")
        click.echo(f"     “{words[row.said_in]}”\n" if row.said_in else "")
    click.echo(f"The graph is in {output}. Go on with:", err=True)
    click.echo("  claimstake queries\n  claimstake show F26\n  claimstake dossier", err=True)
