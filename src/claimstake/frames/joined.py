"""Find the further amounts of a list: "adds 3 percent to output and 2 percent to exports"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.frames.matching import Match
    from claimstake.quantities import FoundQuantity
    from claimstake.sentences import Sentence, Token


def joined_amounts(match: Match, quantities: Sequence[FoundQuantity]) -> Iterator[Match]:
    """Give a match for each amount that is joined to the amount of a match and has an object of its own."""
    first, sentence = match.quantity, match.clause.sentence
    objects = match.fillers.get("objects", ())
    if first is None or not objects:
        return
    heads = [t for t in sentence.at(first.start, first.end) if t.dep in {"dobj", "attr", "pobj", "npadvmod"}]
    wanted = {sentence.head(sentence.tokens[i]).lower for i in objects if sentence.tokens[i].dep == "pobj"}
    for head in heads:
        for token in _conjuncts(sentence, head):
            amount = next((q for q in quantities if q.start <= token.start < q.end and q != first), None)
            if amount is None:
                continue
            own = tuple(
                inner.i
                for child in sentence.children(token, "prep")
                if child.lower in wanted
                for inner in sentence.children(child, "pobj")
            )
            if own:
                yield replace(match, fillers={**match.fillers, "objects": own}, quantity=amount)


def _conjuncts(sentence: Sentence, token: Token) -> Iterator[Token]:
    for child in sentence.children(token, "conj"):
        yield child
        yield from _conjuncts(sentence, child)
