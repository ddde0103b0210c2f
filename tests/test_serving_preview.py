"""Open pages of the preview load anew when they would show something else, and not else: readers lose their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.serving.preview import Preview


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """A site of two pages."""
    for page in ("one", "two"):
        (tmp_path / page).mkdir()
        (tmp_path / page / "index.html").write_text(page, encoding="utf-8")
    return Preview(tmp_path)


def test_a_page_that_is_another_now_loads_anew(preview: Preview) -> None:
    one, two = preview.listener("one/"), preview.listener("two/")
    (preview.site / "one" / "index.html").write_text("another", encoding="utf-8")
    preview.answered(with_all=False)
    assert (one.told.is_set(), two.told.is_set()) == (True, False)
    (preview.site / "two" / "index.html").write_text("another", encoding="utf-8")
    preview.completed()
    assert two.told.is_set()


def test_where_styles_or_code_may_have_changed_every_page_loads_anew(preview: Preview) -> None:
    one = preview.listener("one/")
    preview.answered(with_all=True)
    assert one.told.is_set()


def test_who_waits_for_an_answer_is_not_told_of_what_follows(preview: Preview) -> None:
    waiting = preview.listener(None)
    (preview.site / "one" / "index.html").write_text("another", encoding="utf-8")
    preview.completed()
    assert not waiting.told.is_set()
    preview.answered(with_all=False)
    assert waiting.told.is_set()


def test_a_message_stands_on_every_page_and_goes_from_each(preview: Preview) -> None:
    one, nowhere = preview.listener("one/"), preview.listener("nowhere/")
    preview.message = "docs/a.md:1: is wrong"
    preview.completed()
    assert one.told.is_set()
    assert nowhere.told.is_set()
    mended = preview.listener("one/")
    preview.message = ""
    preview.answered(with_all=False)
    assert mended.told.is_set()
