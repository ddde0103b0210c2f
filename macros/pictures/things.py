"""Things that people use in sport and at a table, each as a function of one colour.

A thing stands at the origin and is about 80 units high, next to somebody who is 100. ``THINGS`` holds each
under the name that data uses.
"""

from __future__ import annotations

from collections.abc import Callable

from macros.pictures.shapes import (
    Shapes,
    arc,
    circle,
    ellipse,
    fill,
    line,
    path,
    placed,
    rectangle,
)

EDGE = 5.0
"""How thick the line around a thing is."""

_INK = line("ink", EDGE)


def _on(colour: str) -> str:
    """The colour of a sign on this one: gold is too light for a pale sign."""
    return "ink" if colour == "gold" else "paper"


def _sheet(colour: str) -> Shapes:
    """A sheet with nothing on it yet."""
    return (
        path("M30 -66V-3Q30 0 27 0H-27Q-30 0 -30 -3V-81Q-30 -84 -27 -84H12Z", fill("paper")),
        path("M30 -66V-3Q30 0 27 0H-27Q-30 0 -30 -3V-81Q-30 -84 -27 -84H12ZM12 -84V-66H30", _INK),
    )


def _text_sheet(colour: str) -> Shapes:
    """A sheet with words and a picture on it."""
    return (
        *_sheet(colour),
        circle(-8, -58, 10, fill(colour)),
        path("M-17 -38H17M-17 -25H17M-17 -12H6", line("ink", 5)),
    )


def _easel(colour: str) -> Shapes:
    """A large empty sheet on a stand."""
    return (
        path("M-34 0L-14 -110M34 0L14 -110M0 -20V-110", line("ink", 6)),
        rectangle(-52, -132, 104, 96, fill("paper"), 4),
        rectangle(-52, -132, 104, 96, _INK, 4),
        path("M-52 -36H52", line(colour, 8)),
    )


def _pencil(colour: str) -> Shapes:
    return (
        path("M-9 -84H9V-22L0 0L-9 -22Z", fill(colour)),
        path("M-9 -22L0 0L9 -22Z", fill("paper")),
        path("M-9 -84H9V-22L0 0L-9 -22ZM-9 -70H9M-9 -22H9", line("ink", 4)),
        circle(0, -3, 3, fill("ink")),
    )


def _coin(colour: str) -> Shapes:
    """A pound coin."""
    return (
        circle(0, -36, 36, fill(colour)),
        circle(0, -36, 36, _INK),
        path("M14 -50Q8 -60 -2 -58Q-11 -55 -9 -42Q-7 -28 -15 -18H16M-15 -37H7", line("ink", 7)),
    )


def _coins(colour: str) -> Shapes:
    """A pile of coins with one that stands on it."""
    pile = [s for i in range(3) for s in _disc(0, -6 - i * 12, colour)]
    return (*pile, *placed(_coin(colour), 0, -40, 0.7))


def _disc(x: float, y: float, colour: str) -> Shapes:
    body = f"M{x - 34} {y - 6}V{y}Q{x - 34} {y + 8} {x} {y + 8}Q{x + 34} {y + 8} {x + 34} {y}V{y - 6}Z"
    return (path(body, fill(colour)), path(body, line("ink", 4)), ellipse(x, y - 6, 34, 7, fill(colour)),
            ellipse(x, y - 6, 34, 7, line("ink", 4)))  # fmt: skip


def _key(colour: str) -> Shapes:
    return (
        circle(0, -64, 18, line(colour, 13)),
        path("M0 -45V0M0 -4H17M0 -22H13", line(colour, 12)),
    )


def _tick(colour: str) -> Shapes:
    return (circle(0, -40, 40, fill(colour)), path("M-19 -39L-5 -25L20 -55", line(_on(colour), 11)))


def _cross(colour: str) -> Shapes:
    return (circle(0, -40, 40, fill(colour)), path("M-15 -55L15 -25M15 -55L-15 -25", line(_on(colour), 11)))


def _question(colour: str) -> Shapes:
    return (
        circle(0, -40, 40, fill(colour)),
        path("M-13 -50Q-12 -64 1 -64Q15 -63 14 -50Q13 -42 1 -36V-31", line(_on(colour), 9)),
        circle(1, -17, 5.5, fill(_on(colour))),
    )


def _loop(colour: str) -> Shapes:
    """An arrow that comes round to where it began."""
    return (arc(0, -40, 34, -60, 230, line(colour, 12)), path("M-40 -74L-22 -68L-28 -50", line(colour, 11)))


