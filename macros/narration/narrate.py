"""Makes narrations: cues with their times and an MP3, kept in a cache, several at once."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import multiprocessing
import os
import signal
import tempfile
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from macros.captions.breaking import break_into_cues
from macros.model import Cue
from macros.narration.script import Script
from macros.narration.spoken import SpokenSentence, spoken_sentence
from macros.narration.timing import SentenceTimes, timed_words
from macros.narration.voice import WORDS_A_MINUTE, Voice, VoiceError, stand_in, voice_problem

PAUSE_AFTER_SENTENCE = 0.35
PAUSE_AFTER_PARAGRAPH = 0.75
PAUSE_AFTER_CHAPTER = 1.5
BITRATE = 48
"""Of the MP3, in kbit/s: enough for one voice in mono."""

ESTIMATED_SECONDS_A_WORD = 60 / 139
"""The measured speed of the voice with its pauses, for machines that cannot speak."""

# Raised whenever the code in this folder makes other audio from the same script.
_RECIPE = 2


@dataclass(frozen=True)
class NarrationTimes:
    """A narration's length, and the times of its sentences in the order of the script."""

    duration: float
    sentences: tuple[SentenceTimes, ...]


@dataclass(frozen=True)
class NarrationResult:
    """What a script sounds like: its length, and the cues of each paragraph in order.

    ``audio`` is None where the times are only an estimate.
    """

    duration: float
    paragraphs: tuple[tuple[Cue, ...], ...]
    audio: Path | None


@dataclass(frozen=True)
class SpokenParagraph:
    """A paragraph for a voice: displayed sentences, the same as spoken, the pause after each, whose voice it is."""

    sentences: tuple[str, ...]
    spoken: tuple[SpokenSentence, ...]
    pauses: tuple[float, ...]
    voice: str


@dataclass(frozen=True)
class NarrationJob:
    """All that shapes a narration: what is said, and by which voices."""

    slug: str
    paragraphs: tuple[SpokenParagraph, ...]

    @property
    def key(self) -> str:
        """Names the narration in the cache: another script, voice, list or library, another key."""
        libraries = [f"{name} {importlib.metadata.version(name)}" for name in ("espeakng-loader", "lameenc")]
        said = [(p.voice, p.sentences, [s.text for s in p.spoken], p.pauses) for p in self.paragraphs]
        recipe = [_RECIPE, libraries, WORDS_A_MINUTE, BITRATE, said]
        return hashlib.sha256(json.dumps(recipe).encode()).hexdigest()[:32]


def narration_job(slug: str, voices: Sequence[str], script: Script, respellings: Mapping[str, str]) -> NarrationJob:
    """The job that narrates a script; ``voices`` are those that the script counts from 1."""
    paragraphs = []
    for chapter in script.chapters:
        for paragraph in chapter.paragraphs:
            ends_chapter = paragraph is chapter.paragraphs[-1]
            after = (PAUSE_AFTER_CHAPTER if ends_chapter else PAUSE_AFTER_PARAGRAPH) + paragraph.pause_after
            pauses = (*[PAUSE_AFTER_SENTENCE] * (len(paragraph.sentences) - 1), after)
            spoken = tuple(spoken_sentence(sentence, respellings) for sentence in paragraph.sentences)
            paragraphs.append(SpokenParagraph(paragraph.sentences, spoken, pauses, voices[paragraph.speaker - 1]))
    return NarrationJob(slug, tuple(paragraphs))


def narration_cache(root: Path) -> Path:
    """Where the narrations of a project are kept."""
    return root / ".build-cache" / "narration"


def kept_or_estimated(job: NarrationJob, cache: Path) -> NarrationResult:
    """A job's narration if it has been made, else its times as they will be about, without audio."""
    return _cached(cache, job.key) or _result(job, estimated_times(job), None)


def make_narrations(jobs: Sequence[NarrationJob], cache: Path, progress: Callable[[str], None]) -> None:
    """Makes the narrations that the cache does not have, in parallel processes.

    Where this machine has no voice, ``progress`` is told why, once, and nothing is made. Raises VoiceError if a
    voice does not exist.
    """
    keys = {job.slug: job.key for job in jobs}
    missing = [job for job in jobs if _cached(cache, keys[job.slug]) is None]
    if not missing:
        return
    if problem := voice_problem():
        progress(f"webinars are read only: {problem}")
        return
    _make_missing(missing, keys, cache, progress)


def estimated_times(job: NarrationJob) -> NarrationTimes:
    """Times at the voice's usual speed, spread evenly over the words of each sentence."""
    sentences = []
    clock = 0.0
    for _, sentence, pause in _sentences(job):
        words = tuple(clock + i * ESTIMATED_SECONDS_A_WORD for i in range(len(sentence.offsets)))
        end = clock + len(words) * ESTIMATED_SECONDS_A_WORD
        sentences.append(SentenceTimes(clock, end, words))
        # The usual pauses are in the measured speed already.
        clock = end + max(pause - PAUSE_AFTER_CHAPTER, 0)
    return NarrationTimes(clock, tuple(sentences))


