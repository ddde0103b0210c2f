"""Chooses the samples of a talk that are listened to: whole sentences, spread over the talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.narration.timing import SentenceTimes

COUNT = 3
SECONDS = 120.0
LONGEST_PAUSE = 1.0
"""Seconds. The pauses in which listeners think are longer: a model that judges speech would judge their silence."""

_BEFORE, _AFTER = 0.2, 0.4
"""Seconds kept around a stretch, so that its first and last sounds are whole."""


@dataclass(frozen=True)
class Sample:
    """Sentences ``first`` to ``last`` (not with it) of a talk; ``start`` and ``end`` are their seconds."""

    first: int
    last: int
    start: float
    end: float


def samples(sentences: Sequence[SentenceTimes], count: int = COUNT, seconds: float = SECONDS) -> list[Sample]:
    """Up to ``count`` samples of at most ``seconds``: from the talk's start, from its end, and evenly between.

    No sentence is in two of them, so a talk that is too short for all has fewer, or shorter ones.
    """
    if not sentences:
        return []
    length = sentences[-1].end
    found: list[Sample] = []
    for number in range(count):
        target = max(length - seconds, 0.0) * number / max(count - 1, 1)
        after = found[-1].last if found else 0
        first = next((i for i in range(after, len(sentences)) if sentences[i].start >= target or not i), None)
        if first is None:
            break
        start = sentences[first].start
        last = first
        while last < len(sentences) and sentences[last].end <= start + seconds:
            last += 1
        if last > first:
            found.append(Sample(first, last, start, sentences[last - 1].end))
    return found


def stretches(sentences: Sequence[SentenceTimes], sample: Sample) -> list[tuple[float, float]]:
    """From which second to which a sample is heard, so that no pause in it is longer than ``LONGEST_PAUSE``."""
    found: list[tuple[float, float]] = []
    for sentence in sentences[sample.first : sample.last]:
        start, end = max(sentence.start - _BEFORE, 0.0), sentence.end + _AFTER
        if found and sentence.start - (found[-1][1] - _AFTER) <= LONGEST_PAUSE:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
