"""Breaks spoken words into captions.

The limits come from the BBC Subtitle Guidelines (two lines; break at punctuation and clause ends; do
not split an article from its noun; no tiny gaps) and W3C WAI, Captions (one or two lines).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.captions.limits import (
    CHARACTERS_A_SECOND,
    LINE_LENGTH,
    LINES,
    LONGEST,
    SHORTEST,
    SMALLEST_GAP,
)
from macros.model import Cue

_LEAST = 0.1
"""Seconds that a cue lasts even if its words take no time."""
_LEAST_BETWEEN = 0.001
"""Seconds that it lasts where the next cue's words follow at once."""

_HOLDS_ON_TO_NEXT = frozenset(
    # A list of eighty words, one a line, would fill a page.
    (  # noqa: SIM905
        "a an the my your our their his her its this that these those some any no every each one "
        "of in on at to for with by from about into as than or and but so if when who which is are was were be "
        "has have had will would can could may must do does did not i you we they he she it very more most"
    ).split()
)
"""Words that belong to the one after them: a break behind them is hard to read."""


@dataclass(frozen=True)
class TimedWord:
    """A displayed word with its start; ``end`` is when the next word of its sentence starts, or its end."""

    text: str
    start: float
    end: float
    ends_sentence: bool


def break_into_cues(words: Sequence[TimedWord]) -> tuple[Cue, ...]:
    """The cues of one paragraph: the cheapest way to break it, by dynamic programming."""
    count = len(words)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * count
    for end in range(1, count + 1):
        length = -1
        for start in range(end - 1, -1, -1):
            length += len(words[start].text) + 1
            if length > LINE_LENGTH * LINES and start < end - 1:
                break
            cost = best[start][0] + _cue_cost(words, start, end, length)
            if cost < best[end][0]:
                best[end] = (cost, start)
    bounds = []
    end = count
    while end > 0:
        start = best[end][1]
        bounds.append((start, end))
        end = start
    cues: list[Cue] = []
    for start, end in reversed(bounds):
        cues.append(_cue(words, start, end, cues[-1].end if cues else 0.0))
    return tuple(cues)


def _cue(words: Sequence[TimedWord], start: int, end: int, previous_end: float) -> Cue:
    """The cue of words[start:end], shown until the next one starts or its own words end.

    It starts when the one before it has ended, and lasts, however fast somebody speaks.
    """
    first = max(words[start].start, previous_end)
    last = max(_cue_end(words, end), first + _LEAST)
    if end < len(words):
        last = min(last, max(words[end].start, first + _LEAST_BETWEEN))
    lines = break_into_lines([word.text for word in words[start:end]])
    return Cue(round(first, 3), round(last, 3), lines)


def _cue_end(words: Sequence[TimedWord], end: int) -> float:
    """When a cue whose last word is words[end - 1] goes away: a gap too small to see is closed."""
    finish = words[end - 1].end
    if end < len(words) and words[end].start - finish < SMALLEST_GAP:
        return words[end].start
    return finish


def _cue_cost(words: Sequence[TimedWord], start: int, end: int, length: int) -> float:
    """How bad a cue of words[start:end] would be: 10 is a sentence of its own that reads at ease.

    ``length`` is the number of its characters.
    """
    seconds = max(_cue_end(words, end) - words[start].start, 0.1)
    cost = 10.0 + _break_cost(words[end - 1])
    if seconds < SHORTEST:
        cost += 400 * (SHORTEST - seconds) + 100
    if seconds > LONGEST:
        cost += 30 * (seconds - LONGEST)
    if length > CHARACTERS_A_SECOND * seconds:
        cost += 40 * (length / seconds - CHARACTERS_A_SECOND)
    if length > LINE_LENGTH and not _fits(words, start, end, length):
        cost += 500
    # A cue that runs past the end of a sentence into the next is harder to read.
    for index in range(start, end - 1):
        if words[index].ends_sentence:
            cost += 6
    return cost


def _fits(words: Sequence[TimedWord], start: int, end: int, length: int) -> bool:
    """Whether the words go into the lines that a cue may have, each filled before the next begins."""
    first = -1
    for index in range(start, end):
        longer = first + 1 + len(words[index].text)
        if longer > LINE_LENGTH:
            return length - first - 1 <= LINE_LENGTH and first > 0
        first = longer
    return True


def _break_cost(last: TimedWord) -> float:
    """How bad it is to break after this word."""
    if last.ends_sentence:
        return 0
    if last.text[-1] in ",;:":
        return 4
    if last.text.lower() in _HOLDS_ON_TO_NEXT:
        return 40
    return 15


def break_into_lines(words: Sequence[str]) -> tuple[str, ...]:
    """One line if it fits, else two of much the same length, broken where the sense allows.

    More than two only where words too long for two lines leave no choice.
    """
    text = " ".join(words)
    if len(text) <= LINE_LENGTH:
        return (text,)
    options = []
    for at in range(1, len(words)):
        first, second = " ".join(words[:at]), " ".join(words[at:])
        if len(first) <= LINE_LENGTH and len(second) <= LINE_LENGTH:
            last = words[at - 1]
            weight = 12 if last.lower() in _HOLDS_ON_TO_NEXT else 0 if last[-1] in ".,;:?!" else 5
            options.append((weight + abs(len(first) - len(second)) / 2, (first, second)))
    if options:
        return min(options)[1]
    return _fill(words)


def _fill(words: Sequence[str]) -> tuple[str, ...]:
    """As many lines as the words need, each as full as it goes."""
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= LINE_LENGTH:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return tuple(lines)
