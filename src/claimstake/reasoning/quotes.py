"""Check that every quote stands in the article at its offsets, and that the article is the one read."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pyoxigraph import Triple

from claimstake.reasoning.findings import Finding
from claimstake.vocab import STAKE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimstake.store.results import Term

_PREDICATES = frozenset(
    {STAKE.fullText, STAKE.textDigest, STAKE.inDocument, STAKE.exactText, STAKE.startOffset, STAKE.endOffset}
)


def quote_findings(triples: Iterable[Triple]) -> list[Finding]:
    """Compare each mention of an article with the article's text, where the graph holds it."""
    told: dict[str, dict[str, str]] = {}
    for triple in triples:
        predicate = triple.predicate.value
        if predicate in _PREDICATES:
            told.setdefault(_text(triple.subject), {})[predicate] = _text(triple.object)
    texts = {node: facts[STAKE.fullText] for node, facts in told.items() if STAKE.fullText in facts}
    return sorted([*_digests(told, texts), *_mentions(told, texts)])


def _text(term: Term) -> str:
    return str(term) if isinstance(term, Triple) else term.value


def _digests(told: dict[str, dict[str, str]], texts: dict[str, str]) -> Iterator[Finding]:
    for node, text in texts.items():
        if hashlib.sha256(text.encode()).hexdigest() != told[node].get(STAKE.textDigest):
            yield _finding(node, "its text is not the one its digest was made of")


def _mentions(told: dict[str, dict[str, str]], texts: dict[str, str]) -> Iterator[Finding]:
    for node, facts in told.items():
        text = texts.get(facts.get(STAKE.inDocument, ""))
        if text is None or not {STAKE.exactText, STAKE.startOffset, STAKE.endOffset} <= facts.keys():
            continue
        start, end = int(facts[STAKE.startOffset]), int(facts[STAKE.endOffset])
        if text[start:end] != facts[STAKE.exactText]:
            yield _finding(node, f"its article has other words at {start} to {end}")


def _finding(node: str, problem: str) -> Finding:
    return Finding(check="quotes", severity="error", thing=node, problem=problem)
