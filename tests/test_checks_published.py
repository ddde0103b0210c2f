"""What was published stays, or leads on: people link to it from other sites, slides and handouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checked import checked_content
from macros.checks.published import add_published, all_published
from macros.checks.run import check_all
from macros.content.reading import read_parts
from macros.publishing.publish import first_published
from tests.conftest import ROOT

LIST = "data/published.txt"


@pytest.fixture
def copied_project(copied_project: Path) -> Path:
    """A copy of the small project, of which nothing was published before."""
    page = copied_project / "docs" / "understand" / "real-or-faux.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text[: text.index("aliases:")] + text[text.index("---\n# ") :], encoding="utf-8")
    (copied_project / LIST).unlink()
    return copied_project


def published_now(root: Path) -> list[str]:
    """The addresses that the project has now, whatever its list says."""
    parts = read_parts(root)
    assert parts.vocabulary
    assert parts.terms is not None
    return all_published(parts.pages, parts.vocabulary, parts.terms)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param("understand/the-ladder/#co-design", [], id="a rung"),
        pytest.param("understand/the-ladder/#the-seven-rungs", [], id="a heading without an id of its own"),
        pytest.param("understand/real-or-faux/#decision-already-made", [], id="an id in braces"),
        pytest.param("# a note", [], id="a note"),
        pytest.param(
            "understand/the-ladder/#co-designing",
            [
                f"{LIST}:1: 'understand/the-ladder/#co-designing' was published, and people link to it;"
                " give its heading in docs/understand/the-ladder.md the id again: {#co-designing}. If it"
                " has another name"
                " or page now, add to the top of that page:"
                " moved_anchors: {understand/the-ladder/#co-designing: its-new-id}"
            ],
            id="a missing anchor",
        ),
        pytest.param(
            "understand/the-latter/#co-design",
            [
                f"{LIST}:1: 'understand/the-latter/' was published, and no page is there any more; bring it"
                " back, or add"
                " this line to the top of the page that takes its place, such as docs/understand/the-ladder.md:"
                " aliases: [understand/the-latter/]"
            ],
            id="a missing page",
        ),
        pytest.param(
            "webinars/the-tin-script/",
            [
                f"{LIST}:1: 'webinars/the-tin-script/' was published, and no page is there any more; bring it back, or"
                " add this line to the top of the page that takes its place, such as docs/webinars/a-short-script.md:"
                " aliases: [webinars/the-tin-script/]"
            ],
            id="a missing webinar",
        ),
        pytest.param("webinars/an-older-name/", [], id="a webinar's older name"),
        pytest.param(
            "/#no-such",
            [
                f"{LIST}:1: '/#no-such' was published, and people link to it; give its heading in"
                " docs/index.md the id again:"
                " {#no-such}. If it has another name or page now, add to the top of that page:"
                " moved_anchors: {/#no-such: its-new-id}"
            ],
            id="the home page",
        ),
        pytest.param(
            "understand/the-ladder/",
            [],
            id="a page",
        ),
    ],
)
def test_a_published_anchor_is_still_there(copied_project: Path, entry: str, expected: list[str]) -> None:
    (copied_project / LIST).write_text(f"{entry}\n", encoding="utf-8")
    assert [str(problem) for problem in check_all(copied_project)[1]] == expected


def test_the_id_of_a_heading_cannot_be_taken_away_unseen(copied_project: Path) -> None:
    (copied_project / LIST).write_text("understand/real-or-faux/#decision-already-made\n", encoding="utf-8")
    page = copied_project / "docs" / "understand" / "real-or-faux.md"
    page.write_text(page.read_text(encoding="utf-8").replace(" {#decision-already-made}", ""), encoding="utf-8")
    messages = [str(problem) for problem in check_all(copied_project)[1] if problem.rule == "anchors"]
    assert messages == [
        f"{LIST}:1: 'understand/real-or-faux/#decision-already-made' was published, and people link to it;"
        " give its heading in docs/understand/real-or-faux.md the id again: {#decision-already-made}. If it has another"
        " name or page now, add to the top of that page:"
        " moved_anchors: {understand/real-or-faux/#decision-already-made: its-new-id}"
    ]


def with_top(project: Path, page: str, lines: str) -> None:
    """Adds lines to the top of a page."""
    file = project / "docs" / page
    file.write_text(file.read_text(encoding="utf-8").replace("---\n", f"---\n{lines}", 1), encoding="utf-8")


def test_a_page_that_is_gone_is_told_once(copied_project: Path) -> None:
    entries = ["do/gone/", "do/gone/#law", "do/gone/#money"]
    (copied_project / LIST).write_text("\n".join(entries), encoding="utf-8")
    assert len(check_all(copied_project)[1]) == 1


def test_pages_and_parts_can_move(copied_project: Path) -> None:
    """A retired page, its part under another name, a part that went to another page, one that has a new name."""
    entries = ["do/gone/", "do/gone/#law", "understand/the-ladder/#old", "understand/real-or-faux/#sign"]
    (copied_project / LIST).write_text("\n".join(entries), encoding="utf-8")
    assert [problem.line for problem in check_all(copied_project)[1]] == [1, 3, 4]
    with_top(
        copied_project,
        "understand/real-or-faux.md",
        "aliases: [do/gone/]\nmoved_anchors:\n  do/gone/#law: decision-already-made\n"
        "  understand/the-ladder/#old: decision-already-made\n"
        "  understand/real-or-faux/#sign: decision-already-made\n",
    )
    assert check_all(copied_project)[1] == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "aliases: [understand/the-ladder/]",
            "the alias 'understand/the-ladder/' is the address of docs/understand/the-ladder.md; an"
            " alias is one that no"
            " page has now",
        ),
        (
            "aliases: [webinars/an-older-name/]",
            "the alias 'webinars/an-older-name/' is the address of webinars/talking-it-over/; an alias is one that no"
            " page has now",
        ),
        (
            "aliases: [/do/gone]",
            "'aliases.1' has to be an address from the top of the site, such as do/an-old-name/, not '/do/gone'",
        ),
        (
            "moved_anchors: {do/gone/#law: decision-already-made}",
            "'do/gone/#law' is said to have moved, and no page is at 'do/gone/'; add it to 'aliases', too",
        ),
        (
            "moved_anchors: {understand/the-ladder/#co-design: decision-already-made}",
            "'understand/the-ladder/#co-design' is said to have moved, and docs/understand/the-ladder.md has"
            " '#co-design'; remove the line",
        ),
        (
            "moved_anchors: {understand/the-ladder/#old: nowhere}",
            "'understand/the-ladder/#old' is said to be '#nowhere' now, which this page does not have; give its heading"
            " {#nowhere}",
        ),
    ],
)
def test_what_cannot_be_an_old_address_is_told(copied_project: Path, lines: str, expected: str) -> None:
    with_top(copied_project, "understand/real-or-faux.md", f"{lines}\n")
    found = [str(problem) for problem in check_all(copied_project)[1]]
    assert f"docs/understand/real-or-faux.md:2: {expected}" in found


def test_a_part_moves_to_one_place_only(copied_project: Path) -> None:
    line = "moved_anchors: {understand/the-ladder/#old: decision-already-made}\n"
    with_top(copied_project, "understand/real-or-faux.md", line)
    with_top(copied_project, "understand/the-ladder.md", line.replace("decision-already-made", "co-design"))
    (problem,) = check_all(copied_project)[1]
    assert str(problem) == (
        "docs/understand/the-ladder.md:2: 'understand/the-ladder/#old' is said to have moved to"
        " docs/understand/real-or-faux.md, too; remove one of the two"
    )


def test_new_anchors_are_added_once_and_none_is_taken_away(copied_project: Path) -> None:
    file = copied_project / LIST
    file.write_text("# A note.\nold/page/#gone\n", encoding="utf-8")
    added = add_published(copied_project, published_now(copied_project))
    assert "understand/the-ladder/#co-production" in added
    assert "understand/real-or-faux/#decision-already-made" in added
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# A note."
    assert lines[1:] == sorted(["old/page/#gone", *added])
    assert add_published(copied_project, published_now(copied_project)) == []
    assert file.read_text(encoding="utf-8").splitlines() == lines


def test_what_is_published_for_the_first_time_is_said(copied_project: Path) -> None:
    content = checked_content(copied_project)
    assert first_published(content).endswith(
        "addresses, such as /. Once they are published, add them: make published (or python -m macros published)"
    )
    add_published(copied_project, published_now(copied_project))
    assert first_published(content) == ""


@pytest.mark.ours
def test_the_list_has_every_rung_and_every_warning_sign() -> None:
    given = published_now(ROOT)
    permanent = {a for a in given if a.startswith(("understand/the-ladder/#", "understand/real-or-faux/#"))}
    assert len(permanent) >= 7 + 12
    assert permanent - set((ROOT / LIST).read_text(encoding="utf-8").splitlines()) == set(), "run `make published`"
