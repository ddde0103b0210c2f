"""A recording of nothing: it holds the place of a recording that is still to come."""

from __future__ import annotations

import io
import wave

SECONDS = 24
RATE = 8000
"""Samples a second; the lowest that every browser plays."""
NAME = "placeholder.wav"


def silence() -> bytes:
    """A WAV file of silence, in mono, one byte a sample."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        # 128 is the middle of an unsigned byte: no sound.
        file.writeframes(b"\x80" * (SECONDS * RATE))
    return buffer.getvalue()
