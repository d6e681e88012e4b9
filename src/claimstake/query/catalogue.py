"""Find stored queries: the shipped folder, and folders of the user's own that come before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimstake.assets import QUERIES
from claimstake.errors import InputError, UsageError
from claimstake.query.compiled import read_header
from claimstake.query.header import Header, split_header
from claimstake.query.parameters import parameter_of
from claimstake.query.tokens import Kind, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimstake.query.parameters import Parameter

ENDING = ".rq"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredQuery:
    """A question that can be asked by name."""

    name: str
    header: Header
    text: str

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Give what the header declares, then what only the names of variables tell."""
        declared = {parameter.variable: parameter for parameter in self.header.params}
        for part in tokens(self.text):
            if part.kind is Kind.VARIABLE and part.text[1] == "_":
                found = parameter_of(part.text[1:])
                if found is not None:
                    declared.setdefault(found.variable, found)
        return tuple(declared.values())


def read_query(path: Path) -> StoredQuery:
    """Read one stored query.

    Raises:
        InputError: The file cannot be read, or its header is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}.", cure="A query is a UTF-8 text file.") from error
    yaml_text, body = split_header(text)
    name = path.name.removesuffix(ENDING)
    return StoredQuery(name=name, header=read_header(yaml_text, source=name), text=body)


def find_query(name: str, *, folders: Sequence[Path] = ()) -> StoredQuery:
    """Find a stored query by its name.

    Args:
        name: The name, as `claimstake queries` lists it.
        folders: Folders of the user's own; they come before the shipped one.

    Raises:
        UsageError: No folder has such a query; the message says which names are like it.
    """
    places = (*_checked(folders), QUERIES)
    if _NAME.fullmatch(name):
        for folder in places:
            path = folder / f"{name}{ENDING}"
            if path.is_file():
                return read_query(path)
    from difflib import get_close_matches

    names = query_names(folders=folders)
    close = get_close_matches(name, names, n=3, cutoff=0.5) or [known for known in names if name in known][:3]
    cure = f"Did you mean {' or '.join(close)}?" if close else "`claimstake queries` lists them."
    raise UsageError(f"There is no query named {name!r}.", cure=cure)


def query_names(*, folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """List the names of all stored queries, sorted."""
    places = (*_checked(folders), QUERIES)
    return tuple(
        sorted({path.name.removesuffix(ENDING) for place in places for path in place.glob(f"*{ENDING}")})
    )


def all_queries(*, folders: Sequence[Path] = ()) -> tuple[StoredQuery, ...]:
    """Read all stored queries, sorted by name."""
    return tuple(find_query(name, folders=folders) for name in query_names(folders=folders))


def _checked(folders: Sequence[Path]) -> tuple[Path, ...]:
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"There is no folder {folder}.", cure="Give a folder that holds .rq files.")
    return tuple(folders)
