"""Charts: a drawing whose lengths are the numbers, and a table that says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.model import Source
from macros.pictures.charts import WIDTH, Bar, Chart, bar_drawing
from macros.pictures.shapes import Path as Outline
from macros.reading.charts import read_charts
from macros.reading.vocabulary import read_vocabulary
from macros.rendering.pictures import render_chart
from tests.content import WORDS

CHART = Chart("speed", "How far", "Who", "Share", "%", 100, "a", "A note.", (Bar("Half", 50), Bar("A tenth", 10)))
SOURCE = Source("a", "A <report>", "Somebody", "2024", "https://example.org/a")

CHARTS = """\
charts:
  speed:
    title: How far
    group: Who
    value: Share
    unit: "%"
    of: 100
    source: a
    note: A note.
    bars:
      - {label: Half, value: 50}
      - {label: A tenth, value: 10}
"""


def widths(chart: Chart) -> list[float]:
    """How long the coloured bars are."""
    bars = [
        shape
        for index in range(len(chart.bars))
        for shape in bar_drawing(chart, index).shapes
        if isinstance(shape, Outline) and shape.paint.fill in ("blue", "coral", "green", "gold")
    ]
    across = [[x for step in bar.steps for x, _ in step.points] for bar in bars]
    return [max(points) - min(points) for points in across]


def test_the_length_of_a_bar_is_its_number() -> None:
    assert widths(CHART) == pytest.approx([(WIDTH - 4) * 0.5, (WIDTH - 4) * 0.1])


def test_a_chart_is_hidden_from_screen_readers_and_its_table_says_the_same() -> None:
    html = render_chart(CHART, SOURCE, WORDS)
    assert '<div class="chart-bars" aria-hidden="true">' in html
    assert html.count('<svg class="picture" viewBox="0 0 640 40" aria-hidden="true">') == 2
    assert re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td>', html) == [("Half", "50%"), ("A tenth", "10%")]
    assert '<a href="https://example.org/a">A &lt;report&gt;</a>' in html


def test_a_unit_that_is_a_word_stands_apart_from_its_number() -> None:
    chart = Chart("t", "Time", "Path", "Minutes", "minutes", 60, "a", "A note.", (Bar("Short", 40),))
    assert chart.shown(chart.bars[0]) == "40 minutes"


def test_the_charts_of_the_site_have_numbers_that_a_guide_gives(root: Path) -> None:
    vocabulary, _ = read_vocabulary(root)
    assert vocabulary is not None
    charts, problems = read_charts(root, vocabulary.sources)
    assert problems == []
    guides = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "docs").rglob("*.md")))
    for chart in charts.values():
        for bar in chart.bars:
            paragraphs = [line for line in guides.split("\n") if f"[{chart.source}]" in line or "survey" in line]
            assert any(f"{bar.value:g}%" in line for line in paragraphs), f"{chart.name}: {bar.value:g}"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("source: a", "source: b", "data/charts.yml:8: 'b' is no source of data/sources.yml"),
        (
            "value: 50",
            "value: 150",
            "data/charts.yml:11: 150 is more than the 100 at the end of the lanes; correct one of them",
        ),
    ],
    ids=["source", "too large"],
)
def test_a_mistake_is_told_by_file_and_line(old: str, new: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for text, expected in ((CHARTS, []), (CHARTS.replace(old, new, 1), [message])):
        (tmp_path / "data" / "charts.yml").write_text(text, encoding="utf-8")
        assert [str(problem) for problem in read_charts(tmp_path, {"a": SOURCE})[1]] == expected
