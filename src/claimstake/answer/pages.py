"""Write rows as a Markdown table and as HTML; what the data says is never markup."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from claimstake.answer.terms import is_number, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.answer.terms import Labels
    from claimstake.store.results import Rows, Term

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color-scheme:light dark}"
    "table{border-collapse:collapse}caption{text-align:left;font-weight:600;padding:.5rem 0}"
    "th,td{padding:.3rem .7rem;text-align:left;vertical-align:top;border-bottom:1px solid #8884}"
    "td.number{text-align:right;font-variant-numeric:tabular-nums}"
)


def markdown_lines(rows: Rows, *, labels: Labels, longest: int | None = None) -> Iterator[str]:
    """Write rows as a Markdown table; a value of more than `longest` characters is cut."""
    found = iter(rows.rows)
    first = next(found, None)
    yield "| " + " | ".join(_markdown(name) for name in rows.variables) + " |\n"
    sides = ["--:" if is_number(term) else "---" for term in first or (None,) * len(rows.variables)]
    yield "| " + " | ".join(sides) + " |\n"
    while first is not None:
        yield "| " + " | ".join(_markdown(shown(term, labels), longest) for term in first) + " |\n"
        first = next(found, None)


def _markdown(text: str, longest: int | None = None) -> str:
    plain = " ".join(text.split())
    if longest is not None and len(plain) > longest:
        plain = plain[: longest - 1].rstrip() + "…"
    return _MARKUP.sub(r"\\\1", plain)


def html_page(rows: Rows, *, labels: Labels, title: str) -> Iterator[str]:
    """Write rows as a page of its own."""
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f"<title>{escape(title)}</title>\n"
    yield f'<meta name="viewport" content="width=device-width">\n<style>{_STYLE}</style>\n</head>\n<body>\n'
    yield from html_table(rows, labels=labels, title=title)
    yield "</body>\n</html>\n"


def html_table(rows: Rows, *, labels: Labels, title: str = "") -> Iterator[str]:
    """Write rows as the HTML of a table."""
    yield "<table>\n"
    if title:
        yield f"<caption>{escape(title)}</caption>\n"
    yield "<thead><tr>" + "".join(f'<th scope="col">{escape(_heading(name))}</th>' for name in rows.variables)
    yield "</tr></thead>\n<tbody>\n"
    for row in rows.rows:
        yield "<tr>" + "".join(_cell(term, labels) for term in row) + "</tr>\n"
    yield "</tbody>\n</table>\n"


def _heading(name: str) -> str:
    return name.replace("_", " ")


def _cell(term: Term | None, labels: Labels) -> str:
    text = escape(shown(term, labels))
    if isinstance(term, NamedNode) and term.value.startswith(("http://", "https://")):
        text = f'<a href="{escape(term.value)}">{text}</a>'
    return f'<td class="number">{text}</td>' if is_number(term) else f"<td>{text}</td>"
