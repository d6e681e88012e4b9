"""Whose stance a clause is: the article's, or that of somebody whom it names, describes or leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.closed_lists import AttributionKind, Section
from claimstake.coreference import antecedent_of, both_of
from claimstake.mentions import Mention, Span, phrase_span
from claimstake.statements.cues import read_cues
from claimstake.statements.wording import read_wording

if TYPE_CHECKING:
    from claimstake.coreference import Context
    from claimstake.sentences import Sentence, Token
    from claimstake.statements.model import Standing
    from claimstake.statements.quotes import Quotes

_NAMED = {"Person", "Organization", "State", "Government"}
_VAGUE = {"some", "many", "others", "several", "most", "few", "they", "one", "those", "who"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whose stance it is, and the words that say so."""

    kind: AttributionKind
    agents: tuple[Mention, ...] = ()
    document: Mention | None = None
    words: Span | None = None


def source_of(standing: Standing, sentence: Sentence, *, context: Context, quotes: Quotes) -> Source:
    """Give the source of what a clause puts forward.

    Args:
        standing: How the clause is put forward.
        sentence: Its sentence.
        context: What the article mentions, for pronouns.
        quotes: Speakers of direct speech that goes on over several sentences.
    """
    own = Source(
        kind=AttributionKind.EDITORIAL if sentence.section is Section.EDITORIAL else AttributionKind.NARRATOR
    )
    if standing.speaker is not None and not _announces_itself(sentence, standing):
        said = standing.says if standing.says is not None else standing.speaker
        return _by(sentence, sentence.tokens[standing.speaker], sentence.tokens[said], context=context) or own
    if standing.unnamed:
        words = None
        if standing.says is not None:
            token = sentence.tokens[standing.says]
            words = Span(token.start, token.end)
        return Source(kind=AttributionKind.UNNAMED, words=words)
    if sentence.start in quotes.speakers:
        other, speaker, verb = quotes.speakers[sentence.start]
        return _by(other, other.tokens[speaker], other.tokens[verb], context=context) or own
    return own


def _by(sentence: Sentence, token: Token, verb: Token, *, context: Context) -> Source | None:
    """Give the source that a noun names; none if it is nobody, as in "this shows that"."""
    token = _person_beside(sentence, token, context)
    words = _words(sentence, token, verb)
    mention = context.naming.mention_of(sentence, token)
    if token.lower in {"i", "we"}:
        return None
    if token.lower in _VAGUE:
        return Source(kind=AttributionKind.UNNAMED_GROUP, agents=(_group(mention, context),), words=words)
    if token.pos == "PRON":
        before = antecedent_of(context, sentence, token)
        if before is None:
            return (
                None
                if token.lower in {"it", "this", "that", "which"}
                else Source(kind=AttributionKind.UNNAMED, words=words)
            )
        mention = before
    elif not mention.is_name:
        mention = antecedent_of(context, sentence, token) or mention
    both = both_of(context, sentence, token)
    if both:
        return Source(kind=AttributionKind.NAMED_AGENT, agents=both, words=words)
    if context.publisher and mention.label.casefold() == context.publisher.casefold():
        # "Wire could not establish whether": the article's own words.
        return Source(kind=AttributionKind.NARRATOR)
    if mention.type == "SourceDocument" or (token.lemma in read_cues().documents and not mention.is_name):
        return Source(kind=AttributionKind.NAMED_DOCUMENT, document=_as_document(mention), words=words)
    document = _document_of(sentence, verb)
    if document is not None:
        named = context.naming.mention_of(sentence, document)
        agents = (mention,) if mention.type in _NAMED else ()
        return Source(
            kind=AttributionKind.NAMED_DOCUMENT, agents=agents, document=_as_document(named), words=words
        )
    determiners = {child.lower for child in sentence.children(token, "det")}
    numbers = {child.lower for child in sentence.children(token, "nummod")}
    indefinite = bool(determiners & {"a", "an"}) or ("one" in numbers and token.tag == "NN")
    if indefinite and not mention.is_name and token.lemma in read_wording().collectives:
        return Source(kind=AttributionKind.UNNAMED_GROUP, agents=(_group(mention, context),), words=words)
    if indefinite and not mention.is_name and not _is_placed_office(sentence, token):
        return Source(kind=AttributionKind.UNNAMED, agents=(_group(mention, context),), words=words)
    if mention.type in _NAMED and not (mention.type == "Person" and not mention.is_name):
        return Source(
            kind=AttributionKind.NAMED_AGENT,
            agents=(mention, *_joined(sentence, token, context)),
            words=words,
        )
    if _is_one_office(sentence, token, determiners) or _is_placed_office(sentence, token):
        return Source(kind=AttributionKind.NAMED_AGENT, agents=(_office(mention),), words=words)
    if mention.type in {"AgentGroup", "Person"} or token.lemma in read_cues().groups:
        return Source(kind=AttributionKind.UNNAMED_GROUP, agents=(_group(mention, context),), words=words)
    if not _speaks(verb):
        return None
    # Whoever says something is somebody, though no list knows the noun.
    if token.tag in {"NNS", "NNPS"} or verb.tag == "VBP":
        return Source(kind=AttributionKind.UNNAMED_GROUP, agents=(_group(mention, context),), words=words)
    return Source(kind=AttributionKind.NAMED_AGENT, agents=(_office(mention),), words=words)


