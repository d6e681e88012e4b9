"""The trained weights, and the probabilities that they give."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimstake.assets import DATA
from claimstake.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

# Probability below which a relation is not looked at.
LEAST = 0.1
WEIGHTS = DATA / "classifier" / "weights.npz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Two logistic regressions over named features: whether a pair states anything, and which relation.

    Args:
        relations: Names of the relations.
        features: Row of each feature.
        stating: Weight of each feature for the first question.
        starts: Where the weights of each row for the second question begin, and where those of the last end.
        columns: The relation of each of these weights.
        values: These weights.
        thresholds: For each relation, the probability from which a pair makes a claim.
        alone: Relations whose amounts may stand without an object.
    """

    relations: tuple[str, ...]
    features: Mapping[str, int]
    stating: Sequence[float]
    starts: Sequence[int]
    columns: NDArray[np.intp]
    values: NDArray[np.float64]
    thresholds: NDArray[np.float64]
    alone: frozenset[str]

    def probabilities(self, rows: Sequence[Iterable[str]]) -> NDArray[np.float64]:
        """Give an array of the probability of each relation, a row for each set of features.

        Rows that hardly state anything are left at zero: their relations are not looked at.
        """
        import numpy as np

        found = np.zeros((len(rows), len(self.relations)))
        for n, names in enumerate(rows):
            known = {i for name in names if (i := self.features.get(name)) is not None}
            states = 1 / (1 + math.exp(-sum(self.stating[i] for i in known)))
            if states >= LEAST:
                found[n] = states * self._shares(known)
        return found

    def _shares(self, known: Iterable[int]) -> NDArray[np.float64]:
        import numpy as np

        scores = np.zeros(len(self.relations))
        for i in known:
            first, last = self.starts[i], self.starts[i + 1]
            scores[self.columns[first:last]] += self.values[first:last]
        scores = np.exp(scores - scores.max())
        shares: NDArray[np.float64] = scores / scores.sum()
        return shares


def write_weights(weights: Weights, path: Path) -> None:
    """Write weights as one file, the same bytes for the same weights."""
    import numpy as np

    path.parent.mkdir(parents=True, exist_ok=True)
    stating = np.asarray(weights.stating)
    steps = [float(np.abs(array).max()) / 127 for array in (stating, weights.values)]
    np.savez_compressed(
        path,
        relations=np.frombuffer("\n".join(weights.relations).encode(), dtype=np.uint8),
        features=np.frombuffer("\n".join(weights.features).encode(), dtype=np.uint8),
        stating=np.round(stating / steps[0]).astype(np.int8),
        lengths=np.diff(weights.starts).astype(np.uint8),
        columns=np.asarray(weights.columns, dtype=np.uint8),
        values=np.round(weights.values / steps[1]).astype(np.int8),
        steps=np.asarray(steps, dtype=np.float64),
        thresholds=np.asarray(weights.thresholds, dtype=np.float64),
        alone=np.array([name in weights.alone for name in weights.relations]),
    )


@cache
def read_weights(path: Path = WEIGHTS) -> Weights:
    """Read the weights that come with the package.

    Raises:
        InputError: If they are missing.
    """
    import numpy as np

    if not path.exists():
        raise InputError("The weights of the classifier are missing.", cure="Install the package again.")
    with np.load(path, allow_pickle=False) as data:
        relations = tuple(bytes(data["relations"]).decode().split("\n"))
        alone = (name for name, is_alone in zip(relations, data["alone"], strict=True) if is_alone)
        features = bytes(data["features"]).decode().split("\n")
        starts = np.concatenate(([0], np.cumsum(data["lengths"], dtype=np.int64)))
        return Weights(
            relations=relations,
            features={name: i for i, name in enumerate(features)},
            starts=starts.tolist(),
            columns=data["columns"].astype(np.intp),
            stating=(data["stating"] * data["steps"][0]).tolist(),
            values=data["values"] * data["steps"][1],
            thresholds=data["thresholds"],
            alone=frozenset(alone),
        )
