"""`claimstake export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claimstake.cli.store_options import store_option


@click.command("export")
@click.argument("output", required=False, metavar="[FILE]", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o", "--output", "named", metavar="FILE", type=click.Path(path_type=Path), help="The same as FILE."
)
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml"]),
    help="Format; by default that of the file's ending, and Turtle on standard output.",
)
@click.option(
    "--article", "articles", multiple=True, metavar="ID", help="Only this article; may be repeated."
)
@click.option(
    "--bulk",
    type=click.Choice(["virtuoso", "neptune", "qlever", "tdb2", "graphdb"]),
    help="Write a folder for this store's bulk loader: compressed N-Quads, manifest, command.",
)
@store_option
def command(
    output: Path | None,
    named: Path | None,
    format_name: str | None,
    articles: tuple[str, ...],
    bulk: str | None,
    store: str,
) -> None:
    """Write the graph of a store to FILE, or to standard output.

    The same graph gives the same bytes. A file that exists is replaced only by a complete one.
    """
    from claimstake.errors import UsageError
    from claimstake.exporting import export_store, records_of
    from claimstake.files import write_file
    from claimstake.serialization.formats import GraphFormat, format_of
    from claimstake.store.opening import open_store

    target = output or named
    if bulk is not None:
        from claimstake.push.bulk import BulkTarget, export_bulk

        if target is None or format_name is not None:
            raise UsageError(
                "--bulk writes a folder of its own form", cure="Name it with -o, without --format."
            )
        with open_store(store) as opened:
            export_bulk(opened, BulkTarget(bulk), target, graphs=records_of(opened, articles=articles))
        return
    to_file = target is not None and str(target) != "-"
    format = GraphFormat(format_name) if format_name else GraphFormat.TURTLE
    if target is not None and to_file and not format_name:
        format = format_of(target)
    with open_store(store) as opened:
        pieces = export_store(opened, format=format, articles=articles)
        if target is not None and to_file:
            write_file(target, pieces)
            return
        for piece in pieces:
            sys.stdout.buffer.write(piece)
