"""What `make voice` keeps: an MP3 for every paragraph, and the times of its words, in webinars/SLUG/voice/.

A part is named by its key, a hash of all that shapes it: a paragraph that changes needs a new part, and no other
does. The pause after a paragraph is no part of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.narration.natural.voices import VOICES
from macros.narration.spoken import SpokenSentence
from macros.narration.timing import SentenceTimes
from macros.narration.whole_files import write_whole

BITRATE = 40
"""Of the MP3, in kbit/s. At 24 kHz its frames are then whole bytes, all of one length; at 32 LAME changes the rate."""
PAUSE_AFTER_SENTENCE = 0.5
PAUSE_AFTER_QUESTION = 0.6
"""Seconds: time to think of an answer. More would leave a caption on the screen long after its words."""

TIMES = "times.json"

# Raised whenever the code in this folder makes other audio from the same words.
_RECIPE = 2


@dataclass(frozen=True)
class PartWords:
    """What a part says, and in which voice: displayed sentences, and the same as spoken."""

    voice: str
    sentences: tuple[str, ...]
    spoken: tuple[SpokenSentence, ...]

    @property
    def pauses(self) -> tuple[float, ...]:
        """Seconds of silence after each sentence but the last."""
        return tuple(
            PAUSE_AFTER_QUESTION if sentence.rstrip("\"'”’)").endswith("?") else PAUSE_AFTER_SENTENCE
            for sentence in self.sentences[:-1]
        )

    @property
    def key(self) -> str:
        """Names the part."""
        voice = VOICES[self.voice]
        said = [self.sentences, [sentence.text for sentence in self.spoken], self.pauses]
        recipe = [_RECIPE, BITRATE, voice.file, voice.speed, voice.loudness, said]
        return hashlib.sha256(json.dumps(recipe).encode()).hexdigest()[:20]


@dataclass(frozen=True)
class Part:
    """A paragraph that has been spoken: its MP3, and its sentences' times in seconds from the start of that MP3."""

    mp3: bytes
    sentences: tuple[SentenceTimes, ...]


class PartStore:
    """The parts of one webinar."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._entries = _read_entries(folder / TIMES)

    def get(self, words: PartWords) -> Part | None:
        """The part that says these words, or None: also where its file is cut, changed or its times are damaged."""
        key = words.key
        entry = self._entries.get(key)
        try:
            mp3 = (self.folder / f"{key}.mp3").read_bytes()
        except OSError:
            return None
        if not isinstance(entry, dict) or entry.get("sha256") != hashlib.sha256(mp3).hexdigest():
            return None
        sentences = _sentence_times(entry.get("sentences"))
        counted = tuple(len(times.words) for times in sentences)
        return Part(mp3, sentences) if counted == tuple(len(s.offsets) for s in words.spoken) else None

    def put(self, words: PartWords, part: Part) -> None:
        """Keeps a part; its times are written last, because they say that it is complete."""
        key = words.key
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.folder / f"{key}.mp3", part.mp3)
        times = [
            [_milliseconds(s.start), _milliseconds(s.end), [_milliseconds(word) for word in s.words]]
            for s in part.sentences
        ]
        self._entries[key] = {"sha256": hashlib.sha256(part.mp3).hexdigest(), "sentences": times}
        self._write()

    def keep_only(self, keys: Collection[str]) -> int:
        """Removes every part but these; how many MP3 files went."""
        orphans = [path for path in _files(self.folder) if path.stem not in keys]
        for path in orphans:
            path.unlink()
        if dropped := self._entries.keys() - set(keys):
            for key in dropped:
                del self._entries[key]
            self._write()
        return len(orphans)

    def _write(self) -> None:
        # A line a part: two people who speak different paragraphs change different lines.
        lines = ",\n".join(
            f"{json.dumps(key)}: {json.dumps(self._entries[key], separators=(',', ':'))}"
            for key in sorted(self._entries)
        )
        write_whole(self.folder / TIMES, f"{{\n{lines}\n}}\n".encode())


def _files(folder: Path) -> Iterable[Path]:
    return sorted(folder.glob("*.mp3")) if folder.is_dir() else []


def _read_entries(path: Path) -> dict[str, object]:
    """What the file of times says; nothing where it is missing or damaged: its parts are then spoken again."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return dict(found) if isinstance(found, Mapping) else {}


def _sentence_times(stored: object) -> tuple[SentenceTimes, ...]:
    """The times that were stored, or none if they are damaged."""
    if not isinstance(stored, list):
        return ()
    found = []
    for sentence in stored:
        match sentence:
            case [int(start), int(end), list(words)] if words and all(isinstance(word, int) for word in words):
                found.append(SentenceTimes(start / 1000, end / 1000, tuple(word / 1000 for word in words)))
            case _:
                return ()
    return tuple(found)


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
