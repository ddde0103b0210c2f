"""Breaks spoken words into captions.

The limits come from the BBC Subtitle Guidelines (two lines; break at punctuation and clause ends; do
not split an article from its noun; no tiny gaps) and W3C WAI, Captions (one or two lines).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

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
    costs = _Costs(words)
    count = len(words)
    best = [0.0]
    starts: list[int] = []
    for end in range(1, count + 1):
        cheapest, start = costs.of_cues_to(end, best)
        best.append(cheapest)
        starts.append(start)
    bounds = []
    end = count
    while end > 0:
        start = starts[end - 1]
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


class _Costs:
    """How bad each cue of a paragraph would be: 10 is a sentence of its own that reads at ease.

    What every cue needs is reckoned once a word: this is the innermost loop of all that makes captions.
    """

    def __init__(self, words: Sequence[TimedWord]) -> None:
        self.offsets = [0, *accumulate(len(word.text) + 1 for word in words)]
        self.starts = [word.start for word in words]
        self.ends = [_cue_end(words, end) for end in range(1, len(words) + 1)]
        self.breaks = [10.0 + _break_cost(word) for word in words]
        self.sentences = [0, *accumulate(int(word.ends_sentence) for word in words)]
        self.first_lines = self._first_lines()

    def _first_lines(self) -> list[int]:
        """For each word the one after the last that goes into a line with it; itself if it is too long."""
        result = []
        end = 0
        for start in range(len(self.starts)):
            end = max(end, start)
            while end < len(self.starts) and self.offsets[end + 1] - self.offsets[start] - 1 <= LINE_LENGTH:
                end += 1
            result.append(end)
        return result

    def of_cues_to(self, end: int, best: Sequence[float]) -> tuple[float, int]:
        """The least cost of all words before ``end``, and where its last cue starts.

        ``best`` has the least cost of all words before each word.
        """
        offsets, starts, sentences, first_lines = self.offsets, self.starts, self.sentences, self.first_lines
        finish, base, last = self.ends[end - 1], self.breaks[end - 1], offsets[end] - 1
        cheapest, chosen = inf, 0
        for start in range(end - 1, -1, -1):
            length = last - offsets[start]
            if length > LINE_LENGTH * LINES and start < end - 1:
                break
            seconds = finish - starts[start]
            if seconds < _LEAST:
                seconds = _LEAST
            cost = base
            if seconds < SHORTEST:
                cost += 400 * (SHORTEST - seconds) + 100
            if seconds > LONGEST:
                cost += 30 * (seconds - LONGEST)
            if length > CHARACTERS_A_SECOND * seconds:
                cost += 40 * (length / seconds - CHARACTERS_A_SECOND)
            if length > LINE_LENGTH and last - offsets[first_lines[start]] > LINE_LENGTH:
                cost += 500
            # A cue that runs past the end of a sentence into the next is harder to read.
            cost += 6 * (sentences[end - 1] - sentences[start]) + best[start]
            if cost < cheapest:
                cheapest, chosen = cost, start
        return cheapest, chosen


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
    best = (inf, 0)
    first = -1
    for at, word in enumerate(words[:-1], start=1):
        first += 1 + len(word)
        second = len(text) - first - 1
        if first > LINE_LENGTH:
            break
        if second <= LINE_LENGTH:
            weight = 12 if word.lower() in _HOLDS_ON_TO_NEXT else 0 if word[-1] in ".,;:?!" else 5
            best = min(best, (weight + abs(first - second) / 2, at))
    if at := best[1]:
        return " ".join(words[:at]), " ".join(words[at:])
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
