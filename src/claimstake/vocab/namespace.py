"""Turn annotated names into IRIs."""

from __future__ import annotations

from inspect import get_annotations
from typing import ClassVar


class Namespace:
    """Terms of one namespace; each annotation of a subclass becomes the IRI of that name.

    A hyphen of an IRI is written as an underscore, since Python names have none.

    >>> class EX(Namespace, iri="https://example.org/"):
    ...     named_agent: str
    >>> EX.named_agent
    'https://example.org/named-agent'
    """

    iri: ClassVar[str]

    def __init_subclass__(cls, *, iri: str) -> None:
        cls.iri = iri
        for name in get_annotations(cls):
            setattr(cls, name, iri + name.replace("_", "-"))


def terms_of(namespace: type[Namespace]) -> frozenset[str]:
    """Give the IRIs of all terms of a namespace."""
    return frozenset(
        getattr(namespace, name)
        for part in namespace.__mro__
        if part is not Namespace and issubclass(part, Namespace)
        for name in get_annotations(part)
    )
