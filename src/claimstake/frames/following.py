"""Find the amount that follows a predicate in the order of the words, where the parse hangs it elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimstake.quantities import FoundQuantity
    from claimstake.sentences import Token
    from claimstake.statements import Clause

# Words between a predicate and its amount: "paid the state a total of $3 million"; after a preposition more.
_NEAR, _FAR = 5, 30


def following_amount(path: str, clause: Clause, fitting: Sequence[FoundQuantity]) -> FoundQuantity | None:
    """Give the first amount after a predicate with no other verb between.

    Args:
        path: `next`, or `next:for` where the word before the amount has to be that preposition.
        clause: The clause of the predicate.
        fitting: The amounts of the right kind in the sentence.
    """
    preposition = path.partition(":")[2]
    tokens = clause.sentence.tokens[clause.head + 1 :]
    for distance, token in enumerate(tokens):
        if distance > (_FAR if preposition else _NEAR) or _ends_it(token, far=bool(preposition)):
            return None
        hit = next((q for q in fitting if q.start <= token.start < q.end), None)
        if hit is None:
            continue
        if not preposition:
            return hit
        before = clause.sentence.tokens[token.i - 1]
        if before.lower == preposition:
            return hit
    return None


def _ends_it(token: Token, *, far: bool) -> bool:
    verb = token.pos in {"VERB", "AUX"} and token.dep not in {"amod", "compound", "prep"}
    return verb or token.text in {";", ":", "("} or (not far and token.text == ",")
