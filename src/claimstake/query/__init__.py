"""Stored queries: their headers, their folder, their parameters."""
