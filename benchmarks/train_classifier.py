"""Train the classifier that types pairs of words, and write its weights into the package.

    python benchmarks/train_classifier.py

It reads the briefs and the passages that are open (`develop`, `final`). A sixth of the briefs is kept out of
a first training, to find for each relation the probability from which half of what it adds to the rules is
right; then it is trained again on all of them.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from claimstake.classifier.model import WEIGHTS, Weights, write_weights
from claimstake.evaluation.briefs import read_briefs
from claimstake.evaluation.gold import Passage, read_passages
from labels import Example, examples_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

HERE = Path(__file__).resolve().parent
# Inverse strengths of regularisation: for whether a pair states anything, and for which relation.
STATING, TYPING = 0.3, 3.0
# Weights below these are left out.
SMALL_STATING, SMALL_TYPING = 0.02, 0.05
# Share of the claims added that has to be right, on what was kept out, and bounds of the thresholds.
WANTED = 0.5
LOWEST, HIGHEST = 0.25, 0.9
# Share of the amounts of a relation that stand alone, from which one may.
ALONE = 0.3


def main() -> None:
    """Train and write."""
    passages = [
        *read_briefs(sorted((HERE / "briefs").glob("*.yaml"))),
        *read_passages([HERE / "passages" / part for part in ("develop", "final")]),
    ]
    examples = [example for passage in passages for example in examples_of(passage)]
    stating = sum(bool(e.relations) for e in examples)
    print(f"{len(passages)} texts, {len(examples)} pairs, {stating} state something")
    kept_out = [e for e in examples if _is_kept_out(e.passage)]
    alone = _alone(passages)
    first = fitted([e for e in examples if not _is_kept_out(e.passage)], alone=alone)
    thresholds = _thresholds(first, kept_out)
    weights = replace(fitted(examples, alone=alone), thresholds=np.ones(0))
    weights = replace(weights, thresholds=np.array([thresholds.get(r, HIGHEST) for r in weights.relations]))
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else WEIGHTS
    write_weights(weights, target)
    print(f"{len(weights.features)} features, {len(weights.values)} weights, {target.stat().st_size:,} bytes")


def _is_kept_out(passage: str) -> bool:
    return zlib.crc32(passage.encode()) % 6 == 0


def fitted(examples: Sequence[Example], *, alone: Collection[str]) -> Weights:
    """Fit both regressions."""
    stating_names = _names(examples, least=3)
    states = np.array([bool(e.relations) for e in examples])
    one = LogisticRegression(C=STATING, solver="liblinear", tol=1e-3, random_state=0)
    one.fit(_matrix(examples, stating_names), states)
    positive = [(e, relation) for e in examples for relation in sorted(e.relations)]
    typing_names = _names([e for e, _ in positive], least=2)
    two = LogisticRegression(C=TYPING, max_iter=100, tol=1e-3)
    two.fit(_matrix([e for e, _ in positive], typing_names), np.array([relation for _, relation in positive]))
    return _weights(one, stating_names, two, typing_names, alone=alone)


def _names(examples: Iterable[Example], *, least: int) -> dict[str, int]:
    counted = Counter(name for example in examples for name in example.features)
    return {name: n for n, name in enumerate(sorted(name for name, k in counted.items() if k >= least))}


def _matrix(examples: Sequence[Example], names: dict[str, int]) -> csr_matrix:

    columns = [sorted(names[f] for f in example.features if f in names) for example in examples]
    ends = np.cumsum([0, *map(len, columns)])
    flat = [i for row in columns for i in row]
    return csr_matrix((np.ones(len(flat), dtype=np.float32), flat, ends), shape=(len(columns), len(names)))


def _weights(
    one: LogisticRegression,
    stating_names: dict[str, int],
    two: LogisticRegression,
    typing_names: dict[str, int],
    *,
    alone: Collection[str],
) -> Weights:
    relations = tuple(str(name) for name in two.classes_)
    stating, typing = one.coef_[0], two.coef_.T
    features: dict[str, int] = {}
    kept_stating, starts, columns, values = [], [0], [], []
    for name in sorted({*stating_names, *typing_names}):
        states = float(stating[stating_names[name]]) if name in stating_names else 0.0
        row = typing[typing_names[name]] if name in typing_names else np.zeros(len(relations))
        if name == "bias":
            states, row = states + float(one.intercept_[0]), row + two.intercept_
        states = states if abs(states) >= SMALL_STATING else 0.0
        kept = np.flatnonzero(np.abs(row) >= SMALL_TYPING)
        if states or len(kept):
            features[name] = len(features)
            kept_stating.append(states)
            columns.append(kept)
            values.append(row[kept])
            starts.append(starts[-1] + len(kept))
    return Weights(
        relations=relations,
        features=features,
        stating=kept_stating,
        starts=starts,
        columns=np.concatenate(columns),
        values=np.concatenate(values),
        thresholds=np.full(len(relations), HIGHEST),
        alone=frozenset(alone),
    )


def _thresholds(weights: Weights, kept_out: Sequence[Example]) -> dict[str, float]:
    """Give each relation the lowest probability from which enough pairs that no rule types are right."""
    free = [e for e in kept_out if not e.by_rule]
    probabilities = weights.probabilities([e.features for e in free])
    best = probabilities.argmax(axis=1)
    found: dict[str, float] = {}
    for n, relation in enumerate(weights.relations):
        rows = [
            (float(probabilities[i, n]), relation in free[i].relations) for i in np.flatnonzero(best == n)
        ]
        rows = sorted((row for row in rows if row[0] >= LOWEST), reverse=True)
        right = 0
        threshold = HIGHEST if rows else 0.5
        for made, (probability, is_right) in enumerate(rows, start=1):
            right += is_right
            # One right and one wrong are added, so that a single hit does not open a relation.
            if (right + 1) / (made + 2) >= WANTED:
                threshold = probability
        found[relation] = round(min(max(threshold, LOWEST), HIGHEST), 3)
    return found


def _alone(passages: Iterable[Passage]) -> frozenset[str]:
    """Give the relations whose amounts often stand without an object."""
    amounts, without = Counter[str](), Counter[str]()
    for passage in passages:
        for fact in passage.facts:
            if fact.amount is not None:
                amounts[fact.relation] += 1
                without[fact.relation] += not fact.objects
    return frozenset(name for name, n in amounts.items() if without[name] >= ALONE * n)


if __name__ == "__main__":
    main()
