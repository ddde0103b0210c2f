"""The line around things, and the colour of signs on them."""

from __future__ import annotations

from macros.pictures.shapes import line

EDGE = 5.0
"""How thick the line around a thing is."""

INK = line("ink", EDGE)


def sign_on(colour: str) -> str:
    """The colour of a sign on this one: gold is too light for a pale sign."""
    return "sign" if colour == "gold" else "paper"
