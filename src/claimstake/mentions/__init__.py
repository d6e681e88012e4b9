"""Find what a noun phrase names: by the lexicon, by names defined in the article, by the noun it turns on."""

from __future__ import annotations

from claimstake.mentions.model import Mention, Span
from claimstake.mentions.naming import Naming, name_things
from claimstake.mentions.phrases import clause_span, core_span, phrase_span

__all__ = ["Mention", "Naming", "Span", "clause_span", "core_span", "name_things", "phrase_span"]
