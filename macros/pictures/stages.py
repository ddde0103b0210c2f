"""What stands behind and beside the words of a slide: a floor of sport with people on it, and figures as people.

A backdrop fills a box of ``WIDTH`` by ``HEIGHT`` units. Words stand above its floor; those who stand on the floor
keep to the right of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.pictures.choices import Choices
from macros.pictures.palette import PEOPLE
from macros.pictures.people import person
from macros.pictures.shapes import Drawing, Shape, arc, circle, fill, line, path, rectangle
from macros.pictures.things import thing

WIDTH, HEIGHT, FLOOR = 640, 360, 312

PAIRS = (("talk", "chair-talk"), ("chair-hand-up", "stand"), ("carry", "chair"), ("point", "sit-hand-up"))
"""Two who have to do with each other; the second looks to the left."""
LEFT, RIGHT, SIZE = 492, 600, 1.3
"""Where they stand, and how large they are."""

_MOST_FIGURES = 10
"""More people in a row than this are too small to be counted."""


def _court(deep: str) -> Iterator[Shape]:
    yield arc(WIDTH, FLOOR, 190, 180, 270, line(deep, 6))
    yield arc(WIDTH, FLOOR, 250, 180, 270, line(deep, 6))
    yield rectangle(0, FLOOR, WIDTH, HEIGHT - FLOOR, fill(deep))
    yield path(f"M0 {FLOOR + 14}H{WIDTH}", line("chalk", 4))


def _lanes(deep: str) -> Iterator[Shape]:
    yield rectangle(0, FLOOR, WIDTH, HEIGHT - FLOOR, fill(deep))
    yield path(f"M-60 {HEIGHT}L60 {FLOOR}M150 {HEIGHT}L220 {FLOOR}M360 {HEIGHT}L380 {FLOOR}", line("chalk", 4))
    yield path(f"M570 {HEIGHT}L540 {FLOOR}", line("chalk", 4))


def _water(deep: str) -> Iterator[Shape]:
    top = f"M-20 {FLOOR + 6}" + "".join(
        f"Q{i * 40} {FLOOR - 4 + (20 if i % 2 else 0)} {i * 40 + 20} {FLOOR + 6}" for i in range(17)
    )
    yield path(f"{top}V{HEIGHT}H-20Z", fill(deep))
    yield path(top, line("chalk", 4))


def _hill(deep: str) -> Iterator[Shape]:
    edge = f"M0 {FLOOR + 8}Q240 {FLOOR - 14} 420 {FLOOR}Q540 {FLOOR - 10} {WIDTH} {FLOOR - 34}"
    yield path(f"{edge}V{HEIGHT}H0Z", fill(deep))


_FLOORS: tuple[Callable[[str], Iterator[Shape]], ...] = (_court, _lanes, _water, _hill)


def backdrop(name: str, ground: str, with_people: bool) -> Drawing:
    """The floor of a slide and, if asked for, two people who stand on it. The same name gives the same ones."""
    pick = Choices(name)
    shapes = list(pick.one(_FLOORS)(f"{ground}-deep"))
    if with_people:
        left, right = pick.one(PAIRS)
        cast = pick.shuffled(PEOPLE)
        shapes += person(left, cast[0], LEFT, FLOOR + 22, SIZE)
        shapes += person(right, cast[1], RIGHT, FLOOR + 22, SIZE, flip=True)
    return Drawing(WIDTH, HEIGHT, tuple(shapes))


def thinking(name: str) -> Drawing:
    """Two people who talk a question over."""
    pick = Choices(name)
    cast = pick.shuffled(PEOPLE)
    return Drawing(
        240,
        170,
        (
            *thing("speech-question", cast[0], 92, 56, 0.62),
            *thing("speech", cast[1], 140, 66, 0.55),
            *person("talk", cast[0], 60, 166, 1),
            *person("chair-talk", cast[1], 180, 168, 1, flip=True),
        ),
    )


def counted(part: int, whole: int) -> Drawing | None:
    """``part`` of ``whole`` people in a colour, the others pale; None where there are too many to draw."""
    if not 0 < part <= whole <= _MOST_FIGURES:
        return None
    shapes: list[Shape] = []
    for index in range(whole):
        colour = "green" if index < part else "paper"
        x, y = 36 + index * 64, 34
        shapes.append(circle(x, y, 20, fill(colour)))
        shapes.append(path(f"M{x - 28} 112V98Q{x - 28} 62 {x} 62Q{x + 28} 62 {x + 28} 98V112Z", fill(colour)))
        if index >= part:
            shapes.append(circle(x, y, 20, line("ink", 3)))
            shapes.append(path(f"M{x - 28} 112V98Q{x - 28} 62 {x} 62Q{x + 28} 62 {x + 28} 98V112Z", line("ink", 3)))
    return Drawing(whole * 64 + 8, 114, tuple(shapes))


def share_of_lane(percent: float) -> Drawing:
    """A lane that is filled up to a share of its length."""
    length = 560 * min(max(percent, 0), 100) / 100
    return Drawing(
        568,
        52,
        (
            rectangle(2, 2, 564, 48, fill("paper"), 24),
            rectangle(4, 4, max(length, 44), 44, fill("green"), 22),
            rectangle(2, 2, 564, 48, line("ink", 3), 24),
        ),
    )
