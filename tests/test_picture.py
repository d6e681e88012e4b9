"""Pictures of networks: what they hold, that they are the same each time, and that text stays text."""

from __future__ import annotations

import shutil
import subprocess
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from claimstake.card.reading import read_store
from claimstake.picture.dot import to_dot
from claimstake.picture.lanes import BOX, lay_out, surround
from claimstake.picture.mermaid import to_mermaid
from claimstake.picture.network import Edge, Group, Mood, Network, Node, neighbourhood, network
from claimstake.picture.svg import to_svg
from claimstake.vocab import ID
from hostile import write_hostile
from loaded import FIRST, SECOND, directory_of, store_of

if TYPE_CHECKING:
    from pathlib import Path

    from claimstake.picture.lanes import Layout
    from running import Run

PAKISTAN = f"{ID}state-PK"
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def whole() -> Network:
    with store_of(FIRST, SECOND) as store:
        return network(read_store(store))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Network:
    with store_of(write_hostile(tmp_path_factory.mktemp("hostile"))) as store:
        return network(read_store(store))


def test_things_have_their_groups(whole: Network) -> None:
    groups = {node.label: node.group for node in whole.nodes}

    assert groups["Pakistan"] is Group.ACTOR
    assert groups["China-Pakistan Economic Corridor"] is Group.AGREEMENT
    assert groups["political instability"] is Group.CONSTRAINT
    assert groups["Saindak copper mine"] is Group.RESOURCE
    assert groups["Pakistan's GDP"] is Group.OTHER


def test_every_relation_has_both_its_things(whole: Network) -> None:
    named = {node.iri for node in whole.nodes}

    assert all({edge.source, edge.target} <= named for edge in whole.edges)


def test_what_is_denied_is_not_drawn_as_stated(whole: Network) -> None:
    moods = {
        edge.mood for edge in whole.edges if edge.label == "has party" and edge.target == f"{ID}government-PK"
    }

    assert moods == {Mood.DENIED}


def test_a_neighbourhood_ends_at_its_depth(whole: Network) -> None:
    near, far = neighbourhood(whole, {PAKISTAN}), neighbourhood(whole, {PAKISTAN}, depth=2)
    tied = {edge.source for edge in whole.edges if edge.target == PAKISTAN} | {
        edge.target for edge in whole.edges if edge.source == PAKISTAN
    }

    assert {node.iri for node in near.nodes} == tied | {PAKISTAN}
    assert len(near.nodes) < len(far.nodes) < len(whole.nodes)


def overlaps(layout: Layout) -> list[tuple[str, str]]:
    boxes = sorted(layout.places.items())
    return [
        (a, b)
        for i, (a, p) in enumerate(boxes)
        for b, q in boxes[i + 1 :]
        if p.x < q.x + BOX and q.x < p.x + BOX and p.y < q.y + q.height and q.y < p.y + p.height
    ]


def test_every_thing_has_a_place_of_its_own(whole: Network) -> None:
    layout = lay_out(whole)

    assert layout.places.keys() == {node.iri for node in whole.nodes}
    assert overlaps(layout) == []
    assert all(p.x + BOX <= layout.width and p.y + p.height <= layout.height for p in layout.places.values())


def test_overlaps_would_be_found(whole: Network) -> None:
    from dataclasses import replace

    layout = lay_out(whole)
    first, second, *_ = layout.places.values()
    moved = {**layout.places, next(iter(layout.places)): replace(first, x=second.x, y=second.y)}

    assert overlaps(replace(layout, places=moved)) != []


def test_what_surrounds_a_thing_stands_beside_it(whole: Network) -> None:
    near = neighbourhood(whole, {PAKISTAN})
    layout = surround(near, {PAKISTAN})
    middle = layout.places[PAKISTAN].x

    assert layout.places.keys() == {node.iri for node in near.nodes}
    assert overlaps(layout) == []
    for edge in near.edges:
        if edge.target == PAKISTAN and edge.source not in {
            e.target for e in near.edges if e.source == PAKISTAN
        }:
            assert layout.places[edge.source].x < middle


def test_the_order_of_the_input_does_not_matter(whole: Network) -> None:
    turned = Network(nodes=tuple(reversed(whole.nodes)), edges=tuple(reversed(whole.edges)))

    assert lay_out(turned).places == lay_out(whole).places


def test_pictures_are_the_same_each_time() -> None:
    texts = []
    for _ in range(2):
        with store_of(FIRST) as store:
            drawn = network(read_store(store))
        texts.append((to_mermaid(drawn), to_dot(drawn), to_svg(drawn, title="All")))

    assert texts[0] == texts[1]


def test_an_svg_draws_every_thing_and_relation(whole: Network) -> None:
    root = ElementTree.fromstring(to_svg(whole, title="All"))  # noqa: S314  (written by the line itself)

    assert len(root.findall(f"{_SVG}rect")) == len(whole.nodes) + 1
    assert len(root.findall(f"{_SVG}path")) == len(whole.edges)
    assert root.findtext(f"{_SVG}title") == "All"


