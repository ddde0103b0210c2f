"""What a narration has to say: paragraphs with their voices, respelt for each engine, and the pauses between them."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.narration.natural.parts import PartWords
from macros.narration.script import Script
from macros.narration.spoken import Respellings, SpokenSentence, spoken_sentence
from macros.narration.voice import BITRATE, PAUSE_AFTER_SENTENCE, WORDS_A_MINUTE

VOICE = "voice"
"""The folder of a narrated webinar that holds its spoken parts."""
PAUSE_AFTER_PARAGRAPH = 0.95
PAUSE_BEFORE_OTHER_VOICE = 0.65
"""Seconds: in a conversation, one voice answers the other sooner than it starts a thought of its own."""
PAUSE_AFTER_CHAPTER = 1.5

# Raised whenever the code in this folder makes other audio, or other captions, from the same script.
_RECIPE = 3


@dataclass(frozen=True)
class SpokenParagraph:
    """A paragraph for a voice: its displayed sentences, the same as either engine has to read them, the pause after."""

    natural: PartWords
    stand_in: tuple[SpokenSentence, ...]
    pause_after: float

    @property
    def sentences(self) -> tuple[str, ...]:
        """As readers see them."""
        return self.natural.sentences

    @property
    def voice(self) -> str:
        """Its name in webinar.yml."""
        return self.natural.voice


@dataclass(frozen=True)
class NarrationJob:
    """All that shapes a narration: what is said, and by which voices. Spoken parts are kept in ``folder``."""

    slug: str
    folder: Path
    paragraphs: tuple[SpokenParagraph, ...]

    @property
    def natural_key(self) -> str:
        """Names the recording that is joined from parts: another script, voice or pause, another key."""
        return _hash([_RECIPE, [(p.natural.key, p.pause_after) for p in self.paragraphs]])

    @property
    def stand_in_key(self) -> str:
        """Names the recording of the stand-in: another script, voice, list or library, another key."""
        libraries = [f"{name} {importlib.metadata.version(name)}" for name in ("espeakng-loader", "lameenc")]
        said = [(p.voice, p.sentences, [s.text for s in p.stand_in], p.pause_after) for p in self.paragraphs]
        return _hash([_RECIPE, libraries, WORDS_A_MINUTE, BITRATE, PAUSE_AFTER_SENTENCE, said])


def narration_job(folder: Path, voices: Sequence[str], script: Script, respellings: Respellings) -> NarrationJob:
    """The job that narrates the script of a webinar's folder; ``voices`` are those that the script counts from 1."""
    paragraphs = []
    for chapter in script.chapters:
        for index, paragraph in enumerate(chapter.paragraphs):
            following = chapter.paragraphs[index + 1] if index + 1 < len(chapter.paragraphs) else None
            if following is None:
                pause = PAUSE_AFTER_CHAPTER
            elif following.speaker != paragraph.speaker:
                pause = PAUSE_BEFORE_OTHER_VOICE
            else:
                pause = PAUSE_AFTER_PARAGRAPH
            natural = tuple(spoken_sentence(sentence, respellings.natural) for sentence in paragraph.sentences)
            stand_in = tuple(spoken_sentence(sentence, respellings.stand_in) for sentence in paragraph.sentences)
            words = PartWords(voices[paragraph.speaker - 1], paragraph.sentences, natural)
            paragraphs.append(SpokenParagraph(words, stand_in, pause + paragraph.pause_after))
    return NarrationJob(folder.name, folder / VOICE, tuple(paragraphs))


def _hash(recipe: object) -> str:
    return hashlib.sha256(json.dumps(recipe).encode()).hexdigest()[:32]
