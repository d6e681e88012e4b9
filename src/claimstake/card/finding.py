"""Find what a user means: an id, an IRI, a label, or a piece of text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claimstake.card.asking import ask
from claimstake.card.wording import shortened, visible
from claimstake.errors import InputError, UsageError
from claimstake.iris import compact, expand
from claimstake.store.articles import require_articles
from claimstake.vocab import DCTERMS, ID, RDF, RDFS, STAKE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimstake.store.protocol import Store

_LISTED = 15
_WIDEST = 76
_CLAIM_ID = re.compile(r"[A-Za-z]{1,2}\d+")


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
        UsageError: Nothing is meant, or several things are; the message lists them. Or there is no such
            article.
    """
    if article:
        documents = (document for (document,) in ask(store, "documents"))
        require_articles([article], documents=documents, location=store.location)
    found = candidates(store, thing)
    if article:
        found = tuple(one for one in found if f"{ID}document-{article}" in (one.article, one.iri))
    if len(found) == 1:
        return found[0]
    where = f" in {article}" if article else ""
    if not found:
        raise _nothing(store, thing, article=article)
    listed = [f"  {compact(one.iri)}  {one.sort}: {_shortened(one.name)}" for one in found[:_LISTED]]
    if len(found) > _LISTED:
        listed.append(f"  and {len(found) - _LISTED} more")
    raise UsageError(
        "\n".join([f"{thing!r} means {len(found)} things{where}:", *listed]),
        cure="Give more of the words, or the id in the first column" + ("." if where else ", or --article."),
    )


def _nothing(store: Store, thing: str, *, article: str) -> UsageError:
    """Say that nothing can be shown, and why, as far as the store knows."""
    folded = _folded(thing)
    for (iri,) in ask(store, "named", name=folded) if folded else ():
        facts = _facts(store, iri)
        source = facts.get(DCTERMS.source, [""])[0].removeprefix(f"{ID}document-")
        if STAKE.Statement in facts.get(RDF.type, []) and article in {"", source}:
            return _is_statement(thing, facts, source=source)
    cure = "Only the words of claims and names are searched: give fewer words, an id, a label or an IRI."
    if _CLAIM_ID.fullmatch(thing.strip()):
        cure = (
            "A claim that its claims file rejects is in no store; `claimstake ask claims` lists the others."
        )
    where = f" in {article}" if article else ""
    return UsageError(f"Nothing in this store{where} is called {thing!r} or has these words.", cure=cure)


def _is_statement(thing: str, facts: Mapping[str, list[str]], *, source: str) -> UsageError:
    claims = sorted(facts.get(STAKE.typedAs, []))
    reason = "".join(f" ({visible(words)})" for words in facts.get(STAKE.untypedReason, []))
    made = f"{', '.join(claims) or 'no claim'} was made{reason}"
    cure = "Only claims, articles and things have cards; `claimstake ask untyped-statements` lists the rest."
    return UsageError(
        f"{thing!r} is a statement of {source}, of which {made}: "
        f"“{_shortened(facts.get(STAKE.exactText, [''])[0])}”",
        cure=f"Show its claim: `claimstake show {claims[0]} --article {source}`." if claims else cure,
    )


def candidates(store: Store, thing: str) -> tuple[Found, ...]:
    """Give all that a user can mean: by IRI, else by an exact name, else by words in it."""
    folded = _folded(thing)
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


def _folded(text: str) -> str:
    return " ".join(text.lower().replace("‘", "'").replace("’", "'").split())


def _as_iri(thing: str) -> str:
    try:
        return expand(thing.removeprefix("<").removesuffix(">"))
    except InputError:
        return ""


def _facts(store: Store, iri: str) -> dict[str, list[str]]:
    facts: dict[str, list[str]] = {}
    for prop, value in ask(store, "about", thing=iri):
        facts.setdefault(prop, []).append(value)
    return facts


def _described(store: Store, iri: str) -> Found | None:
    """Say what a node is; none if it is nothing that can be shown."""
    facts = _facts(store, iri)
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
