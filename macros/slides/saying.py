"""Finds where the voice says the words that make a point appear."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOKEN = re.compile(r"\w+")


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text without case and punctuation, as they are compared: "Co-production's" is two of them."""
    return tuple(_TOKEN.findall(text.lower().replace("’", "").replace("'", "")))


def place_of(phrase: Sequence[str], said: Sequence[str], start: int = 0) -> int | None:
    """Where in ``said`` the whole phrase first stands from ``start`` on, or None."""
    length = len(phrase)
    places = range(start, len(said) - length + 1)
    return next((place for place in places if length and tuple(said[place : place + length]) == tuple(phrase)), None)


def places_in_order(phrases: Sequence[str], said: Sequence[str]) -> list[int | None]:
    """Where each phrase is said after the one before it; None for one that is not said there."""
    found: list[int | None] = []
    start = 0
    for phrase in phrases:
        words = tokens(phrase)
        place = place_of(words, said, start)
        found.append(place)
        if place is not None:
            start = place + len(words)
    return found
