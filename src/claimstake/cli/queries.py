"""`claimstake queries`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimstake.cli.completion import complete_name
from claimstake.cli.query_options import queries_option
from claimstake.cli.store_options import store_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimstake.query.catalogue import StoredQuery
    from claimstake.query.parameters import Parameter


class _QueriesGroup(click.Group):
    """A group that takes the name of a query for `show` and that name."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None:
            return super().resolve_command(ctx, ["show", *args])
        return super().resolve_command(ctx, args)


@click.group("queries", cls=_QueriesGroup, invoke_without_command=True)
@click.option("--tag", metavar="TAG", help="Only questions with this tag, such as verification.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@queries_option
@click.pass_context
def command(ctx: click.Context, tag: str | None, as_json: bool, folders: tuple[Path, ...]) -> None:
    """List the stored questions; with a NAME, tell all about one.

    \b
    claimstake queries                     all questions
    claimstake queries --tag main          the first to ask
    claimstake queries amounts-at-least    one, with its parameters, columns and text
    """
    if ctx.invoked_subcommand is not None:
        return
    from claimstake.query.catalogue import all_queries

    found = [query for query in all_queries(folders=folders) if tag is None or tag in query.header.tags]
    if as_json:
        click.echo(json.dumps([described(query) for query in found], indent=2, ensure_ascii=False))
        return
    width = max((len(query.name) for query in found), default=0)
    for query in found:
        click.echo(f"{query.name:<{width}}  {query.header.summary}")
    if not found:
        click.echo(f"No question has the tag {tag!r}.", err=True)


@command.command("show")
@click.argument("name", shell_complete=complete_name)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@queries_option
def show(name: str, as_json: bool, folders: tuple[Path, ...]) -> None:
    """Tell all about the question NAME: what it asks, takes and gives, and its SPARQL."""
    from claimstake.query.catalogue import find_query

    query = find_query(name, folders=folders)
    if as_json:
        click.echo(json.dumps(described(query), indent=2, ensure_ascii=False))
        return
    click.echo(f"{query.header.summary}\n")
    click.echo(click.wrap_text(query.header.description, width=100))
    _listed("Parameters", [(_signature(parameter), parameter.help) for parameter in query.parameters])
    _listed("Columns", [(column.name, _unit(column.help, column.unit)) for column in query.header.columns])
    click.echo(f"\nExample:\n  claimstake ask {query.name} {query.header.example}".rstrip())
    click.echo(f"\n{query.text.strip()}")


@command.command("lint")
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=complete_name)
@queries_option
def lint(names: tuple[str, ...], folders: tuple[Path, ...]) -> int:
    """Check questions: that they are safe, run on every engine and give the same rows each time.

    With --queries, those of the folder are checked; without it, the shipped ones. Exit code 1 means that
    something was found.
    """
    from claimstake.query.lint import lint as faults_of

    found = [f"{query.name}: {fault}" for query in _chosen(names, folders) for fault in faults_of(query)]
    for line in found:
        click.echo(line)
    click.echo(f"{len(found)} fault{'' if len(found) == 1 else 's'}" if found else "nothing wrong", err=True)
    return 1 if found else 0


@command.command("test")
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=complete_name)
@click.option(
    "--expected",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    required=True,
    help='A folder with NAME.json: [{"params": {}, "columns": ["claim"], "rows": [["F26"]]}].',
)
@queries_option
@store_option
def test(names: tuple[str, ...], expected: Path, folders: tuple[Path, ...], store: str) -> int:
    """Compare the rows of questions with the rows that are expected of them, in a store.

    Questions without a file of expectations are named. Exit code 1 means that rows differ.
    """
    from claimstake.answer.expectations import differences, read_expectations
    from claimstake.store.opening import open_store

    wrong = right = 0
    with open_store(store) as opened:
        for query in _chosen(names, folders):
            path = expected / f"{query.name}.json"
            if not path.is_file():
                click.echo(f"{query.name}: nothing expected", err=True)
                continue
            for case in read_expectations(path):
                found = differences(case, query, opened)
                wrong, right = wrong + bool(found), right + (not found)
                for line in found:
                    click.echo(f"{query.name} {json.dumps(dict(case.values), ensure_ascii=False)}: {line}")
    click.echo(f"{right} as expected, {wrong} not", err=True)
    return 1 if wrong else 0


