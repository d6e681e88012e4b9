"""Find what a pronoun or a definite noun phrase refers back to, cautiously.

A wrong antecedent is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimstake.mentions import Naming
    from claimstake.sentences import Sentence, Token
    from claimstake.statements import Clause

_IT = {"it", "its", "itself"}
_THEY = {"they", "them", "their", "theirs"}
_PERSON = {"he", "she", "him", "her", "his", "hers"}
_DEFINITE = {"the", "this", "that", "these", "those", "such", "said"}
_COUNTRY = {"country", "nation", "state", "kingdom", "republic"}
_COMPANY = {
    "company",
    "firm",
    "miner",
    "group",
    "developer",
    "explorer",
    "producer",
    "refiner",
    "corporation",
    "giant",
}
# What a company may be called before it is "the company".
_TRADERS = {
    "buyer", "seller", "exporter", "importer", "trader", "investor", "bidder", "applicant", "operator",
    "owner", "smelter", "refinery", "supplier", "holder", "licensee", "partner", "venture", "business",
}  # fmt: skip
_INDEFINITE = re.compile(r"(?:an?|any|every|each|another|one|no)\s")
# Bodies that nobody calls "the company".
_INSTITUTION = re.compile(
    r"\b(?:Ministry|Department|Agency|Authority|Commission(?:er)?|Council|Bureau|University|Institute|Association|"
    r"Chamber|Court|Parliament|Congress|Senate|Union|Committee|Organi[sz]ation|Survey|Office|Government|Treasury|"
    r"Secretariat|Foundation|Inspectorate|Regulator|Tribunal|Cabinet|Assembly|Police|Army|Navy|Party|Nations|NGO)\b"
)
_AGREEMENT = {
    "deal",
    "agreement",
    "partnership",
    "pact",
    "accord",
    "memorandum",
    "mou",
    "contract",
    "collaboration",
}
_NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A thing as mentioned earlier, with the number of its sentence and its part in it."""

    mention: Mention
    sentence: int
    lemma: str
    is_subject: bool
    is_name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What was mentioned in an article, in order; `publisher` is the name of who published it, or empty."""

    naming: Naming
    seen: tuple[Seen, ...]
    sentence_numbers: Mapping[int, int]
    clauses: Mapping[int, Sequence[Clause]]
    publisher: str = ""

    def number(self, sentence: Sentence) -> int:
        """Give the number of a sentence in the article."""
        return self.sentence_numbers[sentence.start]


def context_of(
    naming: Naming,
    sentences: Sequence[Sentence],
    clauses: Mapping[int, Sequence[Clause]],
    *,
    publisher: str = "",
) -> Context:
    """List the things that an article mentions, in order.

    Args:
        naming: Its names.
        sentences: Its sentences.
        clauses: The clauses of each, by the number of the sentence.
        publisher: Name of who published it.
    """
    seen: list[Seen] = []
    for n, sentence in enumerate(sentences):
        subjects = {
            clause.arguments[label][0]
            for clause in clauses[n]
            for label in (("obj",) if clause.passive else ("subj",))
            if label in clause.arguments
        }
        for token in sentence.tokens:
            known = naming.known.get(token.start)
            is_name = known is not None and not known.name.adjective
            if token.pos not in {"NOUN", "PROPN"} and not is_name:
                continue
            if token.dep in {"compound", "nmod", "npadvmod", "nummod"}:
                continue
            mention = naming.mention_of(sentence, token)
            seen.append(
                Seen(
                    mention=mention,
                    sentence=n,
                    lemma=token.lemma,
                    is_subject=token.i in subjects,
                    is_name=mention.is_name,
                )
            )
    return Context(
        naming=naming,
        seen=tuple(seen),
        sentence_numbers={s.start: n for n, s in enumerate(sentences)},
        clauses=clauses,
        publisher=publisher,
    )


def antecedent_of(context: Context, sentence: Sentence, token: Token) -> Mention | None:
    """Give what a noun or pronoun refers back to, or none where that is not plain."""
    lower = token.lower
    here = context.number(sentence)
    if token.pos == "PRON" or token.tag == "PRP$":
        if token.tag == "PRP$" and lower in {"its", "their"}:
            own = _subject_of_clause(context, sentence, token, here=here)
            if own is not None:
                return own
        return _of_pronoun(lower, _before(context, token), here=here)
    determiner = next((c.lower for c in sentence.children(token, "det") if c.lower in _DEFINITE), None)
    if determiner is None or context.naming.names.get(token.start) or context.naming.known.get(token.start):
        return None
    before = _before(context, token)
    return _of_definite(token, determiner, before, context=context, sentence=sentence, here=here)


def _before(context: Context, token: Token) -> list[Seen]:
    return [seen for seen in context.seen if seen.mention.span.end <= token.start]


def _subject_of_clause(context: Context, sentence: Sentence, token: Token, *, here: int) -> Mention | None:
    """Give the subject of the clause that a possessive stands in, where it comes before it and is a noun."""
    by_head = {clause.head: clause for clause in context.clauses[here]}
    current = token
    while current.head != current.i:
        current = sentence.head(current)
        clause = by_head.get(current.i)
        if clause is None:
            continue
        for label in ("subj", "obj") if clause.passive else ("subj",):
            for i in clause.arguments.get(label, ()):
                noun = sentence.tokens[i]
                if noun.start >= token.start or token.i in {t.i for t in sentence.subtree(noun)}:
                    continue
                if noun.pos in {"NOUN", "PROPN"}:
                    mention = context.naming.mention_of(sentence, noun)
                    if not mention.is_name:
                        mention = antecedent_of(context, sentence, noun) or mention
                    return mention if mention.type != "Person" else None
                before = [s for s in context.seen if s.mention.span.end <= noun.start]
                return _of_pronoun(noun.lower, before, here=here)
    return None


def _of_pronoun(lower: str, before: Sequence[Seen], *, here: int) -> Mention | None:
    near = [s for s in before if here - s.sentence < 2]
    if lower in _PERSON:
        people = [
            s.mention
            for s in before
            if s.mention.type == "Person" and s.is_name and here - s.sentence <= _NEAR
        ]
        return people[-1] if people else None
    if lower in _IT or lower in _THEY:
        plural = lower in _THEY
        fitting = [s for s in near if s.mention.type not in {"Person", "StateOfAffairs", "SourceDocument"}]
        fitting = [
            s
            for s in fitting
            if not plural or s.mention.type in {"AgentGroup", "Commodity", "State"} or s.is_subject
        ]
        subjects = [s for s in fitting if s.is_subject and s.sentence == here] or [
            s for s in fitting if s.is_subject
        ]
        return subjects[-1].mention if subjects else None
    return None


def _of_definite(
    token: Token, determiner: str, before: Sequence[Seen], *, context: Context, sentence: Sentence, here: int
) -> Mention | None:
    modified = any(True for _ in sentence.children(token, "amod", "compound", "poss"))
    if token.lemma in _COUNTRY and not modified:
        return _state(before, context=context, here=here)
    if token.lemma in {"government"} and not modified:
        state = _state(before, context=context, here=here)
        if state is None or state.iri is None:
            return None
        entry = context.naming.lexicon.entries.get(state.iri.replace("state-", "government-"))
        if entry is None:
            return None
        return Mention(
            span=state.span,
            type="Government",
            label=entry.label,
            iri=entry.iri,
            is_name=True,
            state=state.iri,
        )
    if token.lemma in _COMPANY and not modified:
        return _organization(before, text=context.naming.text, here=here)
    same = [s for s in before if s.lemma == token.lemma and s.mention.type != "StateOfAffairs"]
    if not same and token.lemma in _AGREEMENT and determiner in {"this", "the"}:
        same = [s for s in before if s.lemma in _AGREEMENT and here - s.sentence <= _NEAR * 2]
    labels = {s.mention.label for s in same}
    if same and (len(labels) == 1 or determiner == "this" or here - same[-1].sentence <= _NEAR):
        first = next(s for s in same if s.mention.label == same[-1].mention.label)
        return first.mention
    return None


def _state(before: Sequence[Seen], *, context: Context, here: int) -> Mention | None:
    """Give the state meant by "the country": the one that was named last.

    If it is also the one most named.
    """
    states = [
        s for s in before if s.mention.type == "State" or (s.mention.state and s.mention.type == "Government")
    ]
    if not states:
        return None
    last = states[-1]
    iri = last.mention.iri if last.mention.type == "State" else last.mention.state
    named = {s.mention.iri or s.mention.state for s in states if here - s.sentence <= 1}
    home = context.naming.home
    chosen = iri if len(named) <= 1 or iri == home else home
    if chosen is None:
        return None
    return next(
        (s.mention for s in reversed(states) if s.mention.iri == chosen),
        last.mention if last.mention.type == "State" else None,
    )


def _organization(before: Sequence[Seen], *, text: str, here: int) -> Mention | None:
    """Give the company meant by "the company": none, sooner than a ministry or one that is only near."""
    named = [
        s
        for s in before
        if s.mention.type == "Organization" and s.is_name and not _INSTITUTION.search(s.mention.label)
    ]
    plain = _indefinite(before, text=text, here=here, after=named[-1].mention.span.end if named else 0)
    if plain is not None:
        return plain
    near = [s for s in named if here - s.sentence <= _NEAR]
    labels = {s.mention.label for s in named}
    if len(labels) == 1:
        return named[-1].mention
    last = {s.mention.label for s in near if s.sentence == near[-1].sentence} if near else set()
    subjects = [s for s in near if s.is_subject]
    if len(last) == 1:
        return near[-1].mention
    return subjects[-1].mention if subjects else None


def _indefinite(before: Sequence[Seen], *, text: str, here: int, after: int) -> Mention | None:
    """Give a company that was only described: "any miner may export ore, provided that the company"."""
    for seen in reversed(before):
        if here - seen.sentence > 1:
            return None
        span = seen.mention.span
        words = text[span.start : span.end].lower()
        if seen.is_name or seen.lemma not in _COMPANY | _TRADERS or not _INDEFINITE.match(words):
            continue
        same = seen.sentence == here and seen.is_subject
        return seen.mention if same or span.start >= after else None
    return None
