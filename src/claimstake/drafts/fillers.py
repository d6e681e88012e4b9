"""Turn a token of a clause into the filler of a role: its words, what it names, what it refers back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.coreference import antecedent_of
from claimstake.drafts.model import Filler
from claimstake.mentions import Mention, Span, clause_span, phrase_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimstake.drafts.reading import Reading
    from claimstake.sentences import Sentence, Token

_PRONOUN_TYPES = {
    "they": "AgentGroup",
    "them": "AgentGroup",
    "their": "AgentGroup",
    "we": "AgentGroup",
    "us": "AgentGroup",
    "our": "AgentGroup",
    "he": "Person",
    "she": "Person",
    "him": "Person",
    "her": "Person",
    "his": "Person",
    "i": "Person",
    "you": "AgentGroup",
    "who": "AgentGroup",
    "those": "AgentGroup",
    "some": "AgentGroup",
    "many": "AgentGroup",
    "others": "AgentGroup",
}
_NOTHING = {
    "there",
    "what",
    "which",
    "that",
    "this",
    "these",
    "how",
    "where",
    "when",
    "why",
    "one",
    "same",
    "so",
    "whom",
}

# How far after a noun its name may stand: a comma and a space, or a few words more.
_BESIDE = 3
# Units by which goods are weighed.
_MASSES = {"tonne", "ton", "ounce", "oz", "pound", "carat", "kilogram", "t", "kt", "mt", "Mt"}


def filler_of(reading: Reading, sentence: Sentence, token: Token) -> Filler | None:
    """Give the filler that a token stands for; none for a word that stands for nothing of its own."""
    if token.lower in _NOTHING and token.pos in {"PRON", "DET", "SCONJ", "ADV"}:
        return None
    if token.pos in {"VERB", "AUX"}:
        return _of_clause(reading, sentence, token)
    named = sentence.head(token)
    if token.dep == "appos" and token.pos == "NOUN" and named.pos == "PROPN":
        # "Virtue Dragon, a unit of De Long": the description is of the name.
        return filler_of(reading, sentence, named)
    mention = reading.naming.mention_of(sentence, token)
    name = _name_after(reading, sentence, token)
    if name is not None:
        # "the state miner Rurit Lithium": the noun is a title of the name.
        return Filler(span=Span(mention.span.start, name.span.end), mention=name)
    beside = _name_beside(reading, sentence, token, mention)
    if beside is not None:
        return Filler(span=Span(mention.span.start, beside.span.end), mention=beside)
    before = antecedent_of(reading.context, sentence, token)
    if token.pos == "PRON" or token.tag == "PRP$":
        span = Span(token.start, token.end)
        if before is not None:
            return Filler(span=span, mention=before, antecedent=before)
        kind = _PRONOUN_TYPES.get(token.lower, "StateOfAffairs")
        return Filler(span=span, mention=Mention(span=span, type=kind, label=token.lower))
    if before is not None and not mention.is_name and _agrees(before, mention):
        return Filler(span=mention.span, mention=before, antecedent=before)
    goods = _goods_before(reading, sentence, token)
    if goods is not None:
        return Filler(span=_inside(mention.span, sentence), mention=goods, antecedent=goods)
    return Filler(span=_inside(mention.span, sentence), mention=mention)


def _name_after(reading: Reading, sentence: Sentence, token: Token) -> Mention | None:
    following = sentence.tokens[token.i + 1 : token.i + 2]
    if token.pos != "NOUN" or not following or following[0].pos != "PROPN" or following[0].dep == "punct":
        return None
    named = reading.naming.names.get(following[0].start)
    if (
        named is None
        or named.span.start != following[0].start
        or named.type not in {"Organization", "Person"}
    ):
        return None
    above = sentence.tokens[following[0].i]
    while above.head != above.i and above.head > token.i:
        above = sentence.head(above)
    return named if above.head == token.i or above.i == token.i else None


def _name_beside(reading: Reading, sentence: Sentence, token: Token, mention: Mention) -> Mention | None:
    """Give the name in apposition to a noun: "the mine's lessee, Hindukush Gems, has suspended work"."""
    if (
        token.pos != "NOUN"
        or mention.is_name
        or mention.type not in {"Organization", "Person", "StateOfAffairs"}
    ):
        return None
    for child in sentence.children(token, "appos"):
        named = reading.naming.mention_of(sentence, child) if child.pos == "PROPN" else None
        near = named is not None and 0 <= named.span.start - mention.span.end <= _BESIDE
        if named is not None and near and named.type in {"Organization", "Person"}:
            return named
    return None


def _goods_before(reading: Reading, sentence: Sentence, token: Token) -> Mention | None:
    """Give the goods named before a bare mass: "mines bauxite and exported 146 million tonnes"."""
    if token.lemma not in _MASSES or not any(True for _ in sentence.children(token, "nummod")):
        return None
    if any(child.lower in {"of", "in"} for child in sentence.children(token, "prep")):
        return None
    here = reading.context.number(sentence)
    for seen in reversed(reading.context.seen):
        near = seen.mention.span.end <= token.start and here - seen.sentence < 2
        if near and seen.mention.type == "Commodity":
            return seen.mention
    return None


def _inside(span: Span, sentence: Sentence) -> Span:
    return Span(max(span.start, sentence.start), min(span.end, sentence.end))


def _agrees(before: Mention, mention: Mention) -> bool:
    agents = {"State", "Government", "Organization", "Person", "AgentGroup"}
    if before.type == mention.type or mention.type == "StateOfAffairs":
        return True
    return before.type in agents and mention.type in agents


def _of_clause(reading: Reading, sentence: Sentence, token: Token) -> Filler:
    # "if parliament does not approve it": without its subject and its "not" it would be something else.
    # A main clause that is an effect or an event is so with its subject: "output was down for weeks".
    own = token.dep in {"advcl", "ROOT", "conj", "parataxis"} and any(
        True for _ in sentence.children(token, "nsubj", "nsubjpass")
    )
    span = clause_span(sentence, token, whole=True) if own else phrase_span(sentence, token)
    mention = Mention(span=span, type="StateOfAffairs", label=reading.naming.label_of(span))
    return Filler(span=span, mention=mention, is_act=True)


def joined_filler(reading: Reading, sentence: Sentence, tokens: Sequence[Token]) -> Filler | None:
    """Give one filler for several nouns that do something together: `China and Russia`."""
    fillers = [filler for token in tokens if (filler := filler_of(reading, sentence, token)) is not None]
    if len(fillers) < 2:
        return fillers[0] if fillers else None
    span = Span(min(f.span.start for f in fillers), max(f.span.end for f in fillers))
    types = {f.mention.type for f in fillers if f.mention is not None}
    agents = types <= {"State", "Government", "Organization", "Person", "AgentGroup"}
    kind = "AgentGroup" if agents else (types.pop() if len(types) == 1 else "StateOfAffairs")
    return Filler(span=span, mention=Mention(span=span, type=kind, label=reading.naming.label_of(span)))
