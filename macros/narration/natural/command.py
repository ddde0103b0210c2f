"""The command `python -m macros voice`, which `make voice` runs once the packages for it are there."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from macros.content.reading import read_parts
from macros.narration.job import NarrationJob
from macros.narration.natural.parts import PartWords
from macros.narration.script import split_sentences
from macros.narration.spoken import Respellings, spoken_sentence
from macros.narration.transcript import NarratedWords
from macros.problems import ContentError, Problem
from macros.reading.vocabulary import read_respellings

TRIAL = Path(".build-cache") / "say.mp3"


def voice(root: Path, options: argparse.Namespace, say: Callable[[str], None]) -> int:
    """Speaks what is missing, or tries words; the exit code. Raises ContentError if scripts cannot be read."""
    try:
        from macros.narration.natural import paragraph, speaking
    except ImportError as error:
        say(f"The natural voices are not installed ({error}). Speak with: make voice")
        return 1
    if options.say:
        words = _words(" ".join(options.say), options.voice, read_respellings(root)[0])
        speaker = paragraph.the_speaker()
        print(speaker.sounds(words))
        (root / TRIAL).parent.mkdir(parents=True, exist_ok=True)
        (root / TRIAL).write_bytes(speaker.speak(words).mp3)
        print(f"Written: {TRIAL.as_posix()}")
        return 0
    jobs = _jobs(root, options.slug)
    missing = speaking.missing_parts(jobs)
    if missing:
        say(f"{len(missing)} paragraphs to speak, {sum(part.count for part in missing):,} words. Stop with Ctrl+C:")
        say("what has been spoken is kept, and the next `make voice` goes on from there.")
        speaking.speak_missing(missing, _progress(say))
    removed = speaking.remove_orphans(jobs)
    print(f"Every paragraph has its voice: {len(jobs)} webinars.{f' {removed} old parts removed.' if removed else ''}")
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
