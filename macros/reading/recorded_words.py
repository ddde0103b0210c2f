"""The words of a recorded webinar: they stay in its caption files until somebody needs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from macros.captions.paragraphs import transcript_from_captions
from macros.captions.reading import parse_vtt
from macros.model import ChapterStart, Transcript, chapter_starts
from macros.problems import ContentError
from macros.reading.text_file import read_text


@dataclass(frozen=True)
class RecordedWords:
    """Words that stand in caption files, which were found right when they were read for the first time.

    ``files`` are in the order of ``languages``; ``starts`` holds (second, title) of each chapter as the webinar
    says them, ``chapters`` those in which something is said; ``duration`` is the recording's, in seconds.
    """

    root: Path
    languages: tuple[str, ...]
    files: tuple[Path, ...]
    starts: tuple[tuple[float, str], ...]
    duration: float
    chapters: tuple[ChapterStart, ...]
    key: str

    def load(self) -> tuple[Transcript, ...]:
        """The transcripts, in the order of ``languages``. Raises ContentError if a file has become unreadable."""
        return _load(self)


_MOST_WAITING = 300_000
"""Captions that may wait in memory for whoever needs them first: those of a thousand webinars, about 100 MB."""


@dataclass
class _Waiting:
    """Transcripts that were read to be checked, until they are asked for: reading them again takes as long."""

    transcripts: dict[RecordedWords, tuple[Transcript, ...]] = field(default_factory=dict)
    captions: int = 0

    def put(self, words: RecordedWords, transcripts: tuple[Transcript, ...]) -> None:
        count = sum(len(transcript.cues) for transcript in transcripts)
        if self.captions + count <= _MOST_WAITING and words not in self.transcripts:
            self.transcripts[words] = transcripts
            self.captions += count

    def take(self, words: RecordedWords) -> tuple[Transcript, ...] | None:
        found = self.transcripts.pop(words, None)
        self.captions -= sum(len(transcript.cues) for transcript in found or ())
        return found


_waiting = _Waiting()


# Two: whoever asks for the words of a webinar asks several times before the next one's turn.
@lru_cache(maxsize=2)
def _load(words: RecordedWords) -> tuple[Transcript, ...]:
    return _waiting.take(words) or _read(words)


def _read(words: RecordedWords) -> tuple[Transcript, ...]:
    transcripts = []
    for language, file in zip(words.languages, words.files, strict=True):
        text, problems = read_text(file, words.root)
        cues, more = parse_vtt(text, file.name) if text is not None else ((), [])
        if problems or more:
            raise ContentError([*problems, *more])
        transcripts.append(transcript_from_captions(cues, words.starts, words.duration, language))
    return tuple(transcripts)


def recorded_words(
    root: Path,
    files: Sequence[Path],
    transcripts: Sequence[Transcript],
    starts: Sequence[tuple[float, str]],
    duration: float,
    key: str,
) -> RecordedWords:
    """The words of transcripts that were just read from ``files``; ``key`` names them and their times."""
    words = RecordedWords(
        root,
        tuple(transcript.language for transcript in transcripts),
        tuple(files),
        tuple(starts),
        duration,
        chapter_starts(tuple(transcripts)),
        key,
    )
    _waiting.put(words, tuple(transcripts))
    return words
