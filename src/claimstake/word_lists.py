"""Read the lists of words and patterns that lie in data/rules, one file for each kind of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimstake.assets import DATA
from claimstake.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

RULES = DATA / "rules"


def read_lists(name: str, wanted: Iterable[str], *, folder: Path = RULES) -> Mapping[str, Any]:
    """Read a file of lists, as it is: an empty list would quietly turn a rule off, so none may be.

    Args:
        name: The name of the file, without its ending.
        wanted: The lists that it has to have; it may have others.
        folder: Where it lies.

    Raises:
        InputError: If a wanted list is missing or empty.
    """
    import yaml

    path = folder / f"{name}.yaml"
    lists: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    missing = [key for key in wanted if not lists.get(key)]
    if missing:
        raise InputError(f"{path.name} has no {', '.join(missing)}.", cure="Install the package again.")
    return lists


def word_sets(lists: Mapping[str, Any], names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Give some of the lists as sets of words.

    Args:
        lists: What `read_lists` gave.
        names: The lists to take.
    """
    return {name: frozenset(lists[name]) for name in names}
