"""Reads data/charts.yml: the numbers that pages compare."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from macros.model import Source
from macros.pictures.charts import Bar, Chart
from macros.problems import Problem, did_you_mean
from macros.reading.fields import Fields, Line, Slug
from macros.reading.yaml_file import read_model

RULE = "charts"
FILE = "data/charts.yml"


class BarFields(Fields):
    """One number of a chart."""

    label: Line = Field(description="What the number is of.")
    value: float = Field(ge=0, description="The number, in the chart's unit.")


class ChartFields(Fields):
    """A chart."""

    title: Line = Field(description="What the numbers count, of whom and where.")
    group: Line = Field(description="The heading of the table's first column.")
    value: Line = Field(description="The heading of its second column.")
    unit: Line = Field(description="'%', or a word such as 'minutes'.")
    of: float = Field(gt=0, description="The value at the end of the lanes: 100 for shares.")
    source: str = Field(description="A key of data/sources.yml.")
    note: Line = Field(description="When and how the numbers were found.")
    bars: tuple[BarFields, ...] = Field(
        min_length=2, max_length=8, description="The numbers, in the order of the table."
    )


class ChartsFields(Fields):
    """All charts: data/charts.yml."""

    charts: dict[Slug, ChartFields] = Field(description="Each chart under the name that pages call it by.")


def read_charts(root: Path, sources: Mapping[str, Source]) -> tuple[dict[str, Chart], list[Problem]]:
    """The charts of a project by name, and every problem in them. A project without the file has none."""
    path = root / FILE
    if not path.is_file():
        return {}, []
    fields, data, problems = read_model(path, root, ChartsFields)
    if fields is None or data is None:
        return {}, problems
    for name, chart in fields.charts.items():
        if chart.source not in sources:
            message = f"'{chart.source}' is no source of data/sources.yml{did_you_mean(chart.source, sources)}"
            problems.append(Problem(FILE, data.line(("charts", name, "source")), message, RULE))
        for index, bar in enumerate(chart.bars):
            if bar.value > chart.of:
                message = f"{bar.value:g} is more than the {chart.of:g} at the end of the lanes; correct one of them"
                problems.append(Problem(FILE, data.line(("charts", name, "bars", index, "value")), message, RULE))
    return ({}, problems) if problems else ({name: _chart(name, chart) for name, chart in fields.charts.items()}, [])


def _chart(name: str, fields: ChartFields) -> Chart:
    bars = tuple(Bar(bar.label, bar.value) for bar in fields.bars)
    return Chart(
        name, fields.title, fields.group, fields.value, fields.unit, fields.of, fields.source, fields.note, bars
    )
