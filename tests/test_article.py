from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimstake.article.metadata import Metadata
from claimstake.article.reading import read_articles
from claimstake.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Chile lends to a mine\n\nSANTIAGO, March 3 - The government said it would lend a mine money.\n"
GERMAN = (
    "Die Regierung von Chile will dem Bergwerk im Norden des Landes Geld leihen, sagte der Minister. " * 5
)
PAGE = """<!doctype html><html lang="en"><head><title>Chile lends to a mine</title>
<meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2025-03-03">
<link rel="canonical" href="https://example.org/chile"></head>
<body><nav>Home | Markets | Shop</nav><article><h1>Chile lends to a mine</h1>
<p>The government of Chile said on Monday that it would lend a copper mine in the north some money.</p>
<p>The mine produced 40,000 tonnes of copper in 2024, and its owner said that output would rise.</p>
<script>alert("not text")</script></article><footer>All rights reserved</footer></body></html>"""


def test_text_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "chile-loan.txt"
    path.write_bytes((TEXT + "\r\n2025-03-03\n").encode())

    (article,) = read_articles(path)

    assert article.text.encode() == path.read_bytes()
    assert (article.id, article.title, article.published) == (
        "chile-loan",
        "Chile lends to a mine",
        "2025-03-03",
    )


def test_a_file_without_a_telling_name_has_its_folders(tmp_path: Path) -> None:
    (tmp_path / "Chile Loan").mkdir()
    path = tmp_path / "Chile Loan" / "article.txt"
    path.write_text(TEXT)

    (article,) = read_articles(path)

    assert article.id == "chile-loan"


def test_front_matter_is_metadata_and_no_text(tmp_path: Path) -> None:
    path = tmp_path / "loan.md"
    path.write_text(f"---\ntitle: A loan\ndate: 2025-03-03\nsource: Example News\n---\n\n{TEXT}")

    (article,) = read_articles(path)

    assert article.text == TEXT
    assert (article.title, article.publisher, article.published) == ("A loan", "Example News", "2025-03-03")


def test_what_the_user_says_stands_over_the_file(tmp_path: Path) -> None:
    path = tmp_path / "loan.md"
    path.write_text(f"---\ntitle: A loan\n---\n{TEXT}")

    (article,) = read_articles(path, given=Metadata(title="Another title"))

    assert article.title == "Another title"


def test_the_article_is_found_in_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)

    (article,) = read_articles(path)

    assert "40,000 tonnes" in article.text
    assert "alert" not in article.text
    assert "Shop" not in article.text
    assert (article.title, article.publisher) == ("Chile lends to a mine", "Example News")
    assert (article.published, article.url) == ("2025-03-03", "https://example.org/chile")


def test_json_lines_give_an_article_a_line(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    lines = [{"text": TEXT, "id": "one"}, {"text": TEXT, "title": "Two Loans", "published": "2025-04"}]
    path.write_text("\n".join(json.dumps(line) for line in lines))

    articles = list(read_articles(path))

    assert [(a.id, a.title, a.published) for a in articles] == [
        ("one", "Chile lends to a mine", None),
        ("two-loans", "Two Loans", "2025-04"),
    ]


def test_a_folder_gives_its_articles_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.csv"):
        (tmp_path / name).write_text(TEXT)

    assert [article.id for article in read_articles(tmp_path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b" \n", "empty"),
        ("binary.txt", b"\x00\x01\x02", "control characters"),
        ("latin.txt", "Dépôt de cuivre".encode("latin-1"), "not UTF-8"),
        ("wide.txt", TEXT.encode("utf-16"), "UTF-16"),
        ("huge.txt", b"copper " * 300_000, "too large"),
        ("german.txt", GERMAN.encode(), "not English"),
        ("table.xlsx", b"PK", "no kind of article"),
        ("nothing.html", b"<html><body></body></html>", "no article"),
        ("broken.jsonl", b"{", "not JSON"),
        ("list.jsonl", b"[1]", "no text"),
        ("bad.md", b"---\n- 1\n---\ntext", "front matter"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(InputError, match=reason) as error:
        list(read_articles(tmp_path / name))

    assert error.value.cure


def test_what_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such article"):
        list(read_articles(tmp_path / "missing.txt"))
    with pytest.raises(InputError, match="no article in this folder"):
        list(read_articles(tmp_path))
