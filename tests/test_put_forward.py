"""How claims are put forward: who says them, how surely, and what is only taken for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimstake.article import Article
from claimstake.attribution import source_of
from claimstake.closed_lists import Modality, Stance
from claimstake.drafts.forward import kind_of, put_forward, standing_of
from claimstake.drafts.reading import read_article
from claimstake.frames.predications import predications_of

if TYPE_CHECKING:
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.statements import Clause


def _read(text: str) -> tuple[Reading, tuple[ReadSentence, ...]]:
    article = Article(id="x", text=f"Title\n\n{text}\n", title="Title", published="2026-01-17")
    reading = read_article(article)
    return reading, reading.sentences[1:]


def _source(text: str, lemma: str) -> str:
    reading, sentences = _read(text)
    read, clause = next((s, c) for s in sentences for c in s.clauses if c.lemma == lemma)
    standing = standing_of(read, clause)
    return str(source_of(standing, read.sentence, context=reading.context, quotes=reading.quotes).kind)


def _standing(text: str, lemma: str) -> tuple[str, str]:
    _, (read, *_) = _read(text)
    standing = standing_of(read, next(c for c in read.clauses if c.lemma == lemma))
    return str(standing.modality), str(standing.certainty)


def _noun(text: str, lemma: str, relation: str) -> str:
    reading, (read, *_) = _read(text)
    clause = next(iter(predications_of(read.sentence, read.clauses, nouns={lemma}, adjectives=())))
    standing = standing_of(read, clause)
    source = source_of(standing, read.sentence, context=reading.context, quotes=reading.quotes)
    return str(put_forward(clause, standing, source, relation))


@pytest.mark.parametrize(
    ("text", "lemma", "said", "not_said"),
    [
        (
            "In the ministry's view, exports depend on Peru.",
            "depend",
            "named-agent",
            "In the ministry's garage, cars depend on Peru.",
        ),
        (
            "As the ministry noted, exports depend on Peru.",
            "depend",
            "named-agent",
            "As the ministry grew, exports depend on Peru.",
        ),
        (
            "Glencore claims to depend on Peru.",
            "depend",
            "named-agent",
            "Glencore began to depend on Peru.",
        ),
        (
            "Villagers say that the mine closed.",
            "close",
            "unnamed-group",
            "Villagers cheered after the mine closed.",
        ),
        (
            "A report by the World Bank found that exports fell.",
            "fall",
            "named-document",
            "The drop meant that exports fell.",
        ),
        (
            "It is understood that Vale bought the mine.",
            "buy",
            "unnamed",
            "It is good that Vale bought the mine.",
        ),
        (
            "Villagers made the claim that the mine closed.",
            "close",
            "unnamed-group",
            "Villagers made the road that the mine closed.",
        ),
        (
            "Exports are said by the ministry to depend on Peru.",
            "depend",
            "named-agent",
            "Exports are made by the ministry to depend on Peru.",
        ),
        ("One official said the mine closed.", "close", "unnamed", "On one day the mine closed."),
        (
            "The regulator ruled that the mine closed.",
            "close",
            "named-agent",
            "The rule held: the mine closed.",
        ),
        (
            "A coalition of churches said the mine closed.",
            "close",
            "unnamed-group",
            "For a coalition of churches the mine closed.",
        ),
        (
            "The firm's chief executive, John Ndlovu, said that the mine closed.",
            "close",
            "named-agent",
            "The firm's chief executive, John Ndlovu, left when the mine closed.",
        ),
        (
            "Officials put the loss at $5 million.",
            "put",
            "unnamed-group",
            "Officials put the gold in a vault.",
        ),
        (
            "The loss is put at $5 million.",
            "put",
            "unnamed",
            "The gold is put in a vault.",
        ),
        (
            '"The mine will close," Ndlovu said. "It depends on Peru."',
            "depend",
            "named-agent",
            "The mine will close, Ndlovu said. It depends on Peru.",
        ),
        (
            "The mine closed, villagers say.",
            "close",
            "unnamed-group",
            "The mine closed in May; villagers say they were not paid.",
        ),
    ],
)
def test_source_is_who_says_it(text: str, lemma: str, said: str, not_said: str) -> None:
    assert (_source(text, lemma), _source(not_said, lemma)) == (said, "narrator")


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The licence is to be handed to a firm.", "hand", ("intention", "underspecified")),
        ("The licence is handed to a firm.", "hand", ("asserted", "certain")),
        ("The plant should be in operation by 2031.", "be", ("epistemic", "probable")),
        ("The figures should be read with caution.", "read", ("deontic", "certain")),
        ("Manila is considering a ban.", "consider", ("epistemic", "possible")),
        ("Manila considered a ban.", "consider", ("asserted", "certain")),
        ("Closing is expected in May.", "expect", ("epistemic", "probable")),
        ("Closing is announced in May.", "announce", ("asserted", "certain")),
        ("The firm has the right to buy a stake.", "buy", ("ability", "possible")),
        ("The firm has a plan to buy a stake.", "buy", ("intention", "underspecified")),
        ("Mongolia will hold a stake without payment.", "hold", ("asserted", "certain")),
        ("Mongolia cannot hold a stake without approval.", "hold", ("conditional", "possible")),
        ("If the mine closes, prices are likely to rise.", "rise", ("conditional", "probable")),
        ("As the mine closes, prices are likely to rise.", "rise", ("epistemic", "probable")),
        ("The field is estimated to hold gold.", "hold", ("reported", "certain")),
        ("Output is estimated to rise.", "rise", ("epistemic", "probable")),
        ("The judge ordered the firm to sell tin.", "sell", ("deontic", "certain")),
        ("The judge allowed the firm to sell tin.", "sell", ("asserted", "certain")),
        ("We are confident that the mine will open.", "open", ("epistemic", "probable")),
        ("We are proud that the mine has opened.", "open", ("asserted", "certain")),
    ],
)
def test_modality_and_certainty(text: str, lemma: str, expected: tuple[str, str]) -> None:
    assert _standing(text, lemma) == expected


def test_no_longer_denies() -> None:
    _, (read, *_) = _read("France no longer depends on Niger.")
    _, (other, *_) = _read("France depends longer on Niger.")

    stances = [r.standings[c.head].stance for r in (read, other) for c in r.clauses]

    assert stances == [Stance.DENIES, Stance.AFFIRMS]


@pytest.mark.parametrize(
    ("text", "noun", "relation", "expected"),
    [
        ("Europe's dependence on China has grown.", "dependence", "dependsOn", "presupposed"),
        ("There is dependence on China.", "dependence", "dependsOn", "asserted"),
        ("Boke Minerals, a subsidiary of Vale, lost its licence.", "subsidiary", "owns", "presupposed"),
        ("Boke Minerals is a subsidiary of Vale.", "subsidiary", "owns", "asserted"),
        ("The $500 million project failed.", "project", "costs", "presupposed"),
        ("The firm began a $500 million project.", "project", "costs", "asserted"),
        ("Manila plans a ban on exports.", "ban", "imposesMeasure", "intention"),
        ("Manila ended a ban on exports.", "ban", "imposesMeasure", "asserted"),
    ],
)
def test_noun_phrase_takes_for_granted(text: str, noun: str, relation: str, expected: str) -> None:
    assert _noun(text, noun, relation) == expected


def test_object_of_a_denied_verb_is_denied_unless_it_is_known() -> None:
    stances = []
    for text in ("Vale did not sign a contract with Rio.", "Vale did not sign its contract with Rio."):
        _, (read, *_) = _read(text)
        nouns = predications_of(read.sentence, read.clauses, nouns={"contract"}, adjectives=())
        stances.append(standing_of(read, next(iter(nouns))).stance)

    assert stances == [Stance.DENIES, Stance.AFFIRMS]


def _clause(text: str, lemma: str) -> Clause:
    _, (read, *_) = _read(text)
    return next(c for c in read.clauses if c.lemma == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "kind", "relation", "modality", "expected"),
    [
        ("Vale will keep 30 percent.", "keep", "relation", "owns", Modality.ASSERTED, "relation"),
        ("Output will rise.", "rise", "causal", "increases", Modality.ASSERTED, "forecast"),
        ("Output rose.", "rise", "causal", "increases", Modality.ASSERTED, "causal"),
        ("Vale may lend $5 million.", "lend", "quantity", "lends", Modality.EPISTEMIC, "quantity"),
        ("Vale said it would cut output.", "cut", "causal", "reduces", Modality.REPORTED, "plan"),
        ("Vale said the law would cut output.", "cut", "causal", "reduces", Modality.REPORTED, "forecast"),
        (
            "The purchase may be a mistake.",
            "be",
            "evaluation",
            "evaluatedAs",
            Modality.EPISTEMIC,
            "evaluation",
        ),
    ],
)
def test_kind_follows_relation_and_modality(
    text: str, lemma: str, kind: str, relation: str, modality: Modality, expected: str
) -> None:
    clause = _clause(text, lemma)

    assert kind_of(kind, relation, stance=Stance.AFFIRMS, modality=modality, clause=clause) == expected
