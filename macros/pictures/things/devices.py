"""What shows the time, and what has a screen or a voice."""

from __future__ import annotations

from collections.abc import Callable

from macros.pictures.shapes import Shapes, circle, fill, line, path, rectangle
from macros.pictures.things.ink import INK, sign_on


def _megaphone(colour: str) -> Shapes:
    return (
        path("M-34 -52H-18L24 -78V-14L-18 -36H-34Z", fill(colour)),
        path("M-34 -52H-18L24 -78V-14L-18 -36H-34ZM-20 -36L-14 -8H-4L-8 -30", INK),
        path("M36 -58L50 -66M38 -45H54M36 -32L50 -24", line("ink", 5)),
    )


def _clock(colour: str) -> Shapes:
    return (
        circle(0, -42, 40, fill("paper")),
        circle(0, -42, 40, line("ink", 6)),
        path("M0 -76V-70M34 -42H28M0 -8V-14M-34 -42H-28", line("ink", 4)),
        path("M0 -64V-42L16 -32", line(colour, 7)),
    )


def _phone(colour: str) -> Shapes:
    return (
        rectangle(-22, -84, 44, 84, fill("ink"), 8),
        rectangle(-16, -74, 32, 56, fill("paper")),
        circle(0, -9, 4, fill("paper")),
        circle(0, -52, 8, fill(colour)),
        path("M-12 -26Q-12 -42 0 -42Q12 -42 12 -26Z", fill(colour)),
    )


def _screen(colour: str) -> Shapes:
    """A computer with somebody on it."""
    return (
        rectangle(-48, -84, 96, 66, fill("paper"), 6),
        circle(0, -58, 12, fill(colour)),
        path("M-20 -20Q-20 -43 0 -43Q20 -43 20 -20Z", fill(colour)),
        rectangle(-48, -84, 96, 66, line("ink", 6), 6),
        path("M0 -16V-3M-22 -2H22", line("ink", 6)),
    )


def _robot(colour: str) -> Shapes:
    """A computer that speaks."""
    return (
        path("M0 -78V-64M-44 -40H-34M44 -40H34", line("ink", 6)),
        circle(0, -82, 6, fill(colour)),
        rectangle(-34, -64, 68, 56, fill(colour), 12),
        rectangle(-34, -64, 68, 56, INK, 12),
        circle(-14, -43, 6, fill(sign_on(colour))),
        circle(14, -43, 6, fill(sign_on(colour))),
        path("M-14 -24H14", line(sign_on(colour), 5)),
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


THINGS: dict[str, Callable[[str], Shapes]] = {
    "clock": _clock,
    "hourglass": _hourglass,
    "megaphone": _megaphone,
    "phone": _phone,
    "robot": _robot,
    "screen": _screen,
}
