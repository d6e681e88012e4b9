"""The names of states, commodities, organisations and reporting standards, read from SKOS Turtle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimstake.assets import DATA, ONTOLOGY
from claimstake.errors import InputError
from claimstake.vocab import ID, RDF, RDFS, SKOS, STAKE

if TYPE_CHECKING:
    from collections.abc import Mapping

# From the narrower class to the wider: the first that an entry has is its class.
_CLASSES = ("Government", "State", "Organization", "Commodity", "ReportingStandard")
_WORD = re.compile(r"(?<!\w)\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that the lexicon knows.

    Args:
        iri: Short form, such as `id:state-PK` or `stake:JORC`.
        type: Local name of its class.
        state: Short IRI of the state that a government acts for.
    """

    iri: str
    type: str
    label: str
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of an entry; `adjective` where it is one, such as `Pakistani`."""

    text: str
    entry: Entry
    adjective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name at its place in a text."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All entries by IRI, and all names by their first word in lower case, longest first."""

    entries: Mapping[str, Entry]
    names: Mapping[str, tuple[Name, ...]]

    def find(self, text: str, start: int = 0, end: int | None = None) -> tuple[FoundName, ...]:
        """Give the names in a stretch of text, the longest at each place, in order and without overlap."""
        found: list[FoundName] = []
        position, stop = start, len(text) if end is None else end
        for match in _WORD.finditer(text, start, stop):
            if match.start() < position:
                continue
            for name in self.names.get(match[0].lower(), ()):
                after = match.start() + len(name.text)
                if after <= stop and _same(name.text, text[match.start() : after]) and _ends(text, after):
                    found.append(FoundName(start=match.start(), end=after, name=name))
                    position = after
                    break
        return tuple(found)


def _same(name: str, words: str) -> bool:
    """Compare a name with words of the text: its capitals count, unless the words are all capitals."""
    plain = words.replace("’", "'")
    if name == plain:
        return True
    return name.lower() == plain.lower() and (name.islower() or (plain.isupper() and len(plain) > 3))


def _ends(text: str, end: int) -> bool:
    """Tell whether a word ends here: `iron` is no name in `ironic`."""
    return not (text[end - 1].isalnum() and text[end : end + 1].isalnum())


@cache
def read_lexicon() -> Lexicon:
    """Read data/lexicon and the reporting standards of the ontology.

    Raises:
        InputError: If there are none.
    """
    from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

    store = Store()
    for path in (ONTOLOGY / "vocab.ttl", *sorted((DATA / "lexicon").glob("*.ttl"))):
        store.extend(parse(path=path, format=RdfFormat.TURTLE))
    entries: dict[str, Entry] = {}
    names: list[Name] = []
    for kind in _CLASSES:
        for quad in store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(getattr(STAKE, kind)), None):
            assert isinstance(quad.subject, NamedNode)  # noqa: S101 - the lexicon has no blank nodes
            iri = quad.subject.value
            short = _short(iri)
            if short in entries:
                continue
            texts = {
                term: [
                    quad.object.value
                    for quad in store.quads_for_pattern(NamedNode(iri), NamedNode(term), None, None)
                    if isinstance(quad.object, Literal)
                ]
                for term in (RDFS.label, SKOS.altLabel, SKOS.hiddenLabel)
            }
            state = next(
                (
                    _short(quad.object.value)
                    for quad in store.quads_for_pattern(NamedNode(iri), NamedNode(STAKE.actsFor), None, None)
                    if isinstance(quad.object, NamedNode)
                ),
                None,
            )
            entry = Entry(iri=short, type=kind, label=texts[RDFS.label][0], state=state)
            entries[short] = entry
            for term, found in texts.items():
                hidden = term == SKOS.hiddenLabel and kind == "State"
                names += [Name(text=text.replace("’", "'"), entry=entry, adjective=hidden) for text in found]
    if not entries:
        raise InputError("The lexicon is empty.", cure="Install the package again, or restore data/lexicon.")
    return Lexicon(entries=MappingProxyType(entries), names=MappingProxyType(_by_first(names)))


def _by_first(names: list[Name]) -> dict[str, tuple[Name, ...]]:
    found: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda n: (-len(n.text), n.text, n.entry.iri)):
        first = _WORD.search(name.text)
        if first is not None:
            found.setdefault(first[0].lower(), []).append(name)
    return {first: tuple(group) for first, group in found.items()}


def _short(iri: str) -> str:
    for prefix, base in (("id", ID), ("stake", STAKE.iri)):
        if iri.startswith(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri
