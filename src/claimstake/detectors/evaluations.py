"""Find how things are characterised: by `to be` and its like, and in appositions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality, Stance
from claimstake.detectors.context import drafted
from claimstake.detectors.firsts import is_first
from claimstake.detectors.ratings import is_ranked, is_rating, read_ratings
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.model import Filler
from claimstake.drafts.participants import value_span
from claimstake.mentions import Mention, Span
from claimstake.statements.cues import read_cues
from claimstake.statements.model import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Sentence, Token
    from claimstake.statements import Clause

_COPULAS = {"be", "remain", "look", "seem", "appear", "prove", "stay", "sound", "turn", "go"}
# "turned sour", but not "turned pilot".
_TURNS = {"turn", "go"}
_DESCRIBED = {
    "Organization", "ExtractionSite", "Facility", "Commodity", "Undertaking", "Agreement", "LegalInstrument",
}  # fmt: skip
_PLACES = {"State", "Government", "Place"}
_EMPTY = {"there", "what", "which", "who", "here", "he", "she", "i", "you", "we", "one", "these", "those"}
_PRONOUNS = {"it", "this", "that"}
# Words before a clause that supposes what it says.
_CASES = {"if", "where", "unless"}
_MOODS = {"Person", "AgentGroup"}


def copula_drafts(reading: Reading, read: ReadSentence, typed: frozenset[int]) -> Iterator[Draft]:
    """Give a draft for each clause that says what something is like.

    Args:
        reading: The article.
        read: The sentence.
        typed: Clauses that a frame has typed already.
    """
    sentence = read.sentence
    for clause in read.clauses:
        if clause.lemma not in _COPULAS or clause.head in typed or clause.passive:
            continue
        subject = clause.argument("subj")
        standing = read.standings[clause.head]
        asked = standing.stance is Stance.ASKS and subject is not None and subject.lower == "it"
        if subject is None or not (asked or _is_plain_subject(sentence, clause, subject)):
            continue
        if any(c.lower == "no" for c in sentence.children(subject, "det")) or _is_supposed(sentence, clause):
            continue
        filler = _subject_filler(reading, sentence, subject)
        if filler is None or (asked and filler.antecedent is None):
            continue
        for value in _values(
            sentence, clause, denied=standing.stance is Stance.DENIES or filler.antecedent is not None
        ):
            if value.i in typed or value.lemma in read_cues().doubt_adjectives or value.i == subject.i:
                continue
            if value.pos == "ADJ" and filler.mention is not None and filler.mention.type in _MOODS:
                continue
            clausal = any(c.dep in {"xcomp", "ccomp", "csubj"} for c in sentence.children(value))
            if clausal or is_first(reading, sentence, value):
                continue
            yield _draft(reading, read, clause.token, filler, value, standing=standing)


def _is_plain_subject(sentence: Sentence, clause: Clause, subject: Token) -> bool:
    """Tell whether a subject is a thing: not "what", "the answer", an amount, or a mere `it`."""
    if subject.pos in {"VERB", "AUX", "ADJ", "ADV"} or subject.lower in _EMPTY:
        return False
    if subject.lemma in read_ratings().subjects or any(c.dep == "nummod" for c in sentence.children(subject)):
        return False
    if any(c.lower in {"what", "which", "how", "whatever"} for c in sentence.subtree(subject)[:1]):
        return False
    if clause.link == "relcl" and sentence.tokens[
        max(sentence.subtree(clause.token)[0].i - 1, 0)
    ].text not in {",", "-", "–"}:
        # "a buyer who is not Chinese" tells which buyer.
        return False
    if subject.lower not in _PRONOUNS:
        return True
    return (
        not any(
            c.dep in {"ccomp", "xcomp", "csubj", "advcl", "relcl"}
            for c in sentence.children(clause.token)
            if c.i > clause.head
        )
        and subject.i < clause.head
    )


def _is_supposed(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause only says in which case something holds: "where the user is a foreigner"."""
    return clause.link in {"advcl", "ccomp"} and any(
        c.lower in _CASES and c.i < clause.head for c in sentence.children(clause.token)
    )


def _subject_filler(reading: Reading, sentence: Sentence, subject: Token) -> Filler | None:
    filler = filler_of(reading, sentence, subject)
    if filler is None and subject.lower in _PRONOUNS:
        span = Span(subject.start, subject.end)
        return Filler(span=span, mention=Mention(span=span, type="StateOfAffairs", label=subject.lower))
    return filler


