"""Gives the webinars of a catalogue their narrations: making audio is publishing's work, not reading's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from macros.model import Catalogue, Narration, Webinar
from macros.narration.narrate import kept_or_estimated, make_narrations, narration_cache
from macros.narration.transcript import NarratedWords
from macros.problems import ContentError
from macros.reading.settings_fields import LengthFields
from macros.reading.webinar import length_problems


def narrated(catalogue: Catalogue, root: Path, lengths: LengthFields, progress: Callable[[str], None]) -> Catalogue:
    """The catalogue with a narration for each webinar that has a script; those that are missing are made.

    ``progress`` is told of each. Raises ContentError if one turns out to be too long or too short for ``lengths``.
    """
    cache = narration_cache(root)
    make_narrations([w.words.job for w in catalogue.webinars if isinstance(w.words, NarratedWords)], cache, progress)
    webinars = tuple(_with_narration(webinar, cache) for webinar in catalogue.webinars)
    if problems := [p for w in webinars for p in length_problems(w, lengths, f"webinars/{w.slug}/webinar.yml", 0)]:
        raise ContentError(problems)
    return replace(catalogue, webinars=webinars)


def _with_narration(webinar: Webinar, cache: Path) -> Webinar:
    words, recording = webinar.words, webinar.recording
    if not (isinstance(words, NarratedWords) and isinstance(recording, Narration)) or words.narration.audio:
        return webinar
    result = kept_or_estimated(words.job, cache)
    return replace(
        webinar,
        recording=replace(recording, audio=result.audio),
        duration=result.duration,
        words=replace(words, narration=result),
    )
