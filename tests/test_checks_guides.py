"""The shape of guides: each rule with good and bad pages, and the exact words that a contributor reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.guides import check_guides
from macros.reading.pages import read_pages

GOOD = """\
---
title: A guide
description: A guide of the tests.
---
# A guide

It opens here.

**After reading this guide you can:**

- name one thing
- name another

A fact from [Norfolk][norfolk].

## A section

Words.

## Next step

Read [another guide](other.md).
"""
STEP = "## Next step\n\nRead [another guide](other.md).\n"


def told(root: Path, file: str, text: str) -> list[str]:
    """Every problem of a project with one page."""
    path = root / "docs" / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    pages, problems = read_pages(root)
    assert problems == []
    return [str(problem) for problem in check_guides(pages)]


@pytest.mark.parametrize("file", ["do/x.md", "understand/x.md", "stories/x.md", "tools/x.md", "webinars/x.md"])
def test_a_page_of_the_right_shape_is_right(tmp_path: Path, file: str) -> None:
    assert told(tmp_path, file, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "**After reading this guide you can:**\n", "",
            ["docs/do/x.md:5: the line '**After reading this guide you can:**' is missing; add it below the title,"
             " with a list"],
            id="no opening",
        ),
        pytest.param(
            "- name another\n", "",
            ["docs/do/x.md:9: '**After reading this guide you can:**' needs a list of two things or more, each on a"
             " line that starts with '- '"],
            id="only one thing",
        ),
        pytest.param(
            "[Norfolk][norfolk]", "Norfolk",
            ["docs/do/x.md:1: has no source; link one as [words][key], or write 'own_view: true' in the front matter"
             " if all of it is our own view"],
            id="no source",
        ),
        pytest.param(
            "title: A guide\n", "title: A guide\nown_view: true\n",
            ["docs/do/x.md:3: 'own_view' says that there are no sources, and there are; remove it"],
            id="own view with a source",
        ),
        pytest.param(
            STEP, "",
            ["docs/do/x.md: has no next step; end it with '## Next step' and one link"],
            id="no next step",
        ),
        pytest.param(
            STEP, f"{STEP}\n## More\n\nWords.\n",
            ["docs/do/x.md:24: '## Next step' is the last section of a page; move '## More' above it"],
            id="a section after the next step",
        ),
        pytest.param(
            "Read [another guide](other.md).", "Read on.",
            ["docs/do/x.md:20: a next step has one link, not none: readers should not have to choose"],
            id="a next step without a link",
        ),
        pytest.param(
            "Read [another guide](other.md).", "Read [one](other.md) or [two](../tools/two.md).",
            ["docs/do/x.md:20: a next step has one link, not 2: readers should not have to choose"],
            id="a next step with a choice",
        ),
    ],
)  # fmt: skip
def test_a_page_of_another_shape_is_told(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert old in GOOD
    assert told(tmp_path, "do/x.md", GOOD.replace(old, new)) == expected


def test_a_guide_that_is_all_our_own_view_says_so(tmp_path: Path) -> None:
    text = GOOD.replace("[Norfolk][norfolk]", "Norfolk").replace("title: A guide\n", "title: A guide\nown_view: true\n")
    assert told(tmp_path, "do/x.md", text) == []


@pytest.mark.parametrize("file", ["do/index.md", "about/x.md", "easier/x.md"])
def test_lists_and_other_pages_have_a_shape_of_their_own(tmp_path: Path, file: str) -> None:
    assert told(tmp_path, file, "---\ntitle: X\ndescription: X.\n---\n# X\n") == []
