"""Things that people use in sport and at a table, each as a function of one colour.

A thing stands at the origin and is about 80 units high, next to somebody who is 100. ``THINGS`` holds each
under the name that data uses.
"""

from __future__ import annotations

from collections.abc import Callable

from macros.pictures.people import round_table
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
    return "sign" if colour == "gold" else "paper"


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
        path("M14 -50Q8 -60 -2 -58Q-11 -55 -9 -42Q-7 -28 -15 -18H16M-15 -37H7", line(_on(colour), 7)),
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
        circle(-15, -78, 5.5, fill("sign")),
        circle(15, -78, 5.5, fill("paper")),
        path("M-22 -60Q0 -38 22 -60", line("sign", 6)),
        path("M0 -114V-104M0 -96V-86M0 -78V-68M0 -36V-27", line("paper", 4)),
    )


def _ball(colour: str) -> Shapes:
    """A ball with a seam."""
    return (
        circle(0, -16, 16, fill(colour)),
        path("M-16 -16Q0 -7 16 -16M0 -32Q-10 -16 0 0", line("ink" if colour == "paper" else "sign", 3)),
    )


def _whistle(colour: str) -> Shapes:
    return (
        path("M-6 -58H46V-40H18Q22 -6 -12 -6Q-38 -8 -38 -32Q-36 -58 -6 -58Z", fill(colour)),
        path("M-6 -58H46V-40H18Q22 -6 -12 -6Q-38 -8 -38 -32Q-36 -58 -6 -58Z", _INK),
        circle(-11, -31, 10, fill("sign")),
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
    bands = ["rose-edge"] * 2 + ["sand-edge"] * 3 + ["mint-edge"] * 2
    rungs = [path(f"M-24 {-12 - i * 15.5}H24", line(bands[i], 7)) for i in range(7)]
    return (*rungs, path("M-27 0V-122M27 0V-122", line("ink", 7)))


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
        circle(-50, -38, 4.5, fill("sign")),
    )


