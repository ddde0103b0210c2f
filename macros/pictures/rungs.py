"""A scene for each rung of the ladder: the less power people have, the smaller they stand beside the staff.

*Doing to* is one large figure above small ones, *doing for* one who faces a row, *doing with* people of one
size who do a thing together. A scene stands on its rung: its people have their feet at the bottom edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from macros.model import Rung
from macros.pictures.people import person, round_table
from macros.pictures.shapes import Drawing, Shape, circle, line, path, placed
from macros.pictures.things import thing

WIDTH, HEIGHT = 320, 116
_FLOOR = HEIGHT
STAFF = "blue"
"""The colour of the organisation's staff in every scene of the ladder."""


def _coercion() -> Iterator[Shape]:
    yield from person("point", STAFF, 52, _FLOOR, 1.05)
    yield path("M112 116V80M296 116V80M112 90H296", line("ink", 4))
    for i, (colour, pose) in enumerate((("gold", "walk"), ("coral", "chair"), ("green", "walk"))):
        yield from person(pose, colour, 148 + i * 54, _FLOOR, 0.45)


def _educating() -> Iterator[Shape]:
    yield from thing("easel", "coral", 50, _FLOOR, 0.84)
    yield path("M24 30H76M24 44H76M24 58H58", line("ink", 4))
    yield from person("point", STAFF, 118, _FLOOR, 1.05, flip=True)
    for i, (colour, pose) in enumerate((("gold", "sit"), ("green", "chair"), ("coral", "sit"))):
        yield from person(pose, colour, 190 + i * 50, _FLOOR, 0.45, flip=True)


def _informing() -> Iterator[Shape]:
    yield from person("point", STAFF, 44, _FLOOR, 0.9)
    yield from thing("megaphone", "coral", 104, 74, 0.68)
    for i, (colour, pose) in enumerate((("gold", "stand"), ("coral", "chair"), ("green", "arms-folded"))):
        yield from person(pose, colour, 182 + i * 54, _FLOOR, 0.58, flip=True)


def _consultation() -> Iterator[Shape]:
    yield from person("carry", STAFF, 44, _FLOOR, 0.9)
    yield from thing("clipboard", "coral", 84, 94, 0.6)
    for i, (colour, pose) in enumerate((("gold", "talk"), ("green", "chair-talk"), ("coral", "talk"))):
        yield from person(pose, colour, 152 + i * 66, _FLOOR, 0.7, flip=True)
    for i, (name, colour) in enumerate((("speech-yes", "green"), ("speech-question", "blue"), ("speech-no", "coral"))):
        yield from thing(name, colour, 146 + i * 66, 42, 0.42)


def _engagement() -> Iterator[Shape]:
    yield from person("talk", STAFF, 60, _FLOOR, 0.9)
    yield from thing("key", "gold", 26, 92, 0.6)
    for i, (colour, pose) in enumerate((("green", "chair-talk"), ("coral", "talk"), ("gold", "hand-up"))):
        yield from person(pose, colour, 152 + i * 62, _FLOOR, 0.7, flip=True)
    yield from thing("speech", STAFF, 84, 36, 0.42)
    yield from thing("speech", "green", 138, 44, 0.42)


def _codesign() -> Iterator[Shape]:
    yield from thing("easel", "green", 160, _FLOOR, 0.84)
    yield circle(146, 42, 15, line("blue", 5))
    yield circle(168, 42, 15, line("coral", 5))
    yield path("M134 64H176", line("ink", 4))
    yield from person("chair-talk", "gold", 92, _FLOOR, 0.8)
    yield from person("point", "coral", 36, _FLOOR, 0.8)
    yield from person("talk", STAFF, 226, _FLOOR, 0.8, flip=True)
    yield from person("hand-up", "green", 284, _FLOOR, 0.8, flip=True)


def _coproduction() -> Iterator[Shape]:
    yield from placed(
        tuple(round_table(["green", STAFF, "coral", "gold", STAFF, "green"], frozenset((0, 4)))), 112, 108, 0.6
    )
    yield from person("chair-shoot", "coral", 226, _FLOOR, 0.8)
    yield from thing("ball", "gold", 245, 26, 0.72)
    yield from person("cheer", "green", 288, _FLOOR, 0.8)


_SCENES: dict[str, Callable[[], Iterator[Shape]]] = {
    "coercion": _coercion,
    "educating": _educating,
    "informing": _informing,
    "consultation": _consultation,
    "engagement": _engagement,
    "co-design": _codesign,
    "co-production": _coproduction,
}


def rung_scene(rung: Rung) -> Drawing:
    """The scene of a rung; one that we do not know is drawn by its band."""
    return Drawing(WIDTH, HEIGHT, tuple(_SCENES[_scene(rung)]()))


def rung_text(rung: Rung, scenes: Mapping[str, str]) -> str:
    """What the scene of a rung shows, for those who do not see it: ``scenes`` says it for each (words.ladder)."""
    return scenes[_scene(rung)]


def _scene(rung: Rung) -> str:
    by_band = {"doing-to": "coercion", "doing-for": "consultation", "doing-with": "co-production"}
    return rung.id if rung.id in _SCENES else by_band[rung.band.id]
