"""The command `claimstake`: what there is, and what happens when something goes wrong.

Commands are imported when they are called, so that asking a question loads no language model and `--help` no
store.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from claimstake.errors import ClaimstakeError

if TYPE_CHECKING:
    from collections.abc import Sequence

# Name of each command, which is that of its module, and what the overview says of it.
COMMANDS = {
    "demo": "Load the article that comes with claimstake and answer its first question.",
    "load": "Load articles or claims files into a store.",
    "extract": "Find the claims of an article and write them as a claims file to review.",
    "ask": "Answer a stored question.",
    "queries": "List, show and check the stored questions.",
    "query": "Answer a SPARQL query of your own.",
    "show": "Show a claim, an actor, a resource, an agreement, a constraint or an article.",
    "dossier": "Write a page with the article, its claims, pictures and answers.",
    "picture": "Draw what surrounds a thing, as Mermaid, DOT or SVG.",
    "export": "Write the graph as Turtle, TriG, N-Quads, N-Triples, JSON-LD or RDF/XML.",
    "push": "Copy the graph to another triple store, and see that it arrived.",
    "verify": "Check that the store's graph is sound.",
    "rules": "Try, test and check the extraction rules.",
    "evaluate": "Score extracted claims against a gold standard.",
    "serve": "Serve the store on this machine: dossier, query page and SPARQL endpoint.",
}


class _LazyGroup(click.Group):
    """A group that imports a command's module only to run it or to show its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"claimstake.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, n=1)
            hint = f"Did you mean {close[0]!r}?" if close else "See claimstake --help for what there is."
            ctx.fail(f"There is no command {args[0]!r}. {hint}")


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"claimstake {version('claimstake')}")
        ctx.exit()


@click.command(
    cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version.",
)
def cli() -> None:
    """Turn news about mineral deals into a graph in which every claim leads back to its words.

    \b
    claimstake demo                                      the first answer
    claimstake load article.txt                          read an article into ./claimstake-store
    claimstake ask claims-without-verification standard=JORC
    claimstake show F26                                  one claim, with its evidence
    claimstake export kg.ttl                             the graph, for any triple store

    \b
    Exit codes: 0 done, 1 a check found something, 2 wrong usage, 3 bad input or query, 4 store
    unreachable, locked or too slow, 5 refused by its authentication, 6 loaded but not verified,
    7 answered only in part, 130 interrupted.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit code; whatever goes wrong is one message on standard error."""
    try:
        code = cli.main(arguments, prog_name="claimstake", standalone_mode=False)
    except click.exceptions.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ClaimstakeError as error:
        click.echo(f"Error: {error}" if not hasattr(error, "faults") else str(error), err=True)
        return error.exit_code
    except KeyboardInterrupt:
        click.echo("Interrupted.", err=True)
        return 130
    except SystemExit as ended:
        # So click ends when the reader went away, as `head` does, and when it completed a word for the shell.
        return 0 if "_CLAIMSTAKE_COMPLETE" not in os.environ else int(ended.code or 0)
    except BrokenPipeError:
        # Python would complain once more when it closes the output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0


def main() -> None:
    """Run the command line of this process."""
    sys.exit(run())
