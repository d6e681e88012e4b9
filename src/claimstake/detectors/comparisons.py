"""Find whether minerals are what they are said to be: "as large as reported", "poorer than advertised"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.closed_lists import Stance
from claimstake.detectors.context import clause_at, drafted, standing_at
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.model import Filler
from claimstake.mentions import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Sentence, Token

_RELATIONS = {
    "asExtensiveAsClaimed": {
        "extensive", "large", "big", "vast", "abundant", "great", "plentiful", "rich", "sizeable",
        "huge", "wide", "deep", "numerous", "substantial", "considerable",
    },
    "asLucrativeAsClaimed": {
        "lucrative", "valuable", "profitable", "rewarding", "precious", "remunerative", "economic",
    },
}  # fmt: skip
_LESS = {"small", "poor", "low", "little", "thin", "meagre", "modest"}
_SAID = {
    "claim", "report", "advertise", "state", "say", "promise", "tout", "estimate", "believe", "assert",
    "suggest", "announce", "think", "hope", "boast", "expect", "bill", "publicise", "publicize",
}  # fmt: skip
_COPULAS = {"be", "prove", "remain", "seem", "look", "appear", "turn out"}
_MINERALS = {"MineralEndowment", "ExtractionSite", "Commodity", "Resource"}


def comparison_drafts(reading: Reading, read: ReadSentence) -> Iterator[Draft]:
    """Give a draft for each adjective that compares minerals with what is said of them."""
    sentence = read.sentence
    for token in sentence.tokens:
        if token.pos not in {"ADJ", "ADV"} or token.dep == "conj":
            continue
        group = [token, *(c for c in sentence.children(token, "conj") if c.pos == "ADJ")]
        if not any(_is_compared(sentence, t) for t in group):
            continue
        clause = clause_at(read, token)
        subject = clause.argument("subj") if clause is not None else None
        filler = filler_of(reading, sentence, subject) if subject is not None else None
        named = (filler.antecedent or filler.mention) if filler is not None else None
        if clause is None or clause.lemma not in _COPULAS or filler is None:
            continue
        if named is None or named.type not in _MINERALS:
            continue
        standing = standing_at(read, token)
        for adjective in group:
            relation, less = _relation(adjective)
            if relation is None:
                continue
            yield drafted(
                reading,
                read,
                adjective,
                relation=relation,
                kind="resource-estimate",
                rule="as-claimed",
                subject=filler,
                objects=(Filler(span=Span(adjective.start, adjective.end), value=True),),
                standing=standing,
                stance=Stance.DENIES if less and standing.stance is Stance.AFFIRMS else None,
                with_time=False,
            )


def _relation(token: Token) -> tuple[str | None, bool]:
    if token.tag == "JJR" and token.lemma in _LESS:
        return "asExtensiveAsClaimed", True
    return next((name for name, words in _RELATIONS.items() if token.lemma in words), None), False


def _is_compared(sentence: Sentence, token: Token) -> bool:
    """Tell whether `as` or `than` follows an adjective, and then a verb of saying: "as claimed"."""
    opened = token.tag == "JJR" or any(
        c.lower == "as" and c.i < token.i for c in sentence.children(token, "advmod")
    )
    if not opened and token.dep == "conj":
        opened = _is_compared(sentence, sentence.head(token))
    joint = next((t for t in sentence.tokens[token.i + 1 : token.i + 6] if t.lower in {"as", "than"}), None)
    if joint is None or (joint.lower == "as") is (token.tag == "JJR"):
        return False
    after = sentence.tokens[joint.i + 1 : joint.i + 6]
    return opened and any(t.lemma in _SAID for t in after)
