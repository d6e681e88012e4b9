"""What can be done with the graphs of a store that is reached over HTTP, one request each."""

from __future__ import annotations

from itertools import islice
from typing import IO, TYPE_CHECKING, TypeVar, cast
from urllib.parse import urlencode

from pyoxigraph import (
    Literal,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from claimstake.errors import PartialAnswer, StoreUnavailable
from claimstake.store.literals import normal_line, normal_term
from claimstake.store.results import Rows, Triples, Truth
from claimstake.store.sparql_form import form_of, without_header
from claimstake.store.streams import as_file
from claimstake.store.transport import NotThere, read_body

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType
    from typing import Self

    from pyoxigraph import NamedNode
    from requests import Response

    from claimstake.store.profiles import Endpoint
    from claimstake.store.results import Answer, Term
    from claimstake.store.transport import Transport

Item = TypeVar("Item")
_AGENT = "claimstake"
_TURTLE_AND_LINES = "application/n-triples, text/turtle;q=0.5"
_BATCH = 5_000


class Remote:
    """The graphs of one endpoint: it goes with a transport, hence a class."""

    def __init__(
        self, endpoint: Endpoint, transport: Transport, *, on_partial: Callable[[str], None] | None = None
    ) -> None:
        self.endpoint = endpoint
        self.transport = transport
        self._on_partial = on_partial

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.transport.close()

    @property
    def location(self) -> str:
        """Name the store."""
        return self.transport.location

    def query(self, text: str, *, seconds: float, parameters: Iterable[tuple[str, str]] = ()) -> Answer:
        """Answer a query; see `Store.query`. The parameters are sent with it."""
        form = form_of(text)
        answer = self._send_query(text, form, seconds=seconds, parameters=parameters)
        self._refuse_partial(answer, tell=self._on_partial)
        body = as_file(read_body(answer, location=self.location, seconds=seconds))
        if form in {"SELECT", "ASK"}:
            found = self._read_results(body)
            return _truth_of(found) if form == "ASK" and isinstance(found, Rows) else found
        return Triples(triples=self._read_triples(body, RdfFormat.TURTLE))

    def count(self, graph: NamedNode) -> int:
        """Count the triples of a graph."""
        answer = self.query(
            f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}",
            seconds=self.transport.patience.seconds,
        )
        rows = list(answer.rows) if isinstance(answer, Rows) else []
        if len(rows) != 1 or not isinstance(rows[0][0], Literal):
            raise PartialAnswer(f"{self.location} did not answer how many triples {graph.value} has.")
        return int(rows[0][0].value)

    def holds(self, graph: NamedNode, lines: Iterable[bytes]) -> bool:
        """Tell whether a graph holds all of the given N-Triples lines."""
        triples = b"\n".join(lines).decode()
        answer = self.query(
            f"ASK {{ GRAPH {graph} {{\n{triples}\n}} }}",
            seconds=self.transport.patience.seconds,
        )
        return isinstance(answer, Truth) and answer.value

    def lines(self, graph: NamedNode) -> Iterator[bytes]:
        """Read a graph as N-Triples lines in normal form."""
        triples = self.triples(graph)
        while batch := list(islice(triples, _BATCH)):
            text = serialize(batch, format=RdfFormat.N_TRIPLES) or b""
            yield from map(normal_line, text.splitlines())

    def triples(self, graph: NamedNode) -> Iterator[Triple]:
        """Read a graph, whole or not at all."""
        seconds = self.transport.patience.seconds
        if self.endpoint.profile.page:
            return self._pages(graph, self.endpoint.profile.page)
        if self.endpoint.graph_store_url is None:
            text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
            answer = self.query(text, seconds=seconds)
            return iter(answer.triples) if isinstance(answer, Triples) else iter(())
        try:
            response = self.transport.send(
                "GET",
                self.endpoint.graph_store_url,
                params={"graph": graph.value},
                headers={"Accept": _TURTLE_AND_LINES},
            )
        except NotThere:
            return iter(())
        self._refuse_partial(response)
        kind = (
            RdfFormat.TURTLE if "turtle" in response.headers.get("Content-Type", "") else RdfFormat.N_TRIPLES
        )
        body = read_body(response, location=self.location, seconds=seconds)
        return self._read_triples(as_file(body), kind)

    def write(self, graph: NamedNode, lines: bytes | IO[bytes], *, replace: bool, bulk: bool = False) -> None:
        """Add N-Triples to a graph, or put them in the place of what it holds."""
        if self.endpoint.graph_store_url is None:
            self._insert(graph, lines, replace=replace)
            return
        profile = self.endpoint.profile
        params = {"graph": graph.value, **dict(profile.bulk if bulk else ())}
        answer = self.transport.send(
            "PUT" if replace else "POST",
            self.endpoint.graph_store_url,
            params=params,
            headers={"Content-Type": profile.media_type},
            body=profile.preamble + _all(lines) if profile.preamble else lines,
        )
        answer.close()

    def update(self, text: str, *, repeatable: bool = True, seconds: float | None = None) -> None:
        """Run a SPARQL update.

        Raises:
            StoreUnavailable: The store takes none, or did not answer.
        """
        url = self.endpoint.update_url
        if url is None:
            raise StoreUnavailable(
                f"{self.location} takes no updates.", cure="Name its update endpoint with --update-url."
            )
        form = self.endpoint.profile.form_updates
        body = urlencode({"update": text}).encode() if form else text.encode()
        # RDF4J reads an update that does not name its encoding as Latin-1.
        kind = "application/x-www-form-urlencoded" if form else "application/sparql-update; charset=utf-8"
        self.transport.send(
            "POST",
            url,
            headers={"Content-Type": kind},
            body=body,
            repeatable=repeatable,
            seconds=seconds,
        ).close()

    def drop(self, graph: NamedNode) -> None:
        """Delete a graph, if there is one."""
        self.update(f"DROP SILENT GRAPH {graph}")

    def _pages(self, graph: NamedNode, size: int) -> Iterator[Triple]:
        """Read a graph in pages; they are complete when they are as many as the store counts."""
        total = self.count(graph)
        read = 0
        while read < total:
            text = f"SELECT ?s ?p ?o WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }} LIMIT {size} OFFSET {read}"
            answer = self._send_query(text, "SELECT", seconds=self.transport.patience.seconds, parameters=())
            # That the page is full is no fault here.
            body = read_body(answer, location=self.location, seconds=self.transport.patience.seconds)
            page = self._read_results(as_file(body))
            before = read
            for row in page.rows if isinstance(page, Rows) else ():
                yield Triple(*row)  # type: ignore[arg-type]
                read += 1
            if read == before:
                raise PartialAnswer(
                    f"{self.location} gave {read:,} of the {total:,} triples of {graph.value}."
                )

    def _insert(self, graph: NamedNode, lines: bytes | IO[bytes], *, replace: bool) -> None:
        if replace:
            self.drop(graph)
        rows = iter(lines.splitlines(keepends=True) if isinstance(lines, bytes) else lines)
        while batch := b"".join(islice(rows, self.endpoint.profile.update_triples)):
            self.update(f"INSERT DATA {{ GRAPH {graph} {{\n{batch.decode()}\n}} }}")

    def _send_query(
        self, text: str, form: str, *, seconds: float, parameters: Iterable[tuple[str, str]]
    ) -> Response:
        from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper, __version__

        profile = self.endpoint.profile
        wrapper = SPARQLWrapper(self.endpoint.query_url, agent=f"{_AGENT} SPARQLWrapper/{__version__}")
        wrapper.setMethod(POST)
        # Else it adds four parameters of its own to say which format is wanted.
        wrapper.setOnlyConneg(True)
        wrapper.setReturnFormat(JSON if form in {"SELECT", "ASK"} else TURTLE)
        wrapper.setQuery(without_header(text))
        # It finds the form with a pattern that takes "# INSERT" in a comment for an update.
        wrapper.queryType = form
        for name, value in parameters:
            wrapper.addParameter(name, value)
        if profile.timeout is not None:
            name, units = profile.timeout
            wrapper.addParameter(name, str(max(1, int(seconds * units))))
        # It makes the request as the protocol wants it. Sending is left to the transport, since urllib would
        # carry credentials across redirects and loses the headers of refusals.
        request = wrapper._createRequest()
        return self.transport.send(
            "POST",
            request.full_url,
            headers=dict(request.header_items()),
            body=cast("bytes", request.data),
            seconds=seconds,
        )

    def _refuse_partial(self, answer: Response, *, tell: Callable[[str], None] | None = None) -> None:
        """Refuse an answer whose headers say that it is not whole, as Virtuoso's do, or tell so."""
        cap = answer.headers.get("X-SPARQL-MaxRows")
        state = answer.headers.get("X-SQL-State")
        if state == "S1TAT":
            problem = f"{self.location} ran out of time and answered only in part."
        elif cap:
            problem = f"{self.location} gives at most {cap} rows, and there are more."
        else:
            return
        if tell is not None:
            tell(problem)
            return
        answer.close()
        raise PartialAnswer(
            problem,
            cure="Ask for less, raise the limit of the store, or take a part with --allow-partial.",
        )

    def _read_results(self, body: IO[bytes]) -> Answer:
        try:
            found = parse_query_results(body, QueryResultsFormat.JSON)
        except SyntaxError as error:
            raise self._unreadable(error) from error
        if isinstance(found, QueryBoolean):
            return Truth(value=bool(found))
        return Rows(
            variables=tuple(variable.value for variable in found.variables),
            rows=self._guarded(tuple(map(normal_term, solution)) for solution in found),
        )

    def _read_triples(self, body: IO[bytes], kind: RdfFormat) -> Iterator[Triple]:
        quads = parse(body, kind)
        return self._guarded(
            Triple(quad.subject, quad.predicate, cast("Term", normal_term(quad.object))) for quad in quads
        )

    def _guarded(self, items: Iterator[Item]) -> Iterator[Item]:
        try:
            yield from items
        except SyntaxError as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: SyntaxError) -> PartialAnswer:
        return PartialAnswer(
            f"The answer of {self.location} breaks off or is no result: {str(error)[:120]}",
            cure="Try again; see that the URL is that of a SPARQL endpoint.",
        )


def _all(lines: bytes | IO[bytes]) -> bytes:
    return lines if isinstance(lines, bytes) else lines.read()


def _truth_of(rows: Rows) -> Truth:
    """Read the answer to an ASK from the one row that Virtuoso gives."""
    values = [row[0] for row in rows.rows]
    return Truth(value=any(isinstance(value, Literal) and value.value in {"1", "true"} for value in values))
