"""Find what is said about checking where no standard is named: `has never been audited`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.closed_lists import Stance
from claimstake.detectors.assessed import Assessed, read_wording
from claimstake.mentions import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Token
    from claimstake.statements import Clause

_NO = {"no", "nobody", "none", "neither", "nor", "never", "not", "n't"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Words about checking, with what is checked or not."""

    span: Span
    assessed: Token


def checks_of(reading: Reading, read: ReadSentence) -> Iterator[Check]:
    """Give the checks that the clauses of a sentence speak of, done or not.

    Args:
        reading: The article.
        read: The sentence.
    """
    words, found = read_wording(), Assessed(reading, read)
    for clause in read.clauses:
        lemma = clause.lemma.split()[0]
        if lemma not in words.checking | words.examining:
            continue
        target = found.first(clause, ("obj",))
        actor = clause.argument("subj")
        if target is None or target.i in {clause.head, actor and actor.i} or not found.is_estimate(target):
            continue
        actor = _outsider(read, actor) or actor
        outside = actor is not None and words.outsiders.search(_phrase(read, actor)) is not None
        if lemma in words.examining and not (outside or _is_independent(read, clause)):
            continue
        if lemma in words.checking and not outside and not (clause.passive or _is_denied(read, clause)):
            continue
        named = outside or (clause.passive and actor is not None)
        yield Check(span=_span(read, clause, actor if named else None), assessed=target)


def _outsider(read: ReadSentence, actor: Token | None) -> Token | None:
    """Give what a name is said to be beside it: "Ann Lee, P.Geo., a Qualified Person"."""
    if actor is None:
        return None
    beside = (t for t in read.sentence.subtree(actor) if t.dep == "appos")
    return next((t for t in beside if read_wording().outsiders.search(_phrase(read, t))), None)


def _is_denied(read: ReadSentence, clause: Clause) -> bool:
    if read.standings[clause.head].stance is Stance.DENIES:
        return True
    actor = clause.argument("subj")
    return actor is not None and any(c.lower in _NO for c in (actor, *read.sentence.children(actor)))


def _is_independent(read: ReadSentence, clause: Clause) -> bool:
    return any(c.lower in {"independently", "externally"} for c in read.sentence.children(clause.token))


def _phrase(read: ReadSentence, token: Token) -> str:
    return " ".join(t.text for t in read.sentence.subtree(token))


def _span(read: ReadSentence, clause: Clause, actor: Token | None) -> Span:
    token = clause.token
    if actor is None:
        return Span(token.start, token.end)
    inside = [t for t in read.sentence.subtree(actor) if t.dep not in {"relcl", "punct"}]
    near = [t for t in inside if actor.i - 6 <= t.i <= actor.i] or [actor]
    return Span(min(near[0].start, token.start) if clause.passive else near[0].start, actor.end)
