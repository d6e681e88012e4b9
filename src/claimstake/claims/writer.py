# ruff: noqa: ANN401  (YAML holds anything)
"""Write a claims file: one claim a block, one argument a line, so that a difference reads well."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import yaml

from claimstake.claims.document import TYPES_OF_PLAIN_SCALARS

if TYPE_CHECKING:
    from claimstake.claims.schema import ClaimsFile

_WIDTH = 110


class _Dumper(yaml.SafeDumper):
    """PyYAML's writer, quoting what YAML 1.1 or YAML 1.2 would read as something else than text."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


for _tag, _pattern in TYPES_OF_PLAIN_SCALARS.items():
    _Dumper.add_implicit_resolver(_tag, _pattern, None)


def _number(dumper: yaml.SafeDumper, value: Decimal) -> yaml.Node:
    text = f"{value:f}"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


def _mapping(dumper: yaml.SafeDumper, value: dict[str, Any]) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=_fits_a_line(value))


def _list(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=not _holds_mappings(value))


def _fits_a_line(value: dict[str, Any]) -> bool:
    """Tell whether a mapping is a piece of evidence or a section: plain values, or one such mapping more."""
    return ("words" in value or "section" in value or "version" in value) and "id" not in value


def _holds_mappings(value: list[Any]) -> bool:
    return any(isinstance(item, dict) for item in value)


_Dumper.add_representer(Decimal, _number)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(list, _list)
_Dumper.add_multi_representer(StrEnum, lambda dumper, value: dumper.represent_str(value.value))


def write_claims(file: ClaimsFile) -> str:
    """Give a claims file as YAML: reading it gives the same claims, the same claims give the same bytes."""
    content = _present(file.model_dump())
    parts = []
    for key in ("claimstake", "article", "extractor", "entities", "claims", "statements"):
        if key not in content:
            continue
        value = content[key]
        if key in {"claims", "statements"}:
            parts.append(f"{key}:\n\n" + "\n".join(_block([item]) for item in value))
        else:
            parts.append(_block({key: value}))
    return "\n".join(parts)


def _block(value: Any) -> str:
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH))


def _present(value: Any) -> Any:
    """Leave out what is not there: nothing, empty lists and empty mappings."""
    if isinstance(value, dict):
        kept = {key: _present(item) for key, item in sorted(value.items(), key=_thing_first)}
        return {key: item for key, item in kept.items() if item is not None and item not in ([], {})}
    if isinstance(value, list | tuple):
        return [_present(item) for item in value]
    return value


def _thing_first(item: tuple[str, Any]) -> bool:
    """Order an argument as people say it: the thing, then the words that name it; else as in the schema."""
    return item[0] not in {"entity", "claim", "proposition", "value", "role", "edtf"}
