"""Answers as tables on a terminal."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from claimstake.answer.table import table_lines, wrapped
from claimstake.store.results import Rows
from claimstake.vocab import STAKE, XSD

ARTICLE = Literal("an-article")


def lines(rows: Rows, *, width: int = 80, colour: bool = False) -> list[str]:
    labels = {STAKE.JORC: "JORC Code"}
    return "".join(table_lines(rows, labels=labels, width=width, colour=colour)).splitlines()


def test_labels_stand_for_iris_and_digits_in_groups() -> None:
    amount = Literal("6000000000000", datatype=NamedNode(XSD.decimal))
    other = NamedNode("https://w3id.org/claimstake/id/claim-1")
    rows = Rows(
        variables=("standard", "in_ground_value"), rows=[(NamedNode(STAKE.JORC), amount), (other, None)]
    )

    assert lines(rows) == [
        "standard    in ground value",
        "──────────  " + "─" * 17,
        "JORC Code   6,000,000,000,000",
        "id:claim-1",
    ]


def test_an_article_that_all_rows_share_is_written_once() -> None:
    rows = Rows(variables=("article", "claim"), rows=[(ARTICLE, Literal("F1")), (ARTICLE, Literal("F2"))])

    assert lines(rows) == ["article: an-article", "claim", "─────", "F1", "F2"]


def test_no_line_is_wider_than_the_terminal() -> None:
    long = Literal("words " * 40 + "x" * 90 + " 稀土" * 30)
    many = Rows(variables=("claim", "quote", "more"), rows=[(Literal("F1"), long, long)] * 3)

    for width in (40, 60, 80, 132):
        for line in lines(Rows(variables=many.variables, rows=iter(list(many.rows))), width=width):
            assert sum(2 if c in "稀土" else 1 for c in line) <= width


def test_columns_too_narrow_to_read_become_blocks() -> None:
    names = tuple(f"column_{i}" for i in range(9))
    rows = Rows(variables=names, rows=[tuple(Literal("some words " * 3) for _ in names)] * 2)

    found = lines(rows, width=60)

    assert found[0].startswith("column 0  some words")
    assert "" in found


def test_what_steers_a_terminal_is_not_written() -> None:
    rows = Rows(variables=("a",), rows=[(Literal("red \x1b[31m\x07 \u202e abc\nnext"),)])

    text = "\n".join(lines(rows))

    assert not set(text) & set("\x1b\x07\u202e")
    assert "next" in lines(rows)[-1]


def test_colour_only_where_it_is_wanted() -> None:
    rows = [(Literal("x"),)]

    assert not any("\x1b" in line for line in lines(Rows(variables=("a",), rows=rows)))
    assert lines(Rows(variables=("a",), rows=rows), colour=True)[0] == "\x1b[1ma\x1b[0m"


def test_many_rows_are_written_as_they_arrive() -> None:
    read = 0

    def arriving() -> object:
        nonlocal read
        for number in range(10_000):
            read += 1
            yield (Literal(number),)

    pieces = table_lines(Rows(variables=("n",), rows=arriving()), labels={}, width=80)  # type: ignore[arg-type]
    next(pieces)

    assert read < 1_000
    assert sum(1 for _ in pieces) == 10_001


def test_words_are_kept_whole_where_they_fit() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("abcdefgh", 3) == ["abc", "def", "gh"]
    assert wrapped("", 5) == [""]
