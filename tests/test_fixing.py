"""`make fix` mends what a machine can mend, shows it first, and changes no word that readers see."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import markdown

from macros.checks.run import check_all
from macros.cli import main
from macros.fixing.plan import mends
from macros.fixing.renames import renames, with_new_names, with_new_paths
from macros.fixing.texts import mended_lines, mended_markdown

GUIDE = "docs/understand/real-or-faux.md"
EXTENSIONS = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "pymdownx.superfences"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Words. \nMore.\t\n", "Words.\nMore.\n"),
        ("A line break  \nstays.\n", "A line break  \nstays.\n"),
        ("A line break   \nstays.\n", "A line break  \nstays.\n"),
        ("No break at the end.  \n\nMore.\n", "No break at the end.\n\nMore.\n"),
        ("Words.\n\n\n", "Words.\n"),
        ("Words.", "Words.\n"),
        ('See [it]("a.md").\n', "See [it](a.md).\n"),
        ("See [it](“a.md#b”).\n", "See [it](a.md#b).\n"),
        ('See [it](a.md "A title").\n', 'See [it](a.md "A title").\n'),
        ("See [it] (a.md).\n", "See [it](a.md).\n"),
        ("See [it] (as above).\n", "See [it] (as above).\n"),
        ("Write `[it] (a.md)` so.\n", "Write `[it] (a.md)` so.\n"),
        ("We need:\n- a pen\n- a sheet\n", "We need:\n\n- a pen\n- a sheet\n"),
        ("We do:\n1. this\n2. that\n", "We do:\n\n1. this\n2. that\n"),
        ("- one\n- two\n    - a part\n", "- one\n- two\n    - a part\n"),
        ("Words\n| A | B |\n|---|---|\n| c | d |\n", "Words\n\n| A | B |\n|---|---|\n| c | d |\n"),
        ("!!! note\n    We need:\n    - a pen\n", "!!! note\n    We need:\n\n    - a pen\n"),
        ("```\ncode:  \n- a\n```\n", "```\ncode:  \n- a\n```\n"),
        ("Words\n      - deep\n", "Words\n      - deep\n"),
    ],
)
def test_a_page_is_mended_as_it_was_meant(before: str, after: str) -> None:
    assert mended_markdown(before) == after
    assert mended_markdown(after) == after


def test_other_texts_get_the_line_ends_of_all() -> None:
    assert mended_lines("a: b  \r\nc: d\r\n\r\n") == "a: b\nc: d\n"
    assert mended_lines("") == ""


LINES = st.sampled_from(
    [
        *["Words of a line.", "- an item", "1. a step", "    - a part", "    indented", "| a | b |", "|---|---|", ""],
        *['See [it]("a.md") now.', "See [it] (b.md) now.", "Bold **words** here.  ", "`code [it] (c.md)`  ", "```"],
        *["!!! note", '!!! note "Look"', "> quoted", "> - item", "## A heading", "<div markdown>", "</div>", "<!-- a"],
        *["-->", "Term", ":   Meaning", "* star", "+ plus", "10) ten", "“quoted” words", "***", "a line\t", "  two"],
    ]
)


def words(text: str) -> list[str]:
    """The words of a page as readers see them, without addresses that were meant for a link."""
    made = markdown(text, extensions=EXTENSIONS)
    seen = re.sub(r"\(\S+\.md\S*\)", " ", html.unescape(re.sub(r"<[^>]*>", " ", made)))
    return re.findall(r"[^\W\d_]+", seen)


@settings(deadline=None, max_examples=300)
@given(st.lists(LINES, max_size=12).map("\n".join))
@example("We need:\n- a pen\n- a sheet")
@example("Words\n\n    indented\n    - a part")
def test_no_word_that_readers_see_is_changed(text: str) -> None:
    mended = mended_markdown(text)
    assert words(mended) == words(text)
    assert mended_markdown(mended) == mended


FILES = ("do/My Page.md", "do/access.md", "do/Café_1.png", "Old Folder/page.md")
NEW = {"do/My Page.md": "do/my-page.md", "do/Café_1.png": "do/cafe-1.png", "Old Folder/page.md": "old-folder/page.md"}


def test_names_become_plain_ones() -> None:
    assert renames(FILES) == NEW
    assert renames(["a/B.md", "a/b.md"]) == {}, "the name is taken"
    assert renames(["Łódź.md"]) == {"Łódź.md": "lodz.md"}


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        ("do/access.md", "[a](<My Page.md>)", "[a](my-page.md)"),
        ("do/access.md", "[a](My%20Page.md#law)", "[a](my-page.md#law)"),
        ("do/access.md", "![a](Café_1.png)", "![a](cafe-1.png)"),
        ("do/access.md", "[a](../Old%20Folder/page.md)", "[a](../old-folder/page.md)"),
        ("do/My Page.md", "[a](Access.md)", "[a](access.md)"),
        ("Old Folder/page.md", "[a](../do/access.md)", "[a](../do/access.md)"),
        ("do/access.md", "`[a](My%20Page.md)` [b](https://example.org/My%20Page.md) [c](none.md)", None),
    ],
)
def test_links_follow_the_new_names(page: str, before: str, after: str | None) -> None:
    assert with_new_names(before, page, NEW, frozenset(FILES)) == (after or before)


def test_settings_and_data_follow_the_new_names() -> None:
    text = "  - do/My Page.md\n  - page: do/My Page.md#law\n  - other/do/My Page.md\n"
    expected = "  - do/my-page.md\n  - page: do/my-page.md#law\n  - other/do/My Page.md\n"
    assert with_new_paths(text, NEW) == expected


def test_the_difference_is_shown_and_nothing_written_without_a_yes(
    copied_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = copied_project / GUIDE
    text = guide.read_text(encoding="utf-8")
    spoilt = text.replace("## Next step", "We need:\n- a pen \n\nSee [it](<The Ladder.md>).\n\n## Next step")
    guide.write_bytes(spoilt.replace("\n", "\r\n").encode())
    ladder = copied_project / "docs" / "understand" / "the-ladder.md"
    ladder.rename(ladder.with_name("The Ladder.md"))
    menu = copied_project / "mkdocs.yml"
    menu.write_bytes(menu.read_bytes().replace(b"the-ladder.md", b"The Ladder.md"))
    before = {path: path.read_bytes() for path in copied_project.glob("docs/**/*.md")}

    assert main(["--root", str(copied_project), "fix"]) == 1
    shown = capsys.readouterr().out
    assert "rename from docs/understand/The Ladder.md\nrename to docs/understand/the-ladder.md\n" in shown
    assert "\n-- a pen·\\r\n" in shown
    assert "\n+- a pen\n" in shown
    assert {path: path.read_bytes() for path in copied_project.glob("docs/**/*.md")} == before

    assert main(["--root", str(copied_project), "fix", "--yes"]) == 0
    assert ladder.is_file()
    assert "We need:\n\n- a pen\n\nSee [it](the-ladder.md).\n" in guide.read_bytes().decode()
    assert check_all(copied_project)[1] == []
    assert mends(copied_project) == []


def test_our_content_has_nothing_to_mend(root: Path) -> None:
    assert [str(mend) for mend in mends(root)] == []
