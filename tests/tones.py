"""Sound for tests: tones as MP3, encoded as the natural voices' parts are, without the packages that speak."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence

import lameenc

RATE = 24_000


def tone_mp3(starts: Sequence[float], length: float, seconds: float = 1.0) -> bytes:
    """A tone from each of ``starts`` on, in a recording of ``length`` seconds."""
    samples = array("h", bytes(2 * round(length * RATE)))
    for start in starts:
        first = round(start * RATE)
        for index in range(round(seconds * RATE)):
            samples[first + index] = round(9000 * math.sin(index * 2 * math.pi * 440 / RATE))
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(40)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(2)
    encoder.silence()
    return bytes(encoder.encode(samples.tobytes()) + encoder.flush())
