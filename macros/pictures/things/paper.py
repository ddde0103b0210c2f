"""Paper, what is printed on it, and what writes on it."""

from __future__ import annotations

from collections.abc import Callable

from macros.pictures.shapes import Shapes, circle, fill, line, path, rectangle
from macros.pictures.things.ink import INK, sign_on


def _sheet(colour: str) -> Shapes:
    """A sheet with nothing on it yet."""
    return (
        path("M30 -66V-3Q30 0 27 0H-27Q-30 0 -30 -3V-81Q-30 -84 -27 -84H12Z", fill("paper")),
        path("M30 -66V-3Q30 0 27 0H-27Q-30 0 -30 -3V-81Q-30 -84 -27 -84H12ZM12 -84V-66H30", INK),
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
        rectangle(-52, -132, 104, 96, INK, 4),
        path("M-52 -36H52", line(colour, 8)),
    )


def _pencil(colour: str) -> Shapes:
    return (
        path("M-9 -84H9V-22L0 0L-9 -22Z", fill(colour)),
        path("M-9 -22L0 0L9 -22Z", fill("paper")),
        path("M-9 -84H9V-22L0 0L-9 -22ZM-9 -70H9M-9 -22H9", line("ink", 4)),
        circle(0, -3, 3, fill("ink")),
    )


def _ballot(colour: str) -> Shapes:
    """A box with a paper that goes in."""
    return (
        path("M-18 -96H18V-54H-18Z", fill("paper")),
        path("M-18 -54V-96H18V-54M-8 -80L-2 -73L10 -87", line("ink", 5)),
        rectangle(-42, -56, 84, 56, fill(colour), 5),
        path("M-24 -56H24", line("ink", 8)),
        rectangle(-42, -56, 84, 56, INK, 5),
    )


def _clipboard(colour: str) -> Shapes:
    """A list with ticks."""
    return (
        rectangle(-34, -88, 68, 88, fill(colour), 6),
        rectangle(-26, -78, 52, 70, fill("paper"), 3),
        path("M-18 -60L-13 -55L-5 -65M-18 -41L-13 -36L-5 -46M-18 -22L-13 -17L-5 -27", line(colour, 5)),
        path("M5 -59H17M5 -40H17M5 -21H17", line("ink", 5)),
        rectangle(-14, -96, 28, 16, fill("ink"), 4),
        rectangle(-34, -88, 68, 88, INK, 6),
    )


def _calendar(colour: str) -> Shapes:
    """A month with one day marked."""
    return (
        rectangle(-38, -78, 76, 78, fill("paper"), 6),
        path("M-38 -58V-72Q-38 -78 -32 -78H32Q38 -78 38 -72V-58Z", fill(colour)),
        rectangle(-38, -78, 76, 78, INK, 6),
        path("M-20 -86V-72M20 -86V-72", line("ink", 6)),
        path("M-24 -44H-20M-6 -44H-2M14 -44H18M-24 -29H-20M-24 -14H-20M-6 -14H-2", line("ink", 6)),
        circle(15, -22, 12, line(colour, 6)),
    )


def _letter(colour: str) -> Shapes:
    """A letter or an email."""
    return (
        rectangle(-42, -60, 84, 60, fill("paper"), 5),
        path("M-42 -55L0 -24L42 -55", line(colour, 7)),
        rectangle(-42, -60, 84, 60, INK, 5),
    )


def _book(colour: str) -> Shapes:
    return (
        path("M0 -58Q-20 -72 -46 -64V-6Q-20 -14 0 0Z", fill("paper")),
        path("M0 -58Q20 -72 46 -64V-6Q20 -14 0 0Z", fill(colour)),
        path(
            "M0 -58Q-20 -72 -46 -64V-6Q-20 -14 0 0Q20 -14 46 -6V-64Q20 -72 0 -58V0"
            "M-34 -48Q-20 -52 -12 -46M-34 -32Q-20 -36 -12 -30",
            INK,
        ),
    )


def _books(colour: str) -> Shapes:
    others = [c for c in ("green", "gold", "coral") if c != colour]
    return (
        rectangle(-38, -72, 20, 72, fill(colour), 2),
        rectangle(-38, -72, 20, 72, INK, 2),
        rectangle(-16, -58, 20, 58, fill(others[0]), 2),
        rectangle(-16, -58, 20, 58, INK, 2),
        path("M10 -66L28 -72L46 -4L28 0Z", fill(others[1])),
        path("M10 -66L28 -72L46 -4L28 0Z", INK),
    )


def _scissors(colour: str) -> Shapes:
    return (
        circle(-22, -14, 12, line(colour, 8)),
        circle(22, -14, 12, line(colour, 8)),
        path("M-16 -24L22 -82M16 -24L-22 -82", line("ink", 7)),
    )


def _print(colour: str) -> Shapes:
    """A sheet with very small print."""
    lines = "".join(f"M-20 {y}H20" for y in range(-60, -6, 6))
    return (*_sheet(colour), path(lines, line("ink", 2)))


def _tag(colour: str) -> Shapes:
    """A label with a name on it."""
    outline = "M-44 -56H20L46 -30L20 -4H-44Z"
    return (
        path(outline, fill(colour)),
        path(outline, INK),
        circle(24, -30, 6, fill("paper")),
        path("M-30 -38H2M-30 -22H-8", line(sign_on(colour), 6)),
    )


THINGS: dict[str, Callable[[str], Shapes]] = {
    "ballot": _ballot,
    "book": _book,
    "books": _books,
    "calendar": _calendar,
    "clipboard": _clipboard,
    "easel": _easel,
    "letter": _letter,
    "pencil": _pencil,
    "scissors": _scissors,
    "sheet": _sheet,
    "small-print": _print,
    "tag": _tag,
    "text-sheet": _text_sheet,
}
