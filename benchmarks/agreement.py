"""Measure how far two annotators agree: the second one's facts are scored as an extractor's claims would be.

    python benchmarks/agreement.py

`agreement/NAME.jsonl` is the second annotation of `passages/unseen/NAME`, made from the text alone.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from claimstake.claims.schema import (
    Argument,
    ArticleRecord,
    Attribution,
    Claim,
    ClaimsFile,
    Extractor,
    Quantity,
)
from claimstake.closed_lists import AttributionKind, Certainty, Comparator, Modality, Outcome, Stance
from claimstake.evaluation import read_passages
from claimstake.evaluation.alignment import align

if TYPE_CHECKING:
    from claimstake.evaluation.gold import Fact, Part, Passage

HERE = Path(__file__).resolve().parent
FIRST = HERE / "passages" / "unseen"


def main() -> None:
    """Print precision, recall and F1 of the second annotator against the first."""
    right = strict = made = found = wanted = 0
    for first, second in zip(read_passages([FIRST / p.stem for p in _seconds()]), _second(), strict=True):
        alignment = align(first, claims_of(second))
        due = {fact.id for fact in first.facts if fact.tier in {"A", "B"}}
        right += len(alignment.pairs)
        strict += sum(pair.is_strict for pair in alignment.pairs)
        made += len(alignment.pairs) + len(alignment.wrong)
        found += sum(pair.fact.id in due for pair in alignment.pairs)
        wanted += len(due)
    precision, recall = right / made, found / wanted
    print(f"core    precision {precision:.3f} ({right}/{made})  recall {recall:.3f} ({found}/{wanted})")
    print(f"        F1 {2 * precision * recall / (precision + recall):.3f}")
    print(f"strict  precision {strict / made:.3f} ({strict}/{made})")


def _seconds() -> list[Path]:
    return sorted((HERE / "agreement").glob("*.jsonl"))


def _second() -> tuple[Passage, ...]:
    """Read the second annotations, each beside a copy of its article."""
    with tempfile.TemporaryDirectory() as folder:
        for path in _seconds():
            target = Path(folder) / path.stem
            target.mkdir()
            shutil.copy(FIRST / path.stem / "article.txt", target / "article.txt")
            shutil.copy(path, target / "gold.jsonl")
        return read_passages([Path(folder)])


def claims_of(passage: Passage) -> ClaimsFile:
    """Write the facts of a passage as claims, with no more checks than scoring needs."""
    claims = tuple(_claim(fact, passage.text) for fact in passage.facts if fact.tier != "-")
    article = ArticleRecord.model_construct(
        id=passage.name, file="article.txt", sha256="", title=passage.title
    )
    extractor = Extractor(name="second annotator", version="1")
    return ClaimsFile.model_construct(claimstake=1, article=article, extractor=extractor, claims=claims)


def _claim(fact: Fact, text: str) -> Claim:
    subject = next(iter(_arguments(fact.subjects, text)), Argument(words="nobody", at=0, value="nobody"))
    amount = fact.amount
    return Claim.model_construct(
        id=fact.id,
        kind=fact.kind,
        quote=text[fact.quote.start : fact.quote.end],
        at=fact.quote.start,
        relation=fact.relation,
        subject=subject if fact.about is None else subject.model_copy(update={"claim": fact.about}),
        objects=_arguments(fact.objects, text),
        quantity=None
        if amount is None
        else Quantity.model_construct(
            words="amount",
            value=amount.value,
            upper=amount.upper,
            unit=amount.unit,
            comparator=Comparator(amount.comparator),
        ),
        attribution=Attribution.model_construct(kind=AttributionKind(fact.attribution)),
        stance=Stance(fact.stance),
        certainty=Certainty(fact.certainty),
        modality=Modality(fact.modality),
        outcome=Outcome(fact.outcome) if fact.outcome is not None else None,
    )


def _arguments(parts: tuple[Part, ...], text: str) -> tuple[Argument, ...]:
    return tuple(
        Argument(words=text[span.start : span.end], at=span.start, value=part.label)
        for part in parts
        for span in part.spans
    )


if __name__ == "__main__":
    main()
