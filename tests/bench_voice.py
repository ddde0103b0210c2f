"""Measures the natural voices' recordings as a browser decodes them: length, pace, loudness, and the truth of times.

It needs NumPy, which `make voice` brings. Only webinars whose parts have all been spoken are measured.
Where `make listen` has installed what it needs, a recogniser and a listening model listen to samples of each, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from playwright.sync_api import Page

from macros.narration.natural.joining import RATE, Joined
from tests.decoded_sound import decoded
from tests.listening.talk import NOT_RUN, can_listen, listened, together
from tests.spoken_talks import spoken_talks

_STEP = 120
"""Samples (5 ms) whose energy is looked at."""
_QUIET = 10 ** (-38 / 20)
_LOOK = 0.25
"""Seconds before and after a sentence's given start in which its sound is looked for."""


def rows() -> Iterator[tuple[str, str]]:
    """What each recording measures; a line that says what is missing where nothing can be measured."""
    if not find_spec("numpy"):
        yield "not measured: type `make voice` first, which brings NumPy", ""
        return
    found = False
    for page, words, recording in spoken_talks():
        thinking = sum(p.pause_after for chapter in words.script.chapters for p in chapter.paragraphs)
        listening = together(list(listened(page, words.job, recording))) if can_listen() else NOT_RUN
        found = True
        yield words.job.slug, f"{measured(page, recording, thinking)}, {listening}"
    if not found:
        yield "no webinar has all its parts yet: make voice", ""


def measured(page: Page, recording: Joined, thinking: float) -> str:
    """One recording's measures; ``thinking`` are the seconds of pauses that its script asks for."""
    import numpy as np

    from macros.narration.natural.loudness import loudness

    samples = decoded(page, recording.mp3, RATE)
    length = len(samples)
    energy = np.sqrt(np.add.reduceat(samples**2, np.arange(0, length, _STEP)) / _STEP)
    loud = energy > _QUIET * energy.max()
    late = []
    for sentence in recording.sentences:
        first = max(round((sentence.start - _LOOK) * RATE / _STEP), 0)
        heard = np.flatnonzero(loud[first : first + round(2 * _LOOK * RATE / _STEP)])
        late.append(abs((first + heard[0]) * _STEP / RATE - sentence.start) if len(heard) else _LOOK)
    words = sum(len(sentence.words) for sentence in recording.sentences)
    return (
        f"{length / RATE / 60:.1f} min (given {recording.duration / 60:.1f}),"
        f" {words / (length / RATE - thinking) * 60:.0f} words a minute,"
        f" {loudness(samples, RATE):.1f} LUFS, peak {np.abs(samples).max():.2f},"
        f" starts of sentences out by {np.median(late):.3f} s, worst {max(late):.3f} s"
    )
