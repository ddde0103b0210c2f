"""Reads times as each tool writes them, as whole milliseconds."""

from __future__ import annotations

import re
from collections.abc import Sequence

TIME = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?"
"""A time in any of the ways: hours, milliseconds and leading noughts may be missing, a comma is a point."""

_PARTS = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?")
_UNPADDED = re.compile(r"^\s*-?\d+:\d:\d|-->\s*\d+:\d:\d|^\s*-?\d+:\d{1,2}:\d[.,]")
_SECONDS_A_MINUTE = 60


def milliseconds(text: str, counted: bool = False) -> int | None:
    """The time in ``text``, or None if it is no time.

    ``counted``: the digits after the point are a number of milliseconds, not a decimal fraction.
    """
    found = _PARTS.fullmatch(text.strip())
    if not found:
        return None
    hours, minutes, seconds = int(found[1] or 0), int(found[2]), int(found[3])
    if seconds >= _SECONDS_A_MINUTE or (found[1] and minutes >= _SECONDS_A_MINUTE):
        return None
    digits = found[4] or "0"
    fraction = int(digits if counted else digits.ljust(3, "0"))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction


def counts_milliseconds(time_lines: Sequence[str]) -> bool:
    """Whether a file writes its times without leading noughts, as Teams does: ``0:0:6.90`` is 6.090 s."""
    return any(_UNPADDED.search(line) for line in time_lines)


def shared_out(start: int, end: int, weights: Sequence[int]) -> list[int]:
    """Where each part starts if ``start`` to ``end`` is shared out in proportion to the weights."""
    total = sum(weights) or 1
    starts, before = [], 0
    for weight in weights:
        starts.append(start + (end - start) * before // total)
        before += weight
    return starts
