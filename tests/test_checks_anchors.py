"""Published anchors stay: people link to them from other sites, slides and handouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.anchors import add_anchors, all_given_anchors
from macros.checks.run import check_all
from macros.content.reading import read_parts
from tests.conftest import ROOT

LIST = "data/anchors.txt"


def given_anchors(root: Path) -> list[str]:
    """The anchors that the project gives now, whatever its list says."""
    parts = read_parts(root)
    assert parts.vocabulary
    assert parts.terms is not None
    return all_given_anchors(parts.pages, parts.vocabulary, parts.terms)


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
                " give its heading in docs/understand/the-ladder.md the id again: {#co-designing}"
            ],
            id="a missing anchor",
        ),
        pytest.param(
            "understand/the-latter/#co-design",
            [
                f"{LIST}:1: 'understand/the-latter/#co-design' was published, and there is no page"
                " 'understand/the-latter/' any more; did you mean 'understand/the-ladder/'?"
            ],
            id="a missing page",
        ),
        pytest.param(
            "understand/the-ladder/",
            [f"{LIST}:1: 'understand/the-ladder/' has no anchor; write a page and an anchor, such as do/access/#law"],
            id="no anchor",
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
        " give its heading in docs/understand/real-or-faux.md the id again: {#decision-already-made}"
    ]


def test_new_anchors_are_added_once_and_none_is_taken_away(copied_project: Path) -> None:
    file = copied_project / LIST
    file.write_text("# A note.\nold/page/#gone\n", encoding="utf-8")
    added = add_anchors(copied_project, given_anchors(copied_project))
    assert "understand/the-ladder/#co-production" in added
    assert "understand/real-or-faux/#decision-already-made" in added
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# A note."
    assert lines[1:] == sorted(["old/page/#gone", *added])
    assert add_anchors(copied_project, given_anchors(copied_project)) == []
    assert file.read_text(encoding="utf-8").splitlines() == lines


def test_the_list_has_every_rung_and_every_warning_sign() -> None:
    given = given_anchors(ROOT)
    permanent = {a for a in given if a.startswith(("understand/the-ladder/#", "understand/real-or-faux/#"))}
    assert len(permanent) >= 7 + 12
    assert permanent - set((ROOT / LIST).read_text(encoding="utf-8").splitlines()) == set(), "run `make anchors`"
