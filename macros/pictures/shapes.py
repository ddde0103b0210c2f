"""The simplest parts of a picture: circles, paths and words, each painted with a named colour.

Lengths are in the units of the picture's own box; y grows downwards. A shape knows no medium:
``macros/pictures/svg.py`` and ``macros/pictures/pdf.py`` write it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

_STEP = re.compile(r"([MLHVQCZ])([^MLHVQCZ]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")


@dataclass(frozen=True)
class Paint:
    """How a shape is coloured: ``fill`` and ``line`` name colours of the palette; empty is none."""

    fill: str = ""
    line: str = ""
    width: float = 0.0


@dataclass(frozen=True)
class Step:
    """One step of a path: a letter of SVG (M, L, Q, C, Z; always absolute) and its points."""

    letter: str
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class Circle:
    """A circle around (x, y)."""

    x: float
    y: float
    r: float
    paint: Paint


@dataclass(frozen=True)
class Path:
    """An outline or a line."""

    steps: tuple[Step, ...]
    paint: Paint


@dataclass(frozen=True)
class Words:
    """One line of text; (x, y) is where its baseline starts, ``size`` the height of its letters' box."""

    x: float
    y: float
    size: float
    text: str
    paint: Paint
    bold: bool = False


Shape = Circle | Path | Words
Shapes = tuple[Shape, ...]


@dataclass(frozen=True)
class Drawing:
    """Shapes in a box of ``width`` by ``height``. What is made of it is kept by it, so it is hashed often."""

    width: float
    height: float
    shapes: Shapes

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.width, self.height, self.shapes))

    def __reduce__(self) -> tuple[type[Drawing], tuple[float, float, Shapes]]:
        # Another process has other hashes.
        return Drawing, (self.width, self.height, self.shapes)


def fill(colour: str) -> Paint:
    """A filled shape without an edge."""
    return Paint(fill=colour)


def line(colour: str, width: float) -> Paint:
    """A line with round ends."""
    return Paint(line=colour, width=width)


def circle(x: float, y: float, r: float, paint: Paint) -> Circle:
    """A circle around (x, y)."""
    return Circle(x, y, r, paint)


# Pictures are made of the same parts again and again.
@lru_cache(maxsize=4096)
def path(text: str, paint: Paint) -> Path:
    """A path as SVG writes it, with the absolute letters M, L, H, V, Q, C and Z."""
    steps: list[Step] = []
    x = y = 0.0
    for letter, rest in _STEP.findall(text):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        if letter == "H":
            points = [(number, y) for number in numbers]
        elif letter == "V":
            points = [(x, number) for number in numbers]
        else:
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if points:
            x, y = points[-1]
        steps += _steps(letter, points)
    return Path(tuple(steps), paint)


def _steps(letter: str, points: list[tuple[float, float]]) -> list[Step]:
    """A letter with the points of several steps, as one step for each."""
    size = {"Z": 0, "Q": 2, "C": 3}.get(letter, 1)
    if size == 0:
        return [Step("Z")]
    name = "L" if letter in "HV" else letter
    return [Step(name, tuple(points[i : i + size])) for i in range(0, len(points), size)]


def polyline(points: Iterable[tuple[float, float]], paint: Paint, closed: bool = False) -> Path:
    """Straight lines through the points."""
    steps = [Step("L" if index else "M", (point,)) for index, point in enumerate(points)]
    return Path((*steps, Step("Z")) if closed else tuple(steps), paint)


def rectangle(x: float, y: float, width: float, height: float, paint: Paint, r: float = 0) -> Path:
    """A rectangle with its top left corner at (x, y) and corners of radius ``r``."""
    right, bottom = x + width, y + height
    if not r:
        return polyline([(x, y), (right, y), (right, bottom), (x, bottom)], paint, closed=True)
    return path(
        f"M{x + r} {y}H{right - r}Q{right} {y} {right} {y + r}V{bottom - r}Q{right} {bottom} {right - r} {bottom}"
        f"H{x + r}Q{x} {bottom} {x} {bottom - r}V{y + r}Q{x} {y} {x + r} {y}Z",
        paint,
    )


def ellipse(x: float, y: float, rx: float, ry: float, paint: Paint) -> Path:
    """An ellipse around (x, y)."""
    return Path((*_arc_steps(x, y, rx, ry, 0, 360), Step("Z")), paint)


def arc(x: float, y: float, r: float, start: float, end: float, paint: Paint, ry: float = 0) -> Path:
    """Part of a circle (or ellipse) around (x, y), in degrees clockwise from three o'clock."""
    return Path(tuple(_arc_steps(x, y, r, ry or r, start, end)), paint)


def _arc_steps(x: float, y: float, rx: float, ry: float, start: float, end: float) -> list[Step]:
    """Cubic curves of at most a quarter turn each: they differ from the arc by less than 0.03 %."""
    count = max(1, math.ceil(abs(end - start) / 90))
    turn = math.radians((end - start) / count)
    reach = 4 / 3 * math.tan(turn / 4)

    def at(angle: float) -> tuple[float, float, float, float]:
        cos, sin = math.cos(angle), math.sin(angle)
        return x + rx * cos, y + ry * sin, -rx * sin * reach, ry * cos * reach

    angle = math.radians(start)
    x0, y0, dx0, dy0 = at(angle)
    steps = [Step("M", ((x0, y0),))]
    for _ in range(count):
        angle += turn
        x1, y1, dx1, dy1 = at(angle)
        steps.append(Step("C", ((x0 + dx0, y0 + dy0), (x1 - dx1, y1 - dy1), (x1, y1))))
        x0, y0, dx0, dy0 = x1, y1, dx1, dy1
    return steps


def placed(shapes: Iterable[Shape], x: float = 0, y: float = 0, size: float = 1, flip: bool = False) -> Shapes:
    """The shapes drawn ``size`` times as large with their origin at (x, y); ``flip`` looks the other way."""
    across = -size if flip else size

    def move(point: tuple[float, float]) -> tuple[float, float]:
        return x + point[0] * across, y + point[1] * size

    def one(shape: Shape) -> Shape:
        paint = Paint(shape.paint.fill, shape.paint.line, shape.paint.width * size)
        match shape:
            case Circle():
                return Circle(*move((shape.x, shape.y)), shape.r * size, paint)
            case Path():
                steps = (Step(s.letter, tuple(map(move, s.points))) for s in shape.steps)
                return Path(tuple(steps), paint)
            case Words():
                return replace(shape, x=move((shape.x, 0))[0], y=y + shape.y * size, size=shape.size * size)

    return tuple(one(shape) for shape in shapes)
