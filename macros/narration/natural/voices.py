"""The natural voices: British ones of Kokoro-82M whose names are not those of other makers' voices."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NaturalVoice:
    """A voice of the model.

    ``file`` is its style in voices/; ``speed`` is what the model is asked for (1 is its own speed), so that with its
    pauses it says 135 to 150 words a minute; ``loudness`` is how loud it is as it comes, in LUFS.
    """

    file: str
    speed: float
    loudness: float


VOICES = {
    "emma": NaturalVoice("bf_emma", 0.75, -19.8),
    "lewis": NaturalVoice("bm_lewis", 0.84, -23.1),
    "isabella": NaturalVoice("bf_isabella", 0.75, -17.4),
}
"""By the name that webinar.yml gives them."""
