"""Puts pieces in order of their times and ends each before the next starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from macros.importing.said import Kind, Remark, Said

AT_ONCE = Kind(
    "two people speak at the same time; their captions were put one after the other",
    "{count} times two people speak at the same time; their captions were put one after the other",
)
OVERLAPPED = Kind(
    "a caption stayed until after the next had come; it now ends there",
    "{count} captions stayed until after the next had come; they now end there",
)
OUT_OF_ORDER = Kind(
    "a caption stood above one that starts before it; they were put in order",
    "{count} captions stood above ones that start before them; they were put in order",
)


def in_order(said: Sequence[Said]) -> tuple[tuple[Said, ...], list[Remark]]:
    """The pieces in the order in which they start, and those that stood elsewhere."""
    remarks = [
        Remark(OUT_OF_ORDER, after.start, after.line) for before, after in pairwise(said) if after.start < before.start
    ]
    return tuple(sorted(said, key=lambda piece: piece.start)), remarks


def one_after_the_other(said: Sequence[Said]) -> tuple[tuple[Said, ...], list[Remark]]:
    """Pieces that are in order so that none overlaps, each at least a millisecond long, and what was changed.

    Where two overlap, the first keeps the time that its words ask for if the second can spare it;
    else they share the time by their length.
    """
    remarks = []
    result = [piece.until(max(piece.end, piece.start + 1)) for piece in said]
    for index in range(len(result) - 1):
        first, second = result[index], result[index + 1]
        if first.end <= second.start:
            continue
        kind = AT_ONCE if first.speaker != second.speaker else OVERLAPPED
        remarks.append(Remark(kind, second.start, second.line))
        bound = _bound(first, second)
        start = max(second.start, bound)
        result[index] = first.until(bound)
        result[index + 1] = replace(second, start=start, end=max(second.end, start + 1))
    return tuple(result), remarks


def _bound(first: Said, second: Said) -> int:
    """When the first of two that overlap has to end."""
    earliest = max(first.start + 1, second.start)
    last = max(first.end, second.end)
    if first.time_to_read + second.time_to_read > last - first.start:
        share = len(first.text) / (len(first.text) + len(second.text))
        return max(earliest, first.start + round((last - first.start) * share))
    latest = min(first.end, second.end - second.time_to_read)
    return max(earliest, min(first.start + first.time_to_read, latest))
