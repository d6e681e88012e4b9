"""`claimstake verify`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimstake.cli.store_options import store_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimstake.reasoning.findings import Finding


@click.command("verify")
@click.argument("articles", nargs=-1, metavar="[ARTICLE…]")
@click.option(
    "--reason",
    is_flag=True,
    help="Also reason: write what follows from the claims into graphs of its own, and ask HermiT (with Java) "
    "or owlrl whether they can all be true. Takes seconds an article.",
)
@click.option(
    "--queries",
    "folders",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder of stored queries of your own, whose checks run too. Can be given again.",
)
@click.option("--json", "as_json", is_flag=True, help="Write the findings as JSON.")
@store_option
def command(
    articles: tuple[str, ...], reason: bool, folders: tuple[Path, ...], as_json: bool, store: str
) -> int:
    """Check that a store's graph is sound.

    Runs the stored queries tagged `check`, the SHACL shapes, and the comparison of every quote with its
    article. ARTICLE is the id of an article; without one, all are checked.

    Each finding is one line: severity, check, thing, problem. Exit code 0 means that nothing is wrong, 1 that
    something is.
    """
    from claimstake.card.wording import counted
    from claimstake.reasoning.inference import infer
    from claimstake.reasoning.verifying import logic_findings, verify
    from claimstake.store.opening import open_store

    with open_store(store, read_only=not reason) as opened:
        verdict = verify(opened, articles=articles, folders=folders)
        findings = list(verdict.findings)
        if reason:
            for slug in infer(opened):
                click.echo(f"{slug}: wrote what follows from its claims", err=True)
            findings += logic_findings(opened, articles=articles, report=_report)
    _write(findings, as_json=as_json)
    said = counted(len(findings), "finding") if findings else "nothing wrong"
    checked = f"{counted(len(verdict.articles), 'article')}, {counted(len(verdict.checks), 'stored check')}"
    click.echo(f"{checked}: {said}", err=True)
    return 0 if all(finding.severity == "info" for finding in findings) else 1


def _report(slug: str) -> None:
    from claimstake.reasoning.hermit import has_java

    reasoner = "HermiT" if has_java() else "owlrl, for want of Java"
    click.echo(f"{slug}: reasoning with {reasoner}", err=True)


def _write(findings: Iterable[Finding], *, as_json: bool) -> None:
    from claimstake.iris import compact

    if as_json:
        import json
        from dataclasses import asdict

        click.echo(json.dumps([asdict(finding) for finding in findings], indent=2, ensure_ascii=False))
        return
    for found in findings:
        click.echo(f"{found.severity}\t{found.check}\t{compact(found.thing)}\t{found.problem}")
