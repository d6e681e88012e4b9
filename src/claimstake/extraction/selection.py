"""Choose among drafts that say the same thing twice, and drop those that say too little."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimstake.extraction.drafts import Draft
    from claimstake.extraction.reading import Reading


def selected(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the drafts that become claims, in the order of the text."""
    kept: list[Draft] = []
    seen: set[tuple[object, ...]] = set()
    for draft in sorted(drafts, key=lambda d: (d.sentence, d.quote.start, d.quote.end)):
        key = _content(draft)
        if key in seen or not _says_enough(draft):
            continue
        seen.add(key)
        kept.append(draft)
    return kept


def _content(draft: Draft) -> tuple[object, ...]:
    return (
        draft.sentence,
        draft.relation,
        draft.subject.span,
        draft.subject.about,
        tuple((o.span, o.value) for o in draft.objects),
        draft.quantity and (draft.quantity.start, draft.quantity.end),
    )


def _says_enough(draft: Draft) -> bool:
    if draft.quote.start >= draft.quote.end:
        return False
    return all(o.mention is None or o.mention.span != draft.subject.span for o in draft.objects)
