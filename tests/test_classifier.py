"""The classifier: what it sees of a pair, what it makes of its weights, and where it keeps silent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from claimstake.article import Article
from claimstake.classifier.drafting import RULE, classified_drafts
from claimstake.classifier.features import features_of
from claimstake.classifier.model import Weights, read_weights, write_weights
from claimstake.classifier.pairs import Sort, pairs_of
from claimstake.drafts.reading import Reading, read_article
from claimstake.errors import InputError
from claimstake.extraction import extract_claims
from claimstake.extraction.pipeline import drafts_of, ruled_drafts
from claimstake.ontology_terms import read_ontology

if TYPE_CHECKING:
    from pathlib import Path

    from claimstake.classifier.pairs import Pair

TEXT = "Quartz news\n\nSerbia hugs the Jadar mine with 12 percent. Nobody minds.\n"


def reading_of(text: str = TEXT) -> Reading:
    return read_article(Article(id="a", text=text, title=text.splitlines()[0]))


def weights(relation: str = "owns", *, threshold: float = 0.5, **stating: float) -> Weights:
    """Give weights that find one relation between what hangs on the verb `hug`."""
    names = {"bias": -4.0, "top hug VERB": 8.0, **stating}
    return Weights(
        relations=("exports", relation),
        features={name: n for n, name in enumerate(names)},
        stating=list(names.values()),
        starts=[0, 1, *[1] * (len(names) - 1)],
        columns=np.array([1]),
        values=np.array([5.0]),
        thresholds=np.array([threshold, threshold]),
        alone=frozenset(),
    )


def pair(reading: Reading, subject: str, other: str) -> Pair:
    found = [
        pair
        for read in reading.sentences
        for pair in pairs_of(reading, read)
        if (pair.subject.token.text, pair.other.token.text) == (subject, other)
    ]
    assert len(found) == 1
    return found[0]


def test_pairs_join_things_acts_and_amounts() -> None:
    reading = reading_of()

    assert pair(reading, "Serbia", "mine").path.length == 2
    assert pair(reading, "Serbia", "percent").other.sort is Sort.QUANTITY
    assert not [
        p for read in reading.sentences for p in pairs_of(reading, read) if p.subject.token.text == "percent"
    ]


def test_features_are_alike_in_the_active_and_in_the_passive() -> None:
    active = reading_of("Title\n\nSerbia closed the mine.\n")
    passive = reading_of("Title\n\nThe mine was closed by Serbia.\n")
    seen = [
        set(features_of(reading.sentences[-1].sentence, pair(reading, "Serbia", "mine")))
        for reading in (active, passive)
    ]

    assert "shared close subj obj" in seen[0] & seen[1]
    assert "shared close a" in seen[0] - seen[1]


def test_weights_make_claims_with_words_and_confidence() -> None:
    reading = reading_of()
    drafts = [
        d for read in reading.sentences for d in classified_drafts(reading, read, (), weights=weights())
    ]

    (draft,) = [d for d in drafts if d.subject.mention is not None and d.subject.mention.label == "Serbia"]
    assert (draft.relation, draft.rule) == ("owns", RULE)
    assert TEXT[draft.objects[0].span.start : draft.objects[0].span.end] == "the Jadar mine"
    assert draft.quantity is not None
    assert draft.quantity.words == "12 percent"
    assert draft.confidence is not None
    assert 0.9 < draft.confidence < 1


@pytest.mark.parametrize("silent", [weights(threshold=0.999), weights(bias=-30.0)])
def test_weights_that_are_not_sure_make_none(silent: Weights) -> None:
    reading = reading_of()

    assert not [d for read in reading.sentences for d in classified_drafts(reading, read, (), weights=silent)]


def test_classifier_keeps_out_of_what_a_rule_states() -> None:
    reading = reading_of("Title\n\nSerbia owns the Jadar mine.\n")
    ruled = ruled_drafts(reading)
    loud = replace(
        weights("buys"),
        features={"bias": 0, "top own VERB": 1},
        stating=[-4.0, 8.0],
        starts=[0, 1, 1],
    )
    read = reading.sentences[-1]

    assert [d.relation for d in ruled] == ["owns"]
    assert list(classified_drafts(reading, read, ruled, weights=loud)) == []
    assert {d.relation for d in classified_drafts(reading, read, (), weights=loud)} == {"buys"}


def test_weights_survive_a_file_in_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"
    write_weights(weights(), first)
    write_weights(weights(), second)
    read = read_weights(first)

    assert first.read_bytes() == second.read_bytes()
    rows = [("bias", "top hug VERB"), ("bias",), ("unknown",)]
    assert np.allclose(read.probabilities(rows), weights().probabilities(rows), atol=0.03)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="weights"):
        read_weights(tmp_path / "none.npz")


def test_shipped_weights_fit_the_ontology() -> None:
    shipped = read_weights()

    assert set(shipped.relations) <= set(read_ontology().relations)
    assert len(shipped.starts) == len(shipped.features) + 1
    assert len(shipped.thresholds) == len(shipped.relations)
    assert ((shipped.thresholds > 0) & (shipped.thresholds < 1)).all()


def test_rules_only_leaves_the_classifier_out() -> None:
    reading = reading_of()
    article = Article(id="a", text=TEXT, title="Quartz news")

    assert drafts_of(reading, rules_only=True) == ruled_drafts(reading)
    assert RULE not in {claim.rule for claim in extract_claims(article, rules_only=True).claims}
