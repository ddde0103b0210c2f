"""Bar charts of a few numbers, drawn as lanes of a track: how far each has come is what it counts."""

from __future__ import annotations

from dataclasses import dataclass

from macros.pictures.shapes import Drawing, fill, line, path, rectangle

WIDTH, HEIGHT = 640, 40
_COLOURS = ("blue", "coral", "green", "gold")


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


def bar_drawing(chart: Chart, index: int) -> Drawing:
    """One bar of a chart in its lane. Its words stand outside, where they follow the reader's text size."""
    length = (WIDTH - 4) * chart.bars[index].value / chart.of
    tenths = "".join(f"M{2 + (WIDTH - 4) * i / 10:.0f} 5V{HEIGHT - 5}" for i in range(1, 10))
    return Drawing(
        WIDTH,
        HEIGHT,
        (
            rectangle(2, 2, WIDTH - 4, HEIGHT - 4, fill("sky-deep"), 8),
            path(tenths, line("chalk", 3)),
            # A very short bar has smaller corners, or it would bulge.
            rectangle(2, 2, length, HEIGHT - 4, fill(_COLOURS[index % len(_COLOURS)]), min(8, length / 2)),
            rectangle(2, 2, WIDTH - 4, HEIGHT - 4, line("ink", 3), 8),
        ),
    )
