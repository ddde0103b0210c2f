"""What people play with."""

from __future__ import annotations

from collections.abc import Callable

from macros.pictures.shapes import Shapes, circle, fill, line, path, rectangle
from macros.pictures.things.ink import INK


def _ball(colour: str) -> Shapes:
    """A ball with a seam."""
    return (
        circle(0, -16, 16, fill(colour)),
        path("M-16 -16Q0 -7 16 -16M0 -32Q-10 -16 0 0", line("ink" if colour == "paper" else "sign", 3)),
    )


def _whistle(colour: str) -> Shapes:
    return (
        path("M-6 -58H46V-40H18Q22 -6 -12 -6Q-38 -8 -38 -32Q-36 -58 -6 -58Z", fill(colour)),
        path("M-6 -58H46V-40H18Q22 -6 -12 -6Q-38 -8 -38 -32Q-36 -58 -6 -58Z", INK),
        circle(-11, -31, 10, fill("sign")),
        path("M14 -72V-82M-6 -72L-10 -82M34 -72L38 -82", line("ink", 4)),
    )


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


def _dumbbell(colour: str) -> Shapes:
    return (
        path("M-44 -30H44", line("ink", 8)),
        path("M-26 -48V-12M26 -48V-12", line(colour, 16)),
        path("M-42 -40V-20M42 -40V-20", line(colour, 11)),
    )


THINGS: dict[str, Callable[[str], Shapes]] = {
    "ball": _ball,
    "dumbbell": _dumbbell,
    "goal": _goal,
    "hoop": _hoop,
    "whistle": _whistle,
}