def _door_closed(colour: str) -> Shapes:
    return (
        rectangle(-30, -108, 60, 108, fill(colour), 3),
        rectangle(-30, -108, 60, 108, line("ink", 7), 3),
        circle(17, -50, 5.5, fill("sign")),
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


def _clock(colour: str) -> Shapes:
    return (
        circle(0, -42, 40, fill("paper")),
        circle(0, -42, 40, line("ink", 6)),
        path("M0 -76V-70M34 -42H28M0 -8V-14M-34 -42H-28", line("ink", 4)),
        path("M0 -64V-42L16 -32", line(colour, 7)),
    )


def _calendar(colour: str) -> Shapes:
    """A month with one day marked."""
    return (
        rectangle(-38, -78, 76, 78, fill("paper"), 6),
        path("M-38 -58V-72Q-38 -78 -32 -78H32Q38 -78 38 -72V-58Z", fill(colour)),
        rectangle(-38, -78, 76, 78, _INK, 6),
        path("M-20 -86V-72M20 -86V-72", line("ink", 6)),
        path("M-24 -44H-20M-6 -44H-2M14 -44H18M-24 -29H-20M-24 -14H-20M-6 -14H-2", line("ink", 6)),
        circle(15, -22, 12, line(colour, 6)),
    )


def _phone(colour: str) -> Shapes:
    return (
        rectangle(-22, -84, 44, 84, fill("ink"), 8),
        rectangle(-16, -74, 32, 56, fill("paper")),
        circle(0, -9, 4, fill("paper")),
        circle(0, -52, 8, fill(colour)),
        path("M-12 -26Q-12 -42 0 -42Q12 -42 12 -26Z", fill(colour)),
    )


def _letter(colour: str) -> Shapes:
    """A letter or an email."""
    return (
        rectangle(-42, -60, 84, 60, fill("paper"), 5),
        path("M-42 -55L0 -24L42 -55", line(colour, 7)),
        rectangle(-42, -60, 84, 60, _INK, 5),
    )


def _struck(colour: str) -> Shapes:
    """A bar across what is not there, or not allowed."""
    return (path("M-36 -6L36 -76", line("paper", 15)), path("M-36 -6L36 -76", line(colour, 8)))


def _screen(colour: str) -> Shapes:
    """A computer with somebody on it."""
    return (
        rectangle(-48, -84, 96, 66, fill("paper"), 6),
        circle(0, -58, 12, fill(colour)),
        path("M-20 -20Q-20 -43 0 -43Q20 -43 20 -20Z", fill(colour)),
        rectangle(-48, -84, 96, 66, line("ink", 6), 6),
        path("M0 -16V-3M-22 -2H22", line("ink", 6)),
    )


def _captions(colour: str) -> Shapes:
    """A screen with words at its foot."""
    return (
        rectangle(-48, -84, 96, 66, fill("paper"), 6),
        circle(0, -66, 9, fill(colour)),
        path("M-14 -42Q-14 -55 0 -55Q14 -55 14 -42Z", fill(colour)),
        path("M-34 -29H-4M8 -29H34", line("ink", 7)),
        rectangle(-48, -84, 96, 66, line("ink", 6), 6),
        path("M0 -16V-3M-22 -2H22", line("ink", 6)),
    )


def _play(colour: str) -> Shapes:
    """A screen with a talk to play."""
    return (
        rectangle(-48, -84, 96, 66, fill(colour), 6),
        path("M-12 -68L16 -51L-12 -34Z", fill(_on(colour))),
        rectangle(-48, -84, 96, 66, line("ink", 6), 6),
        path("M0 -16V-3M-22 -2H22", line("ink", 6)),
    )


def _robot(colour: str) -> Shapes:
    """A computer that speaks."""
    return (
        path("M0 -78V-64M-44 -40H-34M44 -40H34", line("ink", 6)),
        circle(0, -82, 6, fill(colour)),
        rectangle(-34, -64, 68, 56, fill(colour), 12),
        rectangle(-34, -64, 68, 56, _INK, 12),
        circle(-14, -43, 6, fill(_on(colour))),
        circle(14, -43, 6, fill(_on(colour))),
        path("M-14 -24H14", line(_on(colour), 5)),
    )


def _bus(colour: str) -> Shapes:
    return (
        rectangle(-52, -68, 104, 58, fill(colour), 8),
        rectangle(-44, -58, 22, 20, fill("paper"), 2),
        rectangle(-15, -58, 22, 20, fill("paper"), 2),
        rectangle(20, -58, 24, 46, fill("paper"), 2),
        rectangle(-52, -68, 104, 58, _INK, 8),
        circle(-28, -10, 11, fill("ink")),
        circle(26, -10, 11, fill("ink")),
        circle(-28, -10, 4, fill("paper")),
        circle(26, -10, 4, fill("paper")),
    )


def _toilet(colour: str) -> Shapes:
    return (
        rectangle(-34, -78, 22, 46, fill("paper"), 4),
        rectangle(-34, -78, 22, 46, _INK, 4),
        path("M-16 -42H32Q32 -14 8 -12V0H-18V-14Q-26 -24 -24 -42Z", fill("paper")),
        path("M-16 -42H32Q32 -14 8 -12V0H-18V-14Q-26 -24 -24 -42Z", _INK),
        path("M-14 -45H34", line(colour, 8)),
    )


def _eye(colour: str) -> Shapes:
    lid = "M-44 -40Q0 -86 44 -40Q0 6 -44 -40Z"
    return (
        path(lid, fill("paper")),
        circle(0, -40, 18, fill(colour)),
        circle(0, -40, 7, fill("ink")),
        path(lid, line("ink", 6)),
    )


def _ear(colour: str) -> Shapes:
    return (
        path(
            "M-20 -46Q-22 -80 8 -80Q36 -78 34 -50Q33 -36 20 -28Q14 -22 12 -12Q6 2 -8 -3Q-16 -8 -14 -18",
            line(colour, 11),
        ),
        path("M-2 -48Q-2 -62 8 -62Q18 -60 16 -48Q14 -40 4 -36", line("ink", 6)),
    )


def _hand(colour: str) -> Shapes:
    """A hand that says stop."""
    return (
        path("M-22 -36V-62M-8 -40V-76M6 -40V-78M20 -36V-66", line(colour, 12)),
        path("M-28 -40H26V-16Q24 0 2 0Q-14 0 -22 -12Z", fill(colour)),
        path("M-26 -34L-38 -46M-24 -20L-38 -46", line(colour, 11)),
    )


def _signing(colour: str) -> Shapes:
    """Two hands that sign."""
    other = "blue" if colour != "blue" else "coral"
    hands = placed(_hand(colour), -22, -26, 0.62), placed(_hand(other), 22, 0, 0.62, flip=True)
    return (*hands[0], *hands[1], path("M8 -70Q22 -82 34 -72M-34 -14Q-22 -2 -8 -12", line("ink", 5)))


def _heart(colour: str) -> Shapes:
    return (path("M0 -4C-60 -44 -36 -84 0 -60C36 -84 60 -44 0 -4Z", fill(colour)),)


def _house(colour: str) -> Shapes:
    return (
        path("M-34 -44V0H34V-44", fill("paper")),
        path("M-34 -44V0H34V-44", _INK),
        path("M-44 -42L0 -80L44 -42Z", fill(colour)),
        path("M-44 -42L0 -80L44 -42Z", _INK),
        rectangle(-9, -28, 18, 28, fill("ink"), 2),
    )


def _hall(colour: str) -> Shapes:
    """A public building: a leisure centre, or an office."""
    return (
        rectangle(-46, -66, 92, 66, fill(colour), 4),
        path("M-30 -50H-22M-4 -50H4M22 -50H30M-30 -30H-22M22 -30H30", line(_on(colour), 10)),
        rectangle(-10, -30, 20, 30, fill("paper")),
        rectangle(-46, -66, 92, 66, _INK, 4),
        path("M0 -66V-88", line("ink", 4)),
        path("M2 -88H22L16 -80L22 -73H2Z", fill("coral" if colour != "coral" else "gold")),
    )


def _law(colour: str) -> Shapes:
    """A court: a roof on columns."""
    return (
        path("M-46 -56L0 -82L46 -56Z", fill(colour)),
        path("M-46 -56L0 -82L46 -56ZM-46 -2H46", _INK),
        path("M-32 -48V-10M-11 -48V-10M11 -48V-10M32 -48V-10", line("ink", 9)),
    )


def _cup(colour: str) -> Shapes:
    return (
        circle(30, -28, 12, line("ink", 6)),
        path("M-32 -48H30V-18Q28 0 10 0H-12Q-30 0 -32 -18Z", fill(colour)),
        path("M-32 -48H30V-18Q28 0 10 0H-12Q-30 0 -32 -18Z", _INK),
        path("M-14 -60Q-20 -68 -14 -76M8 -60Q2 -68 8 -76", line("ink", 4)),
    )


def _gift(colour: str) -> Shapes:
    ribbon = "gold" if colour != "gold" else "coral"
    return (
        rectangle(-34, -48, 68, 48, fill(colour), 3),
        path("M0 -48V-2M-34 -48H34", line(ribbon, 10)),
        path("M0 -54Q-30 -82 -26 -60Q-20 -52 0 -54Q20 -52 26 -60Q30 -82 0 -54", line(ribbon, 6)),
        rectangle(-34, -48, 68, 48, _INK, 3),
    )


def _fence(colour: str) -> Shapes:
    """A barrier across the way."""
    return (
        path("M-34 -62V0M34 -62V0", line("ink", 7)),
        rectangle(-48, -62, 96, 16, fill(colour), 3),
        rectangle(-48, -36, 96, 16, fill(colour), 3),
        path(
            "M-28 -61L-38 -47M-2 -61L-12 -47M24 -61L14 -47M-28 -35L-38 -21M-2 -35L-12 -21M24 -35L14 -21",
            line("paper", 6),
        ),
    )


def _book(colour: str) -> Shapes:
    return (
        path("M0 -58Q-20 -72 -46 -64V-6Q-20 -14 0 0Z", fill("paper")),
        path("M0 -58Q20 -72 46 -64V-6Q20 -14 0 0Z", fill(colour)),
        path(
            "M0 -58Q-20 -72 -46 -64V-6Q-20 -14 0 0Q20 -14 46 -6V-64Q20 -72 0 -58V0"
            "M-34 -48Q-20 -52 -12 -46M-34 -32Q-20 -36 -12 -30",
            _INK,
        ),
    )


def _books(colour: str) -> Shapes:
    others = [c for c in ("green", "gold", "coral") if c != colour]
    return (
        rectangle(-38, -72, 20, 72, fill(colour), 2),
        rectangle(-38, -72, 20, 72, _INK, 2),
        rectangle(-16, -58, 20, 58, fill(others[0]), 2),
        rectangle(-16, -58, 20, 58, _INK, 2),
        path("M10 -66L28 -72L46 -4L28 0Z", fill(others[1])),
        path("M10 -66L28 -72L46 -4L28 0Z", _INK),
    )


def _lock(colour: str) -> Shapes:
    return (
        path("M-18 -44V-58Q-18 -78 0 -78Q18 -78 18 -58V-44", line("ink", 9)),
        rectangle(-32, -46, 64, 46, fill(colour), 6),
        rectangle(-32, -46, 64, 46, _INK, 6),
        path("M0 -28V-16", line("ink", 8)),
    )


def _scales(colour: str) -> Shapes:
    """Scales that hang level: both sides weigh the same."""
    return (
        path("M0 -82V-4M-22 -2H22M-40 -70H40M-40 -70L-54 -36M-40 -70L-26 -36M40 -70L26 -36M40 -70L54 -36", _INK),
        path("M-56 -36H-24Q-26 -20 -40 -20Q-54 -20 -56 -36Z", fill(colour)),
        path("M24 -36H56Q54 -20 40 -20Q26 -20 24 -36Z", fill("gold" if colour != "gold" else "coral")),
    )


def _turtle(colour: str) -> Shapes:
    return (
        path("M-28 -10V0M18 -10V0", line("ink", 10)),
        circle(42, -26, 11, fill("gold" if colour != "gold" else "green")),
        path("M-42 -10Q-40 -56 -4 -56Q32 -54 36 -10Z", fill(colour)),
        path("M-42 -10Q-40 -56 -4 -56Q32 -54 36 -10ZM-20 -12L-10 -36H6L16 -12", _INK),
        circle(45, -29, 2.5, fill("ink")),
    )


def _shield(colour: str) -> Shapes:
    outline = "M0 -82Q18 -68 36 -70V-40Q34 -12 0 0Q-34 -12 -36 -40V-70Q-18 -68 0 -82Z"
    return (path(outline, fill(colour)), path(outline, _INK), path("M-15 -42L-4 -30L17 -54", line(_on(colour), 9)))


def _alert(colour: str) -> Shapes:
    return (
        path("M0 -76L44 -4H-44Z", fill(colour)),
        path("M0 -76L44 -4H-44Z", line("ink", 7)),
        path("M0 -50V-30", line(_on(colour), 8)),
        circle(0, -15, 5, fill(_on(colour))),
    )


def _thumb(colour: str) -> Shapes:
    return (
        rectangle(-38, -42, 18, 40, fill("ink"), 4),
        path("M-14 -40Q2 -52 0 -72Q2 -82 12 -78Q20 -70 14 -46H34Q42 -44 40 -34Q38 -8 26 -4Q6 0 -14 -6Z", fill(colour)),
    )


def _face(mouth: str, colour: str) -> Shapes:
    return (
        circle(0, -40, 40, fill(colour)),
        circle(-14, -48, 5.5, fill(_on(colour))),
        circle(14, -48, 5.5, fill(_on(colour))),
        path(mouth, line(_on(colour), 6)),
    )


def _glad(colour: str) -> Shapes:
    return _face("M-20 -32Q0 -12 20 -32", colour)


def _sad(colour: str) -> Shapes:
    return _face("M-18 -20Q0 -36 18 -20", colour)


def _sofa(colour: str) -> Shapes:
    return (
        path("M-38 -6V0M38 -6V0", line("ink", 7)),
        rectangle(-38, -66, 76, 50, fill(colour), 12),
        rectangle(-52, -42, 104, 36, fill(colour), 12),
        path(
            "M-34 -24H34M-34 -24V-40Q-40 -46 -48 -40V-10H48V-40Q40 -46 34 -40V-24"
            "M-36 -46V-56Q-36 -66 -26 -66H26Q36 -66 36 -56V-46",
            _INK,
        ),
    )


def _bars(colour: str) -> Shapes:
    """A chart."""
    return (
        rectangle(-34, -30, 18, 28, fill("gold" if colour != "gold" else "blue")),
        rectangle(-9, -66, 18, 64, fill(colour)),
        rectangle(16, -46, 18, 44, fill("coral" if colour != "coral" else "blue")),
        path("M-46 -80V-2H46", line("ink", 6)),
    )


def _flag(colour: str) -> Shapes:
    return (path("M-24 0V-84", line("ink", 7)), path("M-20 -84H36L24 -66L36 -48H-20Z", fill(colour)))


def _dumbbell(colour: str) -> Shapes:
    return (
        path("M-44 -30H44", line("ink", 8)),
        path("M-26 -48V-12M26 -48V-12", line(colour, 16)),
        path("M-42 -40V-20M42 -40V-20", line(colour, 11)),
    )


def _pin(colour: str) -> Shapes:
    """A place on a map."""
    return (
        ellipse(0, -2, 26, 6, fill("ink")),
        path("M0 -4C-14 -26 -28 -38 -28 -56C-28 -92 28 -92 28 -56C28 -38 14 -26 0 -4Z", fill(colour)),
        circle(0, -56, 11, fill("paper")),
    )


def _quiet(colour: str) -> Shapes:
    """A loudspeaker that is off."""
    return (
        path("M-36 -52H-20L6 -74V-6L-20 -28H-36Z", fill(colour)),
        path("M-36 -52H-20L6 -74V-6L-20 -28H-36Z", _INK),
        path("M20 -52L44 -28M44 -52L20 -28", line("ink", 7)),
    )


def _hourglass(colour: str) -> Shapes:
    """Time that has nearly run out."""
    return (
        path("M-24 -76H24Q24 -52 0 -40Q-24 -52 -24 -76ZM-24 -4Q-24 -28 0 -40Q24 -28 24 -4Z", fill("paper")),
        path("M-18 -8Q0 -30 18 -8Z", fill(colour)),
        path(
            "M-24 -76Q-24 -52 0 -40Q-24 -28 -24 -4M24 -76Q24 -52 0 -40Q24 -28 24 -4M-32 -78H32M-32 -2H32",
            line("ink", 6),
        ),
    )


def _scissors(colour: str) -> Shapes:
    return (
        circle(-22, -14, 12, line(colour, 8)),
        circle(22, -14, 12, line(colour, 8)),
        path("M-16 -24L22 -82M16 -24L-22 -82", line("ink", 7)),
    )


def _arrow(colour: str) -> Shapes:
    """An arrow to the right."""
    return (path("M-38 -40H36M12 -66L38 -40L12 -14", line(colour, 13)),)


def _arrow_up(colour: str) -> Shapes:
    return (path("M0 -2V-74M-24 -52L0 -76L24 -52", line(colour, 13)),)


def _print(colour: str) -> Shapes:
    """A sheet with very small print."""
    lines = "".join(f"M-20 {y}H20" for y in range(-60, -6, 6))
    return (*_sheet(colour), path(lines, line("ink", 2)))


def _tag(colour: str) -> Shapes:
    """A label with a name on it."""
    outline = "M-44 -56H20L46 -30L20 -4H-44Z"
    return (
        path(outline, fill(colour)),
        path(outline, _INK),
        circle(24, -30, 6, fill("paper")),
        path("M-30 -38H2M-30 -22H-8", line(_on(colour), 6)),
    )


def _tools(colour: str) -> Shapes:
    """A hammer and a spanner."""
    return (
        path("M-26 -2L14 -58", line(colour, 11)),
        path("M-4 -76L34 -50", line("ink", 17)),
        path("M30 -2L-22 -60M-34 -60Q-34 -76 -20 -76M-36 -58Q-24 -46 -14 -56", line("ink", 8)),
    )


def _pot(colour: str) -> Shapes:
    """A jar with a budget in it."""
    return (
        path("M-30 -64V-8Q-30 0 -22 0H22Q30 0 30 -8V-64Z", fill("paper")),
        path("M-28 -34H28V-8Q28 -2 22 -2H-22Q-28 -2 -28 -8Z", fill(colour)),
        path("M-30 -64V-8Q-30 0 -22 0H22Q30 0 30 -8V-64M-36 -66H36", line("ink", 6)),
        *placed(_coin("gold"), 0, -70, 0.42),
    )


def _bench(colour: str) -> Shapes:
    """A bench of a gym, 130 units long."""
    return (
        path("M-46 -20L-50 0M46 -20L50 0", line("ink", 6)),
        rectangle(-66, -34, 132, 15, fill(colour), 5),
        rectangle(-66, -34, 132, 15, line("ink", 4), 5),
    )


def _signpost(colour: str) -> Shapes:
    """A post with signs to two ways."""
    return (
        path("M0 0V-100", line("ink", 7)),
        path("M-12 -94H34L48 -80L34 -66H-12Z", fill(colour)),
        path("M-12 -94H34L48 -80L34 -66H-12Z", _INK),
        path("M12 -58H-34L-48 -44L-34 -30H12Z", fill("paper")),
        path("M12 -58H-34L-48 -44L-34 -30H12Z", _INK),
    )


def _tree(colour: str) -> Shapes:
    return (
        path("M0 0V-50M0 -22L18 -42", line("ink", 8)),
        circle(-4, -66, 30, fill(colour)),
        circle(22, -50, 18, fill(colour)),
    )


def _water(colour: str) -> Shapes:
    """Water 110 units wide, with waves."""
    top = "M-55 -14Q-44 -24 -33 -14Q-22 -4 -11 -14Q0 -24 11 -14Q22 -4 33 -14Q44 -24 55 -14"
    return (path(f"{top}Q50 2 0 4Q-50 2 -55 -14Z", fill("sky-deep")), path(top, line("ink", 4)))


def _round_table(colour: str) -> Shapes:
    """Six people round a table, two of them in wheelchairs."""
    return tuple(round_table(["green", "blue", "coral", "gold", "blue", "green"], frozenset((0, 4)), colour))


THINGS: dict[str, Callable[[str], Shapes]] = {
    "alert": _alert,
    "arrow": _arrow,
    "arrow-up": _arrow_up,
    "ball": _ball,
    "ballot": _ballot,
    "bars": _bars,
    "bench": _bench,
    "book": _book,
    "books": _books,
    "bus": _bus,
    "calendar": _calendar,
    "captions": _captions,
    "clipboard": _clipboard,
    "clock": _clock,
    "coin": _coin,
    "coins": _coins,
    "cross": _cross,
    "cup": _cup,
    "door-closed": _door_closed,
    "door-open": _door_open,
    "dumbbell": _dumbbell,
    "ear": _ear,
    "easel": _easel,
    "eye": _eye,
    "face-glad": _glad,
    "face-sad": _sad,
    "fence": _fence,
    "flag": _flag,
    "gift": _gift,
    "goal": _goal,
    "hall": _hall,
    "hand": _hand,
    "heart": _heart,
    "hoop": _hoop,
    "hourglass": _hourglass,
    "house": _house,
    "key": _key,
    "ladder": _ladder,
    "law": _law,
    "letter": _letter,
    "lock": _lock,
    "loop": _loop,
    "magnifier": _magnifier,
    "mask": _mask,
    "megaphone": _megaphone,
    "pencil": _pencil,
    "phone": _phone,
    "pin": _pin,
    "play": _play,
    "pot": _pot,
    "question": _question,
    "quiet": _quiet,
    "ramp": _ramp,
    "robot": _robot,
    "round-table": _round_table,
    "scales": _scales,
    "scissors": _scissors,
    "screen": _screen,
    "sheet": _sheet,
    "shield": _shield,
    "signing": _signing,
    "small-print": _print,
    "signpost": _signpost,
    "sofa": _sofa,
    "speech": _speech,
    "speech-no": _speech_no,
    "speech-question": _speech_question,
    "speech-yes": _speech_yes,
    "steps": _steps,
    "struck": _struck,
    "table": _table,
    "tag": _tag,
    "text-sheet": _text_sheet,
    "thumb": _thumb,
    "tick": _tick,
    "toilet": _toilet,
    "tools": _tools,
    "tree": _tree,
    "turtle": _turtle,
    "water": _water,
    "whistle": _whistle,
}
"""Every thing by its name."""


def thing(name: str, colour: str, x: float = 0, y: float = 0, size: float = 1, flip: bool = False) -> Shapes:
    """A thing of ``THINGS`` that stands at (x, y)."""
    return placed(THINGS[name](colour), x, y, size, flip)
