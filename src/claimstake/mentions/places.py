"""Names and words of places, as data/rules/places.yaml lists them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from claimstake.word_lists import read_lists, word_sets


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Words that say where things lie.

    Args:
        prepositions: What stands before the place of a thing.
        before_names: Of these, those after which any name is that of a place.
        grounds: Nouns that are places after `on`, `under` and the like.
        sites: Nouns of sites and works.
        bodies: Nouns of companies.
        public: Nouns whose `of` does not say where they are: `Ministry of`.
        names: Names of regions and towns.
    """

    prepositions: frozenset[str]
    before_names: frozenset[str]
    grounds: frozenset[str]
    sites: frozenset[str]
    bodies: frozenset[str]
    public: frozenset[str]
    names: frozenset[str]


@cache
def read_place_words() -> PlaceWords:
    """Read the words and names of places.

    Raises:
        InputError: If a list is missing or empty.
    """
    keys = [field.name for field in fields(PlaceWords)]
    data = read_lists("places", keys)
    return PlaceWords(
        names=frozenset(name for group in data["names"] for name in group),
        **word_sets(data, (key for key in keys if key != "names")),
    )