def bubble(width: float, height: float, left: bool = True) -> Shapes:
    """An empty speech bubble whose tip is at the origin, below its left or right half."""
    side = -1 if left else 1
    x = -width / 2 - side * width * 0.2
    right, top, bottom = x + width, -height - 22, -22
    r = min(18.0, height / 2)
    tip_from, tip_to = (0 - side * 6, 0 - side * 26)
    low, high = min(tip_from, tip_to), max(tip_from, tip_to)
    outline = (
        f"M{x + r} {top}H{right - r}Q{right} {top} {right} {top + r}V{bottom - r}Q{right} {bottom} {right - r} {bottom}"
        f"H{high}L0 0L{low} {bottom}H{x + r}Q{x} {bottom} {x} {bottom - r}V{top + r}Q{x} {top} {x + r} {top}Z"
    )
    return (path(outline, fill("paper")), path(outline, _INK))


def _speech(colour: str) -> Shapes:
    """Something said: lines in a bubble."""
    return (*bubble(84, 56), path("M-8 -60H34M-8 -42H22", line(colour, 8)))


def _speech_question(colour: str) -> Shapes:
    return (*bubble(72, 62), *placed(_question(colour), 14, -26, 0.62))


def _speech_no(colour: str) -> Shapes:
    return (*bubble(72, 62), *placed(_cross(colour), 14, -28, 0.6))


def _speech_yes(colour: str) -> Shapes:
    return (*bubble(72, 62), *placed(_tick(colour), 14, -28, 0.6))


def _ballot(colour: str) -> Shapes:
    """A box with a paper that goes in."""
    return (
        path("M-18 -96H18V-54H-18Z", fill("paper")),
        path("M-18 -54V-96H18V-54M-8 -80L-2 -73L10 -87", line("ink", 5)),
        rectangle(-42, -56, 84, 56, fill(colour), 5),
        path("M-24 -56H24", line("ink", 8)),
        rectangle(-42, -56, 84, 56, _INK, 5),
    )


def _mask(colour: str) -> Shapes:
    """A face on a stick: one half smiles, the other is only paint."""
    return (
        path("M0 -40V0", line("ink", 8)),
        circle(0, -70, 44, fill("gold")),
        path("M0 -114C58.7 -114 58.7 -26 0 -26Z", fill(colour)),
        circle(-15, -78, 5.5, fill("ink")),
        circle(15, -78, 5.5, fill("paper")),
        path("M-22 -60Q0 -38 22 -60", line("ink", 6)),
        path("M0 -114V-104M0 -96V-86M0 -78V-68M0 -36V-27", line("paper", 4)),
    )


def _ball(colour: str) -> Shapes:
    """A ball with a seam."""
    return (circle(0, -16, 16, fill(colour)), path("M-16 -16Q0 -7 16 -16M0 -32Q-10 -16 0 0", line("ink", 3)))


def _whistle(colour: str) -> Shapes:
    return (
        path("M-6 -58H46V-40H18Q22 -6 -12 -6Q-38 -8 -38 -32Q-36 -58 -6 -58Z", fill(colour)),
        path("M-6 -58H46V-40H18Q22 -6 -12 -6Q-38 -8 -38 -32Q-36 -58 -6 -58Z", _INK),
        circle(-11, -31, 10, fill("ink")),
        path("M14 -72V-82M-6 -72L-10 -82M34 -72L38 -82", line("ink", 4)),
    )


def _megaphone(colour: str) -> Shapes:
    return (
        path("M-34 -52H-18L24 -78V-14L-18 -36H-34Z", fill(colour)),
        path("M-34 -52H-18L24 -78V-14L-18 -36H-34ZM-20 -36L-14 -8H-4L-8 -30", _INK),
        path("M36 -58L50 -66M38 -45H54M36 -32L50 -24", line("ink", 5)),
    )


def _clipboard(colour: str) -> Shapes:
    """A list with ticks."""
    return (
        rectangle(-34, -88, 68, 88, fill(colour), 6),
        rectangle(-26, -78, 52, 70, fill("paper"), 3),
        path("M-18 -60L-13 -55L-5 -65M-18 -41L-13 -36L-5 -46M-18 -22L-13 -17L-5 -27", line(colour, 5)),
        path("M5 -59H17M5 -40H17M5 -21H17", line("ink", 5)),
        rectangle(-14, -96, 28, 16, fill("ink"), 4),
        rectangle(-34, -88, 68, 88, _INK, 6),
    )


