"""Places where people do sport: the back of a cover, with its floor, its lines and those who play there.

A place fills a box of ``WIDTH`` by ``HEIGHT``. What happens in it happens in the right half, so that there
is room for something large at the left; a cover may turn a place round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.pictures.choices import Choices
from macros.pictures.people import person
from macros.pictures.shapes import (
    Shape,
    Shapes,
    arc,
    circle,
    ellipse,
    fill,
    line,
    path,
    placed,
    polyline,
    rectangle,
)
from macros.pictures.things import thing

WIDTH, HEIGHT = 640, 360

CHALK = line("chalk", 4)
WATER, GRASS = "sky-deep", "mint-deep"
"""Water and grass have their own colour; every other floor is the deeper shade of its ground."""

_Place = Callable[[str, list[str], Choices], Iterator[Shape]]
"""From the ground's colour, the colours of the people, and the choices of a cover."""


def _floor(deep: str, top: int) -> Shape:
    return rectangle(0, top, WIDTH, HEIGHT - top, fill(deep))


def _flight(x: float, y: float, to_x: float, to_y: float, height: float) -> Shapes:
    """The way of a ball through the air, as dots."""
    dots = []
    for i in range(1, 7):
        t = i / 7
        rise = 4 * height * t * (1 - t)
        dots.append(circle(x + (to_x - x) * t, y + (to_y - y) * t - rise, 3, fill("ink")))
    return tuple(dots)


def _waves(y: float, deep: str, shift: int) -> Shapes:
    """Water from ``y`` down to the edge, with a line along its waves."""
    top = f"M{-40 + shift} {y}" + "".join(
        f"Q{-20 + shift + i * 40} {y + (9 if i % 2 else -9)} {shift + i * 40} {y}" for i in range(18)
    )
    return (path(f"{top}V{HEIGHT}H-40Z", fill(deep)), path(top, CHALK))


def _pool(ground: str, cast: list[str], pick: Choices) -> Iterator[Shape]:
    first = pick.number(0, 2)
    yield from person(pick.one(("point", "talk", "chair", "stand")), cast[3], pick.number(560, 600), 206, 0.85, True)
    for lane, y in enumerate((212, 262, 312)):
        if lane != (first + 1) % 3:
            pose = "float" if lane == first else pick.one(("float", "hand-up", "cheer"))
            depth = 6 if pose == "float" else 48
            yield from person(pose, cast[lane], pick.number(430, 560), y + depth, 1.15, flip=lane == 1)
        yield from _waves(y, WATER, -pick.number(0, 30))
    yield path(f"M0 {HEIGHT}V256Q210 236 400 {HEIGHT}Z", fill("paper"))
    yield path("M0 256Q210 236 400 360", line("ink", 4))


def _track(ground: str, cast: list[str], pick: Choices) -> Iterator[Shape]:
    x, y = pick.number(560, 660), 620
    yield circle(x, y, 440, fill(f"{ground}-deep"))
    yield rectangle(0, 330, WIDTH, 30, fill(f"{ground}-deep"))
    for r in (440, 392, 344, 296):
        yield arc(x, y, r, 180, 360, CHALK)
    runner, other = pick.shuffled(("run", "chair-race"))
    yield from person(runner, cast[0], pick.number(535, 575), 192, 0.95)
    yield from person(other, cast[1], pick.number(420, 450), 258, 1.1)
    if pick.yes():
        yield from person("run", cast[2], pick.number(545, 585), 286, 1.2)


def _basketball(ground: str, cast: list[str], pick: Choices) -> Iterator[Shape]:
    top = pick.number(196, 226)
    yield _floor(f"{ground}-deep", top)
    yield ellipse(600, top + 56, 190, 40, CHALK)
    yield path(f"M0 {top + 14}H640M470 {top + 14}L430 360", CHALK)
    yield from thing("hoop", cast[3], 582, top + 66, 1.15)
    pose = pick.one(("chair-shoot", "shoot"))
    x, y = pick.number(412, 436), top + 92
    yield from _flight(x + 26, y - 132, 560, top - 92, 34)
    yield from person(pose, cast[0], x, y, 1.15)
    yield from thing("ball", cast[2], pick.number(478, 500), top - 118, 0.9)
    other = pick.one(("chair-hand-up", "cheer", "chair-push", "hand-up"))
    yield from person(other, cast[1], pick.number(540, 565), top + 122, 1.2, flip=pick.yes())


