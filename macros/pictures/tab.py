"""The label of a picture: a tab with a small ladder, on which the rungs that the page is about are thick."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from macros.pictures.shapes import Shape, Shapes, fill, line, path, placed, rectangle

RUNGS = 7


def rung_tab(covered: AbstractSet[int], x: float, size: float = 1) -> Shapes:
    """A tab 48 units wide that hangs from the upper edge, around ``x``."""
    shapes: list[Shape] = [
        rectangle(-24, -20, 48, 192, fill("paper"), 14),
        path("M-11 14V156M11 14V156", line("ink", 4)),
    ]
    for number in range(1, RUNGS + 1):
        y = 25 + (RUNGS - number) * 20
        shapes.append(path(f"M-11 {y}H11", line("ink", 10 if number in covered else 2.5)))
    return placed(shapes, x, 0, size)
