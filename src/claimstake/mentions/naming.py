"""What each noun phrase of an article names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimstake.lexicon import FoundName, Lexicon, read_lexicon
from claimstake.mentions.model import Mention, Span
from claimstake.mentions.names import LEGAL_FORMS, Names, names_of
from claimstake.mentions.nouns import class_of
from claimstake.mentions.phrases import core_span, phrase_span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimstake.sentences import Sentence, Token

_GOVERNING = {"government", "administration", "authority", "cabinet", "regime", "junta"}
_PLACE_PREPOSITIONS = {"in", "at", "near", "from", "outside", "around"}
_LEADING = re.compile(
    r"^(?:the|an?|this|these|that|those|its|their|his|her|our|such|any|some|both|all|each|another|other)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The names of an article by place, and the state that it is mostly about."""

    text: str
    lexicon: Lexicon
    known: Mapping[int, FoundName]
    names: Mapping[int, Mention]
    short: Mapping[str, Mention]
    home: str | None

    def mention_of(self, sentence: Sentence, token: Token) -> Mention:
        """Give what a noun names; a thing of no known class is a state of affairs."""
        span = phrase_span(sentence, token)
        named = self._named(sentence, token)
        if named is not None:
            return named
        state = self._state_in(span)
        noun_class = self._class(sentence, token)
        if token.lemma in _GOVERNING and noun_class == "Government" and state is not None:
            government = state.replace("state-", "government-")
            entry = self.lexicon.entries.get(government)
            if entry is not None and not self._is_local(sentence, token):
                return Mention(
                    span=span, type="Government", label=entry.label, iri=entry.iri, is_name=True, state=state
                )
        return Mention(span=span, type=noun_class, label=self.label_of(span), state=state)

    def _named(self, sentence: Sentence, token: Token) -> Mention | None:
        own = self.names.get(token.start)
        if own is not None and own.span.end >= token.end:
            core = core_span(sentence, token)
            return Mention(
                span=Span(min(core.start, own.span.start), own.span.end),
                type=own.type,
                label=own.label,
                is_name=True,
            )
        found = self.known.get(token.start)
        if found is None:
            return None
        entry = found.name.entry
        span = core_span(sentence, token)
        if entry.type == "Government" and self._is_capital(found) and self._is_place(sentence, token):
            return Mention(span=span, type="Place", label=found.name.text, is_name=True)
        if (
            entry.type == "Commodity"
            and len(self.text[span.start : span.end].split()) > len(found.name.text.split()) + 2
        ):
            return Mention(span=span, type="Commodity", label=self.label_of(span))
        return Mention(
            span=Span(min(span.start, found.start), max(span.end, found.end)),
            type=entry.type,
            label=entry.label,
            iri=entry.iri,
            is_name=True,
            state=entry.state,
        )

    def _is_capital(self, found: FoundName) -> bool:
        return found.name.entry.iri.startswith("id:government-") and found.name.text != found.name.entry.label

    def _is_place(self, sentence: Sentence, token: Token) -> bool:
        return token.dep == "pobj" and sentence.head(token).lower in _PLACE_PREPOSITIONS

    def _is_local(self, sentence: Sentence, token: Token) -> bool:
        return any(
            c.lower in {"local", "provincial", "state", "regional", "county"}
            for c in sentence.children(token)
        )

    def _class(self, sentence: Sentence, token: Token) -> str:
        before = sentence.tokens[token.i - 1].text if token.i else ""
        found = class_of(token.text, before=before) or class_of(token.lemma, before=before)
        if found in {"Organization", "AgentGroup"}:
            return "AgentGroup" if token.tag in {"NNS", "NNPS"} else "Organization"
        if found == "Government" and token.tag in {"NNS"} and token.lemma not in {"authority"}:
            return "AgentGroup"
        return found or "StateOfAffairs"

    def _state_in(self, span: Span) -> str | None:
        for i in range(span.start, span.end):
            found = self.known.get(i)
            if found is not None and found.name.entry.type == "State":
                return found.name.entry.iri
        return None

    def state_of(self, span: Span) -> str | None:
        """Give the short IRI of the first state that a stretch of text names."""
        return self._state_in(span)

    def label_of(self, span: Span) -> str:
        """Give words as a label: on one line, without a leading article or pronoun."""
        words = re.sub(r"\s+", " ", self.text[span.start : span.end]).strip(" ,;:")
        return _LEADING.sub("", words) or words


def name_things(text: str, sentences: Sequence[Sentence]) -> Naming:
    """Find the names of an article: those of the lexicon, and its own."""
    lexicon = read_lexicon()
    found = [
        _with_legal_form(text, name)
        for s in sentences
        for name in lexicon.find(text, s.start, s.end)
        if _is_meant(text, name, s)
    ]
    names = names_of(text, sentences, found)
    states = Counter(_state_of(name) for name in found)
    states.pop(None, None)
    ranked = states.most_common(2)
    home = None
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        home = ranked[0][0]
    return Naming(
        text=text,
        lexicon=lexicon,
        known={i: name for name in found for i in range(name.start, name.end)},
        names=_by_place(names),
        short=names.short,
        home=home,
    )


def _with_legal_form(text: str, name: FoundName) -> FoundName:
    """Take the legal form after a company's name for a part of it: `Barrick Gold Corp.`."""
    if name.name.entry.type != "Organization":
        return name
    after = LEGAL_FORMS.match(text, name.end)
    return name if after is None else replace(name, end=after.end())


def _by_place(names: Names) -> dict[int, Mention]:
    return {i: mention for mention in names.mentions for i in range(mention.span.start, mention.span.end)}


def _is_meant(text: str, name: FoundName, sentence: Sentence) -> bool:
    """Leave out a name that is an everyday word here: `lead` as a verb.

    `gold` in a company's name is kept.
    """
    tokens = sentence.at(name.start, name.end)
    if name.name.text.islower() and any(token.pos in {"VERB", "AUX"} for token in tokens):
        return False
    return not (
        tokens and name.name.entry.type in {"Organization"} and tokens[0].pos in {"VERB", "ADJ", "ADV"}
    )


def _state_of(name: FoundName) -> str | None:
    entry = name.name.entry
    return entry.iri if entry.type == "State" else entry.state