def _pitch(ground: str, cast: list[str], pick: Choices) -> Iterator[Shape]:
    top = pick.number(186, 216)
    yield _floor(GRASS, top)
    yield path(f"M0 {top + 12}H640M250 {top + 12}L90 360", CHALK)
    yield ellipse(190, top + 76, 120, 40, CHALK)
    yield from thing("goal", cast[3], 540, top + 44, 1.05)
    keeper = pick.one(("cheer", "chair-hand-up", "hand-up"))
    yield from person(keeper, cast[1], pick.number(540, 580), top + 46, 0.85, flip=True)
    x = pick.number(408, 430)
    yield from person("kick", cast[0], x, top + 116, 1.15)
    yield from thing("ball", "paper", x + 76, top + 112, 0.95)
    if pick.yes():
        yield from person(pick.one(("run", "chair-push")), cast[2], pick.number(552, 590), top + 142, 1.15)


def _boccia(ground: str, cast: list[str], pick: Choices) -> Iterator[Shape]:
    top = pick.number(180, 206)
    yield _floor(f"{ground}-deep", top)
    yield path(f"M250 {top + 16}L120 360M620 {top + 16}H250M470 {top + 16}L500 360M360 {top + 16}L310 360", CHALK)
    yield path(f"M190 {top + 70}H640", CHALK)
    yield circle(560, top + 128, 9, fill("paper"))
    for i in range(pick.number(4, 6)):
        x, y = pick.number(470, 610), pick.number(top + 92, 340)
        yield circle(x, y, 13, fill("blue" if i % 2 else "coral"))
    yield from person("chair-throw", cast[0], pick.number(408, 432), top + 104, 1.25)
    yield from _flight(474, top + 14, 530, top + 90, 46)
    yield from person(pick.one(("chair", "chair-hand-up", "cheer", "talk")), cast[1], 580, top + 62, 1, flip=True)


def _racket(x: float, y: float, flip: bool) -> Shapes:
    return placed((path("M0 0L10 -16", line("ink", 5)), circle(18, -30, 15, fill("paper")),
                   circle(18, -30, 15, line("ink", 4))), x, y, 1, flip)  # fmt: skip


def _net(ground: str, cast: list[str], pick: Choices) -> Iterator[Shape]:
    top = pick.number(186, 214)
    yield _floor(f"{ground}-deep", top)
    yield path(f"M300 {top + 20}H640M270 360L330 {top + 20}M300 {top + 84}H640", CHALK)
    yield from person("stroke", cast[1], 585, top + 62, 1, flip=True)
    yield from _racket(547, top, flip=True)
    left, right = 476, 520
    for i in range(7):
        yield path(f"M{left + i * 7} {top + 2 + i * 20}V{top + 62 + i * 18}", line("chalk", 3))
    yield polyline([(left - 6, top - 14), (right + 12, 360 - 20)], line("ink", 7))
    yield polyline([(left - 6, top - 14), (left - 6, top + 56)], line("ink", 6))
    x = pick.number(382, 398)
    sitting = pick.yes()
    yield from person("chair-talk" if sitting else "stroke", cast[0], x, top + 128, 1.2)
    yield from _racket(x + (40 if sitting else 46), top + 54, flip=False)
    yield circle(pick.number(470, 520), top - pick.number(50, 84), 9, fill(cast[2]))


def _wall(ground: str, cast: list[str], pick: Choices) -> Iterator[Shape]:
    deep = f"{ground}-deep"
    yield path("M390 360L420 -10H640V360Z", fill(deep))
    yield path("M420 0L390 360M480 0L560 120L520 250L590 360M560 120L640 90", CHALK)
    for i in range(16):
        column, row = i % 4, i // 4
        x, y = 432 + column * 54 + pick.number(-14, 14), 40 + row * 76 + pick.number(-18, 18)
        yield ellipse(x, y, pick.number(7, 12), pick.number(6, 9), fill(pick.one(("green", "gold", "coral", "blue"))))
    x, y = pick.number(455, 510), pick.number(150, 190)
    yield path(f"M{x} {y - 70}L{x + 30} -10", line("ink", 4))
    yield from person("climb", cast[0], x, y, 1.2)
    yield rectangle(0, 330, WIDTH, 30, fill(deep))
    yield path("M0 330H640", CHALK)
    yield from person(pick.one(("hand-up", "chair-hand-up", "point")), cast[1], pick.number(560, 600), 340, 1.15, True)


def _tree(x: float, y: float, r: float, colour: str) -> Shapes:
    return (
        path(f"M{x} {y}V{y - r * 1.6}M{x} {y - r * 0.9}L{x + r * 0.5} {y - r * 1.5}", line("ink", 6)),
        circle(x, y - r * 2, r, fill(colour)), circle(x + r * 0.7, y - r * 1.7, r * 0.6, fill(colour)),
    )  # fmt: skip


