"""Find the words that begin a condition, and parse their sentence again as if a plain `if` stood there.

The small model takes `provided that` for a verb, `as long as` for a measure and `pending` for an adjective,
and hangs what follows on the wrong word. It reads `if` and `after` rightly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from claimstake.sentences.model import Token, with_tokens
from claimstake.word_lists import read_lists, word_sets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimstake.sentences.model import Sentence

    Parse = Callable[[Sequence[str]], Sequence[Token]]

_LISTS = ("clauses", "verbs", "phrases", "adjectives", "depends", "awaited", "burdens", "future_only")
_FINITE = {"VBZ", "VBP", "VBD", "MD"}
_COPULAS = {"be", "remain", "become", "stay", "make", "seem", "appear", "look", "leave", "keep"}
_STOPS = {",", ";", ":", ".", "—", "–", "(", ")"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionWords:
    """The lists of data/rules/conditions.yaml; clauses and phrases as tuples of words, the longest first."""

    clauses: tuple[tuple[str, ...], ...]
    phrases: tuple[tuple[str, ...], ...]
    verbs: frozenset[str]
    adjectives: frozenset[str]
    depends: frozenset[str]
    awaited: frozenset[str]
    burdens: frozenset[str]
    future_only: frozenset[str]
    first_words: frozenset[str]


@cache
def read_condition_words() -> ConditionWords:
    """Read the lists.

    Raises:
        InputError: If a list is missing or empty.
    """
    data = read_lists("conditions", _LISTS)
    clauses, phrases = _split(data["clauses"]), _split(data["phrases"])
    return ConditionWords(
        clauses=clauses,
        phrases=phrases,
        first_words=frozenset(form[0] for form in (*clauses, *phrases)),
        **word_sets(data, (name for name in _LISTS if name not in {"clauses", "phrases"})),
    )


def _split(forms: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(form.split()) for form in forms), key=lambda form: (-len(form), form)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """Words that begin a condition: the positions of the first and last, and whether a clause follows."""

    first: int
    last: int
    is_clause: bool


def with_conditions(sentence: Sentence, parse: Parse) -> Sentence:
    """Give the sentence parsed with `if` or `after` in place of the words that begin a condition.

    Args:
        sentence: The sentence as first parsed.
        parse: Gives the parse of words.
    """
    openings = list(_openings(sentence))
    if not openings:
        return sentence
    at = {opening.first: opening for opening in openings}
    inner = {i for o in openings for i in range(o.first + 1, o.last + 1)}
    places = [token.i for token in sentence.tokens if token.i not in inner]
    words = [("if" if at[i].is_clause else "after") if i in at else sentence.tokens[i].text for i in places]
    again = parse(words)
    if len(again) != len(places) or not all(
        again[n].dep == ("mark" if at[i].is_clause else "prep") for n, i in enumerate(places) if i in at
    ):
        return sentence
    tokens = list(sentence.tokens)
    for n, i in enumerate(places):
        new = again[n]
        tokens[i] = replace(
            tokens[i], pos=new.pos, tag=new.tag, dep=new.dep, head=places[new.head], lemma=new.lemma
        )
    for opening in openings:
        _write_opening(tokens, opening)
    return with_tokens(sentence, tokens)


def _write_opening(tokens: list[Token], opening: _Opening) -> None:
    """Give the words of an opening their places: one conjunction, or an adjective with `to`."""
    first = tokens[opening.first]
    last = opening.last
    rest = range(opening.first + 1, last + 1)
    if not opening.is_clause and first.text.lower() in read_condition_words().adjectives:
        # "subject to consent": what a good parse gives, an adjective with a preposition.
        for i, token in enumerate(tokens):
            if token.head == opening.first and i != opening.first:
                tokens[i] = replace(token, head=last)
        word = first.text.lower()
        tokens[opening.first] = replace(first, lemma=word, pos="ADJ", tag="JJ", dep="advcl")
        for i in rest:
            tokens[i] = replace(
                tokens[i], pos="ADP", tag="IN", dep="prep" if i == last else "advmod", head=opening.first
            )
        return
    words = " ".join(tokens[i].text.lower() for i in range(opening.first, last + 1))
    lemma = "if" if opening.is_clause and words not in read_condition_words().future_only else words
    tokens[opening.first] = replace(first, lemma=lemma)
    for i in rest:
        tokens[i] = replace(tokens[i], pos=first.pos, dep="fixed", head=opening.first)


def _openings(sentence: Sentence) -> Iterator[_Opening]:
    words = read_condition_words()
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        found = _opening_at(tokens, i, words)
        if found is None:
            i += 1
            continue
        yield found
        i = found.last + 1


def _opening_at(tokens: Sequence[Token], i: int, words: ConditionWords) -> _Opening | None:
    if tokens[i].lower not in words.first_words:
        return None
    for form in words.clauses:
        if _stands_at(form, tokens, i):
            last = i + len(form) - 1
            if _is_clause(tokens, i, last) and not (form[0] in words.verbs and _is_verb(tokens, i)):
                return _Opening(first=i, last=last, is_clause=True)
    for form in words.phrases:
        if _stands_at(form, tokens, i):
            last = i + len(form) - 1
            return (
                _Opening(first=i, last=last, is_clause=False) if _is_phrase(tokens, i, last, words) else None
            )
    return None


def _stands_at(form: Sequence[str], tokens: Sequence[Token], i: int) -> bool:
    return len(tokens) > i + len(form) and all(
        tokens[i + n].text.lower() == word for n, word in enumerate(form)
    )


def _is_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a subject and a finite verb follow, and another finite verb stands elsewhere."""
    region = []
    for token in tokens[last + 1 :]:
        if token.text in _STOPS:
            break
        region.append(token)
    verb = next((n for n, token in enumerate(region) if token.tag in _FINITE), None)
    if not region or region[0].text[:1].isdigit() or region[0].lower == "of" or not verb:
        return False
    if any(t.lower in {"which", "who", "that"} for t in region[:verb]):
        return False
    elsewhere = [t for t in tokens if (t.i < first or t.i > region[-1].i) and t.tag in _FINITE]
    return bool(elsewhere)


