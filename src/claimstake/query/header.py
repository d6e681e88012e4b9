"""Read the `#+` header of a stored query: YAML in comments, as grlc has it.

An example:

    #+ summary: Which claims lack verification under a reporting standard?
    #+ tags: [verification]
    #+ params:
    #+   - {name: standard, type: iri, of: stake:ReportingStandard, help: One standard.}
    #+ columns:
    #+   - {name: claim, help: Id of the claim in its claims file.}
    #+ example: standard=JORC
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from claimstake.errors import InputError
from claimstake.query.parameters import Parameter, ParameterType

if TYPE_CHECKING:
    from collections.abc import Iterator


class Severity(StrEnum):
    """How bad a row of a check is."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What stands in a column of the answer, and in which unit."""

    name: str
    help: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a stored query says about itself."""

    summary: str = ""
    description: str = ""
    question: str = ""
    tags: tuple[str, ...] = ()
    params: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()
    severity: Severity | None = None
    example: str = ""


# grlc reads these; here they have no meaning.
_OF_GRLC = frozenset(
    {
        "method",
        "pagination",
        "endpoint",
        "endpoint_in_url",
        "endpoint-method",
        "enumerate",
        "defaults",
        "transform",
    }
)
_PARAMETER_KEYS = frozenset(field.name for field in fields(Parameter)) - {"spelling"}
_COLUMN_KEYS = frozenset(field.name for field in fields(Column))
_HEADER_KEYS = frozenset(field.name for field in fields(Header))


def split_header(text: str) -> tuple[str, str]:
    r"""Split a stored query into the YAML of its header and its SPARQL.

    >>> split_header("#+ summary: All\nSELECT * {}")
    ('summary: All', 'SELECT * {}')
    """
    lines = text.removeprefix("\ufeff").splitlines()
    header = "\n".join(_yaml_line(line) for line in lines if line.startswith("#+"))
    return header, "\n".join(line for line in lines if not line.startswith("#+"))


def _yaml_line(line: str) -> str:
    return line.removeprefix("#+").removeprefix(" ")


def load_yaml(yaml_text: str, *, source: str) -> object:
    """Load the YAML of a header.

    Args:
        yaml_text: The header without its `#+`.
        source: Name of the query or its file, for messages.

    Raises:
        InputError: It is not YAML.
    """
    import yaml

    try:
        return yaml.load(yaml_text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (safe)
    except yaml.YAMLError as error:
        raise _fault(source, f"is not YAML: {error}") from error


def header_of(found: object, *, source: str) -> Header:
    """Read a header from its values.

    Raises:
        InputError: It says something that a header cannot say.
    """
    if found is None:
        return Header()
    if not isinstance(found, dict):
        raise _fault(source, "is not a mapping of keys to values")
    unknown = sorted(str(key) for key in found if key not in _HEADER_KEYS | _OF_GRLC)
    if unknown:
        raise _fault(source, f"has unknown keys: {', '.join(unknown)}")
    return Header(
        summary=_text(found, "summary", source),
        description=_text(found, "description", source),
        question=_text(found, "question", source),
        tags=tuple(str(tag) for tag in _list(found, "tags", source)),
        params=tuple(_parameter(entry, source) for entry in _entries(found, "params", source)),
        columns=tuple(_column(entry, source) for entry in _entries(found, "columns", source)),
        severity=_severity(found, source),
        example=_text(found, "example", source),
    )


def _fault(source: str, problem: str) -> InputError:
    return InputError(
        f"{source}: the header {problem}.",
        cure="A header is YAML after `#+ `; `claimstake queries lint` says what it may hold.",
    )


def _text(found: dict[str, object], key: str, source: str) -> str:
    value = found.get(key, "")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, dict)):
        raise _fault(source, f"has {key} that is not one text")
    return "" if value is None else str(value).strip()


def _list(found: dict[str, object], key: str, source: str) -> list[object]:
    value = found.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise _fault(source, f"has {key} that is not a list")
    return value


def _entries(found: dict[str, object], key: str, source: str) -> Iterator[dict[str, object]]:
    for entry in _list(found, key, source):
        if isinstance(entry, str):
            yield {"name": entry}
        elif isinstance(entry, dict) and isinstance(entry.get("name"), str):
            yield entry
        else:
            raise _fault(source, f"has an entry without a name under {key}")


def _known(entry: dict[str, object], keys: frozenset[str], source: str) -> None:
    unknown = sorted(str(key) for key in entry if key not in keys)
    if unknown:
        raise _fault(source, f"has unknown keys at {entry['name']}: {', '.join(unknown)}")


def _flag(entry: dict[str, object], key: str, source: str) -> bool:
    value = entry.get(key, False)
    if not isinstance(value, bool):
        raise _fault(source, f"has {key} at {entry['name']} that is neither true nor false")
    return value


def _parameter(entry: dict[str, object], source: str) -> Parameter:
    _known(entry, _PARAMETER_KEYS, source)
    try:
        kind = ParameterType(_text(entry, "type", source) or ParameterType.STRING)
    except ValueError as error:
        names = ", ".join(ParameterType)
        raise _fault(source, f"has a type at {entry['name']} that is none of {names}") from error
    choices = tuple(str(choice) for choice in _list(entry, "choices", source))
    if (kind is ParameterType.ENUM) != bool(choices):
        raise _fault(source, f"has {entry['name']} with choices but no type enum, or the other way round")
    return Parameter(
        name=_text(entry, "name", source),
        type=kind,
        required=_flag(entry, "required", source),
        many=_flag(entry, "many", source),
        of=_text(entry, "of", source),
        choices=choices,
        end=_flag(entry, "end", source),
        default=_text(entry, "default", source),
        help=_text(entry, "help", source),
    )


def _column(entry: dict[str, object], source: str) -> Column:
    _known(entry, _COLUMN_KEYS, source)
    return Column(
        name=_text(entry, "name", source),
        help=_text(entry, "help", source),
        unit=_text(entry, "unit", source),
    )


def _severity(found: dict[str, object], source: str) -> Severity | None:
    text = _text(found, "severity", source)
    try:
        return Severity(text) if text else None
    except ValueError as error:
        raise _fault(source, f"has a severity that is none of {', '.join(Severity)}") from error