def _announces_itself(sentence: Sentence, standing: Standing) -> bool:
    """Tell whether it is what a company makes known of itself in a release: "Puna announces earnings of"."""
    verb = sentence.tokens[standing.says] if standing.says is not None else None
    if verb is None or sentence.section is not Section.BODY:
        return False
    states = any("that" in sentence.markers(child, "mark") for child in sentence.children(verb, "ccomp"))
    return verb.lemma == "announce" and verb.tag == "VBZ" and not states


def _is_one_office(sentence: Sentence, token: Token, determiners: set[str]) -> bool:
    """Tell whether a noun is an office or institution of which there is one: "the president"."""
    if token.lemma not in read_wording().offices:
        return False
    owned = any(True for _ in sentence.children(token, "poss"))
    return owned or ("the" in determiners and token.tag not in {"NNS", "NNPS"})


def _is_placed_office(sentence: Sentence, token: Token) -> bool:
    """Tell whether it is an institution that its place makes one: "a court in Lima"."""
    if token.lemma not in {"court", "tribunal"}:
        return False
    places = (inner for p in sentence.children(token, "prep") for inner in sentence.children(p, "pobj"))
    return any(place.pos == "PROPN" for place in places)


def _office(mention: Mention) -> Mention:
    """Give a mention of somebody as an agent."""
    kind = mention.type if mention.type in _NAMED else "Organization"
    return Mention(
        span=mention.span, type=kind, label=mention.label, is_name=mention.is_name, state=mention.state
    )


def _speaks(verb: Token) -> bool:
    """Tell whether only somebody can do what a verb says: things show and indicate, but do not say."""
    cues = read_cues()
    return verb.lemma in (cues.says | cues.doubts | cues.rejects | _SPOKEN) - _SHOWN


_SPOKEN = {
    "view",
    "opinion",
    "account",
    "document",
    "rule",
    "according",
    "believe",
    "think",
    "accuse",
    "blame",
    "call",
    "hope",
    "fear",
    "expect",
}
_SHOWN = {
    "show", "indicate", "reveal", "find", "record", "put", "mention", "conclude", "describe", "post",
    "maintain", "state", "report", "recommend", "question", "challenge", "dispute", "repeat", "predict",
}  # fmt: skip


def _person_beside(sentence: Sentence, token: Token, context: Context) -> Token:
    """Give the name that stands beside an office: "the company's chief executive, John Ndlovu, said"."""
    if token.pos == "PROPN":
        return token
    for child in sentence.children(token, "appos"):
        if child.pos == "PROPN" and context.naming.mention_of(sentence, child).type in _NAMED:
            return child
    return token


def _document_of(sentence: Sentence, verb: Token) -> Token | None:
    """Give the document that somebody says something in: "said in a report"."""
    for child in sentence.children(verb, "prep"):
        for inner in sentence.children(child, "pobj"):
            if child.lower == "in" and inner.lemma in {
                "report",
                "study",
                "survey",
                "paper",
                "filing",
                "memo",
                "review",
            }:
                return inner
    return None


def _joined(sentence: Sentence, token: Token, context: Context) -> tuple[Mention, ...]:
    found = []
    for child in sentence.children(token, "conj"):
        mention = context.naming.mention_of(sentence, child)
        if mention.type in _NAMED:
            found.append(mention)
    return tuple(found)


def _group(mention: Mention, context: Context) -> Mention:
    return Mention(span=mention.span, type="AgentGroup", label=mention.label, state=mention.state)


def _as_document(mention: Mention) -> Mention:
    return Mention(span=mention.span, type="SourceDocument", label=mention.label, is_name=mention.is_name)


def _words(sentence: Sentence, token: Token, verb: Token) -> Span:
    """Give the words from the source to the verb of saying, both included."""
    span = phrase_span(sentence, token)
    if verb.i == token.i:
        return span
    return Span(min(span.start, verb.start), max(span.end, verb.end))