@command.command("export")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to this file.")
@click.option("--target", metavar="URL", default="", help="The endpoint that the questions are meant for.")
@queries_option
def export(output: Path | None, target: str, folders: tuple[Path, ...]) -> None:
    """Write the questions as Turtle: SHACL executables, as SIB's SPARQL examples have them."""
    from claimstake.answer.executables import catalogue_triples
    from claimstake.answer.formats import AnswerFormat
    from claimstake.answer.writing import write_answer
    from claimstake.query.catalogue import all_queries
    from claimstake.store.results import Triples

    triples = Triples(triples=catalogue_triples(all_queries(folders=folders), target=target))
    _put("".join(write_answer(triples, format=AnswerFormat.TURTLE)), output)


@command.command("page")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to this file.")
def page(output: Path | None) -> None:
    """Write the page of the shipped questions, with their answers on the shipped articles, as Markdown."""
    from claimstake.answer.catalogue_page import catalogue_page
    from claimstake.assets import DATA
    from claimstake.loading import load_articles
    from claimstake.query.catalogue import all_queries
    from claimstake.store.opening import open_store

    with open_store("memory:", read_only=False) as opened:
        load_articles(opened, sorted(path.parent for path in (DATA / "articles").glob("*/claims.yaml")))
        _put("".join(catalogue_page(all_queries(), opened)), output)


@command.command("headers", hidden=True)
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to this file.")
def headers(output: Path | None) -> None:
    """Write the headers of the shipped questions as JSON, from which they are read faster."""
    from claimstake.query.compiled import compiled_headers

    _put(compiled_headers(), output)


def described(query: StoredQuery) -> dict[str, object]:
    """Describe a stored query in plain values."""
    header = query.header
    return {
        "name": query.name,
        "summary": header.summary,
        "description": header.description,
        "tags": list(header.tags),
        "parameters": [
            {
                "name": parameter.name,
                "type": str(parameter.type),
                "required": parameter.required,
                "many": parameter.many,
                "of": parameter.of,
                "choices": list(parameter.choices),
                "default": parameter.default,
                "help": parameter.help,
            }
            for parameter in query.parameters
        ],
        "columns": [{"name": c.name, "help": c.help, "unit": c.unit} for c in header.columns],
        "severity": str(header.severity) if header.severity else None,
        "example": f"claimstake ask {query.name} {header.example}".rstrip(),
        "sparql": query.text.strip(),
    }


def _chosen(names: tuple[str, ...], folders: tuple[Path, ...]) -> Iterable[StoredQuery]:
    from claimstake.query.catalogue import ENDING, all_queries, find_query, read_query

    if names:
        return [find_query(name, folders=folders) for name in names]
    if folders:
        return [read_query(path) for folder in folders for path in sorted(folder.glob(f"*{ENDING}"))]
    return all_queries()


def _listed(heading: str, entries: list[tuple[str, str]]) -> None:
    if not entries:
        return
    click.echo(f"\n{heading}:")
    width = max(len(name) for name, _ in entries)
    for name, help_text in entries:
        click.echo(f"  {name:<{width}}  {help_text}".rstrip())


def _signature(parameter: Parameter) -> str:
    kind = "|".join(parameter.choices) or str(parameter.type)
    return (
        f"{parameter.name}={kind}{' (required)' if parameter.required else ''}{'…' if parameter.many else ''}"
    )


def _unit(help_text: str, unit: str) -> str:
    return f"{help_text} In {unit}." if unit else help_text


def _put(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    from claimstake.files import write_file

    write_file(output, [text.encode()])
