"""Open a store from the one location that users give: a directory, `memory:` or an endpoint's URL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimstake.store.credentials import Credentials
    from claimstake.store.protocol import Store

DEFAULT_TIMEOUT = 60.0


def open_store(
    location: str,
    *,
    read_only: bool = True,
    timeout: float = DEFAULT_TIMEOUT,
    credentials: Credentials | None = None,
    on_partial: Callable[[str], None] | None = None,
) -> Store:
    """Open the store at `location`, to be closed or used in a `with` block.

    Args:
        location: A directory, `memory:`, or the URL of a SPARQL endpoint, with the kind of store in front
            where the URL does not tell it: `fuseki+http://127.0.0.1:3030/ds`.
        read_only: Whether the store is only asked; then a directory must hold a store.
        timeout: Seconds a query may take where the call does not say.
        credentials: Who the user is to an endpoint; None means who the environment or netrc says.
        on_partial: Called with what is wrong where a store answers a query only in part; None refuses that.

    Raises:
        InputError: The location is something else.
        StoreUnavailable: The store is not there, is locked or cannot be opened.
    """
    if location == "memory:":
        from claimstake.store.embedded import open_memory

        return open_memory(timeout=timeout)
    if "://" in location:
        import os

        from claimstake.store.credentials import read_credentials
        from claimstake.store.endpoint import open_endpoint

        if credentials is None:
            credentials = read_credentials(location, environment=os.environ)
        return open_endpoint(
            location,
            read_only=read_only,
            timeout=timeout,
            credentials=credentials,
            on_partial=on_partial,
        )
    from claimstake.store.embedded import open_directory

    return open_directory(Path(location), read_only=read_only, timeout=timeout)
