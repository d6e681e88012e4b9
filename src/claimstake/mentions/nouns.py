"""The class of thing that a common noun names, from data/rules/nouns.yaml."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimstake.assets import DATA
from claimstake.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def noun_classes() -> Mapping[str, str]:
    """Map each noun, also of two words and in the plural, to its class; the first class that lists it counts.

    Raises:
        InputError: If the list is empty.
    """
    import yaml

    path = DATA / "rules" / "nouns.yaml"
    found: dict[str, str] = {}
    for name, nouns in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for noun in nouns:
            found.setdefault(str(noun), name)
    if not found:
        raise InputError(f"{path.name} lists no nouns.", cure="Install the package again.")
    return MappingProxyType(found)


def class_of(noun: str, *, before: str = "") -> str | None:
    """Give the class of a noun, in the light of the word before it: `supply chain`, `joint venture`."""
    classes = noun_classes()
    text, pair = noun.lower(), f"{before} {noun}".strip().lower()
    for form in (pair, text, _singular(text)):
        if form in classes:
            return classes[form]
    return "AgentGroup" if _PEOPLE.search(text) and text not in classes else None


# Voters, processors, activists, technicians: people, or bodies of people, in the plural.
_PEOPLE = re.compile(r"[a-z]{3,}(?:ers|ors|ists|ians|men|women)$")


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "sses", "xes")):
        return noun[:-2]
    return noun.removesuffix("s")
