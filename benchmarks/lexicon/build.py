"""Write data/lexicon/*.ttl from the tables beside this script and the names of ISO 3166.

Run it after changing a table: `python benchmarks/lexicon/build.py`. Needs pycountry, which the package itself
does not.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pycountry

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "data" / "lexicon"
HEAD = """\
@prefix id: <https://w3id.org/claimstake/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix stake: <https://w3id.org/claimstake/ontology#> .
@prefix stakev: <https://w3id.org/claimstake/vocab#> .

# {title} Written by benchmarks/lexicon/build.py: change its tables, not this file.
"""
# Capitals that are more often the place than the government, or share the name of their state.
NOT_METONYMS = {
    "Washington, D.C.",
    "San Jose",
    "Georgetown",
    "Victoria",
    "Kingston",
    "Santiago",
    "La Paz",
    "Lima",
}

# Other names of commodities that mean the same thing; all others are ores, products or units of account.
SYNONYMS = {
    "3TG", "LREE", "HREE", "HREEs", "MHP", "NdPr", "PGE", "PGEs", "PGM", "PGMs", "REE", "REEs",
    "aluminum",
    "baryte", "barytes", "cesium", "columbium", "critical raw materials", "critical mineral", "diamond",
    "fluorite",
    "gems", "heavy rare earth elements", "light rare earth elements", "met coal", "metallurgical coal",
    "moly",
    "platinum-group metals", "rare earth", "rare earth elements", "rare earth metals", "rare earth minerals",
    "rare-earth", "rare-earth elements", "rare-earth minerals", "rare-earths", "strategic minerals", "sulfur",
    "wolfram",
}  # fmt: skip


def rows(name: str) -> Iterator[list[str]]:
    """Give the fields of each line of a table that is not a remark."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [field.strip() for field in line.split("|")]


def literals(names: list[str]) -> str:
    """Write names as the object list of a Turtle statement."""
    unique = sorted(dict.fromkeys(name for name in names if name))
    return ", ".join(f'"{name}"@en' for name in unique)


def entry(iri: str, *, types: str, label: str, more: list[tuple[str, str]]) -> str:
    """Write one entry."""
    lines = [f"{iri} a {types}", f'    rdfs:label "{label}"@en']
    lines += [f"    {term} {objects}" for term, objects in more if objects]
    return " ;\n".join(lines) + " .\n"


def split(field: str) -> list[str]:
    """Split a field of several names."""
    return [name.strip() for name in field.split(",") if name.strip()]


def states() -> Iterator[str]:
    """Write each state with its names and adjectives.

    And its government with the capital that stands for it.
    """
    for code, label, adjectives, capital, others in rows("countries.txt"):
        known = pycountry.countries.get(alpha_2=code)
        official = (
            [known.name, getattr(known, "official_name", ""), getattr(known, "common_name", "")]
            if known
            else []
        )
        names = [name for name in [*split(others), *official] if name and name != label and "," not in name]
        yield entry(
            f"id:state-{code}",
            types="stake:State, stake:Agent",
            label=label,
            more=[
                ("skos:altLabel", literals(names)),
                ("skos:hiddenLabel", literals(split(adjectives))),
                ("skos:notation", f'"{code}"'),
            ],
        )
        article = "the " if label.split()[0] in {"United", "Netherlands", "Philippines", "Democratic"} else ""
        metonym = [] if capital in NOT_METONYMS else split(capital)
        yield entry(
            f"id:government-{code}",
            types="stake:Government, stake:Organization, stake:Agent",
            label=f"Government of {article}{label}",
            more=[("skos:altLabel", literals(metonym)), ("stake:actsFor", f"id:state-{code}")],
        )


def commodities() -> Iterator[str]:
    """Write each commodity; the words for its ores and products are found in text, but are no names of it."""
    for key, label, others in rows("commodities.txt"):
        yield entry(
            f"id:commodity-{key}",
            types="stake:Commodity, stake:Resource",
            label=label,
            more=[
                ("skos:altLabel", literals([name for name in split(others) if name in SYNONYMS])),
                ("skos:hiddenLabel", literals([name for name in split(others) if name not in SYNONYMS])),
            ],
        )


def organizations() -> Iterator[str]:
    """Write each agency and company."""
    for key, label, others, kind, state in rows("organizations.txt"):
        kinds = "stake:Government, stake:Organization" if kind == "g" else "stake:Organization"
        more = [("skos:altLabel", literals(split(others)))]
        if kind == "g" and state:
            more.append(("stake:actsFor", f"id:state-{state}"))
        yield entry(f"id:organization-{key}", types=f"{kinds}, stake:Agent", label=label, more=more)


def main() -> None:
    """Write the files."""
    files = {
        "states.ttl": ("States and their governments.", states()),
        "commodities.ttl": ("Mineral raw materials, with their ores and products.", commodities()),
        "organizations.ttl": ("Agencies and large companies of the field.", organizations()),
    }
    for name, (title, entries) in files.items():
        text = HEAD.format(title=title) + "\n" + "\n".join(entries)
        (TARGET / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
