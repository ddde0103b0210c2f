"""Things that people use in sport and at a table, each as a function of one colour: a module for each family of them.

A thing stands at the origin and is about 80 units high, next to somebody who is 100. ``THINGS`` holds each
under the name that data uses.
"""

from __future__ import annotations

from collections.abc import Callable

from macros.pictures.shapes import Shapes, placed
from macros.pictures.things import body, devices, indoors, paper, places, signs, sport

THINGS: dict[str, Callable[[str], Shapes]] = dict(
    sorted(
        {
            **body.THINGS,
            **devices.THINGS,
            **indoors.THINGS,
            **paper.THINGS,
            **places.THINGS,
            **signs.THINGS,
            **sport.THINGS,
        }.items()
    )
)
"""Every thing by its name."""


def thing(name: str, colour: str, x: float = 0, y: float = 0, size: float = 1, flip: bool = False) -> Shapes:
    """A thing of ``THINGS`` that stands at (x, y)."""
    return placed(THINGS[name](colour), x, y, size, flip)
