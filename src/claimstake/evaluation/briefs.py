"""Read briefs: short texts with the facts that they state, marked by their words alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimstake.errors import InputError
from claimstake.evaluation.gold import Amount, Fact, Part, Passage
from claimstake.mentions import Span
from claimstake.ontology_terms import read_ontology
from claimstake.quantities import find_quantities, numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


def brief_files(path: Path) -> tuple[Path, ...]:
    """Give the files of briefs that a path names: itself, or those in a folder that has no passages."""
    if path.is_dir():
        if any(path.rglob("article.txt")):
            return ()
        return tuple(sorted(file for file in path.glob("*.yaml") if file.name != "claims.yaml"))
    return (path,) if path.suffix in {".yaml", ".yml"} and path.name != "claims.yaml" else ()


def read_briefs(paths: Sequence[Path]) -> tuple[Passage, ...]:
    """Read the briefs of YAML files.

    A brief says nothing of stance, source and modality: only core scores mean something for it.

    Raises:
        InputError: If a file is no list of briefs, or a fact quotes words that are not in its text.
    """
    found = []
    for path in paths:
        for n, brief in enumerate(_loaded(path), start=1):
            text = " ".join(brief["text"].split())
            name = f"{path.stem}-{n:02}"
            facts = tuple(_facts(brief["facts"], text, name=name))
            found.append(Passage(name=name, text=text, title=name, published=None, facts=facts))
    return tuple(found)


def _loaded(path: Path) -> list[dict[str, Any]]:
    """Read YAML with every scalar as a string: `no` and `2027` are words here."""
    import yaml

    try:
        briefs = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - strings only
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}", cure="Write it as YAML in UTF-8.") from error
    if not isinstance(briefs, list) or not all(
        isinstance(brief, dict) and {"text", "facts"} <= set(brief) for brief in briefs
    ):
        raise InputError(f"{path} is no list of briefs.", cure="Give each brief `text` and `facts`.")
    return briefs


def _facts(rows: Sequence[Mapping[str, Any]], text: str, *, name: str) -> Iterator[Fact]:
    known = read_ontology().relations
    for n, row in enumerate(rows, start=1):
        if row.get("relation") not in known or not row.get("subject"):
            raise InputError(
                f"{name}: fact {n} has no subject, or a relation that the ontology does not have.",
                cure="Give each fact `relation` and `subject`.",
            )
        words = [row["subject"], *row.get("objects", ()), *(row[k] for k in ("quantity", "time") if k in row)]
        spans = _nearest(words, text)
        if spans is None:
            raise InputError(
                f"{name}: a fact quotes words that its text does not have: {', '.join(words)}",
                cure="Quote the text literally.",
            )
        objects = row.get("objects", ())
        quantity = spans[1 + len(objects)] if "quantity" in row else None
        yield Fact(
            id=f"F{n:02}",
            tier="A",
            kind="",
            relation=row["relation"],
            quote=Span(min(s.start for s in spans), max(s.end for s in spans)),
            subjects=(Part(label=row["subject"], spans=(spans[0],)),),
            objects=tuple(
                Part(label=words, spans=(span,)) for words, span in zip(objects, spans[1:], strict=False)
            ),
            amount=_amount(text, quantity) if quantity is not None else None,
            attribution="narrator",
            stance="affirms",
            certainty="certain",
            modality="asserted",
        )


def _nearest(words: Sequence[str], text: str) -> list[Span] | None:
    """Find words that stand together: in one sentence where they can, and as near as they can."""
    places = [[Span(m.start(), m.end()) for m in re.finditer(re.escape(w), text)] for w in words]
    places = [_whole(found, text) or found for found in places]
    if not all(places):
        return None

    def apart(one: Span, other: Span) -> int:
        between = text[min(one.start, other.start) : max(one.end, other.end)]
        return abs(one.start - other.start) + len(text) * len(_END.findall(between))

    chosen = [
        [min(found, key=lambda span: (apart(span, anchor), span.start)) for found in places]
        for anchor in min(places, key=len)
    ]
    return min(chosen, key=lambda spans: apart(min(spans), max(spans)))


# The end of a sentence, but for initials and short forms.
_END = re.compile(r"(?<=[a-z)%\d]{2})[.!?][\"”’]?\s")


def _whole(found: Sequence[Span], text: str) -> list[Span]:
    """Keep the places where no word is cut: `it` is not in `its`."""
    return [
        s
        for s in found
        if not (text[s.start - 1 : s.start].isalnum() and text[s.start].isalnum())
        and not (text[s.end : s.end + 1].isalnum() and text[s.end - 1].isalnum())
    ]


def _amount(text: str, span: Span) -> Amount:
    found = next((q for q in find_quantities(text) if q.start < span.end and span.start < q.end), None)
    if found is None:
        # A bare number: "employs 2,300". Words without one, such as "all", are a vague amount.
        count = max(numbers_in(text[span.start : span.end]), default=None)
        return Amount(value=count, upper=None, unit="number", comparator="equal")
    return Amount(value=found.value, upper=found.upper, unit=found.unit, comparator=str(found.comparator))
