"""A SPARQL store on loopback that does what it is told to do wrong, and else works: Oxigraph behind HTTP."""

from __future__ import annotations

import base64
import hashlib
import re
import socket
import struct
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store

from claimstake.vocab import MANIFEST_GRAPH

if TYPE_CHECKING:
    from collections.abc import Iterator

USER, PASSWORD, TOKEN = "analyst", "hunter2-ünïcode", "token-1234567890"


class Wrong(StrEnum):
    """What can go wrong with a request."""

    STATUS = "status"
    WORK_THEN_STATUS = "work, then status"
    RESET = "reset"
    WORK_THEN_RESET = "work, then reset"
    TRUNCATED = "truncated"
    SLOW = "slow"
    DRIP = "drip"
    NO_WORK = "success without work"
    HALF_WORK = "half of the work"
    LATIN = "reads UTF-8 as Latin-1"
    CAPPED = "capped rows"
    TIMED_OUT = "rows until the time was over"
    REDIRECT = "redirect"


@dataclass(slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong: with requests whose method, path and body match, `times` times."""

    wrong: Wrong
    match: str = ""
    times: int = 1
    status: int = 503
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True, kw_only=True)
class Misbehaving:
    """The server as tests see it."""

    url: str
    graphs: Store
    faults: list[Fault] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    authorizations: list[str] = field(default_factory=list)
    scheme: str = ""
    lock: Lock = field(default_factory=Lock)

    def lines(self, graph: NamedNode) -> set[bytes]:
        """Read a graph past HTTP."""
        text = self.graphs.dump(format=RdfFormat.N_TRIPLES, from_graph=graph)
        return set(text.splitlines()) if text else set()

    def lines_of_manifest(self) -> set[bytes]:
        """Read the manifest past HTTP."""
        return self.lines(NamedNode(MANIFEST_GRAPH))

    def take(self, request: str) -> Fault | None:
        """Find the fault of a request, and use it up."""
        with self.lock:
            for fault in self.faults:
                if fault.times > 0 and re.search(fault.match, request, re.DOTALL):
                    fault.times -= 1
                    return fault
        return None


@contextmanager
def misbehaving() -> Iterator[Misbehaving]:
    """Run the server until the block ends."""

    class Handler(_Handler):
        store: Misbehaving

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        Handler.store = Misbehaving(url=f"http://127.0.0.1:{server.server_port}", graphs=Store())
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield Handler.store
        finally:
            server.shutdown()
            thread.join(10)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reply:
    status: int = 200
    body: bytes = b""
    kind: str = "text/plain"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    store: Misbehaving

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self._serve()

    def do_PUT(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.store.authorizations.append(self.headers.get("Authorization", ""))
        if not self._is_allowed():
            challenge = {"Digest": 'Digest realm="kg", nonce="abc", qop="auth"'}.get(self.store.scheme)
            self._reply(
                _Reply(status=401), ("WWW-Authenticate", challenge or f'{self.store.scheme} realm="kg"')
            )
            return
        request = f"{self.command} {self.path}\n{body.decode('utf-8', 'replace')}"
        self.store.requests.append(request)
        fault = self.store.take(request)
        wrong = fault.wrong if fault else None
        if fault is None:
            self._reply(self._work(body))
        elif wrong in {Wrong.STATUS, Wrong.WORK_THEN_STATUS}:
            if wrong is Wrong.WORK_THEN_STATUS:
                self._work(body)
            words = f"no: {self.headers.get('Authorization', '')} {PASSWORD}".encode()
            self._reply(_Reply(status=fault.status, body=words), *fault.headers)
        elif wrong in {Wrong.RESET, Wrong.WORK_THEN_RESET}:
            if wrong is Wrong.WORK_THEN_RESET:
                self._work(body)
            # Closing with a lingering time of nothing sends a reset.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
        elif wrong is Wrong.NO_WORK:
            self._reply(_Reply(status=204))
        elif wrong is Wrong.HALF_WORK:
            lines = body.splitlines(keepends=True)
            self._reply(self._work(b"".join(lines[: len(lines) // 2])))
        elif wrong is Wrong.LATIN:
            self._reply(self._work(body.decode("latin-1").encode()))
        elif wrong is Wrong.REDIRECT:
            self._reply(_Reply(status=307), ("Location", "https://other.invalid/"))
        else:
            self._send_badly(self._work(body), fault)

    def _send_badly(self, reply: _Reply, fault: Fault) -> None:
        if fault.wrong is Wrong.SLOW:
            time.sleep(3)
        elif fault.wrong is Wrong.CAPPED:
            self._reply(reply, ("X-SPARQL-MaxRows", "10000"))
            return
        elif fault.wrong is Wrong.TIMED_OUT:
            self._reply(reply, ("X-SQL-State", "S1TAT"))
            return
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if fault.wrong is Wrong.DRIP:
            self._drip(reply.body)
        else:
            with suppress(BrokenPipeError, ConnectionResetError):
                self.wfile.write(reply.body[: len(reply.body) // 2])
        self.close_connection = True

    def _drip(self, body: bytes) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):
            for byte in body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(0.2)

    def _reply(self, reply: _Reply, *headers: tuple[str, str]) -> None:
        self.send_response(reply.status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def _is_allowed(self) -> bool:
        sent = self.headers.get("Authorization", "")
        if self.store.scheme == "Basic":
            return sent == "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if self.store.scheme == "Bearer":
            return sent == f"Bearer {TOKEN}"
        return self.store.scheme != "Digest" or _digest_is_right(sent, self.command)

    def _work(self, body: bytes) -> _Reply:
        path = urlsplit(self.path)
        try:
            if path.path == "/query":
                return self._query(parse_qs(body.decode())["query"][0])
            if path.path == "/update":
                self.store.graphs.update(body.decode())
                return _Reply(status=204)
            return self._graph(NamedNode(parse_qs(path.query)["graph"][0]), body)
        except (SyntaxError, ValueError) as error:
            return _Reply(status=400, body=str(error).encode())
        except OSError as error:
            return _Reply(status=500, body=str(error).encode())

    def _query(self, text: str) -> _Reply:
        found = self.store.graphs.query(text, use_default_graph_as_union=True)
        if isinstance(found, (QueryBoolean, QuerySolutions)):
            body = found.serialize(format=QueryResultsFormat.JSON) or b""
            return _Reply(body=body, kind="application/sparql-results+json")
        return _Reply(body=found.serialize(format=RdfFormat.N_TRIPLES) or b"", kind="application/n-triples")

    def _graph(self, graph: NamedNode, body: bytes) -> _Reply:
        graphs = self.store.graphs
        if self.command == "GET":
            if not graphs.contains_named_graph(graph):
                return _Reply(status=404)
            text = graphs.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
            return _Reply(body=text, kind="application/n-triples")
        if self.command == "DELETE":
            graphs.remove_graph(graph)
        else:
            fresh = Store()
            fresh.load(body, RdfFormat.N_TRIPLES, to_graph=graph)
            if self.command == "PUT":
                graphs.remove_graph(graph)
            graphs.extend(fresh)
        return _Reply(status=204)


def _digest_is_right(sent: str, method: str) -> bool:
    said = dict(re.findall(r'(\w+)="?([^",]*)"?', sent.removeprefix("Digest ")))
    if said.get("username") != USER:
        return False

    def md5(text: str) -> str:
        return hashlib.md5(text.encode()).hexdigest()  # noqa: S324 - the protocol's

    first, second = md5(f"{USER}:kg:{PASSWORD}"), md5(f"{method}:{said['uri']}")
    nonces = f"{said['nonce']}:{said['nc']}:{said['cnonce']}:{said['qop']}"
    return bool(said["response"] == md5(f"{first}:{nonces}:{second}"))
