"""`claimstake evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from claimstake.evaluation import Report


@click.command("evaluate")
@click.argument(
    "gold", nargs=-1, required=True, metavar="GOLD…", type=click.Path(path_type=Path, exists=True)
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--kinds/--no-kinds", default=True, help="Show the scores of each kind of claim.")
@click.option(
    "--errors", is_flag=True, help="List what was missed, and what was found and is not in the gold."
)
@click.option(
    "--floors", type=click.Path(path_type=Path, exists=True), help="YAML file of floors; exit 1 below one."
)
@click.option("--part", help="Name of the part whose floors count; the last folder of GOLD by default.")
@click.option("--model", default=None, help="spaCy model to parse with.")
def command(
    gold: tuple[Path, ...],
    as_json: bool,
    kinds: bool,
    errors: bool,
    floors: Path | None,
    part: str | None,
    model: str | None,
) -> int:
    """Score extracted claims against claims made by hand.

    GOLD is a folder with folders that hold article.txt and gold.jsonl or a reviewed claims.yaml, or a YAML
    file of briefs: texts with facts marked by their words, which get core scores only.

    \b
    core     relation, subject, objects and amount agree
    strict   and stance, certainty, modality, kind of source, kind, comparator and outcome
    main     strict, of the facts of tier A alone
    flagship core, of estimates, verification, agreements and money

    Precision counts facts of every tier as right; recall counts those of tiers A and B. The range after
    each is the 95 % interval.
    """
    from claimstake.evaluation import read_gold, score_passages
    from claimstake.evaluation.report import error_lines, report_json, report_lines
    from claimstake.evaluation.running import extract_passage

    passages = read_gold(gold)
    report = score_passages(passages, lambda passage: extract_passage(passage, model=model))
    if as_json:
        click.echo(report_json(report))
    else:
        for line in report_lines(report, kinds=kinds):
            click.echo(line)
    if errors:
        for line in error_lines(report, passages):
            click.echo(line)
    return _below(report, floors=floors, part=part or gold[-1].name) if floors is not None else 0


def _below(report: Report, *, floors: Path, part: str) -> int:
    from claimstake.evaluation.report import below_floors

    lines = below_floors(report, floors=floors, part=part)
    for line in lines:
        click.echo(line, err=True)
    return 1 if lines else 0
