"""What a cover is about: for each topic people who do it, about 280 units wide, standing at the origin."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.pictures.choices import Choices
from macros.pictures.people import mark, person, round_table
from macros.pictures.shapes import Shape, Shapes, circle, fill, line, path, placed, rectangle
from macros.pictures.things import thing

_Hero = Callable[[list[str], Choices], Iterator[Shape]]

_LISTENING = ("chair", "chair-talk", "stand", "talk", "hand-up", "chair-hand-up")


def _basics(cast: list[str], pick: Choices) -> Iterator[Shape]:
    yield from mark(0, -136, 104, cast[0], cast[1], "paper")
    left, right = pick.shuffled(("carry", "chair-talk"))
    yield from person(left, cast[2], -66, 0, 1.5)
    yield from person(right, cast[3], 66, 0, 1.5, flip=True)
    yield from thing("ball", cast[2], 0, -76, 1.15)


def _ladder(cast: list[str], pick: Choices) -> Iterator[Shape]:
    x = pick.number(-14, 14)
    yield from thing("ladder", "ink", x, 0, 2.35)
    yield from person("climb", cast[0], x - 8, -pick.number(92, 150), 1.2)
    yield from person(pick.one(("point", "hand-up", "talk")), cast[1], x - 112, 0, 1.4)
    yield from person(pick.one(("chair-hand-up", "chair-talk", "chair")), cast[2], x + 116, 0, 1.4, flip=True)


def _faux(cast: list[str], pick: Choices) -> Iterator[Shape]:
    x = pick.number(-46, -26)
    yield from person("stand", cast[0], x, 0, 1.5)
    yield from thing("mask", cast[0], x + 4, -34, 1.75)
    yield from person(pick.one(("arms-folded", "point", "talk")), cast[1], x + 128, 0, 1.35, flip=True)
    if pick.yes():
        yield from person("chair", cast[2], x - 118, 0, 1.3)


def _starting(cast: list[str], pick: Choices) -> Iterator[Shape]:
    yield from thing("easel", cast[3], 0, -10, 1.65)
    left = pick.one(("chair-talk", "chair-hand-up", "sit-hand-up"))
    right = pick.one(("point", "hand-up", "talk"))
    yield from person(left, cast[0], -104, 0, 1.45)
    yield from person(right, cast[1], 106, 0, 1.45, flip=True)
    yield from thing("pencil", "gold" if cast[3] != "gold" else "coral", pick.number(-20, 34), -92, 0.8)


def _access(cast: list[str], pick: Choices) -> Iterator[Shape]:
    yield from thing("door-open", cast[3], 62, -60, 1.5)
    yield from thing("ramp", "paper", -20, 0, 1.2)
    yield from person("chair-push", cast[0], pick.number(-102, -70), -42, 1.3)
    yield from person(pick.one(("hand-up", "stand", "point")), cast[1], 116, -62, 1.1, flip=True)


def _people(cast: list[str], pick: Choices) -> Iterator[Shape]:
    count = pick.number(6, 8)
    wheels = frozenset(pick.shuffled(range(count))[:2])
    crowd = [cast[i % 4] for i in range(count)]
    yield from placed(tuple(round_table(crowd, wheels)), 0, 0, 1.05)


def _power(cast: list[str], pick: Choices) -> Iterator[Shape]:
    left, right = pick.shuffled(("carry", "chair-talk"))
    yield from person(left, cast[0], -112, 0, 1.5)
    yield from person(right, cast[1], 112, 0, 1.5, flip=True)
    yield circle(-40, -88, 34, line(cast[3], 22))
    yield path("M-6 -88H104M98 -84V-52M68 -84V-60", line(cast[3], 20))
    if pick.yes():
        yield from person("hand-up", cast[2], 20, -8, 1.1)


def _money(cast: list[str], pick: Choices) -> Iterator[Shape]:
    yield from thing("coins", "gold", 0, 0, 1.5)
    yield from person(pick.one(("carry", "talk")), cast[0], -110, 0, 1.5)
    yield from person(pick.one(("chair-talk", "chair-hand-up", "talk")), cast[1], 112, 0, 1.5, flip=True)
    yield from thing("coin", "gold", pick.number(-36, 40), -176, 0.8)


def _delivery(cast: list[str], pick: Choices) -> Iterator[Shape]:
    yield from person("carry", cast[0], -118, 0, 1.5)
    yield from person(pick.one(("carry", "chair-talk")), cast[1], 120, 0, 1.5, flip=True)
    yield rectangle(-92, -90, 184, 20, fill("gold"), 6)
    yield rectangle(-92, -90, 184, 20, line("ink", 5), 6)
    yield path("M-64 -70L-70 -36M64 -70L70 -36", line("ink", 7))
    yield from thing("whistle", cast[3], pick.number(-26, 26), -118, 1)


def _evaluation(cast: list[str], pick: Choices) -> Iterator[Shape]:
    yield from thing("clipboard", cast[3], 0, -14, 2.1)
    yield from person(pick.one(("point", "talk", "hand-up")), cast[0], -116, 0, 1.45)
    yield from person(pick.one(("chair-hand-up", "chair-talk")), cast[1], 120, 0, 1.4, flip=True)
    if pick.yes():
        yield from thing("magnifier", cast[2], 62, -128, 0.95)


def _consultation(cast: list[str], pick: Choices) -> Iterator[Shape]:
    says = pick.shuffled(("speech-yes", "speech-no", "speech-question", "speech"))
    yield from person(pick.one(_LISTENING), cast[0], -112, 0, 1.35)
    yield from person(pick.one(_LISTENING), cast[1], 112, 0, 1.35, flip=True)
    yield from thing("ballot", cast[3], 0, 0, 1.35)
    yield from thing(says[0], cast[0], -84, -150, 0.95)
    yield from thing(says[1], cast[1], 64, -158, 0.95)


HEROES: dict[str, _Hero] = {
    "access": _access,
    "basics": _basics,
    "consultation": _consultation,
    "delivery": _delivery,
    "evaluation": _evaluation,
    "faux": _faux,
    "ladder": _ladder,
    "money": _money,
    "people": _people,
    "power": _power,
    "starting": _starting,
}
"""By the topic's id in webinars/topics.yml."""


_LARGER = {"access": 1.08, "consultation": 1.15, "delivery": 1.15, "evaluation": 1.1, "money": 1.15, "power": 1.15}
"""How much larger than drawn a topic's people are, so that they fill their half of the cover."""


def hero(topic: str, cast: list[str], pick: Choices, x: float, y: float, size: float) -> Shapes:
    """The people of a topic at (x, y); a topic that has none of its own sits round a table."""
    return placed(tuple(HEROES.get(topic, _people)(cast, pick)), x, y, size * _LARGER.get(topic, 1))
