"""Frames as data: which words express which relation, and where its arguments stand."""

from __future__ import annotations

from claimstake.frames.loading import read_frames
from claimstake.frames.matching import Match, match_frames
from claimstake.frames.model import Frame, Frames

__all__ = ["Frame", "Frames", "Match", "match_frames", "read_frames"]
