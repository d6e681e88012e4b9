"""Find out by trying, on scratch graphs, what a store can do, and compare it with what its kind promises."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from claimstake.errors import ClaimstakeError, StoreRefused
from claimstake.store.content import triple_lines
from claimstake.store.results import Rows
from claimstake.store.union import union_parameters
from claimstake.vocab import GRAPH, XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimstake.store.remote import Remote

_ONE = NamedNode(f"{GRAPH}scratch/one")
_TWO = NamedNode(f"{GRAPH}scratch/two")
_SUBJECT = NamedNode(f"{_ONE.value}#subject")
_SAYS = NamedNode(f"{_ONE.value}#says")
# A port of the store's own machine that nothing listens on.
_NOTHING = NamedNode("http://127.0.0.1:9/nothing")
_SECONDS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What trying showed; `as_expected` tells whether the store's kind promises no more than that."""

    question: str
    answer: str
    as_expected: bool


def probe(remote: Remote) -> tuple[Finding, ...]:
    """Try what a store can do; its scratch graphs are gone afterwards.

    Raises:
        StoreUnavailable: The store does not even answer a query.
        StoreRefused: The store wants other credentials.
    """
    remote.query("ASK {}", seconds=_SECONDS)
    try:
        return tuple(_findings(remote))
    finally:
        for graph in (_ONE, _TWO):
            _does(partial(remote.drop, graph))


def _findings(remote: Remote) -> Iterator[Finding]:
    profile = remote.endpoint.profile
    for question, promised, attempt in (
        ("takes updates", remote.endpoint.update_url is not None, _updates),
        ("takes graphs by the Graph Store Protocol", remote.endpoint.graph_store_url is not None, _puts),
        ("keeps texts in any script, and other literals", True, _keeps_literals),
        ("undoes an update that fails halfway", profile.atomic_updates, _undoes_updates),
        ("keeps a graph when a PUT fails", profile.atomic_put, _undoes_puts),
        ("moves a graph", True, _moves),
        ("answers over the union of all graphs", True, _unites),
    ):
        found = _does(partial(attempt, remote))
        yield Finding(question=question, answer=found or "yes", as_expected=not promised or not found)


def _does(attempt: Callable[[], bool | None]) -> str:
    """Say why an attempt failed; nothing where it did not."""
    try:
        return "no" if attempt() is False else ""
    except StoreRefused:
        raise
    except ClaimstakeError as error:
        return f"no: {error.problem}"


def _triples(*values: Literal | NamedNode) -> bytes:
    return b"\n".join(sorted(triple_lines(Triple(_SUBJECT, _SAYS, value) for value in values))) + b"\n"


def _updates(remote: Remote) -> bool:
    remote.drop(_ONE)
    text = _triples(Literal("one"), Literal("two")).decode()
    remote.update(f"INSERT DATA {{ GRAPH {_ONE} {{ {text} }} }}")
    return remote.count(_ONE) == 2


def _puts(remote: Remote) -> bool:
    if remote.endpoint.graph_store_url is None:
        return False
    remote.write(_ONE, _triples(Literal("one")), replace=True)
    remote.write(_ONE, _triples(Literal("two")), replace=False)
    added = remote.count(_ONE)
    remote.write(_ONE, _triples(Literal("three")), replace=True)
    return added == 2 and remote.count(_ONE) == 1


def _keeps_literals(remote: Remote) -> bool:
    lines = _triples(
        Literal('“Größe” – 稀土 🪨 \t\r\n\\ "quoted"'),
        Literal("Kupfer", language="de"),
        Literal("1.5", datatype=NamedNode(XSD.decimal)),
        Literal("true", datatype=NamedNode(XSD.boolean)),
        Literal("2026-01-17T00:00:00Z", datatype=NamedNode(XSD.dateTime)),
    )
    remote.write(_ONE, lines, replace=True)
    return set(remote.lines(_ONE)) == set(lines.splitlines())


def _undoes_updates(remote: Remote) -> bool:
    remote.drop(_TWO)
    remote.write(_ONE, _triples(Literal("kept")), replace=True)
    text = _triples(Literal("undone")).decode()
    failing = f"INSERT DATA {{ GRAPH {_TWO} {{ {text} }} }} ; LOAD {_NOTHING} INTO GRAPH {_TWO}"
    failed = _does(partial(remote.update, failing, repeatable=False))
    return bool(failed) and remote.count(_TWO) == 0


def _undoes_puts(remote: Remote) -> bool:
    remote.write(_ONE, _triples(Literal("one"), Literal("two")), replace=True)
    failed = _does(partial(remote.write, _ONE, b"<urn:s> <urn:p> no triple\n", replace=True))
    return bool(failed) and remote.count(_ONE) == 2


def _moves(remote: Remote) -> bool:
    remote.write(_ONE, _triples(Literal("new"), Literal("newer")), replace=True)
    remote.write(_TWO, _triples(Literal("old"), Literal("older")), replace=True)
    remote.update(f"MOVE GRAPH {_ONE} TO GRAPH {_TWO}", repeatable=False)
    return remote.count(_ONE) == 0 and remote.holds(_TWO, _triples(Literal("new")).splitlines())


def _unites(remote: Remote) -> bool:
    remote.write(_ONE, _triples(Literal("one")), replace=True)
    remote.write(_TWO, _triples(Literal("two")), replace=True)
    text = f"SELECT DISTINCT ?said WHERE {{ {_SUBJECT} {_SAYS} ?said }}"
    parameters = union_parameters(remote.endpoint.profile, text, lambda: (_ONE.value, _TWO.value))
    answer = remote.query(text, seconds=_SECONDS, parameters=parameters)
    return isinstance(answer, Rows) and len(list(answer.rows)) == 2


def findings_as_json(location: str, findings: tuple[Finding, ...]) -> str:
    """Write what was found as JSON."""
    import json
    from dataclasses import asdict

    return json.dumps({"store": location, "findings": [asdict(finding) for finding in findings]}, indent=2)
