"""What each kind of SPARQL store can do, and where it does it.

`docs/stores/` says for each line whether it was measured or read. A profile may only promise what holds for
the oldest version that is supported; `claimstake push --probe` tries it on a scratch graph.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from claimstake.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    Parameters: TypeAlias = tuple[tuple[str, str], ...]


class Swap(StrEnum):
    """How a graph that was staged and verified takes the place of the old one; PUT sends it once more."""

    MOVE = "move"
    COPY = "copy"
    PUT = "put"


class Listing(StrEnum):
    """Which graphs a query has to name to see all of them."""

    NONE = "none"
    NAMED = "named"
    ALL = "all"


class Scheme(StrEnum):
    """How a name and a password are sent."""

    BASIC = "basic"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one kind of store can do.

    Attributes:
        name: What the user calls it.
        endings: Ends of a URL that stand for one of its endpoints, and are cut off to find its base.
        query: The query endpoint, from the base.
        update: The update endpoint, from the base; None where the store takes no updates.
        graph_store: The Graph Store Protocol endpoint, from the base; None where there is none.
        union: Request parameters that make the default graph the union of the named graphs.
        listing: Which graphs a query has to name besides; naming some hides the others.
        timeout: The request parameter for the time limit of a query, and how many of its units are a second.
        bulk: Request parameters for the fastest way to load, which may leave a graph half loaded.
        scheme: How a name and a password are sent.
        form_updates: Whether an update is sent as a form; else as `application/sparql-update`.
        atomic_updates: Whether an update of several operations is done whole or not at all.
        atomic_put: Whether a failed PUT leaves the graph as it was.
        update_triples: Triples that one INSERT DATA may hold.
        page: Triples to read at once where reading a whole graph loses some without a word; 0 means all.
        media_type: What the Graph Store Protocol endpoint takes N-Triples as.
        preamble: What it wants before them.
        swap: How a staged graph takes the place of the old one.
        tried: Whether this project runs its tests on the store, or only read its documentation.
    """

    name: str
    endings: tuple[str, ...] = ()
    query: str = ""
    update: str | None = ""
    graph_store: str | None = None
    union: Parameters = ()
    listing: Listing = Listing.NONE
    timeout: tuple[str, int] | None = None
    bulk: Parameters = ()
    scheme: Scheme = Scheme.BASIC
    form_updates: bool = False
    atomic_updates: bool = True
    atomic_put: bool = True
    update_triples: int = 5_000
    page: int = 0
    media_type: str = "application/n-triples"
    preamble: bytes = b""
    swap: Swap = Swap.MOVE
    tried: bool = True


_RDF4J = Profile(
    name="rdf4j",
    endings=("/statements", "/rdf-graphs/service"),
    update="/statements",
    graph_store="/rdf-graphs/service",
    timeout=("timeout", 1),
    # A million triples: MOVE did not end within 10 minutes, PUT took 28 s.
    swap=Swap.PUT,
)

PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            Profile(
                name="oxigraph",
                endings=("/query", "/update", "/store"),
                query="/query",
                update="/update",
                graph_store="/store",
                union=(("union-default-graph", "true"),),
                bulk=(("no_transaction", "true"),),
                # A million triples: MOVE took 110 s, PUT 63 s.
                swap=Swap.PUT,
            ),
            Profile(
                name="fuseki",
                endings=("/query", "/sparql", "/update", "/data"),
                query="/query",
                update="/update",
                graph_store="/data",
                union=(("default-graph-uri", "urn:x-arq:UnionGraph"),),
                listing=Listing.NAMED,
                timeout=("timeout", 1000),
            ),
            Profile(
                name="virtuoso",
                endings=("/sparql", "/sparql-auth", "/sparql-graph-crud", "/sparql-graph-crud-auth"),
                query="/sparql",
                update="/sparql-auth",
                graph_store="/sparql-graph-crud-auth",
                timeout=("timeout", 1000),
                scheme=Scheme.DIGEST,
                atomic_updates=False,
                atomic_put=False,
                # 1,000 triples passed and 2,000 failed: "generated SQL text has exceeded 10000 lines".
                update_triples=500,
                # A GET of a graph gives ResultSetMaxRows triples, 10,000 by default, and status 200.
                page=10_000,
                # It looks at the start of a body to find out what it is: a triple whose text is longer than
                # 64 KB it does not recognise, a prefix it does.
                media_type="text/turtle; charset=utf-8",
                preamble=b"@prefix x: <urn:x#> .\n",
            ),
            _RDF4J,
            Profile(
                name="graphdb",
                endings=_RDF4J.endings,
                update=_RDF4J.update,
                graph_store=_RDF4J.graph_store,
                timeout=_RDF4J.timeout,
                swap=_RDF4J.swap,
                tried=False,
            ),
            Profile(
                name="stardog",
                endings=("/query", "/update"),
                query="/query",
                update="/update",
                graph_store="",
                union=(("default-graph-uri", "tag:stardog:api:context:named"),),
                listing=Listing.NAMED,
                timeout=("timeout", 1000),
                tried=False,
            ),
            Profile(
                name="neptune",
                endings=("/sparql/gsp/", "/sparql/gsp", "/sparql"),
                query="/sparql",
                update="/sparql",
                graph_store="/sparql/gsp/",
                form_updates=True,
                swap=Swap.COPY,
                tried=False,
            ),
            Profile(name="blazegraph", form_updates=True, timeout=("timeout", 1), tried=False),
            Profile(name="qlever", graph_store="", swap=Swap.COPY, atomic_put=False, tried=False),
            # Nothing is taken for granted: what is promised here any SPARQL 1.1 store must do.
            Profile(
                name="generic",
                listing=Listing.ALL,
                form_updates=True,
                atomic_updates=False,
                atomic_put=False,
                update_triples=500,
            ),
        )
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """The addresses of one store, and what it can do."""

    profile: Profile
    query_url: str
    update_url: str | None
    graph_store_url: str | None

    @property
    def host(self) -> str:
        """Name the host, as credentials are kept by it."""
        return urlsplit(self.query_url).hostname or ""


def read_location(text: str, *, profile: str | None = None) -> Endpoint:
    """Find a store's addresses from the one URL a user gives: its base or any of its endpoints.

    >>> read_location("http://127.0.0.1:7878").query_url
    'http://127.0.0.1:7878/query'
    >>> read_location("fuseki+http://127.0.0.1:3030/ds").graph_store_url
    'http://127.0.0.1:3030/ds/data'

    Raises:
        UsageError: The text is not such a URL, holds a password, or names a kind of store that is not known.
    """
    scheme, separator, rest = text.partition("://")
    kind, plus, transport = scheme.rpartition("+")
    parts = urlsplit(f"{transport}{separator}{rest}")
    if transport not in {"http", "https"} or not parts.hostname:
        raise UsageError(
            "The location of a store is a folder, memory: or a URL that begins with http:// or https://.",
            cure="Example: --store http://127.0.0.1:7878",
        )
    if parts.username or parts.password:
        raise UsageError(
            "A password in a URL can be read by others.",
            cure="Set CLAIMSTAKE_STORE_USER and CLAIMSTAKE_STORE_PASSWORD, or write it into ~/.netrc.",
        )
    name = profile or (kind if plus else guess_profile(parts.path, parts.hostname))
    if name not in PROFILES:
        raise UsageError(
            f"No kind of store is called {name!r}.", cure=f"Known are: {', '.join(sorted(PROFILES))}."
        )
    if parts.query or parts.fragment:
        raise UsageError("The URL of a store has no ? and no #.", cure="Leave out what follows.")
    return _endpoint(PROFILES[name], urlunsplit((parts.scheme, parts.netloc, parts.path, "", "")))


def guess_profile(path: str, host: str) -> str:
    """Tell the kind of store from the form of its URL, as each documents its own."""
    steps = [step for step in path.split("/") if step]
    if "repositories" in steps:
        return "rdf4j"
    if "namespace" in steps:
        return "blazegraph"
    if host.endswith(".neptune.amazonaws.com"):
        return "neptune"
    if not steps or steps in (["query"], ["update"], ["store"]):
        return "oxigraph"
    if len(steps) == 1 and steps[0].startswith("sparql"):
        return "virtuoso"
    if len(steps) in {1, 2} and (len(steps) == 1 or f"/{steps[1]}" in PROFILES["fuseki"].endings):
        return "fuseki"
    return "generic"


def _endpoint(profile: Profile, url: str) -> Endpoint:
    base = url.rstrip("/")
    for ending in profile.endings:
        if base.endswith(ending.rstrip("/")):
            base = base.removesuffix(ending.rstrip("/"))
            break
    return Endpoint(
        profile=profile,
        query_url=base + profile.query,
        update_url=None if profile.update is None else base + profile.update,
        graph_store_url=None if profile.graph_store is None else base + profile.graph_store,
    )