def covering(texts: list[tuple[str, float, float]]) -> list[tuple[str, str]]:
    """Find names that stand on each other, with characters of 5 px and lines of 10 px."""
    return [
        (one, other)
        for (one, x, y), (other, u, v) in combinations(texts, 2)
        if abs(x - u) < 2.5 * (len(one) + len(other)) and abs(y - v) < 10
    ]


@pytest.mark.parametrize("depth", [1, 2])
def test_names_of_lines_do_not_cover_each_other(depth: int) -> None:
    things = [Node(iri=f"urn:{n}", label=f"thing {n}", group=Group.OTHER) for n in range(6)]
    edges = [
        Edge(source=f"urn:{one}", target=f"urn:{other}", label=f"ships {one}", mood=mood)
        for one, other in ((0, 1), (0, 2), (1, 0), (1, 2), (2, 1), (3, 4), (4, 3), (1, 3), (2, 5), (5, 0))
        for mood in (Mood.STATED, Mood.DENIED)
    ]
    near = neighbourhood(Network(nodes=tuple(things), edges=tuple(edges)), {"urn:0"}, depth=depth)
    root = ElementTree.fromstring(to_svg(near, title="Near", centres={"urn:0"}))  # noqa: S314
    names = [
        (text.text or "", float(text.attrib["x"]), float(text.attrib["y"]))
        for text in root.iter(f"{_SVG}text")
        if text.get("text-anchor") == "middle"
    ]

    assert names
    assert covering(names) == []
    assert covering([("ships", 10, 10), ("concerns", 20, 12)]) == [("ships", "concerns")]


def test_an_svg_keeps_hostile_labels_as_text(hostile: Network) -> None:
    root = ElementTree.fromstring(to_svg(hostile, title="<script>x</script>"))  # noqa: S314

    assert {element.tag.removeprefix(_SVG) for element in root.iter()} == {
        "svg", "title", "rect", "defs", "marker", "path", "text",
    }  # fmt: skip
    assert root.findtext(f"{_SVG}title") == "<script>x</script>"


def test_mermaid_keeps_hostile_labels_as_text(hostile: Network) -> None:
    text = to_mermaid(hostile)

    assert "<" not in text.replace("-->", "").replace("--x", "")
    assert all(line.count('"') % 2 == 0 for line in text.splitlines())
    assert "#60;script#62;" in text


def test_mermaid_has_plain_dots() -> None:
    node = Node(iri="urn:a", label="ships … from", group=Group.ACTOR)

    assert '["ships ... from"]' in to_mermaid(Network(nodes=(node,), edges=()))


def test_dot_keeps_hostile_labels_as_text() -> None:
    node = Node(iri="urn:a", label='a "quote", a \\N and a\nline', group=Group.ACTOR)

    text = to_dot(Network(nodes=(node,), edges=()))

    assert r'label="a \"quote\", a \\N and a line"' in text


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_reads_the_dot_file(whole: Network, hostile: Network) -> None:
    for drawn in (whole, hostile):
        done = subprocess.run(
            ["dot", "-Tplain"], input=to_dot(drawn), text=True, capture_output=True, check=True
        )

        assert sum(line.startswith("node ") for line in done.stdout.splitlines()) == len(drawn.nodes)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return directory_of(tmp_path_factory.mktemp("picture") / "store", FIRST)


@pytest.mark.parametrize(
    ("thing", "file", "begins"),
    [
        ("Pakistan", "p.svg", "<svg "),
        ("Pakistan", "p.mmd", "flowchart LR"),
        ("pakistan-us-rare-earth-deal", "p.dot", "digraph claims"),
        ("F26", "p.gv", "digraph claims"),
    ],
)
def test_the_ending_of_a_file_says_its_format(
    claimstake: Run, directory: Path, tmp_path: Path, thing: str, file: str, begins: str
) -> None:
    run = claimstake("picture", thing, "-o", file, "--store", str(directory))

    assert run.code == 0
    assert (tmp_path / file).read_text().startswith(begins)


def test_a_picture_goes_to_standard_output(claimstake: Run, directory: Path) -> None:
    run = claimstake("picture", "China", "--store", str(directory))

    assert run.code == 0
    assert '["China"]:::actor' in run.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["China", "-o", "china.xyz"], "names no format"),
        (["no such thing"], "Nothing in this store"),
        (["NationPress"], "No claim ties"),
    ],
)
def test_picture_says_what_is_wrong(
    claimstake: Run, directory: Path, arguments: list[str], message: str
) -> None:
    run = claimstake("picture", *arguments, CLAIMSTAKE_STORE=str(directory))

    assert run.code == 2
    assert message in run.err
