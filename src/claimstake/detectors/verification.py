"""Find what is said about verification: under which standard, of which estimate, with what outcome.

Built for recall: every sentence that names a reporting standard gives a candidate, if need be with the
outcome `inconclusive`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING

from claimstake.assets import DATA
from claimstake.closed_lists import Modality, Outcome, Stance
from claimstake.detectors.context import clause_at, drafted, standing_at
from claimstake.detectors.endowments import read_words
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.model import Filler
from claimstake.drafts.typing import is_future
from claimstake.errors import InputError
from claimstake.mentions import Mention, Span
from claimstake.statements.cues import read_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Token
    from claimstake.statements import Clause
    from claimstake.statements.model import Standing

# What is called so is unverified, also where something else is in doubt.
_UNCHECKED = re.compile(r"\bun(?:verified|audited)|\bhistorical (?:estimate|resource|reserve)", re.IGNORECASE)
# How far before and after a standard, in characters, what is said of it may stand.
_BEFORE, _AFTER = 160, 60
_ANY = "stake:InternationallyRecognizedStandard"
_MORE = {
    "claim",
    "study",
    "report",
    "data",
    "sum",
    "project",
    "mine",
    "material",
    "result",
    "find",
    "discovery",
}


def _nouns() -> frozenset[str]:
    words = read_words()
    return words.endowment | words.estimate | _MORE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """The lists of data/rules/verification.yaml, each as one regular expression."""

    standards: re.Pattern[str]
    cues: re.Pattern[str]
    unverified: re.Pattern[str]
    pending: re.Pattern[str]
    verified: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    import yaml

    path = DATA / "rules" / "verification.yaml"
    lists = yaml.safe_load(path.read_text(encoding="utf-8"))
    names = [field.name for field in fields(_Patterns)]
    missing = [name for name in names if not lists.get(name)]
    if missing:
        raise InputError(f"{path.name} has no {', '.join(missing)}.", cure="Install the package again.")
    return _Patterns(**{name: re.compile("|".join(lists[name]), re.IGNORECASE) for name in names})


def verification_drafts(reading: Reading, read: ReadSentence, earlier: Sequence[Draft]) -> Iterator[Draft]:
    """Give a draft for each standard, or class of standards.

    That a sentence says something is verified under.

    Args:
        reading: The article.
        read: The sentence.
        earlier: The drafts of the article so far, for "these figures".
    """
    sentence, text = read.sentence, reading.article.text
    words = text[sentence.start : sentence.end].replace("’", "'")
    standards = _standards(reading, read)
    cue = None
    if not standards:
        cue = _cue(reading, read, words)
        if cue is None:
            return
        standards = [cue]
    finding = _finding(words, standards, read)
    subjects = _subjects(reading, read, standards, earlier, needs_estimate=cue is not None)
    for subject in subjects:
        for standard in standards:
            token = next(iter(sentence.at(standard.span.start, standard.span.end)), None) or _near(
                sentence.tokens, standard.span
            )
            standing = standing_at(read, token)
            presupposed = (
                re.search(r"lack of|absence of|^[“\"]?(?:in the absence|without)", words.lower()) is not None
            )
            yield drafted(
                reading,
                read,
                token,
                relation="verifiedUnder",
                kind="verification",
                rule="verification",
                subject=subject,
                objects=(standard,),
                standing=standing,
                stance=finding.stance,
                modality=Modality.PRESUPPOSED if presupposed and standing.is_plain else None,
                outcome=finding.outcome,
                quote=finding.words,
                with_time=False,
            )


def _near(tokens: Sequence[Token], span: Span) -> Token:
    return min(tokens, key=lambda t: abs(t.start - span.start))


def _standards(reading: Reading, read: ReadSentence) -> list[Filler]:
    found: list[Filler] = []
    sentence = read.sentence
    seen: set[int] = set()
    for i in range(sentence.start, sentence.end):
        name = reading.naming.known.get(i)
        if name is None or name.start in seen or name.name.entry.type != "ReportingStandard":
            continue
        seen.add(name.start)
        entry = name.name.entry
        span = Span(name.start, name.end)
        found.append(
            Filler(
                span=span,
                mention=Mention(
                    span=span, type="ReportingStandard", label=entry.label, iri=entry.iri, is_name=True
                ),
            )
        )
    text = reading.article.text
    for match in _patterns().standards.finditer(text, sentence.start, sentence.end):
        found.append(_any_standard(reading, Span(match.start(), match.end())))
    return sorted(found, key=lambda f: f.span)


def _any_standard(reading: Reading, span: Span) -> Filler:
    entry = reading.naming.lexicon.entries[_ANY]
    return Filler(
        span=span,
        mention=Mention(span=span, type="ReportingStandard", label=entry.label, iri=entry.iri, is_name=True),
    )


def _cue(reading: Reading, read: ReadSentence, words: str) -> Filler | None:
    match = _patterns().cues.search(words)
    if match is None:
        return None
    start, end = match.span("standard") if match["standard"] else match.span()
    return _any_standard(reading, Span(read.sentence.start + start, read.sentence.start + end))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    """What came of a verification, and the words that say so."""

    outcome: Outcome
    stance: Stance
    words: Span | None = None


def _finding(words: str, standards: Sequence[Filler], read: ReadSentence) -> _Finding:
    start = read.sentence.start
    first, last = standards[0].span.start - start, standards[-1].span.end - start
    token = _near(read.sentence.tokens, standards[0].span)
    standing = standing_at(read, token)
    if standing.stance in {Stance.DOUBTS, Stance.ASKS} and not _UNCHECKED.search(words):
        return _Finding(outcome=Outcome.INCONCLUSIVE, stance=standing.stance)
    denied = _denial(words, read, token, first=first, last=last)
    if denied is not None:
        return _Finding(outcome=Outcome.EXPLICITLY_UNVERIFIED, stance=Stance.DENIES, words=denied)
    near = words[max(0, first - _BEFORE) : last + _AFTER]
    if _patterns().pending.search(near) or standing.modality is Modality.INTENTION:
        return _Finding(outcome=Outcome.INCONCLUSIVE, stance=Stance.AFFIRMS)
    if standing.stance is Stance.DENIES:
        return _Finding(outcome=Outcome.EXPLICITLY_UNVERIFIED, stance=Stance.DENIES)
    if standing.stance is Stance.SUPPOSES:
        return _Finding(outcome=Outcome.INCONCLUSIVE, stance=standing.stance)
    if _is_to_come(read, token, standing):
        return _Finding(outcome=Outcome.INCONCLUSIVE, stance=Stance.AFFIRMS)
    found = list(_patterns().verified.finditer(words, max(0, first - _BEFORE), last + _AFTER))
    if found:
        before = [m for m in found if m.end() <= last and last - m.start() < _AFTER]
        span = Span(start + before[0].start(), start + before[0].end()) if before else None
        return _Finding(outcome=Outcome.VERIFIED, stance=Stance.AFFIRMS, words=span)
    if _is_mark_of_estimate(read, token):
        return _Finding(outcome=Outcome.VERIFIED, stance=Stance.AFFIRMS)
    return _Finding(outcome=Outcome.INCONCLUSIVE, stance=Stance.AFFIRMS)


def _denial(words: str, read: ReadSentence, token: Token, *, first: int, last: int) -> Span | None:
    """Give the words that deny verification: near the standard, or later on with the same subject.

    "was prepared under JORC in 2014, but it has not been verified since".
    """
    start, own = read.sentence.start, clause_at(read, token)
    for match in _patterns().unverified.finditer(words):
        span = Span(start + match.start(), start + match.end())
        clause = clause_at(read, _near(read.sentence.tokens, Span(span.end - 1, span.end)))
        same = own is None or clause is None or clause.head == own.head
        close = match.end() >= first - _BEFORE and match.start() < last + _AFTER
        if (close and (same or not _is_about_others(clause, own))) or (
            clause is not None and own is not None and match.start() >= last and _goes_on_about(clause, own)
        ):
            return span
    return None


def _is_about_others(clause: Clause | None, own: Clause | None) -> bool:
    """Tell whether a clause beside that of the standard has a subject of its own that is no estimate."""
    if clause is None or own is None or clause.link != "conj" or clause.parent != own.head:
        return False
    return clause.own_subject and not _goes_on_about(clause, own)


def _goes_on_about(clause: Clause, own: Clause) -> bool:
    if clause.link != "conj" or clause.parent != own.head:
        return False
    subject = clause.argument("obj" if clause.passive else "subj")
    if not clause.own_subject or subject is None:
        return True
    return subject.pos in {"PRON", "DET"} or subject.lemma in _nouns()


def _is_to_come(read: ReadSentence, token: Token, standing: Standing) -> bool:
    """Tell whether it is only planned, needed or possible that something is verified."""
    clause = clause_at(read, token)
    open_ = {Modality.CONDITIONAL, Modality.DEONTIC, Modality.EPISTEMIC, Modality.HYPOTHETICAL}
    if clause is None or clause.argument("attr") is not None:
        return standing.modality is Modality.DEONTIC
    holds = clause.lemma in read_words().holds | {"stand", "total", "amount", "put", "show", "indicate"}
    return not holds and (standing.modality in open_ or is_future(clause))


def _is_mark_of_estimate(read: ReadSentence, token: Token) -> bool:
    """Tell whether a standard stands before what was made under it: "a JORC resource"."""
    head = token
    while head.dep in {"compound", "nmod", "amod", "nummod", "npadvmod"} and head.head != head.i:
        head = read.sentence.head(head)
    known = _nouns() | read_cues().documents
    return head.i > token.i and head.lemma in known


def _subjects(
    reading: Reading,
    read: ReadSentence,
    standards: Sequence[Filler],
    earlier: Sequence[Draft],
    *,
    needs_estimate: bool,
) -> list[Filler]:
    """Give what is or is not verified: an estimate of this sentence, one referred back to.

    Or the noun for it.
    """
    sentence = read.sentence
    estimates = [n for n, d in enumerate(earlier) if d.relation in {"hasTonnage", "hasEstimatedValue"}]
    here = _with_grades([n for n in estimates if earlier[n].sentence == read.number], earlier)
    token = _noun(read, standards)
    if here:
        return [_about(earlier[n], n, earlier[n].subject.span) for n in here]
    if token is None:
        return []
    filler = filler_of(reading, sentence, token)
    if filler is None:
        return []
    refers = token.lemma in read_words().estimate | {"claim", "sum", "reserve", "resource", "wealth"} and any(
        c.lower in {"these", "this", "such", "the", "neither", "those", "both", "its"}
        for c in sentence.children(token)
    )
    near = [n for n in estimates if read.number - earlier[n].sentence <= 4]
    if refers and near:
        last = earlier[near[-1]].sentence
        chosen = [n for n in near if earlier[n].sentence == last]
        if token.tag in {"NN"} and len(chosen) > 1 and token.lower != "number":
            chosen = chosen[:1]
        return [_about(earlier[n], n, filler.span) for n in _with_grades(chosen, earlier)]
    graded = [n for n, d in enumerate(earlier) if d.relation == "hasGrade" and read.number - d.sentence <= 4]
    if token.lemma == "grade" and graded:
        return [_about(earlier[graded[-1]], graded[-1], filler.span)]
    if needs_estimate and token.lemma not in _nouns() and token.pos != "PRON":
        return []
    return [filler]


def _with_grades(chosen: Sequence[int], earlier: Sequence[Draft]) -> list[int]:
    """Give estimates with the grades that go with their tonnages: what holds of one holds of the other."""
    found = list(chosen)
    for n, draft in enumerate(earlier):
        if draft.relation == "hasGrade" and any(
            earlier[m].relation == "hasTonnage"
            and earlier[m].sentence == draft.sentence
            and earlier[m].subject.span == draft.subject.span
            for m in chosen
        ):
            found.append(n)
    return found


def _about(draft: Draft, index: int, span: Span) -> Filler:
    return Filler(
        span=span, about=index, antecedent=None if span == draft.subject.span else draft.subject.mention
    )


def _noun(read: ReadSentence, standards: Sequence[Filler]) -> Token | None:
    """Give the noun nearest before the standard that names an estimate or a deposit.

    Else the clause's subject.
    """
    sentence = read.sentence
    first = standards[0].span.start
    nouns = [
        t
        for t in sentence.tokens
        if t.pos in {"NOUN", "PROPN"} and t.lemma in _nouns() and t.dep != "compound"
    ]
    before = [t for t in nouns if t.end <= first or t.end <= standards[-1].span.end]
    subjects = [t for t in before if t.dep in {"nsubj", "nsubjpass"}]
    if subjects:
        return subjects[-1]
    if before:
        return before[-1]
    after = [t for t in nouns if t.start >= standards[-1].span.end]
    if after:
        return after[0]
    return next((t for t in sentence.tokens if t.dep in {"nsubj", "nsubjpass"} and t.end <= first), None)
