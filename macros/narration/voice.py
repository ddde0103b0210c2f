"""The computer voice: espeak-ng, called through ctypes from the library in `espeakng-loader`."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

WORDS_A_MINUTE = 130
"""The rate given to the voice; with its pauses it speaks about 139 words a minute."""
PAUSE_AFTER_SENTENCE = 0.35
BITRATE = 48
"""Of the stand-in's MP3, in kbit/s: enough for one voice in mono."""

_STAND_INS: dict[str, str] = {"emma": "en-gb-x-rp+f3", "lewis": "en-gb-x-rp+m3", "isabella": "en-gb-x-rp+f2"}

_SEED = 1
_SYNCHRONOUS_RETRIEVAL = 2
_DO_NOT_EXIT = 0x8000
_RATE = 1
_CHARACTERS_UTF8 = 1
_PHONEMES_IPA = 2
_EVENT_END_OF_LIST = 0
_EVENT_WORD = 1


class VoiceError(Exception):
    """The voice asked for does not exist, or the library refused to speak."""


class _EventId(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    ]


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


@dataclass(frozen=True)
class Speech:
    """Spoken audio: 16-bit mono samples, and (character offset, second) pairs of words, in order."""

    samples: bytes
    words: tuple[tuple[int, float], ...]


def voice_problem() -> str:
    """Why this machine cannot make narration, in a sentence; empty if it can."""
    try:
        import espeakng_loader
        import lameenc  # noqa: F401

        ctypes.CDLL(espeakng_loader.get_library_path())
        espeakng_loader.get_data_path()
    except (ImportError, OSError, RuntimeError) as error:
        return f"the computer voice is not available on this machine ({error})"
    return ""


def stand_in(name: str) -> str:
    """The voice of espeak-ng that stands in for one of a script's voices; other names are espeak-ng's own."""
    return _STAND_INS.get(name, name)


class Voice:
    """The voices of espeak-ng, one at a time.

    The library keeps state between calls: the same sentences in the same order in a fresh process
    give the same bytes, single sentences in another order do not. So a narration is made in a
    process of its own, from its first sentence to its last.
    """

    def __init__(self, name: str) -> None:
        import espeakng_loader

        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        self.sample_rate: int = self._library.espeak_Initialize(
            _SYNCHRONOUS_RETRIEVAL, 0, str(espeakng_loader.get_data_path()).encode(), _DO_NOT_EXIT
        )
        # Breath and hiss are drawn by chance; the library's own seed is the time in seconds.
        self._library.espeak_ng_SetRandSeed(_SEED)
        self._samples = bytearray()
        self._words: list[tuple[int, float]] = []
        # ctypes keeps no reference to a callback: without this one it is freed while in use.
        self._callback = _Callback(self._receive)
        self._library.espeak_SetSynthCallback(self._callback)
        self._name = ""
        self.use(name)

    def use(self, name: str) -> None:
        """Speaks with this voice from now on. Raises VoiceError if there is none of that name."""
        if name == self._name:
            return
        if self._library.espeak_SetVoiceByName(name.encode()) != 0:
            raise VoiceError(f"espeak-ng has no voice '{name}'")
        # A voice comes with a rate of its own.
        self._library.espeak_SetParameter(_RATE, WORDS_A_MINUTE, 0)
        self._name = name

    def _receive(self, samples: object, count: int, events: ctypes.Array[_Event]) -> int:
        if count > 0:
            self._samples.extend(ctypes.string_at(samples, count * 2))  # type: ignore[arg-type]
        index = 0
        while events[index].type != _EVENT_END_OF_LIST:
            event = events[index]
            # Some first words come with the position -1.
            if event.type == _EVENT_WORD:
                self._words.append((max(event.text_position - 1, 0), event.sample / self.sample_rate))
            index += 1
        return 0

    def say(self, text: str) -> Speech:
        """Speaks one sentence.

        Raises VoiceError if the library refuses.
        """
        self._samples.clear()
        self._words.clear()
        encoded = text.encode() + b"\0"
        if self._library.espeak_Synth(encoded, len(encoded), 0, 1, 0, _CHARACTERS_UTF8, None, None) != 0:
            raise VoiceError(f"espeak-ng could not speak: {text}")
        return Speech(bytes(self._samples), tuple(self._words))

    def phonemes(self, text: str) -> str:
        """How the voice would say a text, in the International Phonetic Alphabet; clauses are joined by spaces."""
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        rest = ctypes.c_char_p(text.encode())
        heard = []
        # The library moves the pointer to the next clause, and to nothing after the last.
        while rest.value is not None:
            said = self._library.espeak_TextToPhonemes(ctypes.byref(rest), _CHARACTERS_UTF8, _PHONEMES_IPA)
            heard.append((said or b"").decode().strip())
        return " ".join(part for part in heard if part)

    def silence(self, seconds: float) -> bytes:
        """Samples of silence, in whole samples."""
        return bytes(2 * round(seconds * self.sample_rate))