def _is_verb(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether `provided` and its like are a verb here: "the bank provided that loan"."""
    token = tokens[i]
    if any(tokens[c].dep in {"nsubj", "nsubjpass", "aux", "auxpass", "dative"} for c in token.children):
        return True
    before = tokens[i - 1] if i else None
    return before is not None and (
        before.tag in {"WDT", "WP", "TO", "MD"}
        or before.pos in {"AUX", "PRON"}
        or (token.tag == "VBD" and before.pos in {"NOUN", "PROPN"} and token.dep in {"ROOT", "conj", "ccomp"})
    )


def _is_phrase(tokens: Sequence[Token], first: int, last: int, words: ConditionWords) -> bool:
    """Tell whether a phrase is a condition of a clause, and not the predicate or mark of a noun."""
    before = first - 1
    while before >= 0 and tokens[before].pos == "ADV":
        before -= 1
    if before >= 0 and (tokens[before].lemma in _COPULAS or tokens[before].pos in {"DET", "ADJ", "AUX"}):
        return False
    region = []
    for token in tokens[last + 1 :]:
        if token.text in _STOPS:
            break
        region.append(token)
    if not region or region[0].tag in _FINITE or not any(t.tag in _FINITE for t in tokens):
        return False
    head = next((t for n, t in enumerate(region) if _ends_noun(t, region[n + 1 : n + 2])), region[-1])
    if head.lemma in words.burdens:
        return False
    aside = before < 0 or tokens[before].text in {",", "(", "—", "–"}
    awaited = any(t.lemma in words.awaited for t in region[:8]) or region[0].tag == "VBG"
    return aside or awaited or first == last or last - first > 1


def _ends_noun(token: Token, after: Sequence[Token]) -> bool:
    nominal = token.pos in {"NOUN", "PROPN"}
    return nominal and not (after and after[0].pos in {"NOUN", "PROPN"})
