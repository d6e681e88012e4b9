"""Answers: as standard result formats, as tables for people, and as rows for Python."""
