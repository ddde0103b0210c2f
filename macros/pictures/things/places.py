"""Buildings, ways into them, and what stands outside."""

from __future__ import annotations

from collections.abc import Callable

from macros.pictures.shapes import Shapes, circle, fill, line, path, rectangle
from macros.pictures.things.ink import INK, sign_on


def _door_open(colour: str) -> Shapes:
    return (
        rectangle(-30, -108, 60, 108, fill("ink"), 3),
        rectangle(-24, -102, 48, 102, fill("paper")),
        path("M-24 -102L-58 -88V14L-24 0Z", fill(colour)),
        path("M-24 -102L-58 -88V14L-24 0Z", INK),
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
    return (path(outline, fill(colour)), path(outline, INK))


def _bus(colour: str) -> Shapes:
    return (
        rectangle(-52, -68, 104, 58, fill(colour), 8),
        rectangle(-44, -58, 22, 20, fill("paper"), 2),
        rectangle(-15, -58, 22, 20, fill("paper"), 2),
        rectangle(20, -58, 24, 46, fill("paper"), 2),
        rectangle(-52, -68, 104, 58, INK, 8),
        circle(-28, -10, 11, fill("ink")),
        circle(26, -10, 11, fill("ink")),
        circle(-28, -10, 4, fill("paper")),
        circle(26, -10, 4, fill("paper")),
    )


def _toilet(colour: str) -> Shapes:
    return (
        rectangle(-34, -78, 22, 46, fill("paper"), 4),
        rectangle(-34, -78, 22, 46, INK, 4),
        path("M-16 -42H32Q32 -14 8 -12V0H-18V-14Q-26 -24 -24 -42Z", fill("paper")),
        path("M-16 -42H32Q32 -14 8 -12V0H-18V-14Q-26 -24 -24 -42Z", INK),
        path("M-14 -45H34", line(colour, 8)),
    )


def _house(colour: str) -> Shapes:
    return (
        path("M-34 -44V0H34V-44", fill("paper")),
        path("M-34 -44V0H34V-44", INK),
        path("M-44 -42L0 -80L44 -42Z", fill(colour)),
        path("M-44 -42L0 -80L44 -42Z", INK),
        rectangle(-9, -28, 18, 28, fill("ink"), 2),
    )


def _hall(colour: str) -> Shapes:
    """A public building: a leisure centre, or an office."""
    return (
        rectangle(-46, -66, 92, 66, fill(colour), 4),
        path("M-30 -50H-22M-4 -50H4M22 -50H30M-30 -30H-22M22 -30H30", line(sign_on(colour), 10)),
        rectangle(-10, -30, 20, 30, fill("paper")),
        rectangle(-46, -66, 92, 66, INK, 4),
        path("M0 -66V-88", line("ink", 4)),
        path("M2 -88H22L16 -80L22 -73H2Z", fill("coral" if colour != "coral" else "gold")),
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
        path("M-12 -94H34L48 -80L34 -66H-12Z", INK),
        path("M12 -58H-34L-48 -44L-34 -30H12Z", fill("paper")),
        path("M12 -58H-34L-48 -44L-34 -30H12Z", INK),
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


THINGS: dict[str, Callable[[str], Shapes]] = {
    "bench": _bench,
    "bus": _bus,
    "door-closed": _door_closed,
    "door-open": _door_open,
    "fence": _fence,
    "hall": _hall,
    "house": _house,
    "ramp": _ramp,
    "signpost": _signpost,
    "steps": _steps,
    "toilet": _toilet,
    "tree": _tree,
    "water": _water,
}
