"""Measures the natural voices' recordings as a browser decodes them: length, pace, loudness, and the truth of times.

It needs NumPy, which `make voice` brings. Only webinars whose parts have all been spoken are measured.
"""

from __future__ import annotations

import base64
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from macros.narration.narrate import joined_parts
from macros.narration.natural.joining import RATE, Joined
from macros.narration.transcript import NarratedWords
from tests.browser.chromium import launch
from tests.content import catalogue_and_problems

ROOT = Path(__file__).parent.parent
PIECE = 120 * RATE
"""Samples that the browser hands over at once."""
_STEP = 120
"""Samples (5 ms) whose energy is looked at."""
_QUIET = 10 ** (-38 / 20)
_LOOK = 0.25
"""Seconds before and after a sentence's given start in which its sound is looked for."""

_DECODE = """async ([mp3, rate]) => {
  const bytes = Uint8Array.from(atob(mp3), (sign) => sign.charCodeAt(0));
  const audio = await new OfflineAudioContext(1, rate, rate).decodeAudioData(bytes.buffer);
  window.samples = audio.getChannelData(0);
  return window.samples.length;
}"""
_PIECE = """([from, to]) => {
  const piece = Int16Array.from(window.samples.subarray(from, to), (level) => Math.round(level * 32767));
  let text = "";
  for (const byte of new Uint8Array(piece.buffer)) text += String.fromCharCode(byte);
  return btoa(text);
}"""


def rows() -> list[tuple[str, str]]:
    """What each recording measures; a line that says what is missing where nothing can be measured."""
    try:
        import numpy  # noqa: F401
    except ImportError:
        return [("not measured: type `make voice` first, which brings NumPy", "")]
    catalogue, _ = catalogue_and_problems(ROOT)
    found = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        page.goto("about:blank")
        for webinar in catalogue.webinars if catalogue else ():
            if isinstance(webinar.words, NarratedWords) and (recording := joined_parts(webinar.words.job)):
                chapters = webinar.words.script.chapters
                thinking = sum(p.pause_after for chapter in chapters for p in chapter.paragraphs)
                found.append((webinar.slug, measured(page, recording, thinking)))
        browser.close()
    return found or [("no webinar has all its parts yet: make voice", "")]


def measured(page: Page, recording: Joined, thinking: float) -> str:
    """One recording's measures; ``thinking`` are the seconds of pauses that its script asks for."""
    import numpy as np

    from macros.narration.natural.loudness import loudness

    length = page.evaluate(_DECODE, [base64.b64encode(recording.mp3).decode(), RATE])
    pieces = [page.evaluate(_PIECE, [start, min(start + PIECE, length)]) for start in range(0, length, PIECE)]
    samples = np.frombuffer(b"".join(base64.b64decode(piece) for piece in pieces), "<i2") / 32767
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
