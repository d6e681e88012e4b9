"""`claimstake rules`."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("rules")
def command() -> None:
    """Try, test and check the extraction rules, and see what they do not cover."""


@command.command("try")
@click.argument("sentence")
@click.option("--model", default=None, help="spaCy model to parse with.")
def try_rules(sentence: str, model: str | None) -> None:
    """Show what the rules make of a SENTENCE: parse, mentions, clauses, and why frames did or did not fire.

    \b
    claimstake rules try "China suspended its export ban on antimony."
    """
    from claimstake.extraction.trying import explained

    for line in explained(sentence, model=model):
        click.echo(line)


@command.command("test")
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option("--model", default=None, help="spaCy model to parse with.")
def test_rules(ids: tuple[str, ...], model: str | None) -> int:
    """Run the examples of the frames: each must give its relation, each counterexample must not.

    With IDs, only the examples of those frames.
    """
    from claimstake.extraction.testing import run_examples

    results = list(run_examples(ids, model=model))
    failed = [result for result in results if not result.passed]
    for result in failed:
        click.echo(result.line)
    click.echo(f"{len(results) - len(failed)} of {len(results)} examples hold", err=True)
    return 1 if failed else 0


@command.command("lint")
def lint_rules() -> int:
    """Check the rules without running them: relations, kinds and classes that there are, examples.

    Dead frames.
    """
    from claimstake.frames.linting import faults_of_frames

    faults = list(faults_of_frames())
    for fault in faults:
        click.echo(fault)
    click.echo(f"{len(faults)} faults", err=True)
    return 1 if faults else 0


@command.command("coverage")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…", type=click.Path(path_type=Path))
@click.option(
    "--limit", "-n", type=click.IntRange(min=1), default=30, show_default=True, help="Predicates to list."
)
@click.option("--model", default=None, help="spaCy model to parse with.")
def coverage(articles: tuple[Path, ...], limit: int, model: str | None) -> None:
    """List the predicates of articles that no rule types, the most frequent first, each with a quote."""
    from claimstake.article.reading import read_articles
    from claimstake.extraction.coverage import covered

    found = (article for path in articles for article in read_articles(path))
    for line in covered(found, limit=limit, model=model):
        click.echo(line)
