"""Serving a store: what is answered, what is refused, and that nothing is changed."""

from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from claimstake.store.opening import open_store
from loaded import FIRST, directory_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from running import Run

pytestmark = pytest.mark.store
COUNT = "SELECT (COUNT(?c) AS ?n) { ?c a <https://w3id.org/claimstake/ontology#Claim> }"


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return directory_of(tmp_path_factory.mktemp("serve") / "store", FIRST)


@pytest.fixture(scope="module")
def port(directory: Path) -> Iterator[int]:
    command = [sys.executable, "-m", "claimstake", "serve", "--port", "0", "--store", str(directory)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.search(r"http://127\.0\.0\.1:(\d+)/ ", line)
    assert found is not None, line + process.stderr.read()
    yield int(found[1])
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 130
    process.stderr.close()


def asked(
    port: int, method: str, path: str, body: str | None = None, **headers: str
) -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(
            method,
            path,
            body=body,
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Content-Type", ""), answer.read()
    finally:
        connection.close()


def form(port: int, path: str, **fields: str) -> tuple[int, str, bytes]:
    return asked(port, "POST", path, urlencode(fields), Content_Type="application/x-www-form-urlencoded")


def test_the_dossier_is_at_the_root(port: int) -> None:
    status, kind, body = asked(port, "GET", "/")

    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert b"Evidence dossier" in body


def test_the_query_page_is_served_without_other_hosts(port: int) -> None:
    status, _, body = asked(port, "GET", "/ui/")

    assert status == 200
    assert b"http://" not in body
    assert b"https://" not in body
    assert asked(port, "GET", "/ui/yasgui.min.js")[0] == 200


@pytest.mark.parametrize("path", ["/query", "/sparql", "/ui/sparql"])
def test_a_query_is_answered(port: int, path: str) -> None:
    by_get = asked(port, "GET", f"{path}?{urlencode({'query': COUNT})}")
    by_form = form(port, path, query=COUNT)
    as_it_is = asked(port, "POST", path, COUNT, Content_Type="application/sparql-query")

    for status, _, body in (by_get, by_form, as_it_is):
        assert status == 200
        assert json.loads(body)["results"]["bindings"][0]["n"]["value"] == "111"


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/update", {"update": "CLEAR ALL"}, 403),
        ("/query", {"update": "CLEAR ALL"}, 400),
        ("/query", {"query": "CLEAR ALL"}, 400),
        ("/query", {"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}, 400),
        ("/query", {"query": "SELECT * {"}, 400),
        ("/store", {"query": COUNT}, 403),
    ],
)
def test_what_changes_data_or_leaves_the_machine_is_refused(
    port: int, path: str, fields: dict[str, str], status: int
) -> None:
    assert form(port, path, **fields)[0] == status
    assert json.loads(form(port, "/query", query=COUNT)[2])["results"]["bindings"][0]["n"]["value"] == "111"


@pytest.mark.parametrize("path", ["/store", "/update", "/../etc/passwd", "/ui/../store", "/ui/x"])
def test_only_the_named_paths_are_there(port: int, path: str) -> None:
    assert asked(port, "GET", path)[0] == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_no_other_method_is_there(port: int, method: str) -> None:
    assert asked(port, method, "/query")[0] == 501


def test_a_page_of_another_name_is_not_answered(port: int) -> None:
    assert asked(port, "GET", "/", Host="evil.example")[0] == 403
    assert asked(port, "POST", "/query", COUNT, Host="evil.example")[0] == 403
    assert asked(port, "GET", "/", Host=f"localhost:{port}")[0] == 200


def test_the_server_listens_on_this_machine_only(port: int) -> None:
    import socket

    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        pytest.skip("this machine has no other address")
    with pytest.raises(OSError, match="refused"):
        socket.create_connection((own, port), timeout=5)


def test_a_served_store_can_be_read_but_not_written(port: int, directory: Path, claimstake: Run) -> None:
    assert port
    with open_store(str(directory)) as store:
        assert store.graphs()
    run = claimstake("load", str(FIRST), "--store", str(directory))

    assert run.code == 4
    assert "in use by another process" in run.err


def test_cards_and_pages_come_from_an_endpoint_too(
    port: int, directory: Path, claimstake: Run, tmp_path: Path
) -> None:
    endpoint = f"http://127.0.0.1:{port}/query"
    near = [
        claimstake(*command, "--store", str(directory)) for command in (["show", "F26"], ["picture", "F26"])
    ]
    far = [claimstake(*command, "--store", endpoint) for command in (["show", "F26"], ["picture", "F26"])]
    assert far == near
    assert near[0].code == 0
    for name, location in (("near.html", str(directory)), ("far.html", endpoint)):
        assert claimstake("dossier", "-o", name, "--store", location).code == 0

    assert (tmp_path / "far.html").read_bytes() == (tmp_path / "near.html").read_bytes()


@pytest.mark.parametrize("location", ["memory:", "http://127.0.0.1:9/query"])
def test_only_a_folder_can_be_served(claimstake: Run, location: str) -> None:
    run = claimstake("serve", "--store", location)

    assert run.code == 2
    assert "is no folder" in run.err


def test_a_port_in_use_is_said(port: int, claimstake: Run, directory: Path) -> None:
    run = claimstake("serve", "--port", str(port), "--store", str(directory))

    assert run.code == 2
    assert "cannot be served from" in run.err
