"""When each word of a script is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.captions.breaking import TimedWord


@dataclass(frozen=True)
class SentenceTimes:
    """When a sentence starts and ends, and when each of its displayed words starts."""

    start: float
    end: float
    words: tuple[float, ...]


@dataclass(frozen=True)
class NarrationTimes:
    """A narration's length, and the times of its sentences in the order of the script."""

    duration: float
    sentences: tuple[SentenceTimes, ...]


def timed_words(sentences: Sequence[str], times: Sequence[SentenceTimes]) -> list[TimedWord]:
    """The words of a paragraph's sentences with the times at which they are said."""
    words = []
    for sentence, heard in zip(sentences, times, strict=True):
        texts = sentence.split()
        ends = (*heard.words[1:], heard.end)
        last = len(texts) - 1
        words += [
            TimedWord(text, start, end, index == last)
            for index, (text, start, end) in enumerate(zip(texts, heard.words, ends, strict=True))
        ]
    return words
