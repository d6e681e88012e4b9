"""Find amounts in text: numbers with their unit or currency, comparator and range."""

from __future__ import annotations

from claimstake.quantities.grammar import FoundQuantity, find_quantities
from claimstake.quantities.numbers import numbers_in

__all__ = ["FoundQuantity", "find_quantities", "numbers_in"]
