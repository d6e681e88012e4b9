from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimstake.article import Article
from claimstake.closed_lists import Certainty, Modality, Stance
from claimstake.drafts.reading import ReadSentence, read_article

if TYPE_CHECKING:
    from claimstake.statements import Clause


def _read(text: str) -> ReadSentence:
    article = Article(id="x", text=f"Title\n\n{text}\n", title="Title", published="2026-01-17")
    return read_article(article).sentences[1]


def _clause(text: str, lemma: str) -> tuple[ReadSentence, Clause]:
    read = _read(text)
    return read, next(clause for clause in read.clauses if clause.lemma == lemma)


def _words(clause: Clause, label: str) -> list[str]:
    return [clause.sentence.tokens[i].text for i in clause.arguments.get(label, ())]


@pytest.mark.parametrize(
    ("text", "lemma", "subject", "object_"),
    [
        ("The mine was sold by Glencore.", "sell", ["Glencore"], ["mine"]),
        ("Sinofield, which signed an agreement, did not respond.", "sign", ["Sinofield"], ["agreement"]),
        ("It bought a facility owned by Vale.", "own", ["Vale"], ["facility"]),
        ("The company plans to build a plant.", "build", ["company"], ["plant"]),
        ("The law forced the mine to close a pit.", "close", ["mine"], ["pit"]),
        ("The obstacles it faces are many.", "face", ["it"], ["obstacles"]),
        ("China raised prices and cut exports.", "cut", ["China"], ["exports"]),
        ("Any disputes can delay or even halt projects.", "halt", ["disputes"], ["projects"]),
    ],
)
def test_construction_is_undone(text: str, lemma: str, subject: list[str], object_: list[str]) -> None:
    _, clause = _clause(text, lemma)

    assert (_words(clause, "subj"), _words(clause, "obj")) == (subject, object_)


@pytest.mark.parametrize(
    ("text", "lemma", "stance", "certainty", "modality"),
    [
        ("The firm sold tin.", "sell", "affirms", "certain", "asserted"),
        ("The firm did not sell tin.", "sell", "denies", "certain", "asserted"),
        ("The firm never sold tin.", "sell", "denies", "certain", "asserted"),
        ("The firm could sell tin.", "sell", "affirms", "possible", "epistemic"),
        ("The firm can sell tin.", "sell", "affirms", "possible", "ability"),
        ("The firm would likely sell tin.", "sell", "affirms", "probable", "epistemic"),
        ("The firm plans to sell tin.", "sell", "affirms", "underspecified", "intention"),
        ("The firm is expected to sell tin.", "sell", "affirms", "probable", "epistemic"),
        ("The firm must sell tin.", "sell", "affirms", "certain", "deontic"),
        ("The firm failed to sell tin.", "sell", "denies", "certain", "asserted"),
        ("The minister said that the firm sold tin.", "sell", "affirms", "certain", "reported"),
        ("Analysts doubt that the firm sells tin.", "sell", "doubts", "underspecified", "epistemic"),
        ("If the firm sells tin, prices will fall.", "sell", "supposes", "underspecified", "hypothetical"),
        ("If the firm sells tin, prices will fall.", "fall", "affirms", "certain", "conditional"),
        ("The firm allegedly sold tin.", "sell", "affirms", "underspecified", "alleged"),
        ("Will the firm sell tin this year?", "sell", "asks", "underspecified", "interrogative"),
    ],
)
def test_standing_of_a_clause(text: str, lemma: str, stance: str, certainty: str, modality: str) -> None:
    read, clause = _clause(text, lemma)

    standing = read.standings[clause.head]

    assert (standing.stance, standing.certainty, standing.modality) == (
        Stance(stance),
        Certainty(certainty),
        Modality(modality),
    )


def test_negation_never_becomes_its_opposite() -> None:
    read, clause = _clause("This shipment was not merely transactional.", "be")

    assert read.standings[clause.head].stance is Stance.DENIES
