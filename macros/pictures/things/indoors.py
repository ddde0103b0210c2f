"""What stands in a room or lies on a table."""

from __future__ import annotations

from collections.abc import Callable

from macros.pictures.people import round_table
from macros.pictures.shapes import Shapes, circle, ellipse, fill, line, path, placed, rectangle
from macros.pictures.things.ink import INK, sign_on


def _coin(colour: str) -> Shapes:
    """A pound coin."""
    return (
        circle(0, -36, 36, fill(colour)),
        circle(0, -36, 36, INK),
        path("M14 -50Q8 -60 -2 -58Q-11 -55 -9 -42Q-7 -28 -15 -18H16M-15 -37H7", line(sign_on(colour), 7)),
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
        ellipse(0, -40, 84, 22, INK),
        path("M-20 -48H14L24 -34H-16Z", fill(colour)),
    )


def _cup(colour: str) -> Shapes:
    return (
        circle(30, -28, 12, line("ink", 6)),
        path("M-32 -48H30V-18Q28 0 10 0H-12Q-30 0 -32 -18Z", fill(colour)),
        path("M-32 -48H30V-18Q28 0 10 0H-12Q-30 0 -32 -18Z", INK),
        path("M-14 -60Q-20 -68 -14 -76M8 -60Q2 -68 8 -76", line("ink", 4)),
    )


def _gift(colour: str) -> Shapes:
    ribbon = "gold" if colour != "gold" else "coral"
    return (
        rectangle(-34, -48, 68, 48, fill(colour), 3),
        path("M0 -48V-2M-34 -48H34", line(ribbon, 10)),
        path("M0 -54Q-30 -82 -26 -60Q-20 -52 0 -54Q20 -52 26 -60Q30 -82 0 -54", line(ribbon, 6)),
        rectangle(-34, -48, 68, 48, INK, 3),
    )


def _lock(colour: str) -> Shapes:
    return (
        path("M-18 -44V-58Q-18 -78 0 -78Q18 -78 18 -58V-44", line("ink", 9)),
        rectangle(-32, -46, 64, 46, fill(colour), 6),
        rectangle(-32, -46, 64, 46, INK, 6),
        path("M0 -28V-16", line("ink", 8)),
    )


def _scales(colour: str) -> Shapes:
    """Scales that hang level: both sides weigh the same."""
    return (
        path("M0 -82V-4M-22 -2H22M-40 -70H40M-40 -70L-54 -36M-40 -70L-26 -36M40 -70L26 -36M40 -70L54 -36", INK),
        path("M-56 -36H-24Q-26 -20 -40 -20Q-54 -20 -56 -36Z", fill(colour)),
        path("M24 -36H56Q54 -20 40 -20Q26 -20 24 -36Z", fill("gold" if colour != "gold" else "coral")),
    )


def _turtle(colour: str) -> Shapes:
    return (
        path("M-28 -10V0M18 -10V0", line("ink", 10)),
        circle(42, -26, 11, fill("gold" if colour != "gold" else "green")),
        path("M-42 -10Q-40 -56 -4 -56Q32 -54 36 -10Z", fill(colour)),
        path("M-42 -10Q-40 -56 -4 -56Q32 -54 36 -10ZM-20 -12L-10 -36H6L16 -12", INK),
        circle(45, -29, 2.5, fill("ink")),
    )


def _sofa(colour: str) -> Shapes:
    return (
        path("M-38 -6V0M38 -6V0", line("ink", 7)),
        rectangle(-38, -66, 76, 50, fill(colour), 12),
        rectangle(-52, -42, 104, 36, fill(colour), 12),
        path(
            "M-34 -24H34M-34 -24V-40Q-40 -46 -48 -40V-10H48V-40Q40 -46 34 -40V-24"
            "M-36 -46V-56Q-36 -66 -26 -66H26Q36 -66 36 -56V-46",
            INK,
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


def _round_table(colour: str) -> Shapes:
    """Six people round a table, two of them in wheelchairs."""
    return tuple(round_table(["green", "blue", "coral", "gold", "blue", "green"], frozenset((0, 4)), colour))


THINGS: dict[str, Callable[[str], Shapes]] = {
    "bars": _bars,
    "coin": _coin,
    "coins": _coins,
    "cup": _cup,
    "gift": _gift,
    "key": _key,
    "ladder": _ladder,
    "lock": _lock,
    "magnifier": _magnifier,
    "pot": _pot,
    "round-table": _round_table,
    "scales": _scales,
    "sofa": _sofa,
    "table": _table,
    "tools": _tools,
    "turtle": _turtle,
}
