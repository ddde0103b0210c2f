"""Signs, and what people say: bubbles, ticks, arrows, warnings."""

from __future__ import annotations

from collections.abc import Callable

from macros.pictures.shapes import Shapes, arc, circle, ellipse, fill, line, path, placed, rectangle
from macros.pictures.things.ink import INK, sign_on


def _tick(colour: str) -> Shapes:
    return (circle(0, -40, 40, fill(colour)), path("M-19 -39L-5 -25L20 -55", line(sign_on(colour), 11)))


def _cross(colour: str) -> Shapes:
    return (circle(0, -40, 40, fill(colour)), path("M-15 -55L15 -25M15 -55L-15 -25", line(sign_on(colour), 11)))


def _question(colour: str) -> Shapes:
    return (
        circle(0, -40, 40, fill(colour)),
        path("M-13 -50Q-12 -64 1 -64Q15 -63 14 -50Q13 -42 1 -36V-31", line(sign_on(colour), 9)),
        circle(1, -17, 5.5, fill(sign_on(colour))),
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
    return (path(outline, fill("paper")), path(outline, INK))


def _speech(colour: str) -> Shapes:
    """Something said: lines in a bubble."""
    return (*bubble(84, 56), path("M-8 -60H34M-8 -42H22", line(colour, 8)))


def _speech_question(colour: str) -> Shapes:
    return (*bubble(72, 62), *placed(_question(colour), 14, -26, 0.62))


def _speech_no(colour: str) -> Shapes:
    return (*bubble(72, 62), *placed(_cross(colour), 14, -28, 0.6))


def _speech_yes(colour: str) -> Shapes:
    return (*bubble(72, 62), *placed(_tick(colour), 14, -28, 0.6))


def _struck(colour: str) -> Shapes:
    """A bar across what is not there, or not allowed."""
    return (path("M-36 -6L36 -76", line("paper", 15)), path("M-36 -6L36 -76", line(colour, 8)))


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
        path("M-12 -68L16 -51L-12 -34Z", fill(sign_on(colour))),
        rectangle(-48, -84, 96, 66, line("ink", 6), 6),
        path("M0 -16V-3M-22 -2H22", line("ink", 6)),
    )


def _heart(colour: str) -> Shapes:
    return (path("M0 -4C-60 -44 -36 -84 0 -60C36 -84 60 -44 0 -4Z", fill(colour)),)


def _law(colour: str) -> Shapes:
    """A court: a roof on columns."""
    return (
        path("M-46 -56L0 -82L46 -56Z", fill(colour)),
        path("M-46 -56L0 -82L46 -56ZM-46 -2H46", INK),
        path("M-32 -48V-10M-11 -48V-10M11 -48V-10M32 -48V-10", line("ink", 9)),
    )


def _shield(colour: str) -> Shapes:
    outline = "M0 -82Q18 -68 36 -70V-40Q34 -12 0 0Q-34 -12 -36 -40V-70Q-18 -68 0 -82Z"
    return (path(outline, fill(colour)), path(outline, INK), path("M-15 -42L-4 -30L17 -54", line(sign_on(colour), 9)))


def _alert(colour: str) -> Shapes:
    return (
        path("M0 -76L44 -4H-44Z", fill(colour)),
        path("M0 -76L44 -4H-44Z", line("ink", 7)),
        path("M0 -50V-30", line(sign_on(colour), 8)),
        circle(0, -15, 5, fill(sign_on(colour))),
    )


def _flag(colour: str) -> Shapes:
    return (path("M-24 0V-84", line("ink", 7)), path("M-20 -84H36L24 -66L36 -48H-20Z", fill(colour)))


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
        path("M-36 -52H-20L6 -74V-6L-20 -28H-36Z", INK),
        path("M20 -52L44 -28M44 -52L20 -28", line("ink", 7)),
    )


def _arrow(colour: str) -> Shapes:
    """An arrow to the right."""
    return (path("M-38 -40H36M12 -66L38 -40L12 -14", line(colour, 13)),)


def _arrow_up(colour: str) -> Shapes:
    return (path("M0 -2V-74M-24 -52L0 -76L24 -52", line(colour, 13)),)


THINGS: dict[str, Callable[[str], Shapes]] = {
    "alert": _alert,
    "arrow": _arrow,
    "arrow-up": _arrow_up,
    "captions": _captions,
    "cross": _cross,
    "flag": _flag,
    "heart": _heart,
    "law": _law,
    "loop": _loop,
    "pin": _pin,
    "play": _play,
    "question": _question,
    "quiet": _quiet,
    "shield": _shield,
    "speech": _speech,
    "speech-no": _speech_no,
    "speech-question": _speech_question,
    "speech-yes": _speech_yes,
    "struck": _struck,
    "tick": _tick,
}
