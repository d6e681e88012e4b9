from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimstake.article.metadata import Metadata
from claimstake.article.model import slug_of
from claimstake.article.reading import LARGEST, read_articles
from claimstake.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Peru signs zinc deal

LIMA, 5 January 2026 (Andes Wire) - Peru signed a deal with the company on Monday, and it said the mine would
produce more of the metal for the market in the north than it has done before.
"""


def _write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_text_is_kept_as_it_stands(tmp_path: Path) -> None:
    (article,) = read_articles(_write(tmp_path / "a.txt", TEXT))

    assert article.text == TEXT
    assert (article.id, article.title) == ("peru-signs-zinc-deal", "Peru signs zinc deal")
    assert (article.publisher, article.published) == ("Andes Wire", "2026-01-05")


def test_front_matter_says_what_the_article_does_not(tmp_path: Path) -> None:
    head = "---\ntitle: Zinc\ndate: 2025-12-01T08:00:00Z\nsource: The Paper\nurl: https://example.org/zinc\n---\n"

    (article,) = read_articles(_write(tmp_path / "a.md", head + TEXT))

    assert (article.title, article.published, article.publisher) == ("Zinc", "2025-12-01", "The Paper")
    assert article.text == TEXT


def test_caller_outweighs_the_file(tmp_path: Path) -> None:
    (article,) = read_articles(_write(tmp_path / "a.txt", TEXT), given=Metadata(publisher="Me", id="zinc"))

    assert (article.publisher, article.id) == ("Me", "zinc")


def test_web_page_is_reduced_to_its_article(tmp_path: Path) -> None:
    body = "".join(
        f"<p>{TEXT.splitlines()[2]} It is paragraph number {n} of the article.</p>" for n in range(4)
    )
    page = (
        "<html><head><title>Peru signs zinc deal</title><meta property='og:site_name' content='Andes Wire'>"
        "</head><body><nav>Menu Home</nav><article><h1>Peru signs zinc deal</h1>"
        f"{body}</article></body></html>"
    )

    (article,) = read_articles(_write(tmp_path / "a.html", page))

    assert article.text.startswith("Peru signs zinc deal")
    assert "Menu" not in article.text
    assert article.publisher == "Andes Wire"


def test_json_lines_hold_an_article_each(tmp_path: Path) -> None:
    lines = [{"title": f"Deal {n}", "text": TEXT, "date": "2026-01-05", "source": "Wire"} for n in range(3)]

    articles = list(
        read_articles(_write(tmp_path / "a.jsonl", "\n".join(json.dumps(line) for line in lines)))
    )

    assert [a.title for a in articles] == ["Deal 0", "Deal 1", "Deal 2"]
    assert [a.id for a in articles] == ["deal-0", "deal-1", "deal-2"]


def test_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        _write(tmp_path / name, TEXT.replace("zinc", name[0]))
    _write(tmp_path / "notes.pdf", b"%PDF")

    assert [a.title for a in read_articles(tmp_path)] == ["Peru signs a deal", "Peru signs b deal"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"  \n \n", "is empty"),
        (b"\x00\x01\x02text", "is not text"),
        ("Der Vertrag über Lithium wurde am Montag von der Regierung und dem Unternehmen unterzeichnet, "
         "das nun eine Anlage im Norden des Landes bauen will, wie ein Sprecher sagte.".encode(), "English"),
        ("Договор о поставках лития подписан правительством".encode(), "English"),
        ("The café signed".encode("latin-1"), "not in UTF-8: byte 7 is 0xe9"),
    ],
)  # fmt: skip
def test_unreadable_file_is_refused_with_a_cure(tmp_path: Path, content: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as caught:
        list(read_articles(_write(tmp_path / "a.txt", content)))

    assert caught.value.cure


def test_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)

    with pytest.raises(InputError, match="larger than"):
        list(read_articles(path))


@pytest.mark.parametrize("name", ["missing.txt", "missing.jsonl"])
def test_missing_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(read_articles(tmp_path / name))


@pytest.mark.parametrize("line", ["{", "[]", '{"title": "x"}', '{"text": "x", "date": "soon"}'])
def test_bad_line_is_refused_with_its_number(tmp_path: Path, line: str) -> None:
    with pytest.raises(InputError, match="line 1"):
        list(read_articles(_write(tmp_path / "a.jsonl", line)))


def test_byte_order_mark_goes(tmp_path: Path) -> None:
    (article,) = read_articles(_write(tmp_path / "a.txt", b"\xef\xbb\xbf" + TEXT.encode()))

    assert article.text == TEXT


def test_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no article"):
        list(read_articles(tmp_path))


def test_slug_is_cut_between_words() -> None:
    assert slug_of("word " * 40) == "-".join(["word"] * 16)
