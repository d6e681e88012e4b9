"""Parse blocks into sentences of plain tokens, and mend what the small parser often gets wrong."""

from __future__ import annotations

from claimstake.sentences.model import Sentence, Token
from claimstake.sentences.parsing import MODEL, load_parser, parse_blocks

__all__ = ["MODEL", "Sentence", "Token", "load_parser", "parse_blocks"]
