"""Times of a recording, written for people and for caption files."""

from __future__ import annotations

from functools import lru_cache


def clock(seconds: float) -> str:
    """``6:40`` or ``1:02:03``."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, second = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes}:{second:02}"


# A caption starts when the one before it ends.
@lru_cache(maxsize=16)
def timestamp(seconds: float) -> str:
    """``00:06:40.250``, as WebVTT writes it."""
    milliseconds = round(seconds * 1000)
    hours, rest = divmod(milliseconds, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    whole, thousandths = divmod(rest, 1000)
    return f"{hours:02}:{minutes:02}:{whole:02}.{thousandths:03}"
