"""A recording that is joined from parts sounds, in a browser's decoder, at the times that its captions have."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from macros.narration.natural.joining import DELAY, RATE, joined
from macros.narration.natural.parts import Part
from macros.narration.timing import SentenceTimes
from tests.servers import Server
from tests.tones import tone_mp3

NewPage = Callable[..., Page]

# Where the sound is over half of a tone's peak for the first time after a silence, and how long all of it is.
DECODE = """
async ([mp3, rate]) => {
  const bytes = Uint8Array.from(atob(mp3), (sign) => sign.charCodeAt(0));
  const audio = await new OfflineAudioContext(1, rate, rate).decodeAudioData(bytes.buffer);
  const samples = audio.getChannelData(0);
  const onsets = [];
  let quiet = rate;
  let loudest = 0;
  for (let index = 0; index < samples.length; index += 1) {
    const level = Math.abs(samples[index]);
    loudest = Math.max(loudest, level);
    if (level > 0.1) {
      if (quiet > rate / 10) onsets.push(index / rate);
      quiet = 0;
    } else quiet += 1;
  }
  return { length: audio.duration, onsets, loudest };
}
"""


def tone_part(starts: list[float], length: float) -> Part:
    """A part with a tone for each sentence, and the times at which a decoder gives them."""
    heard = [start + DELAY / RATE for start in starts]
    return Part(tone_mp3(starts, length, 0.5), tuple(SentenceTimes(start, start + 0.5, (start,)) for start in heard))


def test_what_is_heard_starts_when_the_times_say(new_page: NewPage, fixture_served: Server) -> None:
    parts = [(tone_part([0.02, 1.0], 1.6), 0.95), (tone_part([0.02], 0.613), 3.0), (tone_part([0.3, 1.2], 2.0), 1.5)]
    recording = joined(parts)
    page = new_page()
    page.goto(fixture_served.url)
    decoded = page.evaluate(DECODE, [base64.b64encode(recording.mp3).decode(), RATE])
    assert decoded["length"] == pytest.approx(recording.duration, abs=0.001)
    assert decoded["onsets"] == pytest.approx([s.start for s in recording.sentences], abs=0.01)
    # No click or echo of one part in the next.
    assert decoded["loudest"] == pytest.approx(9000 / 32768, rel=0.1)
