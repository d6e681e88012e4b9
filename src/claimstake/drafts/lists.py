"""Tell apart what joined modifiers put in one phrase: "legal and political obstacles" are two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.drafts.model import Filler
from claimstake.mentions import Mention, Span, core_span

if TYPE_CHECKING:
    from claimstake.sentences import Sentence, Token

# Nouns that each of several modifiers makes another thing of.
_DIFFICULTIES = {
    "challenge", "obstacle", "hurdle", "barrier", "issue", "problem", "constraint", "difficulty", "risk",
    "concern", "bottleneck", "impediment", "uncertainty", "complexity",
}  # fmt: skip
_BRANCHES = {"industry", "sector", "market"}


def separated(sentence: Sentence, token: Token, filler: Filler) -> tuple[Filler, ...]:
    """Give a filler for each of the joined modifiers of a plural; the filler itself where there are none.

    The last one keeps the noun, so that each has words of its own.

    Args:
        sentence: The sentence.
        token: The noun.
        filler: What it fills a role with.
    """
    if token.tag != "NNS" or token.lemma not in _DIFFICULTIES | _BRANCHES or filler.mention is None:
        return (filler,)
    groups = _groups(sentence, token)
    if len(groups) < 2:
        return (filler,)
    found = []
    noun = token.text.lower()
    for n, group in enumerate(groups):
        span = Span(group[0].start, token.end if n == len(groups) - 1 else group[-1].end)
        words = " ".join(t.text for t in group).lower()
        mention = Mention(
            span=span, type=filler.mention.type, label=f"{words} {noun}", state=filler.mention.state
        )
        found.append(Filler(span=span, mention=mention))
    return tuple(found)


def _groups(sentence: Sentence, token: Token) -> list[list[Token]]:
    """Give the modifiers between the first and the last that `and` joins, each with the words before it."""
    start = core_span(sentence, token).start
    before = [t for t in sentence.tokens if start <= t.start < token.start]
    while before and (before[0].pos in {"DET", "PRON", "NUM", "PROPN"} or before[0].tag in {"PRP$", "POS"}):
        before.pop(0)
    joint = next((n for n in range(len(before) - 1, 0, -1) if before[n].lower in {"and", "or"}), None)
    if joint is None or any(t.pos not in {"ADJ", "NOUN", "CCONJ", "PUNCT", "PROPN", "VERB"} for t in before):
        return []
    groups: list[list[Token]] = [[]]
    for t in before:
        if t.lower in {"and", "or"} or t.text == ",":
            if groups[-1]:
                groups.append([])
        else:
            groups[-1].append(t)
    if token.lemma in _BRANCHES or not all(groups):
        return groups if all(groups) else []
    # "significant structural, political and legal": the first is said of all.
    first = groups[0]
    groups[0] = first[-1:] if len(first) > 1 else first
    return groups
