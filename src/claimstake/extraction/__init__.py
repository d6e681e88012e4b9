"""Read an article and give its claims file: all stages in a row."""

from __future__ import annotations

from claimstake.extraction.pipeline import VERSION, extract_claims

__all__ = ["VERSION", "extract_claims"]
