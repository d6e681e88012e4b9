"""`claimstake show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimstake.cli.store_options import store_option

if TYPE_CHECKING:
    from rich.console import RenderableType

    from claimstake.card.finding import Found
    from claimstake.card.record import Plain
    from claimstake.store.protocol import Store


@click.command("show")
@click.argument("thing", required=False)
@click.option("--article", metavar="ID", default="", help="Look only in this article.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@store_option
def command(thing: str | None, article: str, as_json: bool, store: str) -> None:
    """Show one thing of a store: a claim with its evidence, all about a thing, or the summary of an article.

    THING is the id of a claim or an article, a label, an IRI, or a piece of text. Without it the articles are
    listed; an only article is summed up. When THING means several things they are listed, with exit code 2.
    """
    from claimstake.card.finding import Found, Sort, find
    from claimstake.card.reading import document_iris
    from claimstake.store.opening import open_store

    with open_store(store) as opened:
        documents = document_iris(opened)
        if thing is None and article:
            found: Found | None = find(opened, article, article=article)
        elif thing is None and len(documents) == 1:
            found = Found(iri=documents[0], sort=Sort.ARTICLE, name="", article=documents[0])
        else:
            found = find(opened, thing, article=article) if thing is not None else None
        drawn, record = _shown(opened, found)
    if as_json:
        import json

        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    from rich.console import Console

    Console(highlight=False, soft_wrap=False).print(drawn)


def _shown(store: Store, found: Found | None) -> tuple[RenderableType, Plain]:
    from claimstake.card import groups, record, terminal
    from claimstake.card.asking import ask
    from claimstake.card.finding import Sort
    from claimstake.card.reading import read_store
    from claimstake.card.summary import article_summary

    if found is None:
        columns = ("id", "iri", "published", "title", "claims")
        articles = [dict(zip(columns, row, strict=True)) for row in ask(store, "articles")]
        listed: list[Plain] = [dict(article) for article in articles]
        return terminal.articles_page(articles), listed
    if found.sort is Sort.ARTICLE:
        reading = read_store(store, documents=[found.iri])
        summary = article_summary(reading, reading.documents[0])
        return terminal.article_page(reading, summary), record.summary_record(reading, summary)
    if found.sort is Sort.CLAIM:
        others = {document for _, document in ask(store, "same-content", claim=found.iri)}
        reading = read_store(store, documents=sorted({found.article, *others}))
        claim = reading.claim_by_iri[found.iri]
        return terminal.claim_card(reading, claim), record.claim_record(reading, claim)
    reading = read_store(store, documents=[d for (d,) in ask(store, "documents-of", thing=found.iri)])
    page = groups.entity_page(reading, reading.entities[found.iri])
    return terminal.entity_page(reading, page), record.entity_record(reading, page)
