"""Tell whether a fact can be recovered from the statements of tier 0, typed or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.mentions import Span

if TYPE_CHECKING:
    from claimstake.claims.schema import ClaimsFile, Statement
    from claimstake.evaluation.gold import Fact


def recovered(fact: Fact, file: ClaimsFile) -> bool:
    """Tell whether one statement, or a claim made of it.

    Holds all of a fact's roles that stand in its quote.
    """
    wanted = [
        span
        for part in (*fact.subjects, *fact.objects)
        for span in part.spans
        if fact.quote.start <= span.start and span.end <= fact.quote.end
    ]
    return any(_holds(statement, wanted, fact.quote) for statement in file.statements)


def _holds(statement: Statement, wanted: list[Span], quote: Span) -> bool:
    at = statement.at or 0
    whole = Span(at, at + len(statement.quote))
    if not whole.overlaps(quote):
        return False
    arguments = [Span(a.at or 0, (a.at or 0) + len(a.words)) for a in statement.arguments]
    if not arguments:
        return all(whole.overlaps(span) for span in wanted)
    return all(
        any(argument.overlaps(span) for argument in arguments) or _is_predicate(statement, span)
        for span in wanted
    )


def _is_predicate(statement: Statement, span: Span) -> bool:
    """Tell whether a span lies in the statement outside its arguments, where its predicate stands."""
    at = statement.at or 0
    return at <= span.start and span.end <= at + len(statement.quote)
