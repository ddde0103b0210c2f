"""The ladder as a poster: one sheet to print, from the same scenes and words as the page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

import segno

from macros.model import Rung
from macros.pictures.people import mark, person
from macros.pictures.rungs import HEIGHT as SCENE_HEIGHT
from macros.pictures.rungs import WIDTH as SCENE_WIDTH
from macros.pictures.rungs import rung_scene, rung_text
from macros.pictures.shapes import (
    Drawing,
    Shape,
    Words,
    circle,
    fill,
    line,
    path,
    placed,
    rectangle,
)
from macros.pictures.things import thing
from macros.reading.interface_fields import PosterWords

WIDTH, HEIGHT = 210, 297
"""Of the sheet, in millimetres of A4; A3 is the same sheet, larger."""

SHEETS = {"a4": 210.0, "a3": 297.0}
"""The sizes that the poster is published in, and how wide each is in millimetres."""

POSTERS = "understand/the-ladder/"
"""The folder of the site that holds the poster's files: the ladder's own page."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 17.0, 193.0, 55.0, 265.0
_RAIL = 4.5
_GROUNDS = {"doing-with": "mint", "doing-for": "sand", "doing-to": "rose"}
_LETTERS_A_LINE = 50


def ladder_poster(rungs: Sequence[Rung], address: str, site_name: str, said: PosterWords) -> Drawing:
    """The poster of the rungs (in order from the bottom), with ``address`` as words and as a QR code.

    Where the site has no public address, it is empty, and the poster has neither.
    """
    shapes: list[Shape] = [rectangle(0, 0, WIDTH, HEIGHT, fill("paper"))]
    words: list[Shape] = [
        Words(_LEFT - 2, 28, 20, said.title, fill("ink"), bold=True),
        *(Words(_LEFT - 2, 36.5 + i * 6.4, 5.2, text, fill("ink")) for i, text in enumerate(said.lead)),
    ]
    height = (_BOTTOM - _TOP) / len(rungs)
    for index, rung in enumerate(reversed(rungs)):
        top = _TOP + index * height
        shapes += _plank(rung, top, height)
        words += _label(rung, top)
    shapes += _rails()
    shapes += _players()
    shapes += _code(address) if address else ()
    words += [Words(_LEFT - 2, 274 + i * 4.7, 3.5, text, fill("ink")) for i, text in enumerate(said.notes)]
    where = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    credit = said.credit.format(site=site_name, address=where).rstrip(": ")
    words.append(Words(_LEFT - 2, 274 + len(said.notes) * 4.7, 3.5, credit, fill("ink")))
    return Drawing(WIDTH, HEIGHT, (*shapes, *words))


def poster_text(rungs: Sequence[Rung], said: PosterWords, scenes: Mapping[str, str]) -> str:
    """What the poster shows, for those who do not see it."""
    shown = " ".join(f"{rung.name}: {rung_text(rung, scenes)}" for rung in reversed(rungs))
    return said.shows.format(count=len(rungs), scenes=shown)


def _plank(rung: Rung, top: float, height: float) -> Iterator[Shape]:
    """The ground of a rung, its plank with the edge of its band, and the scene that stands on it."""
    ground = _GROUNDS[rung.band.id]
    floor = top + height - 2.6
    yield rectangle(_LEFT, top + 0.9, _RIGHT - _LEFT, height - 0.9, fill(ground))
    scale = 72 / SCENE_WIDTH
    yield from placed(rung_scene(rung).shapes, _RIGHT - 76, floor - SCENE_HEIGHT * scale, scale)
    if rung.band.id == "doing-with":
        yield rectangle(_LEFT, floor, _RIGHT - _LEFT, 2.6, fill(f"{ground}-edge"))
        return
    # Dashed for doing for, dotted for doing to: bands can be told apart without their colour.
    yield rectangle(_LEFT, floor, _RIGHT - _LEFT, 2.6, fill("paper"))
    count = 24 if rung.band.id == "doing-for" else 40
    step = (_RIGHT - _LEFT) / count
    for i in range(count):
        x = _LEFT + i * step
        if rung.band.id == "doing-for":
            yield rectangle(x + step * 0.2, floor, step * 0.6, 2.6, fill(f"{ground}-edge"))
        else:
            yield circle(x + step / 2, floor + 1.3, 1.3, fill(f"{ground}-edge"))


def _label(rung: Rung, top: float) -> Iterator[Shape]:
    x = _LEFT + _RAIL + 2
    yield Words(x, top + 8.4, 6.8, rung.name, fill("ink"), bold=True)
    yield Words(x, top + 12.8, 3.7, rung.band.name, fill("ink"))
    for index, text in enumerate(textwrap.wrap(rung.meaning, _LETTERS_A_LINE)):
        yield Words(x, top + 17.4 + index * 4.4, 3.7, text, fill("ink"))


def _rails() -> Iterator[Shape]:
    for x in (_LEFT, _RIGHT):
        yield path(f"M{x} {_TOP - 5}V{_BOTTOM + 3}", line("ink", _RAIL))


def _players() -> Iterator[Shape]:
    """Above the ladder: what it is all for."""
    yield from placed(mark(0, 0, 12, "mint-deep", "sand-deep", "paper"), 158, 29)
    yield from person("chair-shoot", "coral", 141, _TOP - 4, 0.27)
    yield from thing("ball", "gold", 148, 20, 0.28)
    yield from person("dance", "green", 160, _TOP - 4, 0.27)
    yield from person("run", "blue", 178, _TOP - 4, 0.27, flip=True)
    yield path(f"M128 {_TOP - 3.3}H{_RIGHT}", line("ink", 1.4))


def _code(address: str) -> Iterator[Shape]:
    """A QR code that leads to the address; its quiet zone is the paper around it."""
    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
    side = 20.0 / len(rows)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                yield rectangle(_RIGHT - 18 + x * side, 271.5 + y * side, side, side, fill("ink"))
