"""Reads times as each tool writes them, as whole milliseconds."""

from __future__ import annotations

import re
from collections.abc import Sequence

TIME = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?"
"""A time in any of the ways: hours, milliseconds and leading noughts may be missing, a comma is a point."""

ARROW = r"(?:-{1,3}>|–>|—>|→|=>)"
"""What stands between both ends of a caption."""

_PARTS = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?")
_TIME_IN_LINE = re.compile(rf"(?<![\d:]){TIME}(?![\d:])")
_PADDED = re.compile(r"(?:^|:)0\d")
_UNPADDED = re.compile(r":\d(?!\d)")
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
    """Whether a file writes its times without leading noughts, as Teams does: ``0:0:6.90`` is 6.090 s.

    Most of its times say so: one odd time makes no other format of a file.
    """
    times = [time for line in time_lines for time in _TIME_IN_LINE.findall(line) if time.count(":") > 1]
    return sum(bool(_UNPADDED.search(time)) for time in times) > sum(bool(_PADDED.search(time)) for time in times)


def shared_out(start: int, end: int, weights: Sequence[int]) -> list[int]:
    """Where each part starts if ``start`` to ``end`` is shared out in proportion to the weights."""
    total = sum(weights) or 1
    starts, before = [], 0
    for weight in weights:
        starts.append(start + (end - start) * before // total)
        before += weight
    return starts
