from __future__ import annotations

import shutil
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pyoxigraph import NamedNode

from claimstake.cli.load import command
from claimstake.errors import FaultsFound, InputError
from claimstake.loading import Effect, load_articles
from claimstake.store.opening import open_store
from claimstake.vocab import article_graph, facts_graph

if TYPE_CHECKING:
    from pathlib import Path

    from claimstake.store.protocol import Store

SLUG = "pakistan-us-rare-earth-deal"


def content(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads()}


def test_loading_twice_changes_nothing(article_folder: Path) -> None:
    with open_store("memory:") as store:
        first = load_articles(store, [article_folder], project=True)
        before = content(store)
        second = load_articles(store, [article_folder / "article.txt"], project=True)

        assert [loaded.effect for loaded in (*first, *second)] == [Effect.ADDED, Effect.UNCHANGED]
        assert content(store) == before


def test_a_changed_article_replaces_the_old_one(tmp_path: Path, article_folder: Path) -> None:
    folder = shutil.copytree(article_folder, tmp_path / "changed")
    text = (folder / "article.txt").read_text()
    claims = (folder / "claims.yaml").read_text()
    old = sha256(text.encode()).hexdigest()
    changed = text + "\nA line that was added later."
    (folder / "article.txt").write_text(changed)
    (folder / "claims.yaml").write_text(claims.replace(old, sha256(changed.encode()).hexdigest()))
    with open_store("memory:") as store:
        load_articles(store, [article_folder])
        before = content(store)

        (loaded,) = load_articles(store, [folder])

        assert loaded.effect is Effect.REPLACED
        assert any(old in quad for quad in before)
        assert not any(old in quad for quad in content(store))


def test_loading_without_facts_takes_them_away(article_folder: Path) -> None:
    facts = NamedNode(facts_graph(SLUG))
    with open_store("memory:") as store:
        load_articles(store, [article_folder], project=True)
        assert list(store.quads(facts))

        load_articles(store, [article_folder])

        assert not list(store.quads(facts))
        assert list(store.quads(NamedNode(article_graph(SLUG))))


def test_the_others_are_loaded_when_one_fails(tmp_path: Path, article_folder: Path) -> None:
    with open_store("memory:") as store:
        with pytest.raises(InputError, match="no such claims file"):
            load_articles(store, [tmp_path / "nothing.yaml", article_folder])

        assert content(store)


def test_all_that_fail_are_named(tmp_path: Path) -> None:
    with open_store("memory:") as store, pytest.raises(FaultsFound) as error:
        load_articles(store, [tmp_path / "one.yaml", tmp_path / "two.yaml"])

    assert len(error.value.faults) == 2


def test_a_folder_of_folders_gives_its_articles(article_folder: Path) -> None:
    with open_store("memory:") as store:
        loaded = load_articles(store, [article_folder.parent])

    assert [(article.article_id, article.reviewed > 40) for article in loaded] == [
        (SLUG, True),
        ("ussm-fwo-memorandum", True),
    ]


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with open_store("memory:") as store, pytest.raises(InputError, match="no article"):
        load_articles(store, [tmp_path])


def test_article_on_standard_input_is_loaded(tmp_path: Path, article_folder: Path) -> None:
    text = (article_folder / "article.txt").read_text(encoding="utf-8")
    store = str(tmp_path / "store")

    result = CliRunner().invoke(command, ["-", "--store", store], input=text)

    assert result.exit_code == 0, result.output
    assert "added" in result.stderr


def test_claims_file_on_standard_input_is_refused_with_a_cure(tmp_path: Path, article_folder: Path) -> None:
    text = (article_folder / "claims.yaml").read_text(encoding="utf-8")

    result = CliRunner().invoke(command, ["-", "--store", str(tmp_path / "store")], input=text)

    assert isinstance(result.exception, InputError)
    assert "beside its article" in result.exception.cure
