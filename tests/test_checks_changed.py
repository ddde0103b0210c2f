"""A few changed pages and webinars are checked by themselves, and only where that is enough to show them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.checks.changed import MOST, Changed, check_changed
from macros.checks.run import check_all
from macros.content.content import Content
from tests.folders import change

GUIDE = "docs/understand/the-ladder.md"
WEBINAR = "webinars/talking-it-over/webinar.yml"
CAPTIONS = "webinars/talking-it-over/captions.en.vtt"
SCRIPT = "webinars/a-short-script/script.md"


@pytest.fixture(scope="module")
def right(fixture_project: Path) -> Content:
    """The content of the small project."""
    content, problems = check_all(fixture_project)
    assert content
    assert not problems
    return content


def changed(right: Content, project: Path, *files: str) -> Changed | None:
    """What is found of changed files in a copy of the project, of which everything was right."""
    return check_changed(replace(right, root=project), [project / file for file in files])


def test_a_page_and_a_webinar_are_as_they_are_now(right: Content, copied_project: Path) -> None:
    change(copied_project / GUIDE, "- name one thing", "- name a new thing")
    change(copied_project / WEBINAR, "title:", "title: Newly")
    found = changed(right, copied_project, GUIDE, WEBINAR)
    assert found
    assert not found.problems
    assert (found.pages, found.slugs) == ({"understand/the-ladder.md"}, {"talking-it-over"})
    pages = {page.path: page for page in found.content.pages}
    assert "- name a new thing" in pages["understand/the-ladder.md"].body
    assert found.content.catalogue.by_slug["talking-it-over"].title.startswith("Newly")
    # The others are the very same, in the same order.
    assert [page.path for page in found.content.pages] == [page.path for page in right.pages]
    assert len(found.content.catalogue.webinars) == len(right.catalogue.webinars)


def test_a_webinar_takes_its_place_by_its_new_date(right: Content, copied_project: Path) -> None:
    oldest = right.catalogue.webinars[-1]
    details = copied_project / "webinars" / oldest.slug / "webinar.yml"
    change(details, f"published: {oldest.published}", "published: 2026-11-20")
    found = changed(right, copied_project, f"webinars/{oldest.slug}/webinar.yml")
    assert found
    assert not found.problems
    assert found.content.catalogue.webinars[0].slug == oldest.slug


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (GUIDE, "- name one thing", "- name one thimg"),
        (GUIDE, "title:", "titel:"),
        (WEBINAR, "aim:", "aimm:"),
        (CAPTIONS, "WEBVTT", "WEBVT"),
        ("docs/webinars/talking-it-over.md", '{{ webinar("talking-it-over") }}', '{{ webinars("talking-it-over") }}'),
    ],
)
def test_a_mistake_is_told_as_by_the_whole_check(
    right: Content, copied_project: Path, file: str, old: str, new: str
) -> None:
    change(copied_project / file, old, new)
    found = changed(right, copied_project, file)
    told = check_all(copied_project)[1]
    assert found
    assert found.problems
    # The whole check may say more, of what other files say of this one.
    assert set(found.problems) <= set(told)


def test_words_of_a_webinars_file_are_checked_too(right: Content, copied_project: Path) -> None:
    change(copied_project / WEBINAR, "title:", "title: Organizing")
    found = changed(right, copied_project, WEBINAR)
    assert found
    assert any("Organizing" in problem.message for problem in found.problems)


@pytest.mark.parametrize(
    "file",
    ["data/sources.yml", "webinars/topics.yml", "mkdocs.yml", "docs/understand/new.md", "webinars/new/webinar.yml"],
)
def test_what_shapes_other_pages_takes_the_whole_check(right: Content, copied_project: Path, file: str) -> None:
    path = copied_project / file
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as more:
        more.write("\n")
    assert changed(right, copied_project, file) is None


def test_a_file_that_went_or_became_a_link_takes_the_whole_check(right: Content, copied_project: Path) -> None:
    page = copied_project / GUIDE
    page.rename(copied_project / "elsewhere.md")
    assert changed(right, copied_project, GUIDE) is None
    page.symlink_to(copied_project / "elsewhere.md")
    assert changed(right, copied_project, GUIDE) is None


def test_a_talk_that_nobody_has_spoken_takes_the_whole_build(right: Content, copied_project: Path) -> None:
    change(copied_project / SCRIPT, "the club", "this very club")
    assert changed(right, copied_project, SCRIPT) is None


def test_many_files_take_the_whole_check(right: Content, copied_project: Path) -> None:
    pages = [page.file for page in right.pages]
    assert len(pages) > MOST
    assert changed(right, copied_project, *pages) is None
    assert changed(right, copied_project, *pages[:MOST])


def test_what_an_editor_leaves_beside_a_page_changes_nothing(right: Content, copied_project: Path) -> None:
    swap = copied_project / "docs" / "understand" / ".the-ladder.md.swp"
    swap.touch()
    found = changed(right, copied_project, str(swap.relative_to(copied_project)))
    assert found
    assert not (found.problems)
    assert not (found.pages)
    assert not (found.slugs)
