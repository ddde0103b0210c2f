"""Parts of the body, faces and what people wear."""

from __future__ import annotations

from collections.abc import Callable

from macros.pictures.shapes import Shapes, circle, fill, line, path, placed, rectangle
from macros.pictures.things.ink import sign_on


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


def _thumb(colour: str) -> Shapes:
    return (
        rectangle(-38, -42, 18, 40, fill("ink"), 4),
        path("M-14 -40Q2 -52 0 -72Q2 -82 12 -78Q20 -70 14 -46H34Q42 -44 40 -34Q38 -8 26 -4Q6 0 -14 -6Z", fill(colour)),
    )


def _face(mouth: str, colour: str) -> Shapes:
    return (
        circle(0, -40, 40, fill(colour)),
        circle(-14, -48, 5.5, fill(sign_on(colour))),
        circle(14, -48, 5.5, fill(sign_on(colour))),
        path(mouth, line(sign_on(colour), 6)),
    )


def _glad(colour: str) -> Shapes:
    return _face("M-20 -32Q0 -12 20 -32", colour)


def _sad(colour: str) -> Shapes:
    return _face("M-18 -20Q0 -36 18 -20", colour)


THINGS: dict[str, Callable[[str], Shapes]] = {
    "ear": _ear,
    "eye": _eye,
    "face-glad": _glad,
    "face-sad": _sad,
    "hand": _hand,
    "mask": _mask,
    "signing": _signing,
    "thumb": _thumb,
}
