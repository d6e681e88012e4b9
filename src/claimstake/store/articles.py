"""Refuse articles that a store does not hold, everywhere in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.errors import UsageError
from claimstake.vocab import ID

if TYPE_CHECKING:
    from collections.abc import Iterable

_LISTED = 8
_PREFIX = f"{ID}document-"


def require_articles(wanted: Iterable[str], *, documents: Iterable[str], location: str) -> None:
    """Make sure that a store holds articles.

    Args:
        wanted: Ids of the articles.
        documents: IRIs of those that it holds.
        location: Where the store is.

    Raises:
        UsageError: It does not hold one of them; the cure names those that it holds.
    """
    held = sorted(document.removeprefix(_PREFIX) for document in documents)
    missing = sorted(set(wanted) - set(held))
    if not missing:
        return
    names = " and ".join(repr(name) for name in missing[:_LISTED])
    cure = "It holds none yet: `claimstake load` puts articles there."
    if held:
        more = f" and {len(held) - _LISTED} more; `claimstake show` lists them" if len(held) > _LISTED else ""
        cure = f"It holds {', '.join(held[:_LISTED])}{more}."
    raise UsageError(f"There is no article {names} in {location}.", cure=cure)
