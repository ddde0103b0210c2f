"""Speaks one paragraph: sentence by sentence, with pauses, equally loud, as MP3, with the time of every word."""

from __future__ import annotations

from functools import cache

import lameenc
import numpy as np

from macros.narration.natural.joining import DELAY
from macros.narration.natural.loudness import levelled
from macros.narration.natural.model import RATE, Model, Sound
from macros.narration.natural.parts import BITRATE, Part, PartWords
from macros.narration.natural.sounds import Letters, Sounds
from macros.narration.natural.voices import VOICES
from macros.narration.timing import SentenceTimes

_LEEWAY = 2.0
"""dB by which a paragraph may be taken to differ from how loud its voice usually is."""
_WINDOW = 120
"""Samples (5 ms) whose loudness is looked at to find where speech starts and ends."""
_QUIET = 10 ** (-40 / 20)
"""Under this share of the loudest window there is no speech."""
_BEFORE, _AFTER = 480, 960
"""Samples (20 and 40 ms) that are kept around speech: soft sounds at either end are under the threshold."""
_EARLY = 0.04
"""Seconds by which the model's sounds come before its own count of them."""


@cache
def the_speaker() -> Speaker:
    """The one speaker of this process: the model takes a second and 0.7 GB."""
    return Speaker()


class Speaker:
    """All that is needed to speak."""

    def __init__(self) -> None:
        self._model = Model()
        self._letters = Letters()

    def sounds(self, words: PartWords) -> str:
        """What the model is given to say, a line a sentence."""
        return "\n".join(self._letters.sounds(sentence).text for sentence in words.spoken)

    def speak(self, words: PartWords) -> Part:
        """The part that says these words. Raises ModelError if a sentence is too long for the model."""
        voice = VOICES[words.voice]
        pieces: list[np.ndarray] = []
        sentences: list[SentenceTimes] = []
        length = 0
        for sentence, pause in zip(words.spoken, (*words.pauses, 0.0), strict=True):
            sounds = self._letters.sounds(sentence)
            heard = self._model.say(sounds.text, voice.file, voice.speed)
            start, end = speech_bounds(heard.samples)
            first, last = max(start - _BEFORE, 0), min(end + _AFTER, len(heard.samples))
            sentences.append(_times(sounds, heard, start, end, length - first))
            pieces += [_faded(heard.samples[first:last]), np.zeros(round(pause * RATE))]
            length += last - first + len(pieces[-1])
        samples = levelled(np.concatenate(pieces), RATE, voice.loudness, _LEEWAY)
        return Part(encoded(samples), tuple(sentences))


def speech_bounds(samples: np.ndarray) -> tuple[int, int]:
    """The samples at which speech starts and ends, by its energy.

    The model counts the silence after a sentence to its last sound, so its count does not tell the end.
    """
    starts = np.arange(0, len(samples), _WINDOW)
    energy = np.sqrt(np.add.reduceat(samples**2, starts) / _WINDOW)
    loud = np.flatnonzero(energy > energy.max() * _QUIET)
    return int(starts[loud[0]]), min(int(starts[loud[-1]]) + _WINDOW, len(samples))


def encoded(samples: np.ndarray) -> bytes:
    """The samples as MP3."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(BITRATE)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(2)
    encoder.silence()
    return bytes(encoder.encode((samples * 32767).astype("<i2").tobytes()) + encoder.flush())


def _times(sounds: Sounds, heard: Sound, start: int, end: int, offset: int) -> SentenceTimes:
    """When a sentence and its words are heard in the decoded MP3; ``offset`` is the place of its first sample there."""

    def second(sample: float) -> float:
        return (sample + offset + DELAY) / RATE

    words = [min(max(heard.starts[at] - _EARLY * RATE, start), end) for at in sounds.words]
    return SentenceTimes(second(start), second(end), (second(start), *(second(word) for word in words[1:])))


def _faded(samples: np.ndarray) -> np.ndarray:
    """The samples with their ends faded to nothing, so that cutting them makes no click."""
    fade = np.minimum(1.0, np.arange(len(samples)) / _BEFORE)
    return samples * fade * np.minimum(1.0, np.arange(len(samples))[::-1] / _AFTER)
