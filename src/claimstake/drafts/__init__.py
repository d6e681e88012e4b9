"""Drafts: claims as rules and detectors propose them, before they are chosen from and written down."""
