"""Measure the extraction: articles a second a core, against the parse alone, memory, and processes.

Run it on a quiet machine: `python benchmarks/extraction.py [--rounds 5] [--jobs 2] [ARTICLE…]`. Read the
ratios: the times are those of the machine.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from claimstake.article import Article
from claimstake.article.reading import read_articles
from claimstake.blocks import layout_of
from claimstake.claims.writer import write_claims
from claimstake.extraction import extract_claims
from claimstake.extraction.corpus import extract_corpus
from claimstake.sentences import load_parser

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = Path(__file__).parents[1] / "data" / "articles" / "pakistan-us-rare-earth-deal" / "article.txt"


def parse_alone(article: Article) -> int:
    """Run the parser on the blocks of an article, do nothing else, and give the number of tokens."""
    blocks = layout_of(article.text, title=article.title).blocks
    return sum(map(len, load_parser().pipe(article.text[block.start : block.end] for block in blocks)))


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Give the median of the processor time that a piece of work takes."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return median(taken)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=Path, default=[SEED])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    articles = [article for path in given.articles for article in read_articles(path)]
    words = sum(len(article.text.split()) for article in articles)
    for article in articles:
        extract_claims(article)

    whole = seconds(lambda: [extract_claims(article) for article in articles], given.rounds)
    parse = seconds(lambda: [parse_alone(article) for article in articles], given.rounds)
    same = all(write_claims(extract_claims(a)) == write_claims(extract_claims(a)) for a in articles)
    print(f"articles                 {len(articles)} ({words} words)")
    print(f"extraction               {len(articles) / whole:.2f} articles/s/core")
    print(f"parse alone              {len(articles) / parse:.2f} articles/s/core")
    print(f"extraction / parse       {whole / parse:.2f}")
    print(f"memory of a worker       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print(f"second run the same      {same}")
    for jobs in sorted({1, given.jobs}):
        print(f"corpus in {jobs} process(es)  {throughput(articles, jobs=jobs):.2f} articles/s")


def throughput(articles: list[Article], *, jobs: int) -> float:
    """Give the articles a second of a corpus, start of the processes included."""
    copies = [
        Article(id=f"copy-{n}", text=article.text, title=article.title, published=article.published)
        for n in range(max(1, 60 // len(articles)))
        for article in articles
    ]
    with TemporaryDirectory() as folder:
        start = time.perf_counter()
        done = list(extract_corpus(((copy, None) for copy in copies), folder=Path(folder), jobs=jobs))
        return len(done) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
