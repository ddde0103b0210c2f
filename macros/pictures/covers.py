"""A webinar's cover: a place of sport, in front of it what the webinar is about, and the rungs it covers.

All of it follows from the webinar's slug, topics and rungs, so a cover stays as it is however many others
there are, and a new webinar has one without anybody drawing it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.pictures.choices import Choices
from macros.pictures.heroes import hero
from macros.pictures.palette import GROUNDS, PEOPLE
from macros.pictures.places import HEIGHT, PLACES, WIDTH, place
from macros.pictures.shapes import Drawing, Shape, fill, line, path, rectangle

RUNGS = 7


def cover(slug: str, topics: Sequence[str], rungs: Iterable[int]) -> Drawing:
    """The cover for a webinar with these topics (ids, the main one first) and rungs (1 is the bottom)."""
    pick = Choices(slug)
    ground = pick.one(GROUNDS)
    cast = pick.shuffled(PEOPLE)
    name = pick.one(sorted(PLACES))
    flip = pick.yes()
    back = place(name, ground, cast, pick, flip)
    x = pick.number(208, 228)
    size = pick.number(98, 108) / 100
    front = hero(topics[0] if topics else "", pick.shuffled(PEOPLE), pick, WIDTH - x if flip else x, 334, size)
    return Drawing(WIDTH, HEIGHT, (*back, *front, *_rungs(frozenset(rungs), flip)))


def _rungs(covered: frozenset[int], right: bool) -> Iterable[Shape]:
    """A tab with a small ladder; the rungs that the webinar covers are the thick ones."""
    x = WIDTH - 38 if right else 38
    yield rectangle(x - 24, -20, 48, 192, fill("paper"), 14)
    yield path(f"M{x - 11} 14V156M{x + 11} 14V156", line("ink", 4))
    for number in range(1, RUNGS + 1):
        y = 25 + (RUNGS - number) * 20
        yield path(f"M{x - 11} {y}H{x + 11}", line("ink", 10 if number in covered else 2.5))
