"""Joins the parts of a webinar as bytes: no decoder, no voice, no loss.

Every part is a whole number of MP3 frames, and no frame of it needs bytes of another part. A decoder gives its sound
1,105 samples late, as it does for every part, so that what is right within a part is right in the whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.narration.natural.parts import BITRATE, Part
from macros.narration.timing import SentenceTimes

RATE = 24_000
"""Samples a second."""
FRAME_SECONDS = 576 / RATE
FRAME_BYTES = 72 * BITRATE * 1000 // RATE
DELAY = 1105
"""Samples by which LAME and a decoder together are late."""

# MPEG-2 layer III without a checksum, 40 kbit/s, 24 kHz, no padding, mono; then no side information and no sound.
_SILENT_FRAME = b"\xff\xf3\x54\xc4".ljust(FRAME_BYTES, b"\0")


@dataclass(frozen=True)
class Joined:
    """A whole recording: its length in seconds, its sentences' times, and its MP3."""

    duration: float
    sentences: tuple[SentenceTimes, ...]
    mp3: bytes


def is_whole(mp3: bytes) -> bool:
    """Whether these bytes are nothing but frames of the one kind that can be joined."""
    starts = range(0, len(mp3), FRAME_BYTES)
    return bool(mp3) and len(mp3) % FRAME_BYTES == 0 and all(mp3[at : at + 3] == _SILENT_FRAME[:3] for at in starts)


def joined(parts: Iterable[tuple[Part, float]]) -> Joined:
    """The parts one after the other, each with the seconds of silence that follow it (to the nearest frame)."""
    pieces: list[bytes] = []
    sentences: list[SentenceTimes] = []
    frames = 0
    for part, pause in parts:
        clock = frames * FRAME_SECONDS
        sentences += [
            SentenceTimes(clock + s.start, clock + s.end, tuple(clock + word for word in s.words))
            for s in part.sentences
        ]
        silent = round(pause / FRAME_SECONDS)
        pieces += [part.mp3, _SILENT_FRAME * silent]
        frames += len(part.mp3) // FRAME_BYTES + silent
    return Joined(frames * FRAME_SECONDS, tuple(sentences), b"".join(pieces))