def speak(job: NarrationJob) -> tuple[NarrationTimes, bytes]:
    """The times and the MP3 of a job. To be called once a process: see Voice."""
    import lameenc

    voice = Voice(stand_in(job.paragraphs[0].voice))
    samples = bytearray()
    sentences = []
    for name, sentence, pause in _sentences(job):
        voice.use(stand_in(name))
        start = len(samples) / 2 / voice.sample_rate
        speech = voice.say(sentence.text)
        samples += speech.samples
        end = len(samples) / 2 / voice.sample_rate
        words = word_starts(sentence, speech.words, end - start)
        sentences.append(SentenceTimes(start, end, tuple(start + offset for offset in words)))
        samples += voice.silence(pause)
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(BITRATE)
    encoder.set_in_sample_rate(voice.sample_rate)
    encoder.set_channels(1)
    encoder.set_quality(5)
    encoder.silence()
    mp3 = bytes(encoder.encode(bytes(samples)) + encoder.flush())
    return NarrationTimes(len(samples) / 2 / voice.sample_rate, tuple(sentences)), mp3


def _sentences(job: NarrationJob) -> Iterator[tuple[str, SpokenSentence, float]]:
    """Each sentence with the voice that says it and the pause after it."""
    for paragraph in job.paragraphs:
        for sentence, pause in zip(paragraph.spoken, paragraph.pauses, strict=True):
            yield paragraph.voice, sentence, pause


def _result(job: NarrationJob, times: NarrationTimes, audio: Path | None) -> NarrationResult:
    heard = iter(times.sentences)
    paragraphs = tuple(
        break_into_cues(timed_words(p.sentences, [next(heard) for _ in p.sentences])) for p in job.paragraphs
    )
    return NarrationResult(times.duration, paragraphs, audio)


def word_starts(sentence: SpokenSentence, events: Sequence[tuple[int, float]], length: float) -> list[float]:
    """When each displayed word starts, in seconds from the start of the sentence.

    The voice reports some words together and some twice. A word without a report of its own gets
    its time from its place between the reports on either side.
    """
    known = [(0, 0.0)]
    for offset, second in sorted(events):
        if offset > known[-1][0] and second >= known[-1][1]:
            known.append((offset, second))
    known.append((max(len(sentence.text), known[-1][0] + 1), max(length, known[-1][1])))
    starts = []
    for offset in sentence.offsets:
        index = min(bisect_right(known, (offset, float("inf"))) - 1, len(known) - 2)
        (left, left_second), (right, right_second) = known[index], known[index + 1]
        share = (offset - left) / (right - left)
        starts.append(left_second + share * (right_second - left_second))
    return starts


def _make_missing(
    jobs: Sequence[NarrationJob], keys: Mapping[str, str], cache: Path, progress: Callable[[str], None]
) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    # A process a narration (see Voice), started clean so that it shares no state with this one.
    with ProcessPoolExecutor(
        max_workers=min(len(jobs), os.cpu_count() or 1),
        mp_context=multiprocessing.get_context("spawn"),
        max_tasks_per_child=1,
        # Ctrl+C ends it without a word: the process that asked for it says so.
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    ) as pool:
        futures = {pool.submit(_speak_into, job, cache, keys[job.slug]): job for job in jobs}
        for done, future in enumerate(as_completed(futures), start=1):
            job = futures[future]
            try:
                seconds = future.result()
            except VoiceError as error:
                raise VoiceError(f"{job.slug}: {error}") from None
            progress(f"narrated {done} of {len(jobs)}: {job.slug} ({seconds / 60:.1f} minutes)")


def _speak_into(job: NarrationJob, cache: Path, key: str) -> float:
    times, mp3 = speak(job)
    result = _result(job, times, None)
    _write_whole(cache / f"{key}.mp3", mp3)
    record = {
        "duration": round(times.duration, 3),
        "paragraphs": [[[c.start, c.end, c.lines] for c in cues] for cues in result.paragraphs],
    }
    # Last, because its presence says that the narration is complete.
    _write_whole(cache / f"{key}.json", json.dumps(record).encode())
    return times.duration


def _write_whole(path: Path, content: bytes) -> None:
    """Writes a file that other processes see either not at all or complete."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)


def _cached(cache: Path, key: str) -> NarrationResult | None:
    audio = cache / f"{key}.mp3"
    record = cache / f"{key}.json"
    if not (record.is_file() and audio.is_file()):
        return None
    stored = json.loads(record.read_text(encoding="utf-8"))
    paragraphs = tuple(
        tuple(Cue(start, end, tuple(lines)) for start, end, lines in cues) for cues in stored["paragraphs"]
    )
    return NarrationResult(stored["duration"], paragraphs, audio)
