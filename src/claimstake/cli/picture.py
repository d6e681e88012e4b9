"""`claimstake picture`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimstake.cli.store_options import store_option

if TYPE_CHECKING:
    from claimstake.card.finding import Found
    from claimstake.card.model import Reading
    from claimstake.picture.network import Network
    from claimstake.store.protocol import Store

_ENDINGS = {".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot", ".svg": "svg"}


@click.command("picture")
@click.argument("thing")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to FILE.")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["mermaid", "dot", "svg"]),
    help="Format; by default that of the file's ending, and Mermaid on standard output.",
)
@click.option(
    "--depth", type=click.IntRange(1, 6), default=1, show_default=True, help="How many relations to follow."
)
@click.option("--article", metavar="ID", default="", help="Look only in this article.")
@store_option
def command(
    thing: str, output: Path | None, format_name: str | None, depth: int, article: str, store: str
) -> None:
    """Draw what claims tie to THING: the actors, agreements, constraints and resources around it.

    THING is found as `claimstake show` finds it. Of an article all is drawn, of a claim what surrounds the
    things it is about. Lines that are only hedged or denied look different from those that are stated.
    """
    from claimstake.card.finding import find
    from claimstake.errors import UsageError
    from claimstake.files import write_file
    from claimstake.picture.network import neighbourhood, network
    from claimstake.store.opening import open_store

    to_file = output is not None and str(output) != "-"
    chosen = format_name or (_ENDINGS.get(output.suffix.lower()) if output and to_file else "mermaid")
    if chosen is None:
        raise UsageError(f"The ending of {output} names no format.", cure="Add --format mermaid, dot or svg.")
    with open_store(store) as opened:
        found = find(opened, thing, article=article)
        reading, centres = _around(opened, found, article=article)
    drawn = network(reading)
    if centres:
        drawn = neighbourhood(drawn, centres, depth=depth)
    if not drawn.nodes:
        raise UsageError(
            f"No claim ties {thing!r} to another thing.", cure="Look at it with `claimstake show`."
        )
    text = _written(chosen, drawn=drawn, title=found.name, centres=centres)
    if output is not None and to_file:
        write_file(output, [text.encode()])
    else:
        click.echo(text, nl=False)


def _around(store: Store, found: Found, *, article: str) -> tuple[Reading, frozenset[str]]:
    """Read what the picture needs, and say which things stand in its middle; none for a whole article."""
    from claimstake.card.asking import ask
    from claimstake.card.finding import Sort
    from claimstake.card.groups import things_of
    from claimstake.card.reading import read_store

    if found.sort is Sort.ENTITY:
        documents = [document for (document,) in ask(store, "documents-of", thing=found.iri)]
        if article:
            documents = [document for document in documents if document.endswith(f"/document-{article}")]
        return read_store(store, documents=documents), frozenset({found.iri})
    reading = read_store(store, documents=[found.article])
    if found.sort is Sort.ARTICLE:
        return reading, frozenset()
    things = things_of(reading.claim_by_iri[found.iri])
    return reading, frozenset(thing for thing in things if thing in reading.entities)


def _written(format_name: str, *, drawn: Network, title: str, centres: frozenset[str]) -> str:
    from claimstake.picture.dot import to_dot
    from claimstake.picture.mermaid import to_mermaid
    from claimstake.picture.svg import to_svg

    if format_name == "svg":
        return to_svg(drawn, title=title, centres=centres)
    return (to_dot if format_name == "dot" else to_mermaid)(drawn, centres=centres)
