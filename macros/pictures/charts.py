"""Bar charts of a few numbers, drawn as lanes of a track: how far each has come is what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.pictures.shapes import Drawing, Shape, Words, fill, line, path, rectangle

WIDTH = 640
_COLOURS = ("blue", "coral", "green", "gold")
_LANE, _BAR, _LABEL = 84, 30, 26


@dataclass(frozen=True)
class Bar:
    """One number and what it counts."""

    label: str
    value: float


@dataclass(frozen=True)
class Chart:
    """Numbers that can be compared. ``of`` is the value at the end of the lanes; ``source`` a source's key."""

    name: str
    title: str
    group: str
    value: str
    unit: str
    of: float
    source: str
    note: str
    bars: tuple[Bar, ...]

    def shown(self, bar: Bar) -> str:
        """A bar's value as people read it: ``39.5%``, or ``40 minutes``."""
        space = " " if self.unit[:1].isalpha() else ""
        return f"{bar.value:g}{space}{self.unit}"


def chart_drawing(chart: Chart) -> Drawing:
    """The bars of a chart, each in a lane of its own under its label."""
    shapes = tuple(shape for index, bar in enumerate(chart.bars) for shape in _lane(chart, bar, index))
    return Drawing(WIDTH, _LANE * len(chart.bars), shapes)


def _lane(chart: Chart, bar: Bar, index: int) -> Iterator[Shape]:
    top = index * _LANE
    yield Words(2, top + _LABEL, _LABEL, f"{bar.label}: {chart.shown(bar)}", fill("ink"), bold=True)
    y = top + _LABEL + 12
    yield rectangle(2, y, WIDTH - 4, _BAR, fill("sky-deep"), 8)
    tenths = "".join(f"M{2 + (WIDTH - 4) * i / 10:.0f} {y + 3}V{y + _BAR - 3}" for i in range(1, 10))
    yield path(tenths, line("chalk", 3))
    length = (WIDTH - 4) * bar.value / chart.of
    # A very short bar has smaller corners, or it would bulge.
    yield rectangle(2, y, length, _BAR, fill(_COLOURS[index % len(_COLOURS)]), min(8, length / 2))
    yield rectangle(2, y, WIDTH - 4, _BAR, line("ink", 3), 8)
