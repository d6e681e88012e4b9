"""Find what a user means: an id, an IRI, a label, or a piece of text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claimstake.card.asking import ask
from claimstake.card.wording import shortened, visible
from claimstake.errors import InputError, UsageError
from claimstake.iris import compact, expand
from claimstake.vocab import DCTERMS, ID, RDF, RDFS, STAKE

if TYPE_CHECKING:
    from claimstake.store.protocol import Store

_LISTED = 15
_WIDEST = 76


class Sort(StrEnum):
    """What a thing is shown as; the first come first in lists."""

    ARTICLE = "article"
    ENTITY = "thing"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A thing of the store that can be shown; `article` is the IRI of the one that it belongs to."""

    iri: str
    sort: Sort
    name: str
    article: str = ""


def find(store: Store, thing: str, *, article: str = "") -> Found:
    """Find the one thing that a user means.

    Args:
        store: The store that is asked.
        thing: An id such as F26, an IRI, a label, or a piece of text.
        article: Id of the article in which to look; everywhere when left out.

    Raises:
        UsageError: Nothing is meant, or several things are; the message lists them.
    """
    found = candidates(store, thing)
    if article:
        found = tuple(one for one in found if f"{ID}document-{article}" in (one.article, one.iri))
    if len(found) == 1:
        return found[0]
    where = f" in {article}" if article else ""
    if not found:
        raise UsageError(
            f"Nothing in this store{where} is called {thing!r} or has these words.",
            cure="Give the id of a claim, an article, a label, an IRI, or words as the article has them.",
        )
    listed = [f"  {compact(one.iri)}  {one.sort}: {_shortened(one.name)}" for one in found[:_LISTED]]
    if len(found) > _LISTED:
        listed.append(f"  and {len(found) - _LISTED} more")
    raise UsageError(
        "\n".join([f"{thing!r} means {len(found)} things{where}:", *listed]),
        cure="Give more of the words, or the id in the first column" + ("." if where else ", or --article."),
    )


def candidates(store: Store, thing: str) -> tuple[Found, ...]:
    """Give all that a user can mean: by IRI, else by an exact name, else by words in it."""
    folded = " ".join(thing.lower().replace("‘", "'").replace("’", "'").split())
    if not folded:
        return ()
    iri = _as_iri(thing.strip())
    if iri and (found := _described(store, iri)):
        return (found,)
    for question, values in (("named", {"name": folded}), ("worded", {"text": folded.replace(" — ", " ")})):
        all_found = (_described(store, match) for (match,) in ask(store, question, **values))
        known = sorted(
            (one for one in all_found if one), key=lambda one: (list(Sort).index(one.sort), one.iri)
        )
        if known:
            return tuple(known)
    return ()


def _as_iri(thing: str) -> str:
    try:
        return expand(thing.removeprefix("<").removesuffix(">"))
    except InputError:
        return ""


def _described(store: Store, iri: str) -> Found | None:
    """Say what a node is; none if it is nothing that can be shown."""
    facts: dict[str, list[str]] = {}
    for prop, value in ask(store, "about", thing=iri):
        facts.setdefault(prop, []).append(value)
    classes = facts.get(RDF.type, [])
    article = facts.get(DCTERMS.source, [""])[0]
    if STAKE.textDigest in facts:
        return Found(iri=iri, sort=Sort.ARTICLE, name=facts.get(DCTERMS.title, [""])[0], article=iri)
    if STAKE.Claim in classes:
        name = f"{facts.get(DCTERMS.identifier, [''])[0]} “{facts.get(STAKE.exactText, [''])[0]}”"
        return Found(iri=iri, sort=Sort.CLAIM, name=name, article=article)
    if RDFS.label in facts and any(ask(store, "documents-of", thing=iri)):
        return Found(iri=iri, sort=Sort.ENTITY, name=facts[RDFS.label][0], article=article)
    return None


def _shortened(text: str) -> str:
    return shortened(visible(" ".join(text.split())), _WIDEST)
