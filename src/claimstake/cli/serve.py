"""`claimstake serve`."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimstake.cli.store_options import store_option

if TYPE_CHECKING:
    from types import FrameType


@click.command("serve")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="Port; 0 for any."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; others can then read the store.",
)
@store_option
def command(port: int, host: str, store: str) -> None:
    """Serve a store on this machine until interrupted: for reading only.

    The dossier is at /, a query page at /ui/, and the SPARQL endpoint at /query. Queries that would change
    data or call another service are refused. While a store is served, nothing can be loaded into it.
    """
    from claimstake.dossier.page import dossier
    from claimstake.dossier.serving import LOOPBACK, engine_on, server_for
    from claimstake.errors import UsageError
    from claimstake.store.opening import open_store

    if "://" in store or store == "memory:":
        raise UsageError(
            f"{store} is no folder; only a store in a folder can be served.",
            cure="An endpoint serves itself; write its page with `claimstake dossier`.",
        )
    signal.signal(signal.SIGTERM, _stop)
    # held open while it is served, so that nobody writes under the engine that reads
    with open_store(store) as opened:
        page = dossier(opened).encode()
        with engine_on(Path(store)) as engine:
            server = server_for(page=page, engine=engine, host=host, port=port)
            shown = f"http://{f'[{host}]' if ':' in host else host}:{server.server_address[1]}"
            click.echo(f"Dossier {shown}/  query page {shown}/ui/  endpoint {shown}/query", err=True)
            if host not in LOOPBACK:
                click.echo("Whoever reaches this address can read the store.", err=True)
            click.echo("Stop with Ctrl-C.", err=True)
            try:
                server.serve_forever()
            finally:
                server.server_close()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
