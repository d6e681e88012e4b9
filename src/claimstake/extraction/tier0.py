"""Tier 0: each clause as a statement, with the claims made of it or the reason why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from claimstake.attribution import source_of
from claimstake.claims.schema import Statement, StatementArgument
from claimstake.mentions import Span, clause_span, phrase_span
from claimstake.statements.cues import read_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.extraction.entities import Entities
    from claimstake.statements import Clause

    Role = Literal["subject", "object", "oblique", "complement", "quantity", "time", "source"]

_ROLES: dict[str, Role] = {
    "subj": "subject",
    "obj": "object",
    "iobj": "oblique",
    "attr": "complement",
    "acomp": "complement",
    "oprd": "complement",
    "xcomp": "complement",
    "ccomp": "complement",
}


def statements_of(
    reading: Reading, entities: Entities, drafts: Sequence[Draft], ids: Sequence[str]
) -> tuple[Statement, ...]:
    """Give a statement for each clause of an article.

    Args:
        reading: The article as read.
        entities: The entities of the claims; statements name no others.
        drafts: The claims, in order.
        ids: Their ids.
    """
    found: list[Statement] = []
    for read in reading.sentences:
        made = [(draft, i) for draft, i in zip(drafts, ids, strict=True) if draft.sentence == read.number]
        covered: set[str] = set()
        for clause in read.clauses:
            own = tuple(i for draft, i in made if _is_of(draft, clause, read))
            covered |= set(own)
            found.append(_statement(reading, read, clause, number=len(found) + 1, claims=own))
        rest = tuple(i for _, i in made if i not in covered)
        if rest or not read.clauses:
            found.append(_verbless(reading, read, number=len(found) + 1, claims=rest))
    return tuple(found)


def _is_of(draft: Draft, clause: Clause, read: ReadSentence) -> bool:
    if draft.clause is None:
        return False
    if draft.clause == clause.head:
        return True
    heads = {c.head for c in read.clauses}
    current = read.sentence.tokens[draft.clause]
    if current.i in heads:
        return False
    while current.head != current.i:
        current = read.sentence.head(current)
        if current.i in heads:
            return current.i == clause.head
    return False


def _statement(
    reading: Reading, read: ReadSentence, clause: Clause, *, number: int, claims: tuple[str, ...]
) -> Statement:
    text, sentence = reading.article.text, read.sentence
    standing = read.standings[clause.head]
    span = clause_span(sentence, clause.token, whole=True)
    arguments = list(_arguments(text, read, clause))
    source = source_of(standing, sentence, context=reading.context, quotes=reading.quotes)
    if source.words is not None:
        arguments.append(_argument(text, "source", source.words))
    spans = [Span(a.at, a.at + len(a.words)) for a in arguments if a.at is not None]
    inside = [s for s in spans if read.sentence.start <= s.start and s.end <= read.sentence.end]
    quote = Span(min([span.start, *(s.start for s in inside)]), max([span.end, *(s.end for s in inside)]))
    return Statement(
        id=f"S{number:03}",
        quote=text[quote.start : quote.end],
        at=quote.start,
        predicate=clause.lemma,
        arguments=tuple(arguments),
        modality=standing.modality,
        stance=standing.stance,
        claims=claims,
        untyped=None if claims else _reason(clause),
    )


def _arguments(text: str, read: ReadSentence, clause: Clause) -> list[StatementArgument]:
    sentence = read.sentence
    found: dict[tuple[Role, int], StatementArgument] = {}
    for label, positions in clause.arguments.items():
        role: Role | None = _ROLES.get(label) or ("oblique" if label.startswith("prep:") else None)
        if role is None:
            continue
        for i in positions:
            span = phrase_span(sentence, sentence.tokens[i])
            found.setdefault((role, span.start), _argument(text, role, span))
    tokens = sentence.subtree(clause.token)
    for quantity in read.quantities:
        if any(quantity.start <= t.start < quantity.end for t in tokens):
            found[("quantity", quantity.start)] = _argument(
                text, "quantity", Span(quantity.start, quantity.end)
            )
    for time in read.times:
        if any(time.start <= t.start < time.end for t in tokens):
            found[("time", time.start)] = _argument(text, "time", Span(time.start, time.end))
    return [found[key] for key in sorted(found, key=lambda k: (k[1], k[0]))]


def _argument(text: str, role: Role, span: Span) -> StatementArgument:
    return StatementArgument(role=role, words=text[span.start : span.end], at=span.start)


def _verbless(reading: Reading, read: ReadSentence, *, number: int, claims: tuple[str, ...]) -> Statement:
    text, sentence = reading.article.text, read.sentence
    root = next(token for token in sentence.tokens if token.head == token.i)
    return Statement(
        id=f"S{number:03}",
        quote=text[sentence.start : sentence.end],
        at=sentence.start,
        predicate=root.lemma or root.text,
        claims=claims,
        untyped=None if claims else "it has no verb",
    )


def _reason(clause: Clause) -> str:
    if clause.lemma in read_cues().says | read_cues().thinks:
        return "it only says who says another clause"
    return f"no rule types {clause.lemma!r} with these arguments"
