"""Tell the form of a query from its grammar, not from words that also stand in comments."""

from __future__ import annotations

import re

from claimstake.errors import InputError

_PROLOGUE = r"""(?: \s+ | \#[^\n]* | BASE \s* <[^>]*> | PREFIX \s* [^\s:]* \s* : \s* <[^>]*> )*"""
_FORM = re.compile(_PROLOGUE + r"(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE | re.VERBOSE)
_HEADER = re.compile(r"\A(?:[ \t]*#\+[^\n]*\n)+")


def form_of(query: str) -> str:
    r"""Return SELECT, ASK, CONSTRUCT or DESCRIBE.

    >>> form_of("#+ summary: INSERT what is missing\nPREFIX a: <urn:a#>\nselect * { ?s ?p ?o }")
    'SELECT'

    Raises:
        InputError: The text is no query; an update is none.
    """
    found = _FORM.match(query)
    if found is None:
        raise InputError(
            "The query begins with none of SELECT, ASK, CONSTRUCT and DESCRIBE.",
            cure="Correct it; a store is changed with load and push only.",
        )
    return found[1].upper()


def without_header(query: str) -> str:
    """Leave out the `#+` lines at the start, which are written for people and tools."""
    return _HEADER.sub("", query)
