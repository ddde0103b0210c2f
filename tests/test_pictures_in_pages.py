"""Pictures in Markdown: one before each idea, one above a page's title, and those that pages call for."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from macros.checks.pictures import check_picture_calls
from macros.markdown import spots
from macros.markdown.current_page import CurrentPage
from macros.reading.pages import read_page


@pytest.fixture
def md(root: Path) -> Markdown:
    return Markdown(extensions=["macros.markdown"], extension_configs={"macros.markdown": {"root": str(root)}})


def test_a_name_between_colons_starts_an_idea_with_its_picture(md: Markdown) -> None:
    html = md.convert(":round-table: They **meet**.")
    assert html.startswith('<p><svg class="picture idea" viewBox="0 0 120 120" aria-hidden="true">')
    assert html.endswith("</svg>They <strong>meet</strong>.</p>")


@pytest.mark.parametrize(
    "text", ["They meet :round-table: today.", ":no-such-picture: They meet.", ":round-table:They meet."]
)
def test_other_colons_stay_as_they_are(text: str, md: Markdown) -> None:
    assert md.convert(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("page", "text", "has_one"),
    [
        (CurrentPage("do/access.md"), "# Access\n\nWords.", True),
        (CurrentPage("do/a-new-guide.md"), "# New\n\nWords.", True),
        (CurrentPage("easier/access.md", {"easier": True}), "# Access\n\nWords.", False),
        (CurrentPage("index.md"), "<div>\n<h1>Home</h1>\n</div>", False),
        (CurrentPage(), "# No page\n\nWords.", False),
    ],
    ids=["its own", "its folder's", "in easier words", "a title in something else", "no page"],
)
def test_a_page_has_a_picture_above_its_title(
    page: CurrentPage, text: str, has_one: bool, md: Markdown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spots, "current_page", lambda md: page)
    html = md.convert(text)
    assert html.startswith('<div class="spot"><svg class="picture"') == has_one
    assert html.count("<svg") == has_one


def test_a_call_for_a_picture_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "page.md"
    path.parent.mkdir()
    top = "---\ntitle: A page\ndescription: A page.\nrender_macros: true\n---\n"
    path.write_text(top + '{{ picture("kee") }}\n\n{{ chart("x") }}\n\n{{ chart("y") }}\n', encoding="utf-8")
    page, _ = read_page(path, tmp_path)
    assert page is not None
    assert [str(problem) for problem in check_picture_calls([page], ["key"], ["y"])] == [
        "docs/page.md:6: there is no picture 'kee' in data/pictures.yml; did you mean 'key'?",
        "docs/page.md:8: there is no chart 'x' in data/charts.yml",
    ]
