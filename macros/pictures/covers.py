"""A webinar's cover: a place of sport, in front of it what the webinar is about, and the rungs it covers.

All of it follows from the webinar's slug, topics and rungs, so a cover stays as it is however many others
there are, and a new webinar has one without anybody drawing it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from macros.pictures.choices import Choices
from macros.pictures.heroes import hero
from macros.pictures.palette import GROUNDS, PEOPLE
from macros.pictures.places import HEIGHT, PLACES, WIDTH, place
from macros.pictures.shapes import Drawing
from macros.pictures.tab import rung_tab

TAB = 0.85
"""The size of the tab: so nobody's head is behind it."""


def cover(slug: str, topics: Sequence[str], rungs: Iterable[int]) -> Drawing:
    """The cover for a webinar with these topics (ids, the main one first) and rungs (1 is the bottom)."""
    return _cover(slug, tuple(topics), frozenset(rungs))


# A webinar shows its cover in several places, one after the other.
@lru_cache(maxsize=4)
def _cover(slug: str, topics: tuple[str, ...], rungs: frozenset[int]) -> Drawing:
    pick = Choices(slug)
    ground = pick.one(GROUNDS)
    cast = pick.shuffled(PEOPLE)
    name = pick.one(sorted(PLACES))
    flip = pick.yes()
    back = place(name, ground, cast, pick, flip)
    x = pick.number(219, 232)
    size = pick.number(98, 108) / 100
    front = hero(topics[0] if topics else "", pick.shuffled(PEOPLE), pick, WIDTH - x if flip else x, 334, size)
    return Drawing(WIDTH, HEIGHT, (*back, *front, *rung_tab(rungs, WIDTH - 36 if flip else 36, TAB)))
