"""The store: what was made once is found again while nothing has changed, and never believed where it is damaged."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from macros.captions.cue import SpokenCue
from macros.captions.reading import parse_vtt
from macros.checks.run import check_all
from macros.checks.texts import Prose
from macros.problems import Problem
from macros.reading.markdown import MarkdownText, read_markdown
from macros.store import FILE, Store, key_of

HELP_PAGE = """\
---
title: Help
description: Where to get help.
---
# Help

## Benefits {#benefits}

People who can advise you.
"""


def test_what_was_kept_is_found_under_its_key_alone(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("a", "key", "text – ü")
    assert Store(tmp_path).get("a", "key") == "text – ü"
    assert store.get("a", "another key") is None
    assert store.get("b", "key") is None
    store.put("a", "another key", "newer")
    assert (store.get("a", "key"), store.get("a", "another key")) == (None, "newer")


def test_a_file_is_found_byte_for_byte_and_never_where_it_is_damaged(tmp_path: Path) -> None:
    store, file = Store(tmp_path), bytes(range(256))
    store.put_file("a", "key", file)
    assert Store(tmp_path).get_file("a", "key") == file
    assert store.get_file("a", "another key") is None
    with closing(sqlite3.connect(tmp_path / FILE)) as database, database:
        database.execute("UPDATE made SET value = ?", (file[:-1],))
    assert store.get_file("a", "key") is None


def test_who_is_gone_is_forgotten(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for owner in ("page a", "page b", "other"):
        store.put(owner, "key", owner)
    store.forget_all_but(["page b"], "page ")
    assert [store.get(owner, "key") for owner in ("page a", "page b", "other")] == [None, "page b", "other"]


@pytest.mark.parametrize(
    "value", [b"", b"not compressed", zlib.compress(b"other words"), zlib.compress(b"\xff")], ids=repr
)
def test_a_damaged_entry_is_made_again(tmp_path: Path, value: bytes) -> None:
    store = Store(tmp_path)
    store.put("a", "key", "words")
    with closing(sqlite3.connect(tmp_path / FILE)) as database, database:
        database.execute("UPDATE made SET value = ?", (value,))
    assert store.get("a", "key") is None


@pytest.mark.parametrize("content", [b"", b"no database at all, but long enough to be looked at" * 50])
def test_a_file_that_is_no_database_is_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_bytes(content)
    store = Store(tmp_path)
    store.put("a", "key", "words")
    assert store.get("a", "key") == "words"


def test_a_store_that_nobody_uses_any_more_has_closed_its_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    database = store._database
    del store
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        database.execute("SELECT 1")


def test_keys_differ_wherever_a_part_does() -> None:
    assert len({key_of("a", "b"), key_of("ab"), key_of("a", "c"), key_of("b", "a"), key_of()}) == 5
    assert key_of("a", 1) == key_of("a", 1)


def test_content_that_was_right_is_checked_again_once_a_file_has_changed(copied_project: Path) -> None:
    store = Store(copied_project)
    assert check_all(copied_project, store)[1] == []
    assert check_all(copied_project, store)[1] == []
    page = copied_project / "docs" / "understand" / "the-ladder.md"
    right = page.read_text(encoding="utf-8")
    page.write_text(right + "\nA sentance with a slip.\n", encoding="utf-8")
    assert [problem.rule for problem in check_all(copied_project, store)[1]] == ["spelling"]
    captions = copied_project / "webinars" / "talking-it-over" / "captions.en.vtt"
    page.write_text(right, encoding="utf-8")
    captions.write_text(captions.read_text(encoding="utf-8").replace("00:", "99:", 1), encoding="utf-8")
    assert {problem.file for problem in check_all(copied_project, store)[1]} == {
        "webinars/talking-it-over/captions.en.vtt"
    }


def test_captions_that_change_while_they_are_read_are_read_again(
    copied_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "webinars/talking-it-over/captions.en.vtt"
    # The project's own may know the webinar already, and what is known is not read.
    store = Store(tmp_path / "empty")

    def saved_meanwhile(text: str, file: str) -> tuple[tuple[SpokenCue, ...], list[Problem]]:
        if file == name:
            (copied_project / name).write_text(text.replace("00:", "99:", 1), encoding="utf-8")
        return parse_vtt(text, file)

    with monkeypatch.context() as patch:
        patch.setattr("macros.reading.webinar.parse_vtt", saved_meanwhile)
        assert check_all(copied_project, store)[1] == []
    assert {problem.file for problem in check_all(copied_project, store)[1]} == {name}


def test_a_file_that_was_right_is_not_looked_at_again(copied_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def look(prose: Prose) -> Iterator[Problem]:
        looked_at.append(prose.file)
        return iter(())

    store = Store(copied_project)
    assert check_all(copied_project, store)[1] == []
    monkeypatch.setattr("macros.checks.language.check_grade", look)
    # What a copy of this process looks at would not be known here.
    monkeypatch.setattr("macros.processors._can_copy", lambda: False)
    page = copied_project / "docs" / "understand" / "the-ladder.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA sentence more.\n", encoding="utf-8")
    assert check_all(copied_project, store)[1] == []
    assert looked_at == ["docs/understand/the-ladder.md"]
    words = copied_project / "data" / "spelling.txt"
    words.write_text(words.read_text(encoding="utf-8") + "zwibbelish\n", encoding="utf-8")
    assert check_all(copied_project, store)[1] == []
    assert {"docs/understand/the-ladder.md", "docs/index.md", "webinars/a-short-script/script.md"} <= set(looked_at)


def test_a_page_that_was_right_is_not_parsed_again(copied_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing asks for more of it than was kept."""
    parsed: list[str] = []

    def read(body: str, first_line: int = 1) -> MarkdownText:
        parsed.append(body)
        return read_markdown(body, first_line)

    store = Store(copied_project)
    assert check_all(copied_project, store)[1] == []
    monkeypatch.setattr("macros.reading.pages.read_markdown", read)
    ladder = copied_project / "docs" / "understand" / "the-ladder.md"
    ladder.write_text(ladder.read_text(encoding="utf-8") + "\nA sentence more.\n", encoding="utf-8")
    assert check_all(copied_project, store)[1] == []
    assert any("A sentence more." in body for body in parsed)
    home = (copied_project / "docs" / "index.md").read_text(encoding="utf-8")
    assert not any(body in home for body in parsed)


def test_what_other_files_ask_of_one_that_was_right_is_known_still(copied_project: Path) -> None:
    """Who names payment, which pages lead to help, and which anchors there are, that of their sources too."""
    store = Store(copied_project)
    ladder = copied_project / "docs" / "understand" / "the-ladder.md"
    ladder.write_text(
        ladder.read_text(encoding="utf-8") + "\nSee [where it is from](real-or-faux.md#sources).\n", encoding="utf-8"
    )
    script = copied_project / "webinars" / "a-short-script" / "script.md"
    (copied_project / "docs" / "help.md").write_text(HELP_PAGE, encoding="utf-8")
    anchors = copied_project / "data" / "published.txt"
    anchors.write_text("help/#benefits\n", encoding="utf-8")
    script.write_text(f"{script.read_text(encoding='utf-8')}\nWe pay people for it.\n", encoding="utf-8")
    for _ in range(2):
        rules = {problem.rule for problem in check_all(copied_project, store)[1]}
        assert "payment" in rules
        assert not rules & {"anchors", "inside"}
    anchors.write_text("help/#advice\n", encoding="utf-8")
    assert "anchors" in {problem.rule for problem in check_all(copied_project, store)[1]}
