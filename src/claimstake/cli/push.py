"""`claimstake push`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimstake.cli.store_options import store_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimstake.push.pushing import Order
    from claimstake.push.report import GraphReport, PushReport
    from claimstake.store.remote import Remote

_KINDS = (
    "blazegraph",
    "fuseki",
    "generic",
    "graphdb",
    "neptune",
    "oxigraph",
    "qlever",
    "rdf4j",
    "stardog",
    "virtuoso",
)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("push")
@click.argument("url")
@store_option
@click.option("--article", "articles", multiple=True, metavar="ID", help="Only this article. Repeatable.")
@click.option("--replace", "mode", flag_value="replace", help="Also send graphs that are there already.")
@click.option("--append", "mode", flag_value="append", help="Add to what the graphs hold there.")
@click.option("--drop", "mode", flag_value="drop", help="Delete the graphs there, of --article or --all.")
@click.option("--all", "everything", is_flag=True, help="With --drop: delete all graphs of the manifest.")
@click.option("--resume", is_flag=True, help="Go on inside a large graph where an earlier push stopped.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--probe", is_flag=True, help="Try on a scratch graph what the store can do.")
@click.option(
    "--check",
    type=click.Choice(["hash", "count"]),
    default="hash",
    show_default=True,
    help="Show arrival by comparing every triple, or only by counting.",
)
@click.option(
    "--report", type=click.Path(dir_okay=False), metavar="FILE", help="Write a report in JSON; - for stdout."
)
@click.option("--show", is_flag=True, help="Show each request as a curl command, without secrets.")
@click.option("--kind", type=click.Choice(_KINDS), help="Kind of store; else told from the URL.")
@click.option("--update-url", metavar="URL", help="Where it takes updates, if not where its kind does.")
@click.option("--graph-store-url", metavar="URL", help="Where it speaks the Graph Store Protocol.")
@click.option("--retries", default=5, show_default=True, type=click.IntRange(0), help="Repeats of a request.")
@click.option(
    "--max-time",
    default=600.0,
    show_default=True,
    type=click.FloatRange(0.1),
    metavar="SECONDS",
    help="What one request may take, its repeats included.",
)
@click.option("--password-file", type=_FILE, metavar="FILE", help="Take the password from its first line.")
@click.option("--ca-bundle", type=_FILE, metavar="FILE", help="Trust these certificates.")
def command(
    url: str,
    store: str,
    articles: tuple[str, ...],
    mode: str | None,
    everything: bool,
    resume: bool,
    dry_run: bool,
    probe: bool,
    check: str,
    report: str | None,
    **connection: object,
) -> int:
    """Copy the graphs of --store to the triple store at URL, and show that they arrived.

    Each graph is sent beside the old one, compared with what was sent, and only then put in its place. Graphs
    that are there already are left alone, so that pushing again changes nothing.

    A name and a password come from CLAIMSTAKE_STORE_USER and CLAIMSTAKE_STORE_PASSWORD, a token from
    CLAIMSTAKE_STORE_TOKEN, else from netrc; never from the command line.
    """
    from claimstake.push.pushing import Mode, Order
    from claimstake.store.delivery import Check, Terms

    if mode == Mode.DROP and not (articles or everything):
        raise click.UsageError("--drop wants --article ID, or --all for the graphs of every article.")
    with _remote(url, **connection) as remote:  # type: ignore[arg-type]
        if probe:
            return _probe(remote, report)
        order = Order(
            mode=Mode(mode or Mode.UPDATE),
            articles=articles,
            dry_run=dry_run,
            terms=Terms(check=Check(check), resume=resume, progress=_progress()),
            told=lambda graph: _tell(graph, dry_run=dry_run),
        )
        _push(store, remote, order, report)
    return 0


def _remote(
    url: str,
    *,
    kind: str | None,
    update_url: str | None,
    graph_store_url: str | None,
    show: bool,
    retries: int,
    max_time: float,
    password_file: Path | None,
    ca_bundle: Path | None,
) -> Remote:
    from dataclasses import replace

    from claimstake.store.credentials import read_credentials
    from claimstake.store.profiles import read_location
    from claimstake.store.remote import Remote
    from claimstake.store.transport import Patience, Transport

    endpoint = read_location(url, profile=kind)
    endpoint = replace(
        endpoint,
        update_url=update_url or endpoint.update_url,
        graph_store_url=graph_store_url or endpoint.graph_store_url,
    )
    transport = Transport(
        endpoint.query_url,
        credentials=read_credentials(endpoint.query_url, environment=os.environ, password_file=password_file),
        scheme=endpoint.profile.scheme,
        patience=Patience(seconds=max_time, retries=retries),
        ca_bundle=str(ca_bundle) if ca_bundle else None,
        trace=(lambda line: click.echo(line, err=True)) if show else None,
    )
    return Remote(endpoint, transport)


def _push(store: str, remote: Remote, order: Order, report: str | None) -> None:
    from claimstake.push.pushing import Mode, PushFailed, push
    from claimstake.store.credentials import NOBODY
    from claimstake.store.opening import open_store

    try:
        if order.mode is Mode.DROP:
            done = push(None, remote, order)
        else:
            # The credentials of the environment are for the store that is pushed to.
            with open_store(store, credentials=NOBODY) as source:
                done = push(source, remote, order)
    except PushFailed as failure:
        _write(failure.report, report)
        raise failure.error from failure
    _write(done, report)
    _sum_up(done)


def _probe(remote: Remote, report: str | None) -> int:
    from claimstake.push.probe import findings_as_json, probe

    findings = probe(remote)
    for finding in findings:
        mark = "ok  " if finding.as_expected else "OTHER"
        click.echo(f"{mark:5} {finding.question}: {finding.answer}", err=True)
    if report:
        _write_text(findings_as_json(remote.location, findings), report)
    return 0 if all(finding.as_expected for finding in findings) else 1


def _progress() -> Callable[[int], None]:
    """Count triples on a terminal; say nothing elsewhere."""
    sent = 0

    def progress(count: int) -> None:
        nonlocal sent
        sent += count
        click.echo(f"\r{sent:,} triples sent", err=True, nl=False)

    return progress if sys.stderr.isatty() else lambda _: None


def _tell(graph: GraphReport, *, dry_run: bool) -> None:
    start = "\r" if sys.stderr.isatty() else ""
    count = f", {graph.content.triples:,} triples" if graph.content else ""
    click.echo(f"{start}{'would be ' if dry_run else ''}{graph.outcome}{count}: {graph.graph}", err=True)


def _sum_up(report: PushReport) -> None:
    from collections import Counter

    counts = Counter(graph.outcome.value for graph in report.graphs)
    what = ", ".join(f"{number} {outcome}" for outcome, number in sorted(counts.items())) or "no graph"
    click.echo(f"{report.store} ({report.kind}): {what}{' (dry run)' if report.dry_run else ''}", err=True)


def _write(report: PushReport, place: str | None) -> None:
    from claimstake.push.report import as_json

    if place:
        _write_text(as_json(report), place)


def _write_text(text: str, place: str) -> None:
    with click.open_file(place, "w", encoding="utf-8") as file:
        file.write(f"{text}\n")
