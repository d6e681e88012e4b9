"""What a parameter of a stored query is, and the variable that stands for it in the text.

The variables follow grlc, so that grlc serves the same files: `?__standard_iri` is an optional parameter
`standard` that takes an IRI, `?_standard_iri` one that must be given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class ParameterType(StrEnum):
    """What a value of a parameter is."""

    IRI = "iri"
    STRING = "string"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    ENUM = "enum"


_ENDINGS = {
    ParameterType.IRI: "_iri",
    ParameterType.STRING: "_literal",
    ParameterType.ENUM: "_literal",
    ParameterType.INTEGER: "_integer",
    ParameterType.DECIMAL: "_xsd_decimal",
    ParameterType.BOOLEAN: "_xsd_boolean",
    ParameterType.DATE: "_xsd_dateTime",
}
_TYPES = {ending: kind for kind, ending in _ENDINGS.items() if kind is not ParameterType.ENUM} | {
    "": ParameterType.STRING,
    "_number": ParameterType.DECIMAL,
}
_VARIABLE = re.compile(
    r"(?P<required>__?)(?P<name>[A-Za-z0-9]+)(?P<ending>|_iri|_literal|_number|_integer|_xsd_[A-Za-z]+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a stored query; left out, it leaves the query to answer for all."""

    name: str
    type: ParameterType
    required: bool = False
    many: bool = False
    of: str = ""
    choices: tuple[str, ...] = ()
    end: bool = False
    default: str = ""
    help: str = ""
    spelling: str = ""

    @property
    def variable(self) -> str:
        """Name the variable that stands for the parameter, without its question mark.

        >>> Parameter(name="standard", type=ParameterType.IRI).variable
        '__standard_iri'
        """
        return self.spelling or f"{'_' if self.required else '__'}{self.name}{_ENDINGS[self.type]}"


def parameter_of(variable: str) -> Parameter | None:
    """Read a parameter off a variable named the way grlc names them.

    >>> parameter_of("_least_xsd_decimal").type
    <ParameterType.DECIMAL: 'decimal'>
    """
    match = _VARIABLE.fullmatch(variable)
    if match is None or match["ending"] not in _TYPES:
        return None
    return Parameter(
        name=match["name"],
        type=_TYPES[match["ending"]],
        required=match["required"] == "_",
        spelling=variable,
    )
