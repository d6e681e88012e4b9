"""The stages in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.blocks import BlockKind
from claimstake.closed_lists import Section
from claimstake.detectors.comparisons import comparison_drafts
from claimstake.detectors.evaluations import apposition_drafts, copula_drafts
from claimstake.detectors.firsts import first_drafts
from claimstake.detectors.links import link_drafts
from claimstake.detectors.places import place_drafts
from claimstake.detectors.possessions import possession_drafts
from claimstake.detectors.resources import resource_drafts
from claimstake.detectors.sums import sum_drafts
from claimstake.detectors.verification import verification_drafts
from claimstake.drafts.reading import read_article
from claimstake.drafts.typing import framed_drafts
from claimstake.extraction.assembly import assemble
from claimstake.extraction.selection import selected
from claimstake.frames import read_frames
from claimstake.sentences import MODEL

if TYPE_CHECKING:
    from claimstake.article import Article
    from claimstake.claims.schema import ClaimsFile
    from claimstake.drafts.model import Draft
    from claimstake.drafts.reading import Reading, ReadSentence

NAME = "claimstake-rules"
VERSION = "2"


def extract_claims(article: Article, *, model: str = MODEL) -> ClaimsFile:
    """Give the claims file of an article: its entities, claims and statements.

    Args:
        article: The article.
        model: Name of the spaCy model to parse with.

    Raises:
        InputError: If the language model is not installed.
    """
    reading = read_article(article, model=model)
    drafts = selected(reading, drafts_of(reading))
    return assemble(reading, drafts, name=NAME, version=VERSION)


def drafts_of(reading: Reading) -> list[Draft]:
    """Give the drafts of all rules and detectors, in the order of the text."""
    frames = read_frames()
    drafts: list[Draft] = []
    for read in reading.sentences:
        if _is_heading(read):
            continue
        framed = list(framed_drafts(reading, read, frames))
        drafts.extend(resource_drafts(reading, read))
        drafts.extend(verification_drafts(reading, read, drafts))
        drafts.extend(framed)
        typed = frozenset(draft.clause for draft in framed if draft.clause is not None)
        drafts.extend(copula_drafts(reading, read, typed))
        drafts.extend(apposition_drafts(reading, read, typed))
        drafts.extend(first_drafts(reading, read))
        drafts.extend(place_drafts(reading, read))
        drafts.extend(possession_drafts(reading, read))
        drafts.extend(comparison_drafts(reading, read))
        drafts.extend(link_drafts(reading, read))
        drafts.extend(sum_drafts(reading, read, framed))
    return drafts


def _is_heading(read: ReadSentence) -> bool:
    """Tell whether a sentence is the question above an answer, which states nothing."""
    return read.sentence.kind is BlockKind.QUESTION and read.sentence.section is Section.FAQ