def _park(ground: str, cast: list[str], pick: Choices) -> Iterator[Shape]:
    yield circle(pick.number(420, 600), pick.number(52, 80), 34, fill("gold"))
    yield ellipse(pick.number(480, 560), 420, 330, 210, fill(GRASS))
    yield ellipse(pick.number(60, 160), 430, 320, 170, fill(GRASS))
    yield path("M640 262Q500 236 430 276Q360 316 250 360", line("chalk", 18))
    for i in range(pick.number(2, 3)):
        yield from _tree(pick.number(560, 610) - i * 74, 226 + i * 6, pick.number(24, 32), "green")
    first, second = pick.shuffled(("run", "chair-push", "walk"))[:2]
    yield from person(first, cast[0], pick.number(548, 590), 284, 1.05, flip=True)
    yield from person(second, cast[1], pick.number(430, 470), 326, 1.25, flip=True)


def _hall(ground: str, cast: list[str], pick: Choices) -> Iterator[Shape]:
    top = pick.number(222, 246)
    yield path("M0 26Q160 86 320 40Q480 -6 640 30", line("ink", 4))
    for i in range(12):
        x = 22 + i * 54
        y = 48 + (12 if i in (2, 3, 7, 8) else 0)
        yield path(f"M{x - 15} {y}H{x + 15}L{x} {y + 30}Z", fill(cast[i % 4]))
    yield _floor(f"{ground}-deep", top)
    boards = "".join(f"M{x} {top}L{int(x * 1.6 - 190)} 360" for x in range(60, 640, 74))
    yield path(f"M0 {top}H640{boards}", line("chalk", 3))
    poses = pick.shuffled(("dance", "balance", "chair-hand-up", "cheer", "chair-talk"))
    for i, (x, y) in enumerate(((428, top + 44), (560, top + 22), (506, top + 96))):
        yield from person(poses[i], cast[i], x + pick.number(-14, 14), y, 1.05 + i * 0.08, flip=pick.yes())


def _bowls(ground: str, cast: list[str], pick: Choices) -> Iterator[Shape]:
    yield ellipse(380, 330, 400, pick.number(96, 130), fill(GRASS))
    yield ellipse(380, 330, 330, 78, CHALK)
    yield from person(pick.one(("stand", "talk", "chair-talk", "hand-up")), cast[1], 578, 276, 1.05, flip=True)
    yield from person("bowl", cast[0], pick.number(420, 446), 318, 1.3)
    for i in range(pick.number(3, 5)):
        yield circle(pick.number(520, 620), pick.number(296, 344), 12, fill(cast[(i % 2) * 2 + 1]))
    yield circle(600, 318, 7, fill("paper"))


def _lake(ground: str, cast: list[str], pick: Choices) -> Iterator[Shape]:
    yield circle(pick.number(560, 600), 60, 30, fill("gold"))
    yield from _waves(196, WATER, 0)
    x, y = pick.number(470, 510), pick.number(246, 268)
    sail = cast[2]
    yield path(f"M{x + 6} {y - 26}V{y - 206}", line("ink", 6))
    yield path(f"M{x + 16} {y - 200}Q{x + 96} {y - 120} {x + 104} {y - 48}H{x + 16}Z", fill(sail))
    yield path(f"M{x - 6} {y - 170}Q{x - 52} {y - 110} {x - 64} {y - 52}H{x - 6}Z", fill("paper"))
    yield from person("sit-hand-up", cast[0], x - 34, y + 2, 0.85)
    yield from person("sit", cast[1], x + 58, y + 2, 0.85, flip=True)
    yield path(f"M{x - 100} {y - 28}H{x + 118}Q{x + 96} {y + 22} {x + 60} {y + 26}H{x - 60}Z", fill("ink"))
    yield from _waves(y + 6, WATER, -pick.number(0, 20))
    yield from _waves(318, WATER, -30)
    yield path(f"M0 {HEIGHT}V262Q190 232 380 {HEIGHT}Z", fill("paper"))
    yield path("M0 262Q190 232 380 360", line("ink", 4))


PLACES: dict[str, _Place] = {
    "basketball": _basketball,
    "boccia": _boccia,
    "bowls": _bowls,
    "hall": _hall,
    "lake": _lake,
    "net": _net,
    "park": _park,
    "pitch": _pitch,
    "pool": _pool,
    "track": _track,
    "wall": _wall,
}
"""Every place by its name."""


def place(name: str, ground: str, cast: list[str], pick: Choices, flip: bool) -> Shapes:
    """A place of ``PLACES``, with its ground; ``flip`` turns it round."""
    shapes = (rectangle(0, 0, WIDTH, HEIGHT, fill(ground)), *PLACES[name](ground, cast, pick))
    return placed(shapes, WIDTH, 0, 1, True) if flip else shapes
