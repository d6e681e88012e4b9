"""Load articles into a store: each whole or not at all, and again without change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from claimstake.claims.reader import checked, read_claims
from claimstake.closed_lists import Status
from claimstake.errors import FaultsFound, InputError
from claimstake.graph.build import ArticleGraphs, build_graph
from claimstake.store.content import content_of, triple_lines
from claimstake.vocab import article_graph, inferred_graph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from claimstake.claims.checked import CheckedClaims
    from claimstake.store.protocol import Store

CLAIMS_NAME = "claims.yaml"
STANDARD_INPUT = "-"


class Effect(StrEnum):
    """What loading an article did to the store."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """An article that is in the store.

    Args:
        triples: Number of triples of its own graphs.
        reviewed: How many of its claims somebody has accepted or corrected.
    """

    article_id: str
    effect: Effect
    claims: int
    triples: int
    reviewed: int


def load_articles(
    store: Store,
    paths: Iterable[Path],
    *,
    project: bool = False,
    report: Callable[[Loaded], None] = lambda _: None,
) -> tuple[Loaded, ...]:
    """Load articles, each in a transaction of its own.

    Args:
        store: The store, open for writing.
        paths: Claims files, articles, which are extracted unless a claims file for them lies beside them, or
            folders of either.
        project: Whether to write plain triples for the claims that qualify.
        report: Called after each article.

    Raises:
        InputError: An article could not be read. The others are loaded all the same; with more than one such
            article the error names all of them.
    """
    loaded: list[Loaded] = []
    failed: list[InputError] = []
    for path in (file for given in paths for file in _files(given)):
        try:
            for claims in read_article_claims(path):
                loaded.append(_load(store, claims, project=project))
                report(loaded[-1])
        except InputError as error:
            failed.append(error)
    if len(failed) == 1:
        raise failed[0]
    if not failed and not loaded:
        raise InputError("there is no article to load", cure="Articles end in .txt, .md, .html or .jsonl.")
    if failed:
        problem = (
            f"{len(failed)} articles were not loaded; {len(loaded)} {'was' if len(loaded) == 1 else 'were'}"
        )
        raise FaultsFound(problem, faults=[str(error) for error in failed])
    return tuple(loaded)


def read_article_claims(path: Path) -> Iterator[CheckedClaims]:
    """Give the claims of each article of a file: as its claims file has them, else as they are extracted.

    The path `-` stands for an article on standard input.
    """
    if str(path) == STANDARD_INPUT:
        yield _piped()
        return
    claims_path = _claims_path(path)
    if claims_path is not None:
        yield read_claims(claims_path)
        return
    from claimstake.article.reading import read_articles
    from claimstake.extraction import extract_claims

    for article in read_articles(path):
        yield checked(extract_claims(article), text=article.text, name=str(path))


def _piped() -> CheckedClaims:
    import sys

    from claimstake.article.reading import piped_article
    from claimstake.extraction import extract_claims

    article = piped_article(sys.stdin.buffer.read())
    return checked(extract_claims(article), text=article.text, name="standard input")


def _files(path: Path) -> Iterator[Path]:
    """Give the claims files and the articles at a path, sorted; a folder with a claims file is that file."""
    if not path.is_dir():
        yield path
    elif (path / CLAIMS_NAME).is_file():
        yield path / CLAIMS_NAME
    else:
        from claimstake.article.reading import SUFFIXES

        for entry in sorted(path.iterdir()):
            if entry.is_dir() or (entry.suffix.lower() in SUFFIXES and entry.stem.upper() != "README"):
                yield from _files(entry)


def _claims_path(path: Path) -> Path | None:
    if path.suffix in {".yaml", ".yml"}:
        return path
    beside = path.with_name(CLAIMS_NAME)
    if not beside.is_file():
        return None
    return beside if read_claims(beside).file.article.file == path.name else None


def _load(store: Store, claims: CheckedClaims, *, project: bool) -> Loaded:
    graphs = build_graph(claims, project=project)
    before = store.record(NamedNode(article_graph(graphs.article_id)))
    contents = graphs.contents()
    if before is not None and before.content != content_of(triple_lines(graphs.article)):
        # what was inferred from the old claims goes with them
        contents |= {NamedNode(inferred_graph(graphs.article_id)): None}
    changed = store.replace_graphs(contents, additions=graphs.additions())
    if before is None:
        effect = Effect.ADDED
    else:
        effect = Effect.REPLACED if set(changed) & set(contents) else Effect.UNCHANGED
    statuses = [claim.status for claim in claims.file.claims]
    return Loaded(
        article_id=graphs.article_id,
        effect=effect,
        claims=len(statuses) - statuses.count(Status.REJECTED),
        triples=_size(graphs),
        reviewed=statuses.count(Status.ACCEPTED) + statuses.count(Status.CORRECTED),
    )


def _size(graphs: ArticleGraphs) -> int:
    return len(graphs.article) + len(graphs.facts)
