"""What detectors share: finding the clause of a token, and making a draft of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.attribution import source_of
from claimstake.drafts.forward import settled_modality
from claimstake.drafts.model import Draft, Filler
from claimstake.drafts.typing import condition_spans, time_of
from claimstake.frames.predications import governing
from claimstake.mentions import Span
from claimstake.statements.model import Standing

if TYPE_CHECKING:
    from claimstake.closed_lists import Certainty, Modality, Outcome, Stance
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.quantities import FoundQuantity
    from claimstake.sentences import Token
    from claimstake.statements import Clause


def clause_at(read: ReadSentence, token: Token) -> Clause | None:
    """Give the verb clause that a token stands in."""
    return governing(read.sentence, token, {clause.head: clause for clause in read.clauses})


def standing_at(read: ReadSentence, token: Token) -> Standing:
    """Give how the clause of a token is put forward."""
    clause = clause_at(read, token)
    return Standing() if clause is None else read.standings[clause.head]


def drafted(
    reading: Reading,
    read: ReadSentence,
    token: Token,
    *,
    relation: str,
    kind: str,
    rule: str,
    subject: Filler,
    objects: tuple[Filler, ...] = (),
    quantity: FoundQuantity | None = None,
    standing: Standing | None = None,
    stance: Stance | None = None,
    modality: Modality | None = None,
    certainty: Certainty | None = None,
    outcome: Outcome | None = None,
    quote: Span | None = None,
    with_time: bool = True,
) -> Draft:
    """Make a draft of what a token stands for, with the standing and the source of its clause.

    Args:
        reading: The article.
        read: The sentence.
        token: The word that the claim turns on.
        relation: What it states.
        kind: Its kind.
        rule: Id of the detector.
        subject: What it is about.
        objects: What it relates that to.
        quantity: Its amount.
        standing: How it is put forward, if not as its clause is.
        stance: Stance, if not that of the standing.
        modality: Modality, if not that of the standing.
        certainty: Certainty, if not that of the standing.
        outcome: Outcome of a verification.
        quote: Words to quote, if more than those of the arguments.
        with_time: Whether the time of the clause belongs to it.
    """
    standing = standing if standing is not None else standing_at(read, token)
    source = source_of(standing, read.sentence, context=reading.context, quotes=reading.quotes)
    spans = [Span(token.start, token.end), subject.span, *(o.span for o in objects)]
    if quantity is not None:
        spans.append(Span(quantity.start, quantity.end))
    if quote is not None:
        spans.append(quote)
    inside = [s for s in spans if s.start >= read.sentence.start and s.end <= read.sentence.end]
    clause = clause_at(read, token)
    return Draft(
        relation=relation,
        kind=kind,
        rule=rule,
        quote=Span(min(s.start for s in inside), max(s.end for s in inside)),
        subject=subject,
        source=source,
        sentence=read.number,
        clause=token.i,
        objects=objects,
        quantity=quantity,
        time=time_of(read, clause) if clause is not None and with_time else None,
        conditions=condition_spans(read.sentence, standing),
        stance=stance if stance is not None else standing.stance,
        certainty=certainty if certainty is not None else standing.certainty,
        modality=modality if modality is not None else settled_modality(standing.modality, source),
        outcome=outcome,
        act=token.start,
    )
