"""Write IRIs short, with a prefix, and read them back."""

from __future__ import annotations

import re
import unicodedata

from claimstake.errors import InputError
from claimstake.vocab import GRAPH, PREFIXES

# The longest namespace first, so that a graph's name is not taken for another node of the data.
_NAMESPACES = sorted({**PREFIXES, "graph": GRAPH}.items(), key=lambda item: -len(item[1]))
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
# RFC 3987, as far as it matters for data: a scheme, and no character that could end an IRI.
_ABSOLUTE = re.compile(r"(?:https?|urn):[^\s<>\"{}|\\^`]+")


def expand(iri: str) -> str:
    """Give an IRI in full.

    Raises:
        InputError: It is neither an absolute http, https or urn IRI nor one with a known prefix.

    >>> expand("stake:JORC")
    'https://w3id.org/claimstake/ontology#JORC'
    """
    prefix, _, name = iri.partition(":")
    if prefix in PREFIXES and _LOCAL_NAME.fullmatch(name):
        return PREFIXES[prefix] + name
    if _ABSOLUTE.fullmatch(iri):
        return iri
    known = ", ".join(f"{name}:" for name in sorted(PREFIXES))
    raise InputError(f"{iri!r} is not an IRI", cure=f"Write it in full, or with one of {known}")


def compact(iri: str) -> str:
    """Give an IRI with its prefix, or as it is where none fits.

    >>> compact("https://w3id.org/claimstake/id/claim-1")
    'id:claim-1'
    """
    for prefix, namespace in _NAMESPACES:
        name = iri.removeprefix(namespace)
        if name != iri and _LOCAL_NAME.fullmatch(name):
            return f"{prefix}:{name}"
    return iri


def slug(label: str) -> str:
    """Give a name as it can stand in an IRI: lower-case ASCII letters, digits and hyphens, 48 at most.

    >>> slug("Côte d’Ivoire's plan")
    'cote-d-ivoire-s-plan'
    """
    ascii_only = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    spaced = label if not ascii_only.strip() else unicodedata.normalize("NFKD", label)
    kept = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in spaced.casefold() if not unicodedata.combining(c)))
    return kept.strip("-")[:48].strip("-") or "thing"
