"""Run every check on a store: stored checks, shapes, quotes, and the logic if asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from claimstake.errors import InputError
from claimstake.query.catalogue import find_query, query_names
from claimstake.reasoning.findings import Finding
from claimstake.reasoning.inference import article_slugs, triples_of
from claimstake.reasoning.quotes import quote_findings
from claimstake.reasoning.shapes import shape_findings
from claimstake.store.articles import require_articles
from claimstake.store.results import Rows
from claimstake.vocab import ID, REFERENCE_GRAPH, facts_graph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pyoxigraph import Triple

    from claimstake.query.catalogue import StoredQuery
    from claimstake.store.protocol import Store

CHECK = "check"
# The closed lists are some 1,000 triples: they are read once for many articles, not once for each.
_ARTICLES_AT_ONCE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What verifying a store came to.

    Args:
        articles: Ids of the articles that were checked.
        checks: Names of the stored checks that ran.
        findings: What is wrong, sorted.
    """

    articles: tuple[str, ...]
    checks: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing was found that is more than information."""
        return all(finding.severity == "info" for finding in self.findings)


def verify(store: Store, *, articles: Sequence[str] = (), folders: Sequence[Path] = ()) -> Verdict:
    """Check what is in a store.

    Args:
        store: The store.
        articles: Ids of the articles whose shapes and quotes are checked; none means all.
        folders: Folders of stored queries of the user's own, whose checks run too.

    Raises:
        UsageError: An article is not in the store.
        InputError: A check is not a SELECT with the columns of one.
    """
    slugs = chosen(store, articles)
    queries = [find_query(name, folders=folders) for name in query_names(folders=folders)]
    checks = [query for query in queries if CHECK in query.header.tags]
    findings = {finding for query in checks for finding in _query_findings(store, query)}
    reference = tuple(quad.triple for quad in store.quads(NamedNode(REFERENCE_GRAPH)))
    for batch in _batches(slugs):
        triples = [triple for slug in batch for triple in triples_of(store, slug)]
        findings.update(shape_findings([*triples, *reference]))
        findings.update(quote_findings(triples))
    return Verdict(
        articles=slugs, checks=tuple(query.name for query in checks), findings=tuple(sorted(findings))
    )


def logic_findings(
    store: Store, *, articles: Sequence[str] = (), report: Callable[[str], None] = lambda _: None
) -> tuple[Finding, ...]:
    """Ask a reasoner whether the claims and plain facts of each article can be true under the ontology.

    HermiT decides where there is Java, and owlrl puts a contradiction into words; without Java owlrl decides,
    which misses some.

    Args:
        store: The store.
        articles: Ids of the articles; none means all.
        report: Called with each article's id before it is reasoned over.

    Raises:
        UsageError: An article is not in the store.
    """
    reference = tuple(quad.triple for quad in store.quads(NamedNode(REFERENCE_GRAPH)))
    findings: list[Finding] = []
    for slug in chosen(store, articles):
        report(slug)
        facts = tuple(quad.triple for quad in store.quads(NamedNode(facts_graph(slug))))
        findings += _contradictions(slug, (*triples_of(store, slug), *facts, *reference))
    return tuple(sorted(findings))


def _contradictions(slug: str, triples: tuple[Triple, ...]) -> Iterator[Finding]:
    from claimstake.reasoning.clashes import clashes
    from claimstake.reasoning.hermit import has_java, judge

    if has_java() and judge(triples).consistent:
        return
    found = clashes(triples)
    if has_java() and not found:
        found = ["the article's graph contradicts the ontology, in a way that only HermiT sees"]
    for problem in found:
        yield Finding(check="logic", severity="error", thing=slug, problem=problem)


def chosen(store: Store, articles: Sequence[str]) -> tuple[str, ...]:
    """Give the ids of the articles to check: those named, or all.

    Raises:
        UsageError: An article is not in the store.
    """
    known = article_slugs(store)
    documents = [f"{ID}document-{slug}" for slug in known]
    require_articles(articles, documents=documents, location=store.location)
    return tuple(sorted(articles)) if articles else known


def _query_findings(store: Store, query: StoredQuery) -> Iterator[Finding]:
    answer = store.query(query.text)
    if not isinstance(answer, Rows) or len(answer.variables) < len(("thing", "problem")):
        problem = f"The check {query.name} is not a SELECT of a thing and its problem."
        raise InputError(problem, cure="Give it these two columns first, or take away its tag.")
    severity = query.header.severity or "error"
    for row in answer.rows:
        thing, problem, *_ = ("" if term is None else getattr(term, "value", str(term)) for term in row)
        yield Finding(check=query.name, severity=severity, thing=thing, problem=problem)


def _batches(slugs: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(slugs), _ARTICLES_AT_ONCE):
        yield slugs[start : start + _ARTICLES_AT_ONCE]
