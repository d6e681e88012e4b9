"""Start real triple stores on loopback in throw-away folders, and stop them."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import requests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

STORES = Path(os.environ.get("CLAIMSTAKE_STORES", str(Path.home() / ".cache" / "claimstake-stores")))
_SECONDS = 90
_PASSWORD = "tests-only"  # noqa: S105 - of a throw-away server


class Absent(Exception):
    """A store that is not installed here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running store: its location as a user gives it, and who may write to it."""

    kind: str
    location: str
    folder: Path
    user: str = ""
    password: str = ""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(
    command: Sequence[str], *, log: Path, ready: Callable[[], bool], environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the block ends; it gets a bounded time to be ready."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, env=environment, start_new_session=True
        )
    try:
        deadline = time.monotonic() + _SECONDS
        while not ready():
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{command[0]} did not start:\n{log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.1)
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(20)


def _answers(url: str, **keywords: object) -> bool:
    try:
        return requests.get(url, timeout=2, **keywords).status_code < 500  # type: ignore[arg-type]
    except requests.RequestException:
        return False


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    binary = Path(sysconfig.get_path("scripts")) / "oxigraph"
    if not binary.exists():
        raise Absent("the package oxigraph is not installed")
    url = f"http://127.0.0.1:{free_port()}"
    command = [
        str(binary),
        "serve",
        "--bind",
        url.removeprefix("http://"),
        "--location",
        str(folder / "data"),
    ]
    with running(command, log=folder / "log", ready=lambda: _answers(f"{url}/query?query=ASK%7B%7D")):
        yield Server(kind="oxigraph", location=url, folder=folder)


@contextmanager
def fuseki(folder: Path) -> Iterator[Server]:
    jar = _jar("jena-fuseki-server-*.jar")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    (folder / "data").mkdir()
    command = ["java", "-Xmx1500m", "-jar", str(jar), "--localhost", "--port", str(port)]
    command += ["--tdb2", "--loc", str(folder / "data"), "--update", "/kg"]
    environment = {**os.environ, "FUSEKI_BASE": str(folder / "base"), "FUSEKI_HOME": str(folder / "base")}
    ready = f"{url}/kg/query?query=ASK%7B%7D"
    with running(command, log=folder / "log", ready=lambda: _answers(ready), environment=environment):
        yield Server(kind="fuseki", location=f"fuseki+{url}/kg", folder=folder)


_REPOSITORY = """
@prefix rep: <http://www.openrdf.org/config/repository#> .
@prefix sr: <http://www.openrdf.org/config/repository/sail#> .
@prefix sail: <http://www.openrdf.org/config/sail#> .
[] a rep:Repository ; rep:repositoryID "kg" ;
   rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ;
     sr:sailImpl [ sail:sailType "openrdf:NativeStore" ] ] .
"""


@contextmanager
def rdf4j(folder: Path) -> Iterator[Server]:
    war, runner = _jar("rdf4j-http-server-*.war"), _jar("jetty-runner-*.jar")
    port = free_port()
    url = f"http://127.0.0.1:{port}/rdf4j-server"
    command = ["java", "-Xmx1500m", f"-Djava.io.tmpdir={folder}"]
    command += [f"-Dorg.eclipse.rdf4j.appdata.basedir={folder / 'data'}", "-jar", str(runner)]
    command += ["--host", "127.0.0.1", "--port", str(port), "--path", "/rdf4j-server", str(war)]
    with running(command, log=folder / "log", ready=lambda: _answers(f"{url}/protocol")):
        requests.put(
            f"{url}/repositories/kg", _REPOSITORY, headers={"Content-Type": "text/turtle"}, timeout=60
        ).raise_for_status()
        yield Server(kind="rdf4j", location=f"{url}/repositories/kg", folder=folder)


_VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = {folder}
NumberOfBuffers = 40000
MaxDirtyBuffers = 30000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 10000
MaxQueryExecutionTime = 60
"""


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    binary = shutil.which("virtuoso-t")
    if binary is None:
        raise Absent("Virtuoso is not installed")
    sql, http = free_port(), free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(_VIRTUOSO.format(folder=folder, sql=sql, http=http))
    # The first start only sets the password, and ends.
    first = [binary, "+foreground", "+configfile", str(settings), "+pwdold", "dba", "+pwddba", _PASSWORD]
    subprocess.run(first, capture_output=True, cwd=folder, timeout=_SECONDS, check=False)
    (folder / "virtuoso.lck").unlink(missing_ok=True)
    command = [binary, "+foreground", "+configfile", str(settings)]
    url = f"http://127.0.0.1:{http}"
    with running(command, log=folder / "log", ready=lambda: _answers(f"{url}/sparql?query=ASK%7B%7D")):
        yield Server(kind="virtuoso", location=f"{url}/sparql", folder=folder, user="dba", password=_PASSWORD)


SERVERS = {"oxigraph": oxigraph, "fuseki": fuseki, "rdf4j": rdf4j, "virtuoso": virtuoso}


def _jar(pattern: str) -> Path:
    if shutil.which("java") is None:
        raise Absent("there is no Java")
    found = sorted(STORES.glob(pattern))
    if not found:
        raise Absent(f"{pattern} is not there; tests/stores/install brings it")
    return found[-1]


if __name__ == "__main__":
    # For trying by hand: python servers.py NAME FOLDER, until the input ends.
    with SERVERS[sys.argv[1]](Path(sys.argv[2])) as server:
        sys.stdout.write(f"{server}\n")
        sys.stdout.flush()
        sys.stdin.read()
