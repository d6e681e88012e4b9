"""Read YAML 1.2 as plain values, and remember the line that each value stands on.

PyYAML implements YAML 1.1, in which a plain `NO` is false and `2026-01-17` a date. The core schema of YAML
1.2 is a shorter table of the same kind, so it is given to PyYAML's own composer here. Aliases are refused: a
claims file needs none, and a few lines of them can stand for a billion values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

import yaml

from claimstake.errors import InputError

TYPES_OF_PLAIN_SCALARS = {
    "tag:yaml.org,2002:null": re.compile(r"^(?:~|null|Null|NULL|)$"),
    "tag:yaml.org,2002:bool": re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"),
    "tag:yaml.org,2002:int": re.compile(r"^[-+]?[0-9]{1,300}$"),
    "tag:yaml.org,2002:float": re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"),
}

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _CoreSchemaLoader(_Loader):  # type: ignore[misc, valid-type]  # the C loader where PyYAML was built with it
    """PyYAML's loader, resolving plain scalars as YAML 1.2 does."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # PyYAML's own shape


for _tag, _pattern in TYPES_OF_PLAIN_SCALARS.items():
    _CoreSchemaLoader.add_implicit_resolver(_tag, _pattern, None)

Path: TypeAlias = tuple[str | int, ...]
Plain: TypeAlias = "bool | int | Decimal | str | list[Plain] | dict[str, Plain] | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A YAML document as plain values, and the line of each.

    Args:
        value: Its mappings, lists and scalars; numbers with a point are `Decimal`.
        lines: Line, counted from 1, of the value at a path such as `("claims", 3, "quote")`.
    """

    value: Plain
    lines: dict[Path, int] = field(default_factory=dict)

    def line_of(self, path: Path) -> int:
        """Give the line of a value, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_document(text: str, *, name: str) -> Document:
    """Read one YAML document.

    Args:
        text: The document.
        name: What to call it in messages.

    Raises:
        InputError: The text is not YAML, repeats a key, uses aliases or tags, or nests too deeply.
    """
    try:
        root = yaml.compose(text, Loader=_CoreSchemaLoader)  # composes nodes, constructs nothing
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError(
            f"{name}:{line}: this is not valid YAML: {error.problem}",
            cure="Mend the line; quote text that holds ': ', ' #' or starts with one of @ & * ! % | > ' \".",
        ) from error
    except yaml.YAMLError as error:
        raise InputError(
            f"{name}:1: this is not valid YAML: {error}", cure="Save it as UTF-8 text."
        ) from error
    except RecursionError:
        raise InputError(f"{name}:1: this nests too deeply", cure="A claims file needs six levels.") from None
    lines: dict[Path, int] = {}
    value = None if root is None else _plain(root, path=(), name=name, lines=lines, seen=set())
    return Document(value=value, lines=lines)


def _plain(node: yaml.Node, *, path: Path, name: str, lines: dict[Path, int], seen: set[int]) -> Plain:
    line = node.start_mark.line + 1
    lines[path] = line
    if id(node) in seen:
        raise InputError(f"{name}:{line}: a YAML alias is not allowed here", cure="Write the value out.")
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            key, key_line = str(key_node.value), key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise InputError(
                    f"{name}:{key_line}: a key must be plain text", cure="Write the key as one word."
                )
            if key in mapping:
                raise InputError(f"{name}:{key_line}: the key {key!r} stands here twice", cure="Remove one.")
            mapping[key] = _plain(value_node, path=(*path, key), name=name, lines=lines, seen=seen)
            lines[(*path, key)] = key_line
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [
            _plain(item, path=(*path, i), name=name, lines=lines, seen=seen)
            for i, item in enumerate(node.value)
        ]
    return _scalar(node.tag, text=node.value, line=line, name=name)


def _scalar(tag: str, *, text: str, line: int, name: str) -> Plain:
    match tag.removeprefix("tag:yaml.org,2002:"):
        case "str":
            return text
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return int(text)
        case "float":
            return Decimal(text)
        case _:
            raise InputError(f"{name}:{line}: the YAML tag {tag} is not allowed here", cure="Remove the tag.")
