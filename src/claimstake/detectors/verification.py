"""Find what is said about verification: under which standard, of which estimate, with what outcome.

Built for recall: every sentence that names a reporting standard gives a candidate, if need be with the
outcome `inconclusive`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality, Outcome, Stance
from claimstake.detectors.assessed import Assessed, is_document
from claimstake.detectors.checks import checks_of
from claimstake.detectors.context import clause_at, drafted, standing_at
from claimstake.detectors.endowments import read_words
from claimstake.detectors.standards import any_standard, cue_of, current_of, patterns, standards_of
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.forward import is_future
from claimstake.drafts.model import Filler
from claimstake.mentions import Span
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
_MORE = {
    "claim",
    "study",
    "report",
    "data",
    "sum",
    "material",
    "result",
    "discovery",
}


def _nouns() -> frozenset[str]:
    words = read_words()
    return words.endowment | words.estimate | _MORE


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
    assessed = Assessed(reading, read)
    named = [standard for standard in standards_of(reading, read) if not assessed.is_acting(standard.span)]
    by_code = [(standard, who) for standard in named if (who := assessed.reporter(standard.span)) is not None]
    for standard, who in by_code:
        reporter = filler_of(reading, sentence, who)
        if reporter is not None:
            yield drafted(
                reading,
                read,
                who,
                relation="reportsUnder",
                kind="background",
                rule="reports-under",
                subject=reporter,
                objects=(standard,),
                with_time=False,
            )
    if by_code:
        return
    checks = {} if named else {c.span: c for c in checks_of(reading, read)}
    standards = [*named, *(any_standard(reading, span) for span in checks)]
    if not named:
        current = current_of(reading, read, words)
        cue = current or (None if checks else cue_of(reading, read, words))
        if cue is not None:
            standards = [cue]
    for standard in standards:
        finding = _finding(words, named or [standard], read)
        check = checks.get(standard.span)
        for subject in _subjects(
            reading,
            read,
            standard,
            standards,
            earlier,
            checked=check.assessed if check else None,
            named=bool(named),
        ):
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
    if patterns().pending.search(near) or standing.modality is Modality.INTENTION:
        return _Finding(outcome=Outcome.INCONCLUSIVE, stance=Stance.AFFIRMS)
    if standing.stance is Stance.DENIES:
        return _Finding(outcome=Outcome.EXPLICITLY_UNVERIFIED, stance=Stance.DENIES)
    if standing.stance is Stance.SUPPOSES:
        return _Finding(outcome=Outcome.INCONCLUSIVE, stance=standing.stance)
    if _is_to_come(read, token, standing):
        return _Finding(outcome=Outcome.INCONCLUSIVE, stance=Stance.AFFIRMS)
    found = list(patterns().verified.finditer(words, max(0, first - _BEFORE), last + _AFTER))
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
    for match in patterns().unverified.finditer(words):
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
    standard: Filler,
    standards: Sequence[Filler],
    earlier: Sequence[Draft],
    *,
    checked: Token | None,
    named: bool,
) -> list[Filler]:
    """Give what is or is not verified: an estimate of this sentence, one referred back to.

    Or the noun for it.
    """
    sentence = read.sentence
    estimates = _estimates(earlier)
    inside = [n for n in estimates if earlier[n].sentence == read.number]
    assessed = Assessed(reading, read)
    token = checked or assessed.by(standard.span)
    if token is None:
        here = _with_grades(_nearest(inside, earlier, standard), earlier)
        token = _noun(assessed, standards)
    else:
        here = _with_grades(_of_token(inside, earlier, token), earlier)
    if here:
        return [_about(earlier[n], n, earlier[n].subject.span) for n in here]
    if token is None:
        return []
    filler = filler_of(reading, sentence, token)
    if filler is None:
        return []
    if inside and is_document(token):
        return [_about(earlier[n], n, filler.span) for n in _with_grades(inside, earlier)]
    near = [n for n in estimates if read.number - earlier[n].sentence <= 4]
    if near and _refers(read, token):
        last = earlier[near[-1]].sentence
        chosen = [n for n in near if earlier[n].sentence == last]
        if token.lower == "it":
            chosen = [n for n in chosen if earlier[n].subject.span == earlier[chosen[0]].subject.span]
        if token.tag in {"NN"} and len(chosen) > 1 and token.lower != "number":
            chosen = chosen[:1]
        return [_about(earlier[n], n, filler.span) for n in _with_grades(chosen, earlier)]
    graded = [n for n, d in enumerate(earlier) if d.relation == "hasGrade" and read.number - d.sentence <= 4]
    if token.lemma == "grade" and graded:
        return [_about(earlier[graded[-1]], graded[-1], filler.span)]
    if not named and token.lemma not in _nouns() and not assessed.can_be(token):
        return []
    return [filler]


def _estimates(earlier: Sequence[Draft]) -> list[int]:
    """Give the drafts that put a mass or a value on something, each amount once."""
    found: dict[object, int] = {}
    for n, draft in enumerate(earlier):
        if draft.relation in {"hasTonnage", "hasEstimatedValue"} and draft.quantity is not None:
            found.setdefault((draft.relation, draft.quantity.start), n)
    return list(found.values())


def _refers(read: ReadSentence, token: Token) -> bool:
    """Tell whether a word refers back to an estimate that was given before."""
    if token.pos == "PRON":
        return token.lower in {"it", "they", "this", "these", "those", "that"}
    return token.lemma in read_words().estimate | {"claim", "sum", "reserve", "resource", "wealth"} and any(
        c.lower in {"these", "this", "such", "the", "neither", "those", "both", "its"}
        for c in read.sentence.children(token)
    )


def _nearest(inside: Sequence[int], earlier: Sequence[Draft], standard: Filler) -> list[int]:
    """Give the estimates of the thing whose estimate stands nearest before a standard, or else after it."""
    before = [n for n in inside if earlier[n].quote.start < standard.span.start]
    if not inside:
        return []
    last = earlier[(before or inside)[-1 if before else 0]]
    return [n for n in inside if earlier[n].subject.span == last.subject.span]


def _of_token(inside: Sequence[int], earlier: Sequence[Draft], token: Token) -> list[int]:
    """Give the estimates whose subject or amount a word is."""
    word = Span(token.start, token.end)
    found = [n for n in inside if earlier[n].subject.span.overlaps(word)]
    amounts = [n for n in inside if (q := earlier[n].quantity) and Span(q.start, q.end).overlaps(word)]
    return found or amounts


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


def _noun(assessed: Assessed, standards: Sequence[Filler]) -> Token | None:
    """Give the noun nearest before the standard that names an estimate or a deposit.

    Else the clause's subject, if it can be verified.
    """
    sentence = assessed.read.sentence
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
    subjects = [t for t in sentence.tokens if t.dep in {"nsubj", "nsubjpass"} and t.end <= first]
    return next((t for t in subjects if t.pos != "PRON" and assessed.can_be(t)), None)
