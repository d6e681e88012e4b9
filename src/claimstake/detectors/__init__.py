"""Detectors for what the main questions need, built for recall: estimates, verification, deals.

Evaluations.
"""