def _values(sentence: Sentence, clause: Clause, *, denied: bool) -> Iterator[Token]:
    """Give the heads of the words that characterise: adjectives, nouns, and after `like`, `among`, `of`."""
    found = [
        sentence.tokens[i] for label in ("acomp", "attr", "oprd") for i in clause.arguments.get(label, ())
    ]
    if clause.lemma in _TURNS:
        yield from (t for t in found if t.pos == "ADJ" and is_rating(sentence, t))
        return
    for value in found:
        ranked = value.lemma == "one" and any(c.lower == "of" for c in sentence.children(value, "prep"))
        about = value.lemma in {"more", "less"} and any(
            c.lower == "about" for c in sentence.children(value, "prep")
        )
        if ranked or about or is_rating(sentence, value, denied=denied):
            yield value
    for i in clause.arguments.get("prep:among", ()):
        if sentence.tokens[i].tag == "JJS" or is_ranked(sentence, sentence.tokens[i]):
            yield sentence.tokens[i]
    for i in clause.arguments.get("prep:of", ()):
        if sentence.tokens[i].lemma in read_ratings().weights:
            yield sentence.tokens[i]
    for i in clause.arguments.get("prep:like", ()):
        if clause.lemma in {"look", "sound", "seem"} and sentence.tokens[i].pos == "NOUN":
            yield sentence.tokens[i]


def _draft(
    reading: Reading, read: ReadSentence, token: Token, subject: Filler, value: Token, *, standing: Standing
) -> Draft:
    span = value_span(read.sentence, value)
    return drafted(
        reading,
        read,
        token,
        relation="evaluatedAs",
        kind="question" if standing.stance is Stance.ASKS else "evaluation",
        rule="copula",
        subject=subject,
        objects=(Filler(span=span, value=reading.naming.label_of(span)),),
        standing=standing,
    )


def apposition_drafts(reading: Reading, read: ReadSentence, typed: frozenset[int]) -> Iterator[Draft]:
    """Give a draft for each description beside a name: `Zimbabwe, Africa's largest lithium producer`."""
    sentence = read.sentence
    for token in sentence.tokens:
        if token.dep != "appos" or token.i in typed:
            continue
        named, described = sentence.head(token), token
        if token.pos == "PROPN" and named.pos == "NOUN" and is_ranked(sentence, named):
            # "Quebec's largest smelter, Alouette": the name is what is described.
            named, described = token, named
        between = sentence.tokens[min(named.i, described.i) + 1 : max(named.i, described.i)]
        if any(t.text in {"(", ")", ";"} for t in between) or not any(
            t.text in {",", "–", "—"} for t in between
        ):
            continue
        if (
            described.pos != "NOUN"
            or is_first(reading, sentence, described)
            or not _describes(reading, sentence, named, described)
        ):
            continue
        subject = filler_of(reading, sentence, named)
        if subject is None or subject.mention is None:
            continue
        span = _description(sentence, described, named)
        best = is_ranked(sentence, described)
        yield drafted(
            reading,
            read,
            described,
            relation="evaluatedAs",
            kind="evaluation" if best else "background",
            rule="apposition",
            subject=replace(subject, span=_own(subject.span, span)),
            objects=(Filler(span=span, value=reading.naming.label_of(span)),),
            standing=Standing(),
            modality=Modality.PRESUPPOSED,
            with_time=False,
        )


def _own(span: Span, other: Span) -> Span:
    """Give a span without what it shares with the one after it."""
    return Span(span.start, other.start) if span.start < other.start < span.end else span


def _description(sentence: Sentence, described: Token, named: Token) -> Span:
    span = value_span(sentence, described)
    return (
        Span(span.start, min(span.end, named.start))
        if described.i < named.i and span.end > named.start
        else span
    )


def _describes(reading: Reading, sentence: Sentence, named: Token, described: Token) -> bool:
    """Tell whether a noun phrase says what kind of thing the one beside it is."""
    ranked = is_ranked(sentence, described)
    if named.pos == "NOUN":
        return ranked and any(c.dep in {"det", "poss"} for c in sentence.children(described))
    mention = reading.naming.mention_of(sentence, named)
    if named.pos != "PROPN" or not mention.is_name:
        return False
    if any(c.dep == "nummod" for c in sentence.children(described)):
        return False
    article = next((c.lower for c in sentence.children(described, "det")), "")
    owned = any(True for _ in sentence.children(described, "poss"))
    if ranked:
        return mention.type in _DESCRIBED | _PLACES and (owned or article in {"the", "a", "an"})
    modified = any(True for _ in sentence.children(described, "amod", "compound"))
    company = described.lemma in {"company", "firm"} and modified
    if mention.type not in _DESCRIBED or (described.lemma in read_ratings().roles and not company):
        return False
    if article in {"the", "a", "an"} or owned:
        body = reading.naming.mention_of(sentence, described).type == "Organization"
        return modified or body
    return False
