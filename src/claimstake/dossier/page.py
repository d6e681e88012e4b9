"""Put the page together: template, styles, script and data, in one file that needs nothing else."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from claimstake.card.reading import read_store
from claimstake.card.wording import visible
from claimstake.dossier.answers import answer_questions
from claimstake.dossier.content import page_content
from claimstake.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimstake.card.model import Reading
    from claimstake.card.record import Plain
    from claimstake.store.protocol import Store

_PARTS = Path(__file__).resolve().parent / "page"
# Inside a script element these could end it or begin a comment; in JSON they stand only in strings.
_UNSAFE = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


def dossier(
    store: Store, *, documents: Sequence[str] | None = None, folders: Sequence[Path] = (), title: str = ""
) -> str:
    """Write the page of a store.

    Args:
        store: The store that is asked.
        documents: IRIs of the articles that the page is about; all when left out.
        folders: Folders with questions of the user's own.
        title: What the page is called; by default the title of its only article.

    Raises:
        InputError: The store holds no article.
    """
    reading = read_store(store, documents=documents)
    if not reading.documents:
        raise InputError(
            f"{store.location} holds no article.", cure="Load one into it with `claimstake load`."
        )
    answers = answer_questions(store, folders=folders)
    return render(page_content(reading, answers), title=title or _title(reading))


def render(content: Mapping[str, Plain], *, title: str) -> str:
    """Write the page of some content; the same content gives the same bytes."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    style = _joined("css")
    script = _joined("js")
    environment = Environment(
        loader=FileSystemLoader(_PARTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("dossier.html.j2").render(
        title=visible(title),
        version=version("claimstake"),
        content=content,
        # files of this package, and JSON in which nothing can end the element it stands in
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        data=Markup(_json(content)),  # noqa: S704
        style_hash=_digest(style),
        script_hash=_digest(script),
    )


def _title(reading: Reading) -> str:
    if len(reading.documents) == 1:
        return reading.documents[0].title
    return f"{len(reading.documents)} articles"


def _joined(ending: str) -> str:
    """Join the parts of the page of one kind in the order of their names."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(_PARTS.glob(f"*.{ending}")))


def _json(content: Mapping[str, Plain]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
