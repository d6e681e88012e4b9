"""Find who is meant by "both nations" and "the two governments": the two that were named last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimstake.coreference.antecedents import Context
    from claimstake.mentions import Mention
    from claimstake.sentences import Sentence, Token

_STATES = {"nation", "country", "government", "capital", "state"}
_NEAR = 2


def both_of(context: Context, sentence: Sentence, token: Token) -> tuple[Mention, ...]:
    """Give the two states that a phrase such as `both nations` means; none if there are not just two near.

    Args:
        context: What the article mentions.
        sentence: The sentence of the phrase.
        token: Its head.
    """
    words = {child.lower for child in sentence.children(token, "det", "nummod", "predet", "preconj", "amod")}
    if token.lemma not in _STATES or token.tag != "NNS" or not words & {"both", "two"}:
        return ()
    here = context.number(sentence)
    found: dict[str, Mention] = {}
    for seen in context.seen:
        mention = seen.mention
        if mention.type in {"State", "Government"} and seen.is_name and mention.span.end <= token.start:
            if here - seen.sentence > _NEAR:
                continue
            found[mention.state or mention.iri or mention.label] = mention
    return tuple(found.values()) if len(found) == 2 else ()
