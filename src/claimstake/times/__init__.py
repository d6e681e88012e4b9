"""Find times in text, as Extended Date/Time Format, and read such text back as bounds."""

from __future__ import annotations

from claimstake.times.edtf import bounds_of
from claimstake.times.grammar import FoundTime, find_times

__all__ = ["FoundTime", "bounds_of", "find_times"]
