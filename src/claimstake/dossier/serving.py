"""Serve a store on this machine: the dossier, a query page and a SPARQL endpoint, for reading only.

Oxigraph's own server answers queries, on a port of its own that only this machine reaches. What stands in
front passes on questions and nothing else.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen

from claimstake.errors import InputError, StoreUnavailable, UsageError
from claimstake.query.binding import refuse_effects
from claimstake.query.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_QUERY_PATHS = frozenset({"/query", "/sparql", "/ui/query", "/ui/sparql"})
_PAGES = {
    "/ui/": "/",
    "/ui/yasgui.min.js": "/yasgui.min.js",
    "/ui/yasgui.min.css": "/yasgui.min.css",
    "/logo.svg": "/logo.svg",
}
# The query page may talk to this server and to nobody else.
_UI_POLICY = "default-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
# A query longer than this is not one that a person wrote.
_LONGEST_QUERY = 1_000_000
_QUERY_SECONDS = 60
_START_SECONDS = 20.0
_CHUNK = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What is served: the page at the root, and where the engine answers."""

    page: bytes
    engine: str
    hosts: frozenset[str]


@contextmanager
def engine_on(directory: Path) -> Iterator[str]:
    """Run Oxigraph's server on a store, for reading, and give its address.

    Raises:
        UsageError: The server is not installed.
        StoreUnavailable: It did not start.
    """
    here = str(Path(sys.executable).parent)
    program = shutil.which("oxigraph", path=here) or shutil.which("oxigraph")
    if program is None:
        raise UsageError("Oxigraph's server is not installed.", cure="Run: pip install oxigraph")
    address = f"127.0.0.1:{_free_port()}"
    with tempfile.TemporaryFile() as talk:
        process = subprocess.Popen(  # noqa: S603  (the server found above, on a folder that was opened as a store)
            [
                program,
                "serve-read-only",
                "--location",
                str(directory.resolve()),
                "--bind",
                address,
                "--union-default-graph",
                "--timeout-s",
                str(_QUERY_SECONDS),
            ],
            stdout=talk,
            stderr=talk,
        )
        try:
            if not _answers(address, process):
                talk.seek(0)
                said = talk.read(2000).decode(errors="replace").strip()
                raise StoreUnavailable(
                    f"Oxigraph's server did not start on {directory}: {said}", cure="Try `claimstake verify`."
                )
            yield f"http://{address}"
        finally:
            process.terminate()
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def server_for(*, page: bytes, engine: str, host: str, port: int) -> ThreadingHTTPServer:
    """Make the server that stands in front; a port of 0 lets the system choose.

    Raises:
        UsageError: The address cannot be used.
    """
    family = ThreadingHTTPServer
    try:
        server = (_Six if ":" in host else family)((host, port), _Handler, bind_and_activate=True)
    except OSError as error:
        raise UsageError(
            f"{host}:{port} cannot be served from: {error.strerror}.", cure="Choose another --port."
        ) from error
    names = {*LOOPBACK} if host in LOOPBACK else set()
    allowed = {f"{_bracketed(name)}:{server.server_address[1]}" for name in names}
    server.served = Served(page=page, engine=engine, hosts=frozenset(allowed))  # type: ignore[attr-defined]
    server.daemon_threads = True
    return server


class _Six(ThreadingHTTPServer):
    """The same over IPv6."""

    address_family = socket.AF_INET6


class _Handler(BaseHTTPRequestHandler):
    """Answer one connection; the interface of `http.server` wants a class."""

    server_version = "claimstake"
    sys_version = ""
    timeout = 120

    @property
    def served(self) -> Served:
        """What this server serves."""
        served: Served = self.server.served  # type: ignore[attr-defined]
        return served

    def do_GET(self) -> None:
        """Give the dossier, the query page, or the answer to a query in the address."""
        parts = urlsplit(self.path)
        if not self._host_allowed():
            self._say(403, "This server answers only under its own name.")
        elif parts.path == "/":
            self._send(200, "text/html; charset=utf-8", self.served.page)
        elif parts.path == "/ui":
            self._redirect("/ui/")
        elif parts.path in _PAGES:
            self._pass_on(Request(self.served.engine + _PAGES[parts.path]), policy=_UI_POLICY)  # noqa: S310
        elif parts.path in _QUERY_PATHS:
            self._ask(parse_qs(parts.query).get("query", []), address=f"/query?{parts.query}")
        else:
            self._say(404, "There is the dossier at /, a query page at /ui/ and the endpoint /query.")

    def do_POST(self) -> None:
        """Answer a query sent as a form or as it is."""
        length = self.headers.get("Content-Length", "")
        if not self._host_allowed():
            self._say(403, "This server answers only under its own name.")
        elif urlsplit(self.path).path not in _QUERY_PATHS:
            self._say(403, "This server only answers queries, at /query.")
        elif not length.isdigit() or int(length) > _LONGEST_QUERY:
            self._say(413, "Send one query of at most 1 MB, with its length.")
        else:
            body = self.rfile.read(int(length))
            kind = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            text = body.decode("utf-8", errors="replace")
            queries = [text] if kind == "application/sparql-query" else parse_qs(text).get("query", [])
            self._ask(queries, address="/query", body=body, kind=kind)

    def _ask(self, queries: list[str], *, address: str, body: bytes | None = None, kind: str = "") -> None:
        if len(queries) != 1:
            self._say(400, "Send one query.")
            return
        try:
            refuse_effects(tokens(queries[0]), name="The query")
        except InputError as error:
            self._say(400, str(error))
            return
        headers = {"Accept": self.headers.get("Accept", "application/sparql-results+json")}
        if kind:
            headers["Content-Type"] = kind
        self._pass_on(Request(self.served.engine + address, data=body, headers=headers))  # noqa: S310

    def _pass_on(self, request: Request, *, policy: str = "") -> None:
        """Send what the engine answers, as it comes."""
        try:
            with urlopen(request, timeout=_QUERY_SECONDS + 5) as answer:  # noqa: S310  (the engine above)
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.headers.get("Content-Type", "text/plain"))
                self._common_headers(policy)
                while chunk := answer.read(_CHUNK):
                    self.wfile.write(chunk)
        except HTTPError as error:
            self._send(error.code, error.headers.get("Content-Type", "text/plain"), error.read())
        except URLError as error:
            self._say(502, f"The store does not answer: {error.reason}")

    def _send(self, code: int, kind: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self._common_headers()
        self.wfile.write(body)

    def _common_headers(self, policy: str = "") -> None:
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cache-Control", "no-store")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.send_header("Connection", "close")
        self.end_headers()

    def _redirect(self, address: str) -> None:
        self.send_response(308)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self._common_headers()

    def _say(self, code: int, message: str) -> None:
        self._send(code, "text/plain; charset=utf-8", f"{message}\n".encode())

    def _host_allowed(self) -> bool:
        """Keep web pages of others out that make their own name mean this machine."""
        allowed = self.served.hosts
        return not allowed or self.headers.get("Host", "").lower() in allowed

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the terminal for what matters."""


def _answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    host, _, port = address.partition(":")
    deadline = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with socket.create_connection((host, int(port)), timeout=1):
                return True
        except OSError:
            time.sleep(0.05)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
