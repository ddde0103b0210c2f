"""The report on captions: what it counts, and how it is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.captions.report import aligned_table, captions_report, captions_table, markdown_table, percentile
from macros.cli import main
from macros.model import Catalogue, Chapter, Cue, KeptWords, Paragraph, Transcript, Webinar
from tests.content import catalogue_and_problems


@pytest.fixture
def catalogue(fixture_project: Path) -> Catalogue:
    """The small project's catalogue."""
    found, problems = catalogue_and_problems(fixture_project)
    assert found is not None, problems
    return found


def test_the_report_counts_what_the_captions_hold(catalogue: Catalogue) -> None:
    from dataclasses import replace

    cues = (
        Cue(0, 2, ("One and two.",)),
        Cue(2, 3, ("x" * 30, "y" * 43)),
        Cue(5, 11, ("a", "b", "c")),
    )
    transcript = Transcript("en", (Chapter("All", 0, 30, (Paragraph(cues),)),))
    webinar: Webinar = replace(catalogue.by_slug["talking-it-over"], words=KeptWords((transcript,)), duration=30)
    report = captions_report(webinar)
    assert report.words == 3 + 2 + 3
    assert report.words_a_minute == pytest.approx(16)
    assert report.characters_a_second_worst == pytest.approx(74)
    assert (report.shortest, report.longest) == (1, 6)
    assert report.lines_over == 2
    assert report.cells[:4] == ("talking-it-over", "0:30", "8", "16")


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([5.0], 95, 5.0),
        ([float(n) for n in range(1, 101)], 95, 95.0),
        ([1.0, 2.0, 3.0], 95, 3.0),
        ([1.0, 2.0], 50, 1.0),
    ],
)
def test_a_percentile_is_one_of_the_values(values: list[float], percent: int, expected: float) -> None:
    assert percentile(values, percent) == expected


def test_tables_are_aligned_for_people_and_marked_up_for_pull_requests() -> None:
    headings, rows = ("Webinar", "Words"), [("short", "9"), ("a-longer-name", "1,200")]
    assert aligned_table(headings, rows) == "Webinar        Words\nshort              9\na-longer-name  1,200"
    assert markdown_table(headings, rows) == (
        "| Webinar | Words |\n| --- | ---: |\n| short | 9 |\n| a-longer-name | 1,200 |"
    )


def test_every_webinar_has_a_row(catalogue: Catalogue) -> None:
    rows = captions_table(catalogue).splitlines()[1:]
    assert [row.split()[0] for row in rows] == sorted(webinar.slug for webinar in catalogue.webinars)


def test_the_command_prints_the_table(fixture_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(fixture_project), "report", "--markdown"]) == 0
    assert capsys.readouterr().out.startswith("| Webinar | Length | Words | Words a minute |")
