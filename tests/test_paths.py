"""Learning paths: what they may name, and the time that they take."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.checks.run import check_all
from macros.model import Guide
from macros.reading.pages import read_page, read_pages
from macros.reading.paths import GuideStep, LearningPath, WebinarStep, read_paths, words_to_read
from macros.reading.tools import read_tools
from macros.reading.vocabulary import vocabulary_of
from macros.rendering.paths import (
    WORDS_A_MINUTE,
    ShownPath,
    ShownStep,
    reading_minutes,
    render_paths,
)
from tests.content import WORDS, catalogue_of

GOOD = """\
paths:
  - id: one
    title: One
    summary: A path.
    steps:
      - guide: understand/the-ladder.md
      - webinar: talking-it-over
"""
PATH = "  - id: one\n    title: One\n    summary: A path.\n    steps:\n"


@pytest.mark.ours
def test_the_real_paths_are_the_four_that_the_site_promises(root: Path) -> None:
    catalogue = catalogue_of(root)
    paths, problems = read_paths(root, catalogue.vocabulary, read_pages(root)[0], set(catalogue.by_slug), None)
    assert problems == []
    assert [path.title for path in paths] == [
        "New to this",
        "Planning an activity",
        "Leading an organisation",
        "Training others",
    ]


@pytest.mark.ours
def test_the_webinars_page_shows_every_path_with_a_time_that_is_the_sum_of_its_steps(site: Path) -> None:
    soup = BeautifulSoup((site / "webinars" / "index.html").read_text(encoding="utf-8"), "html.parser")
    paths = soup.select("section.path")
    assert len(paths) == 4
    for path in paths:
        steps = [int(re.findall(r"(\d+) minute", step.get_text())[0]) for step in path.select(".step-facts")]
        heading = path.select_one("h3").get_text()
        hours, minutes = re.findall(r"(\d+) hour", heading), re.findall(r"(\d+) minute", heading)
        shown = 60 * int(hours[0] if hours else 0) + int(minutes[0] if minutes else 0)
        assert abs(shown - sum(steps)) <= 2.5, heading
    assert "New to this: 45 minutes" in soup.get_text()
    assert f"{WORDS_A_MINUTE} words a minute" in soup.get_text()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD.replace("the-ladder.md", "the-lader.md"),
         "webinars/paths.yml:6: 'understand/the-lader.md' is no page of docs/;"
         " did you mean 'understand/the-ladder.md'?"),
        (GOOD.replace("talking-it-over", "talking-it-ower"),
         "webinars/paths.yml:7: there is no webinar 'talking-it-ower' in webinars/; did you mean 'talking-it-over'?"),
        (GOOD + GOOD.split("\n", 1)[1], "webinars/paths.yml:8: 'one' is the id of an earlier path; choose another"),
        (GOOD.replace("- guide: understand/the-ladder.md", "- {}"),
         "webinars/paths.yml:6: 'paths.1.steps.1' needs exactly one of guide, webinar"),
        (GOOD.replace("      - webinar: talking-it-over\n", ""), "webinars/paths.yml:5: 'one' needs at least 2 steps"),
        (GOOD.replace("    title: One\n", ""), "webinars/paths.yml:2: 'paths.1.title' is missing; add it"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_path_is_told_with_file_and_line(copied_project: Path, text: str, message: str) -> None:
    (copied_project / "webinars" / "paths.yml").write_text(text, encoding="utf-8")
    assert [str(problem) for problem in check_all(copied_project)[1]] == [message]


def test_paths_without_mistakes_are_read_in_order(copied_project: Path) -> None:
    (copied_project / "webinars" / "paths.yml").write_text(GOOD, encoding="utf-8")
    vocabulary = vocabulary_of(copied_project)
    paths, problems = read_paths(copied_project, vocabulary, read_pages(copied_project)[0], {"talking-it-over"}, None)
    assert problems == []
    assert [type(step) for step in paths[0].steps] == [GuideStep, WebinarStep]
    # The ladder's page is short, but it shows the seven rungs.
    assert isinstance(paths[0].steps[0], GuideStep)
    assert paths[0].steps[0].words > 400


def test_words_are_those_that_a_reader_reads(tmp_path: Path, root: Path) -> None:
    page = tmp_path / "docs" / "a.md"
    page.parent.mkdir()
    front = "---\ntitle: A\ndescription: B\n---\n"
    text = "# One two {#id}\n\nThree [four](five.md#six) [seven][eight] <b>nine</b> don't {{ card('x') }}\n"
    page.write_text(f"{front}{text}\n```\ncode\n```\n", encoding="utf-8")
    found, _ = read_page(page, tmp_path)
    assert found is not None
    assert words_to_read(found, vocabulary_of(root), None) == 7  # One two Three four seven nine don't


def test_the_time_of_a_tool_counts_what_it_asks(root: Path) -> None:
    vocabulary, pages = vocabulary_of(root), read_pages(root)[0]
    tools, problems = read_tools(root, vocabulary, pages)
    assert problems == []
    for path in ("tools/which-rung.md", "tools/is-it-real.md", "tools/plan-on-a-page.md"):
        (page,) = (page for page in pages if page.path == path)
        assert words_to_read(page, vocabulary, tools) > words_to_read(page, vocabulary, None) + 300, path


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (200, 1), (201, 2), (1200, 6)])
def test_reading_takes_whole_minutes(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 minutes"), (1, "1 minute"), (40, "40 minutes"), (60, "1 hour"), (121, "2 hours 1 minute")],
)
def test_times_are_said_as_people_say_them(minutes: int, said: str) -> None:
    assert WORDS.hours_and_minutes(minutes) == said


def test_the_time_of_a_path_is_rounded_to_five_minutes() -> None:
    path = LearningPath("one", "One", "A path.", ())
    steps = tuple(ShownStep(True, "A", "a/", minutes) for minutes in (19, 8, 6, 6, 2))
    assert ShownPath(path, steps).minutes == 40


def test_text_in_a_path_is_shown_as_text() -> None:
    path = LearningPath("one", "<b>One</b>", "A & B", (GuideStep(Guide("a.md", "", "<i>A</i>"), 1),))
    html = render_paths([path], {}, "../", WORDS)
    assert "<b>" not in html
    assert "&lt;b&gt;One&lt;/b&gt;: 5 minutes" in html
    assert '<a href="../a/">&lt;i&gt;A&lt;/i&gt;</a>' in html
