"""Plurals that can be verbs: the words that the small parser takes for nouns."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimstake.assets import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def plural_verbs() -> Mapping[str, str]:
    """Map plurals that can be verbs to the past tense of the verb: `exports` to `exported`."""
    import yaml

    path = DATA / "rules" / "parsing.yaml"
    lists = yaml.safe_load(path.read_text(encoding="utf-8"))
    regular = {f"{verb}s": f"{verb.removesuffix('e')}ed" for verb in lists["verbs"]}
    return MappingProxyType({**regular, **lists["past"]})


@cache
def speech_verbs() -> frozenset[str]:
    """Give the verbs of saying that can be taken for nouns, in their plain form."""
    import yaml

    path = DATA / "rules" / "parsing.yaml"
    return frozenset(yaml.safe_load(path.read_text(encoding="utf-8"))["speech"])
