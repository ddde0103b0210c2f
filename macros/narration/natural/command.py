"""The command `python -m macros voice`, which `make voice` runs once the packages for it are there."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from macros.content.reading import read_parts
from macros.narration.job import NarrationJob
from macros.narration.natural.missing import Missing, missing_parts, remove_orphans, spoken_before, take_from
from macros.narration.natural.parts import PartStore, PartWords
from macros.narration.script import split_sentences
from macros.narration.spoken import Respellings, spoken_sentence
from macros.narration.transcript import NarratedWords
from macros.problems import ContentError, Problem
from macros.reading.vocabulary import read_respellings

_NOT_HERE = "What the natural voices need is not installed; use: make voice"
TRIAL = Path(".build-cache") / "say.mp3"


def voice(root: Path, options: argparse.Namespace, say: Callable[[str], None]) -> int:
    """Speaks what is missing, tries words, or counts what is missing; the exit code.

    Raises ContentError if scripts cannot be read or spoken.
    """
    if options.say:
        return _try(root, " ".join(options.say), options.voice, say)
    jobs = _jobs(root, options.slug)
    missing = missing_parts(jobs)
    if options.missing:
        print(len(missing))
        return 0
    spoken = spoken_before(root)
    missing = take_from(spoken, missing)
    if missing and not _speak(missing, spoken, say):
        return 1
    removed = remove_orphans(jobs)
    print(f"Every paragraph has its voice: {len(jobs)} webinars.{f' {removed} old parts removed.' if removed else ''}")
    return 0


def _speak(missing: Sequence[Missing], spoken: PartStore, say: Callable[[str], None]) -> bool:
    """Whether it could speak them all; if not, it has said why."""
    try:
        from macros.narration.natural.speaking import speak_missing
    except ImportError as error:
        say(f"{_NOT_HERE} ({error})")
        return False
    say(f"{len(missing)} paragraphs to speak, {sum(part.count for part in missing):,} words. You may stop with Ctrl+C:")
    say("what has been spoken is kept, and the next `make voice` goes on from there.")
    try:
        speak_missing(missing, spoken, _progress(say))
    except BrokenProcessPool:
        say("The system has ended a process that was speaking. It may have too little memory: close other programs.")
        return False
    return True


def _try(root: Path, text: str, name: str, say: Callable[[str], None]) -> int:
    """Says the sounds of some words, and writes them as MP3."""
    try:
        from macros.narration.natural.paragraph import the_speaker
    except ImportError as error:
        say(f"{_NOT_HERE} ({error})")
        return 1
    respellings, problems = read_respellings(root)
    if problems:
        raise ContentError(problems)
    words = _words(text, name, respellings)
    print(the_speaker().sounds(words))
    (root / TRIAL).parent.mkdir(parents=True, exist_ok=True)
    (root / TRIAL).write_bytes(the_speaker().speak(words).mp3)
    print(f"Written: {TRIAL.as_posix()}")
    return 0


def _words(text: str, name: str, respellings: Respellings) -> PartWords:
    sentences = split_sentences(text)
    return PartWords(name, sentences, tuple(spoken_sentence(s, respellings.natural) for s in sentences))


def _jobs(root: Path, slugs: list[str]) -> list[NarrationJob]:
    """The jobs of the webinars asked for, or of all. What is wrong elsewhere in the content stops nothing here."""
    parts = read_parts(root)
    if parts.catalogue is None:
        raise ContentError(parts.problems)
    jobs = {w.slug: w.words.job for w in parts.catalogue.webinars if isinstance(w.words, NarratedWords)}
    if unknown := [slug for slug in slugs if slug not in jobs]:
        message = f"is no webinar with a script; use one of {', '.join(sorted(jobs))}"
        raise ContentError([Problem(f"webinars/{slug}", 0, message, "webinar") for slug in unknown])
    return [jobs[slug] for slug in slugs or sorted(jobs)]


def _progress(say: Callable[[str], None]) -> Callable[[str], None]:
    """One line that is written over on a terminal; elsewhere a line each."""
    if not sys.stderr.isatty():
        return say
    return lambda line: print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
