"""Read articles from text, Markdown, web pages, JSON Lines and folders."""

from __future__ import annotations

from claimstake.article.model import Article

__all__ = ["Article"]
