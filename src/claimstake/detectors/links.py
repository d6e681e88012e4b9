"""Find what one sentence says of the one before it: "consequently", "for instance"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality
from claimstake.detectors.context import drafted, standing_at
from claimstake.drafts.fillers import filler_of
from claimstake.drafts.model import Filler
from claimstake.mentions import Mention, Span, clause_span
from claimstake.statements.model import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.sentences import Token
    from claimstake.statements import Clause

_CONSEQUENCE = {"consequently", "therefore", "thus", "hence", "accordingly"}
_EXAMPLE = {"instance", "example"}


def link_drafts(reading: Reading, read: ReadSentence) -> Iterator[Draft]:
    """Give drafts for what joins the main clause of a sentence to that of the sentence before."""
    before = next((r for r in reading.sentences if r.number == read.number - 1), None)
    clause = _main(read)
    if before is None or clause is None or before.sentence.section is not read.sentence.section:
        return
    earlier = _main(before)
    if earlier is None or before.sentence.tokens[-1].text == "?":
        return
    first = read.sentence.tokens[0]
    if first.lower in _CONSEQUENCE and first.head == clause.head:
        yield _consequence(reading, read, clause, first, before, earlier)
    elif first.lower == "for" and read.sentence.tokens[1].lower in _EXAMPLE:
        yield from _example(reading, read, clause, before, earlier)


def _main(read: ReadSentence) -> Clause | None:
    return next((c for c in read.clauses if c.parent is None and c.form.value == "verb"), None)


def _consequence(
    reading: Reading, read: ReadSentence, clause: Clause, word: Token, before: ReadSentence, earlier: Clause
) -> Draft:
    cause = clause_span(before.sentence, earlier.token, whole=True)
    mention = Mention(span=cause, type="StateOfAffairs", label=reading.naming.label_of(cause))
    own = clause_span(read.sentence, clause.token, whole=True)
    # The parser counts the adverb itself to the clause.
    after = next(t for t in read.sentence.tokens[1:] if t.pos != "PUNCT")
    effect = Span(max(own.start, after.start), own.end)
    label = reading.naming.label_of(effect)
    standing = standing_at(read, clause.token)
    return drafted(
        reading,
        read,
        word,
        relation="causes",
        kind="causal",
        rule="consequence",
        subject=Filler(span=Span(word.start, word.end), mention=mention, antecedent=mention),
        objects=(
            Filler(
                span=effect, mention=Mention(span=effect, type="StateOfAffairs", label=label), is_act=False
            ),
        ),
        standing=Standing(speaker=standing.speaker, says=standing.says, unnamed=standing.unnamed),
        modality=Modality.ASSERTED,
        certainty=standing.certainty,
        with_time=False,
    )


def _example(
    reading: Reading, read: ReadSentence, clause: Clause, before: ReadSentence, earlier: Clause
) -> Iterator[Draft]:
    """Make the subject of a sentence with `for instance` one of the several things spoken of before it."""
    one = clause.argument("obj" if clause.passive else "subj")
    several = earlier.argument("obj" if earlier.passive else "subj")
    if one is None or several is None or several.tag not in {"NNS", "NNPS"} or one.tag in {"NNS", "PRP"}:
        return
    member = filler_of(reading, read.sentence, one)
    whole = filler_of(reading, before.sentence, several)
    if member is None or whole is None or member.mention is None or whole.mention is None:
        return
    agents = {"State", "Government", "Organization", "Person", "AgentGroup"}
    if (member.mention.type in agents) is not (whole.mention.type in agents):
        return
    yield drafted(
        reading,
        read,
        one,
        relation="memberOf",
        kind="relation",
        rule="for-instance",
        subject=member,
        objects=(whole,),
        standing=Standing(),
        with_time=False,
    )
