"""Give the things that drafts mention their keys, one key a thing."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from claimstake.claims.schema import Entity

if TYPE_CHECKING:
    from claimstake.drafts.reading import Reading
    from claimstake.mentions import Mention

_LONGEST = 60
_AGREEMENT_KINDS = {
    "memorandum": "memorandum",
    "mou": "memorandum",
    "understanding": "memorandum",
    "treaty": "treaty",
    "contract": "contract",
    "offtake": "contract",
    "lease": "contract",
    "loan": "contract",
    "framework": "framework",
    "corridor": "programme",
}
_CONSTRAINT_KINDS = {
    "political": "political",
    "politics": "political",
    "instability": "political",
    "corruption": "political",
    "security": "security",
    "insecurity": "security",
    "violence": "security",
    "conflict": "security",
    "militants": "security",
    "environmental": "environmental",
    "pollution": "environmental",
    "water": "environmental",
    "legal": "legal",
    "permit": "legal",
    "permits": "legal",
    "licence": "legal",
    "structural": "structural",
    "technology": "technological",
    "technological": "technological",
    "data": "verification",
    "verification": "verification",
    "trust": "trust",
    "refining": "processing",
    "processing": "processing",
    "tariff": "trade",
    "export": "trade",
    "financing": "economic",
    "funding": "economic",
    "cost": "economic",
    "costs": "economic",
    "prices": "economic",
    "debt": "economic",
    "opposition": "social",
    "protests": "social",
    "community": "social",
    "power": "infrastructure",
    "electricity": "infrastructure",
    "infrastructure": "infrastructure",
    "roads": "infrastructure",
    "railway": "infrastructure",
    "port": "infrastructure",
}


class Entities:
    """The entities of one claims file, collected while its claims are written.

    A class, since keys are given out as things come up, and the same thing has to get the same key again.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._keys: dict[tuple[str, str], str] = {}
        self._entities: dict[str, Entity] = {}

    def key_of(self, mention: Mention) -> str:
        """Give the key of what a mention names, and take it up if it is new."""
        identity = (mention.iri or mention.type, "" if mention.iri else _folded(mention.label))
        if identity in self._keys:
            return self._keys[identity]
        key = self._free(_key(mention.label))
        self._keys[identity] = key
        self._entities[key] = Entity(type=mention.type, label=mention.label)
        self._entities[key] = Entity(
            type=mention.type,
            label=mention.label,
            iri=mention.iri,
            kind=_kind(mention),
            concerns=self._concerns(mention),
            acts_for=self._acts_for(mention),
        )
        return key

    def publisher(self) -> str:
        """Give the key of the article's publisher; one that is not known still gets an entity."""
        from claimstake.mentions import Mention, Span

        article, dateline = self._reading.article, self._reading.layout.dateline
        name = article.publisher or (dateline.agency if dateline else None) or "unnamed publisher"
        return self.key_of(Mention(span=Span(0, 0), type="Organization", label=name, is_name=True))

    def sorted(self) -> dict[str, Entity]:
        """Give the entities by key, in the order in which they came up."""
        return dict(self._entities)

    def _free(self, key: str) -> str:
        if key not in self._entities:
            return key
        number = 2
        while f"{key}-{number}" in self._entities:
            number += 1
        return f"{key}-{number}"

    def _concerns(self, mention: Mention) -> tuple[str, ...]:
        if mention.type in {
            "Commodity",
            "State",
            "Government",
            "Person",
            "Organization",
            "ReportingStandard",
            "Place",
        }:
            return ()
        found = []
        for i in range(mention.span.start, mention.span.end):
            name = self._reading.naming.known.get(i)
            if name is not None and name.name.entry.type == "Commodity":
                found.append(self._entry(name.name.entry.iri))
        return tuple(dict.fromkeys(found))

    def _acts_for(self, mention: Mention) -> str | None:
        if mention.type != "Government" or mention.state is None:
            return None
        return self._entry(mention.state)

    def _entry(self, iri: str) -> str:
        from claimstake.mentions import Mention, Span

        entry = self._reading.naming.lexicon.entries[iri]
        return self.key_of(
            Mention(span=Span(0, 0), type=entry.type, label=entry.label, iri=iri, is_name=True)
        )


def _kind(mention: Mention) -> str | None:
    words = re.findall(r"[a-z]+", mention.label.lower())
    if mention.type == "Agreement":
        return next((_AGREEMENT_KINDS[word] for word in words if word in _AGREEMENT_KINDS), "unspecified")
    if mention.type in {"Constraint", "TradeMeasure"}:
        if mention.type == "TradeMeasure":
            return "trade"
        return next((_CONSTRAINT_KINDS[word] for word in words if word in _CONSTRAINT_KINDS), None)
    return None


def _folded(label: str) -> str:
    return re.sub(r"\s+", " ", label.casefold().replace("’", "'")).strip()


def _key(label: str) -> str:
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain.replace("'s", "").replace("'", ""))
    key = "".join(word[:1].upper() + word[1:] for word in words)[:_LONGEST]
    return key or "Thing"
