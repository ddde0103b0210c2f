"""The pictures of pages: which there are, and which one a page shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath

from macros.pictures.people import person
from macros.pictures.shapes import Drawing, Shape, Shapes, circle, ellipse, fill
from macros.pictures.tab import rung_tab
from macros.pictures.things import thing

SIZE = 120
"""How high every picture is, in its own units; a wide one is twice as wide."""

TAB = 34
"""How much wider a picture with a label is."""

NOT_FOUND = "not-found"
NOTHING_FOUND = "nothing-found"
"""The pictures of the page for addresses that do not exist, and of a list without results."""


@dataclass(frozen=True)
class Part:
    """Somebody in a pose (``kind`` is person) or a thing, standing at (x, y)."""

    kind: str
    name: str
    colour: str
    x: float
    y: float
    size: float
    flip: bool

    @property
    def shapes(self) -> Shapes:
        """The part as it is drawn."""
        draw = person if self.kind == "person" else thing
        return draw(self.name, self.colour, self.x, self.y, self.size, self.flip)


@dataclass(frozen=True)
class Picture:
    """A picture by its name; ``shows`` says in a sentence what is to be seen."""

    name: str
    shows: str
    ground: str
    wide: bool
    parts: tuple[Part, ...]

    # Most pages of a folder have the same picture.
    @lru_cache(maxsize=512)  # noqa: B019 (pictures are few, and live as long as the site is built)
    def drawing(self, ground: str = "", label: tuple[int, ...] = ()) -> Drawing:
        """The picture; ``ground`` replaces its own, ``label`` are rungs that a tab beside it is marked with."""
        width = SIZE * 2 if self.wide else SIZE
        shapes = [*self._ground(ground or self.ground), *(shape for part in self.parts for shape in part.shapes)]
        if not label:
            return Drawing(width, SIZE, tuple(shapes))
        return Drawing(width + TAB, SIZE, (*shapes, *rung_tab(frozenset(label), width + TAB / 2, 0.66)))

    def _ground(self, colour: str) -> Iterator[Shape]:
        """A circle behind a small picture; a hill with two circles behind a wide one."""
        if not self.wide:
            yield circle(60, 62, 56, fill(colour))
            return
        yield circle(84, 62, 56, fill(colour))
        yield circle(156, 62, 56, fill(colour))
        yield ellipse(120, 110, 118, 9, fill(f"{colour}-deep"))


@dataclass(frozen=True)
class PictureBook:
    """All pictures, and those of pages: by path, by folder (nearest first), and the rungs of stories."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, str] = field(default_factory=dict)
    rungs: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """For a page about something on a rung: the rung's number, and the ground that its band has."""

    def for_page(self, path: str) -> Drawing | None:
        """How a page by its path inside docs/ shows its picture; None if none was chosen for its folders."""
        picture = self.picture_of(path)
        if picture is None:
            return None
        number, ground = self.rungs.get(path, (0, ""))
        return picture.drawing(ground, (number,) if number else ())

    def picture_of(self, path: str) -> Picture | None:
        """The picture that a page or the nearest of its folders has, as it is for all of them."""
        name = self.pages.get(path) or next(
            (self.folders[str(folder)] for folder in PurePosixPath(path).parents if str(folder) in self.folders), None
        )
        return None if name is None else self.pictures[name]
