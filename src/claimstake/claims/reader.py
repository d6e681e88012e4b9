# ruff: noqa: ANN401  (a YAML document holds anything until it is checked)
"""Read a claims file and its article, whole and checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from claimstake.claims.checks import Fault, check_claims
from claimstake.claims.document import Document, read_document
from claimstake.claims.document import Path as Path_
from claimstake.claims.schema import ClaimsFile
from claimstake.errors import FaultsFound, InputError
from claimstake.ontology_terms import Ontology, read_ontology

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimstake.claims.checked import CheckedClaims

_LISTS = ("claims", "statements")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """What of a YAML document fits the schema.

    Args:
        file: The claims file, without what does not fit.
        document: The whole document.
        places: Place in the document of each claim and statement that is in `file`.
        left_out: Ids and keys of what is not.
    """

    file: ClaimsFile
    document: Document
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    def line_of(self, path: Path_) -> int:
        """Give the line of a place in `file`."""
        match path:
            case (str(part), int(i), *rest) if part in self.places:
                return self.document.line_of((part, self.places[part][i], *rest))
        return self.document.line_of(path)


def read_claims(path: Path) -> CheckedClaims:
    """Read the claims file at a path, and the article beside it.

    Raises:
        InputError: A file is missing, not UTF-8 or not YAML.
        FaultsFound: The file breaks the schema, or its claims do not fit the article or the ontology; the
            error holds a line for each fault.
    """
    document = read_document(_read_text(path, what="claims file"), name=str(path))
    ontology = read_ontology()
    readable, faults = _validated(document, name=str(path))
    if readable is None:
        raise _refusal(path, lines=faults)
    file = readable.file
    article = path.parent / file.article.file
    if not article.resolve().is_relative_to(path.parent.resolve()):
        raise InputError(
            f"{path}: the article {file.article.file!r} lies outside the folder of the claims file",
            cure="Keep the article beside its claims file.",
        )
    text = _read_text(article, what="article")
    return checked(file, text=text, ontology=ontology, name=str(path), readable=readable, known=faults)


def checked(
    file: ClaimsFile,
    *,
    text: str,
    ontology: Ontology | None = None,
    name: str = "claims",
    readable: Readable | None = None,
    known: tuple[str, ...] = (),
) -> CheckedClaims:
    """Give a claims file with its evidence found, or refuse it.

    Args:
        file: The claims file.
        text: The text of its article.
        ontology: The terms it may use; the shipped ones by default.
        name: What to call the file in messages.
        readable: What it was read from, for line numbers.
        known: Faults found before, which make it refused in any case.

    Raises:
        FaultsFound: The claims do not fit the article or the ontology.
    """
    left_out = readable.left_out if readable else frozenset[str]()
    claims, faults = check_claims(file, text=text, ontology=ontology or read_ontology(), left_out=left_out)
    lines = [_line(fault, name=name, readable=readable) for fault in faults]
    if sha256(text.encode()).hexdigest() != file.article.sha256:
        changed = Fault(
            path=("article", "sha256"),
            where="the article",
            reason="its text has another digest: it changed after the claims were made",
            cure="Extract again; decisions on claims that still fit are kept.",
        )
        lines.insert(0, _line(changed, name=name, readable=readable))
    if lines or known:
        raise _refusal(Path(name), lines=(*known, *lines))
    return claims


def _refusal(path: Path, *, lines: Sequence[str]) -> FaultsFound:
    count = f"{len(lines)} fault{'s' if len(lines) != 1 else ''}"
    return FaultsFound(
        f"{path}: {count}; nothing was loaded", faults=lines, cure="Mend the lines above and load it again."
    )


def _read_text(path: Path, *, what: str) -> str:
    try:
        # newline="": offsets count the characters that are in the file, carriage returns too
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such {what}", cure="Check the path.") from None
    except IsADirectoryError:
        raise InputError(f"{path}: this is a folder, not a {what}", cure="Name the file in it.") from None
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: this {what} is not UTF-8 (byte {error.start})", cure="Save it as UTF-8."
        ) from None
    except OSError as error:
        raise InputError(
            f"{path}: cannot read this {what}: {error.strerror}", cure="Check its rights."
        ) from None


def _validated(document: Document, *, name: str) -> tuple[Readable | None, tuple[str, ...]]:
    """Give what of the file fits the schema, and a line for each place where it does not.

    Claims, entities and statements that break the schema are left out and the rest is kept, so that the
    faults of the rest are reported in the same run.
    """
    value: Any = document.value
    try:
        return Readable(file=ClaimsFile.model_validate(value), document=document), ()
    except ValidationError as error:
        details = error.errors()
    lines = tuple(_schema_line(detail, document=document, name=name) for detail in details)
    broken = {tuple(detail["loc"][:2]) for detail in details}
    if any(len(place) < 2 or place[0] not in {"claims", "entities", "statements"} for place in broken):
        return None, lines
    kept = {part: [i for i in range(len(value.get(part, ()))) if (part, i) not in broken] for part in _LISTS}
    rest = value | {part: [value[part][i] for i in places] for part, places in kept.items() if part in value}
    rest |= {
        "entities": {k: v for k, v in value.get("entities", {}).items() if ("entities", k) not in broken}
    }
    names = [str(i) if part == "entities" else _id_of(value[part][i]) for part, i in broken]
    readable = Readable(
        file=ClaimsFile.model_validate(rest),
        document=document,
        places={part: tuple(places) for part, places in kept.items()},
        left_out=frozenset(names),
    )
    return readable, lines


def _id_of(item: Any) -> str:
    return str(item.get("id", "")) if isinstance(item, dict) else ""


def _schema_line(detail: Any, *, document: Document, name: str) -> str:
    loc = tuple(detail["loc"])
    line = document.line_of(loc)
    reason = str(detail["msg"]).removeprefix("Value error, ")
    match detail["type"]:
        case "extra_forbidden":
            reason = f"the key {loc[-1]!r} is not known here"
        case "missing":
            reason = f"the key {loc[-1]!r} is missing"
    place = ".".join(str(part) for part in loc[2:] or loc[1:])
    return f"{name}:{line}: {_owner(document.value, loc=loc)}: {place + ': ' if place else ''}{reason}"


def _owner(value: Any, *, loc: tuple[Any, ...]) -> str:
    match loc:
        case ("claims", int(i), *_):
            return f"claim {_id_of(value['claims'][i]) or f'number {i + 1}'}"
        case ("entities", key, *_):
            return f"entity {key}"
        case _:
            return str(loc[0]) if loc else "the file"


def _line(fault: Fault, *, name: str, readable: Readable | None) -> str:
    line = f":{readable.line_of(fault.path)}" if readable is not None else ""
    return f"{name}{line}: {fault.where}: {fault.reason}. {fault.cure}"