def _magnifier(colour: str) -> Shapes:
    return (
        path("M18 -26L38 -4", line("ink", 12)),
        circle(-4, -52, 28, fill("paper")),
        circle(-4, -52, 28, line("ink", 7)),
        path("M-17 -52L-8 -42L8 -62", line(colour, 8)),
    )


def _ladder(colour: str) -> Shapes:
    """Seven rungs in the colours of the three bands."""
    bands = ["rose-deep"] * 2 + ["sand-deep"] * 3 + ["mint-deep"] * 2
    rungs = [path(f"M-24 {-12 - i * 15.5}H24", line("ink", 10)) for i in range(7)]
    planks = [path(f"M-24 {-12 - i * 15.5}H24", line(bands[i], 6)) for i in range(7)]
    return (*rungs, *planks, path("M-27 0V-122M27 0V-122", line("ink", 7)))


def _table(colour: str) -> Shapes:
    """A round table with an empty sheet on it."""
    return (
        path("M0 -34V-4M-28 -2H28", line("ink", 7)),
        ellipse(0, -40, 84, 22, fill("paper")),
        ellipse(0, -40, 84, 22, _INK),
        path("M-20 -48H14L24 -34H-16Z", fill(colour)),
    )


def _door_open(colour: str) -> Shapes:
    return (
        rectangle(-30, -108, 60, 108, fill("ink"), 3),
        rectangle(-24, -102, 48, 102, fill("paper")),
        path("M-24 -102L-58 -88V14L-24 0Z", fill(colour)),
        path("M-24 -102L-58 -88V14L-24 0Z", _INK),
        circle(-50, -38, 4.5, fill("ink")),
    )


def _door_closed(colour: str) -> Shapes:
    return (
        rectangle(-30, -108, 60, 108, fill(colour), 3),
        rectangle(-30, -108, 60, 108, line("ink", 7), 3),
        circle(17, -50, 5.5, fill("ink")),
    )


def _ramp(colour: str) -> Shapes:
    """A slope up to a landing, 240 units long."""
    return (path("M-150 0L40 -52H110V0Z", fill(colour)), path("M-150 0L40 -52H110V0Z", line("ink", 6)))


def _steps(colour: str) -> Shapes:
    outline = "M-48 0V-20H-16V-40H16V-60H48V0Z"
    return (path(outline, fill(colour)), path(outline, _INK))


def _hoop(colour: str) -> Shapes:
    """A basketball hoop on a post; the ring is at the left."""
    return (
        path("M34 0V-150H14", line("ink", 8)),
        rectangle(8, -186, 8, 62, fill("ink"), 3),
        path("M-42 -134L-34 -98M-28 -134L-24 -98M-14 -134L-16 -98M0 -134L-8 -98M-39 -116H-4M-35 -100H-8",
             line("chalk", 3)),
        path("M-44 -136H8", line(colour, 8)),
    )  # fmt: skip


def _goal(colour: str) -> Shapes:
    """A goal with its net, open to the left."""
    ropes = "".join(f"M{-20 + i * 20} -88L{-6 + i * 20} 0" for i in range(6))
    ropes += "".join(f"M-30 {-y}H{106}" for y in (20, 40, 60, 80))
    return (path(ropes, line("chalk", 3)), path("M-34 0V-96H92L110 0", line("ink", 7)))


THINGS: dict[str, Callable[[str], Shapes]] = {
    "ball": _ball,
    "ballot": _ballot,
    "clipboard": _clipboard,
    "coin": _coin,
    "coins": _coins,
    "cross": _cross,
    "door-closed": _door_closed,
    "door-open": _door_open,
    "easel": _easel,
    "goal": _goal,
    "hoop": _hoop,
    "key": _key,
    "ladder": _ladder,
    "loop": _loop,
    "magnifier": _magnifier,
    "mask": _mask,
    "megaphone": _megaphone,
    "pencil": _pencil,
    "question": _question,
    "ramp": _ramp,
    "sheet": _sheet,
    "speech": _speech,
    "speech-no": _speech_no,
    "speech-question": _speech_question,
    "speech-yes": _speech_yes,
    "steps": _steps,
    "table": _table,
    "text-sheet": _text_sheet,
    "tick": _tick,
    "whistle": _whistle,
}
"""Every thing by its name."""


def thing(name: str, colour: str, x: float = 0, y: float = 0, size: float = 1, flip: bool = False) -> Shapes:
    """A thing of ``THINGS`` that stands at (x, y)."""
    return placed(THINGS[name](colour), x, y, size, flip)
