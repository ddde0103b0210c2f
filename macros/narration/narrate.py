"""Makes narrations: cues with their times and an MP3, kept in a cache.

A webinar whose paragraphs have all been spoken by the natural voices (`make voice`) is joined from those parts. If one
part is missing, the stand-in speaks the whole webinar: never two engines in one talk.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from macros.captions.breaking import break_into_cues
from macros.model import Cue
from macros.narration.job import NarrationJob
from macros.narration.natural.joining import Joined, joined
from macros.narration.natural.parts import PartStore
from macros.narration.stand_in import speak
from macros.narration.timing import NarrationTimes, SentenceTimes, timed_words
from macros.narration.voice import VoiceError, voice_problem
from macros.narration.whole_files import write_whole

ESTIMATED_SECONDS_A_WORD = 0.37
"""The measured speed of the natural voices within a sentence."""


class Engine(Enum):
    """What gives a narration its times."""

    NATURAL = "natural"
    STAND_IN = "stand-in"
    ESTIMATE = "estimate"


@dataclass(frozen=True)
class NarrationResult:
    """What a script sounds like: its length, the cues of each paragraph in order, and when each word of it starts.

    ``audio`` is None where it has not been made, or the times are only an estimate.
    """

    duration: float
    paragraphs: tuple[tuple[Cue, ...], ...]
    audio: Path | None
    engine: Engine
    word_starts: tuple[tuple[float, ...], ...]


def narration_cache(root: Path) -> Path:
    """Where the narrations of a project are kept."""
    return root / ".build-cache" / "narration"


def kept_or_estimated(job: NarrationJob, cache: Path) -> NarrationResult:
    """A job's narration if it has been made, else its times as they will be, or will be about, without audio."""
    if kept := _cached(cache, job.natural_key, Engine.NATURAL):
        return kept
    if parts := joined_parts(job):
        return _result(job, NarrationTimes(parts.duration, parts.sentences), None, Engine.NATURAL)
    if kept := _cached(cache, job.stand_in_key, Engine.STAND_IN):
        return kept
    return _result(job, estimated_times(job), None, Engine.ESTIMATE)


def make_narrations(jobs: Sequence[NarrationJob], cache: Path, progress: Callable[[str], None]) -> None:
    """Makes the narrations that the cache does not have: joined from parts, or by the stand-in in parallel processes.

    ``progress`` is told of each that the stand-in has to speak; where this machine cannot do even that, why, once.
    Raises VoiceError if a voice does not exist.
    """
    cache.mkdir(parents=True, exist_ok=True)
    unspoken = []
    for job in jobs:
        if _cached(cache, job.natural_key, Engine.NATURAL):
            continue
        if parts := joined_parts(job):
            _keep(job, NarrationTimes(parts.duration, parts.sentences), parts.mp3, Engine.NATURAL, cache)
        else:
            unspoken.append(job)
    if unspoken:
        slugs = ", ".join(job.slug for job in unspoken)
        progress(f"Warning: not all paragraphs have a natural voice, so espeak reads all of: {slugs}. See: make voice")
    missing = [job for job in unspoken if _cached(cache, job.stand_in_key, Engine.STAND_IN) is None]
    if not missing:
        return
    if problem := voice_problem():
        progress(f"webinars are read only: {problem}")
        return
    _make_missing(missing, cache, progress)


def joined_parts(job: NarrationJob) -> Joined | None:
    """The recording joined from the natural voices' parts, or None if a part is missing or damaged."""
    store = PartStore(job.folder)
    parts = []
    for paragraph in job.paragraphs:
        part = store.get(paragraph.natural)
        if part is None:
            return None
        parts.append((part, paragraph.pause_after))
    return joined(parts)


def estimated_times(job: NarrationJob) -> NarrationTimes:
    """Times at the natural voices' usual speed, spread evenly over the words of each sentence."""
    sentences = []
    clock = 0.0
    for paragraph in job.paragraphs:
        pauses = (*paragraph.natural.pauses, paragraph.pause_after)
        for sentence, pause in zip(paragraph.sentences, pauses, strict=True):
            count = len(sentence.split())
            words = tuple(clock + index * ESTIMATED_SECONDS_A_WORD for index in range(count))
            end = clock + count * ESTIMATED_SECONDS_A_WORD
            sentences.append(SentenceTimes(clock, end, words))
            clock = end + pause
    return NarrationTimes(clock, tuple(sentences))


def _result(job: NarrationJob, times: NarrationTimes, audio: Path | None, engine: Engine) -> NarrationResult:
    heard = iter(times.sentences)
    words = [timed_words(p.sentences, [next(heard) for _ in p.sentences]) for p in job.paragraphs]
    return NarrationResult(
        times.duration,
        tuple(break_into_cues(paragraph) for paragraph in words),
        audio,
        engine,
        tuple(tuple(word.start for word in paragraph) for paragraph in words),
    )


def _make_missing(jobs: Sequence[NarrationJob], cache: Path, progress: Callable[[str], None]) -> None:
    # A process a narration (see Voice), started clean so that it shares no state with this one.
    with ProcessPoolExecutor(
        max_workers=min(len(jobs), os.cpu_count() or 1),
        mp_context=multiprocessing.get_context("spawn"),
        max_tasks_per_child=1,
        # Ctrl+C ends it without a word: the process that asked for it says so.
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    ) as pool:
        futures = {pool.submit(_speak_into, job, cache): job for job in jobs}
        for done, future in enumerate(as_completed(futures), start=1):
            job = futures[future]
            try:
                seconds = future.result()
            except VoiceError as error:
                raise VoiceError(f"{job.slug}: {error}") from None
            progress(f"narrated {done} of {len(jobs)}: {job.slug} ({seconds / 60:.1f} minutes)")


def _speak_into(job: NarrationJob, cache: Path) -> float:
    times, mp3 = speak(job)
    _keep(job, times, mp3, Engine.STAND_IN, cache)
    return times.duration


def _keep(job: NarrationJob, times: NarrationTimes, mp3: bytes, engine: Engine, cache: Path) -> None:
    result = _result(job, times, None, engine)
    key = _key(job, engine)
    write_whole(cache / f"{key}.mp3", mp3)
    record = {
        "sha256": hashlib.sha256(mp3).hexdigest(),
        "duration": round(result.duration, 3),
        "paragraphs": [[[c.start, c.end, c.lines] for c in cues] for cues in result.paragraphs],
        "words": [[round(start, 3) for start in starts] for starts in result.word_starts],
    }
    # Last, because its presence says that the narration is complete.
    write_whole(cache / f"{key}.json", json.dumps(record).encode())


def _key(job: NarrationJob, engine: Engine) -> str:
    return job.natural_key if engine is Engine.NATURAL else job.stand_in_key


def _cached(cache: Path, key: str, engine: Engine) -> NarrationResult | None:
    """What the cache has under a key; None where that is missing, cut off or damaged, so that it is made again."""
    audio = cache / f"{key}.mp3"
    try:
        stored = json.loads((cache / f"{key}.json").read_text(encoding="utf-8"))
        if stored["sha256"] != hashlib.sha256(audio.read_bytes()).hexdigest():
            return None
        paragraphs = tuple(
            tuple(Cue(float(start), float(end), tuple(lines)) for start, end, lines in cues)
            for cues in stored["paragraphs"]
        )
        words = tuple(tuple(float(start) for start in starts) for starts in stored["words"])
        return NarrationResult(float(stored["duration"]), paragraphs, audio, engine, words)
    except (OSError, ValueError, KeyError, TypeError):
        return None
