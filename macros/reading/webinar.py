"""Reads the folder of one webinar: its YAML, its script or its captions, and what else it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path
from typing import Literal

from macros.captions.clock import clock
from macros.captions.paragraphs import transcript_from_captions
from macros.captions.reading import parse_vtt
from macros.model import (
    COMPUTER_VOICE,
    Extra,
    Made,
    MediaFile,
    Narration,
    OutsideRecording,
    Presenter,
    Recording,
    Transcript,
    Vocabulary,
    Webinar,
    Words,
)
from macros.narration.narrate import kept_or_estimated, narration_cache, narration_job
from macros.narration.script import Script, parse_script
from macros.narration.transcript import NarratedWords
from macros.narration.voice import unknown_voice
from macros.problems import Problem
from macros.reading.fields import SLUG, MadeFields, PresenterFields, RecordingFields, WebinarFields
from macros.reading.files import entries_of, odd_file
from macros.reading.recorded_words import RecordedWords, recorded_words
from macros.reading.text_file import read_markdown_text, read_text, relative_name
from macros.reading.vocabulary import unknown
from macros.reading.yaml_file import YamlData, read_model
from macros.store import key_of

SHORTEST = 15 * 60.0
LONGEST = 20 * 60.0
ESTIMATE_SLACK = 0.05
"""The share by which a narration may be longer or shorter than the estimate of its length."""
LAST_CUE_SLACK = 60.0
"""Seconds of a recording that may pass after its last caption."""

_AUDIO = {".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav"}
_VIDEO = {".mp4", ".m4v", ".webm", ".ogv"}
_OUTSIDE_HOSTS = {"YouTube": "www.youtube.com", "Vimeo": "vimeo.com"}


@dataclass(frozen=True)
class ReadWebinar:
    """A webinar, and the transcripts that were read to check it."""

    webinar: Webinar
    transcripts: tuple[Transcript, ...]


def read_webinar(
    folder: Path, root: Path, vocabulary: Vocabulary | None, respellings: Mapping[str, str]
) -> tuple[ReadWebinar | None, list[Problem]]:
    """The webinar in a folder of webinars/, or None and every problem in its files."""
    name = relative_name(folder, root)
    if not SLUG.fullmatch(folder.name):
        message = "a webinar's folder is named with small letters, numbers and single hyphens"
        return None, [Problem(name, 0, message, "slug")]
    path = folder / "webinar.yml"
    if not path.is_file():
        return None, [Problem(name, 0, "has no webinar.yml; every webinar's folder needs one", "webinar")]
    fields, data, problems = read_model(path, root, WebinarFields)
    if fields is None or data is None:
        # A script has problems of its own to tell, whatever the YAML is like.
        has_script = (folder / "script.md").is_file()
        return None, problems + (_read_script(folder, root)[1] if has_script else [])
    if vocabulary is None:
        return None, problems
    file = relative_name(path, root)
    problems += _unknown_words(fields, vocabulary, file, data)
    recording, more = recording_of(fields.recording, folder, file, data)
    problems += more
    if fields.recording.narration:
        return _read_narrated(folder, root, fields, data, vocabulary, respellings, problems)
    words, transcripts, more = _read_captions(folder, root, fields, data, vocabulary)
    problems += more
    if problems or recording is None or words is None:
        return None, problems
    webinar = webinar_of(folder, fields, vocabulary, recording, words)
    problems += length_problems(webinar, file, data.line(("duration",)))
    return ReadWebinar(webinar, transcripts), problems


def _read_narrated(
    folder: Path,
    root: Path,
    fields: WebinarFields,
    data: YamlData,
    vocabulary: Vocabulary,
    respellings: Mapping[str, str],
    problems: list[Problem],
) -> tuple[ReadWebinar | None, list[Problem]]:
    file = relative_name(folder / "webinar.yml", root)
    script, more = _read_script(folder, root)
    problems += more
    if fields.duration is not None:
        message = "'duration' is not for a narrated webinar: it comes from the narration; remove it"
        problems.append(Problem(file, data.line(("duration",)), message, "length"))
    voice = fields.recording.narration.voice if fields.recording.narration else ""
    if problem := unknown_voice(voice):
        line = data.line(("recording", "narration", "voice"))
        problems.append(Problem(file, line, problem, "recording"))
    if problems or script is None:
        return None, problems
    job = narration_job(folder.name, voice, script, respellings)
    words = NarratedWords(script, job, fields.language, kept_or_estimated(job, narration_cache(root)))
    recording = Narration(voice, words.narration.audio)
    webinar = webinar_of(folder, fields, vocabulary, recording, words, words.narration.duration)
    return ReadWebinar(webinar, words.load()), length_problems(webinar, file, data.line(("recording",)))


def _read_script(folder: Path, root: Path) -> tuple[Script | None, list[Problem]]:
    path = folder / "script.md"
    if not path.is_file():
        name = relative_name(folder, root)
        return None, [Problem(name, 0, "has no script.md; a narrated webinar needs one", "script")]
    text, problems = read_markdown_text(path, root)
    if text is None:
        return None, problems
    script, problems = parse_script(text, relative_name(path, root))
    return (None if problems else script), problems


def _unknown_words(fields: WebinarFields, vocabulary: Vocabulary, file: str, data: YamlData) -> list[Problem]:
    return [
        *unknown(fields.topics, vocabulary.topics, "topic of webinars/topics.yml", file, data, ("topics",)),
        *unknown(fields.rungs, vocabulary.rungs, "rung of the ladder", file, data, ("rungs",)),
        *unknown(
            fields.audiences,
            vocabulary.audiences,
            "audience of webinars/topics.yml",
            file,
            data,
            ("audiences",),
        ),
        *unknown(fields.sources, vocabulary.sources, "source of data/sources.yml", file, data, ("sources",)),
        *unknown([fields.made.rung], vocabulary.rungs, "rung of the ladder", file, data, ("made", "rung")),
    ]


def _read_captions(
    folder: Path, root: Path, fields: WebinarFields, data: YamlData, vocabulary: Vocabulary
) -> tuple[RecordedWords | None, tuple[Transcript, ...], list[Problem]]:
    """The words of a recorded webinar, its own language first, and the transcripts that were read to check them."""
    file = relative_name(folder / "webinar.yml", root)
    problems: list[Problem] = []
    if fields.duration is None:
        message = "'duration' is missing; a recorded webinar needs its length, such as '17:30'"
        problems.append(Problem(file, 1, message, "length"))
    paths = {path.name.split(".")[1]: path for path in entries_of(folder) if fnmatch(path.name, "captions.*.vtt")}
    if fields.language not in paths:
        message = f"has no captions.{fields.language}.vtt; a recorded webinar needs captions in its language"
        return None, (), [*problems, Problem(relative_name(folder, root), 0, message, "captions")]
    starts, more = _chapter_starts(folder, root, fields, data, file)
    problems += more
    languages = [fields.language, *(key for key in paths if key != fields.language)]
    transcripts = []
    for language in languages:
        text, more = read_text(paths[language], root)
        problems += more
        if text is None:
            continue
        name = relative_name(paths[language], root)
        cues, more = parse_vtt(text, name)
        problems += more
        if not cues or more or fields.duration is None or not starts:
            continue
        problems += _last_cue_problems(cues[-1].cue.end, fields.duration, name)
        transcripts.append(transcript_from_captions(cues, starts, fields.duration, language))
    if problems or fields.duration is None:
        return None, (), problems
    key = folder_key(folder, key_of(vocabulary))
    words = recorded_words([paths[code] for code in languages], transcripts, starts, fields.duration, key)
    return words, tuple(transcripts), []


def _last_cue_problems(end: float, duration: float, name: str) -> list[Problem]:
    if end > duration:
        message = (
            f"the last caption ends at {clock(end)}, after the recording ({clock(duration)});"
            " check the captions, or 'duration' in webinar.yml"
        )
        return [Problem(name, 0, message, "length")]
    if duration - end > LAST_CUE_SLACK:
        message = (
            f"the last caption ends at {clock(end)}, more than {LAST_CUE_SLACK:.0f} seconds before the recording"
            f" ({clock(duration)}); check the captions, or 'duration' in webinar.yml"
        )
        return [Problem(name, 0, message, "length")]
    return []


def _chapter_starts(
    folder: Path, root: Path, fields: WebinarFields, data: YamlData, file: str
) -> tuple[list[tuple[float, str]], list[Problem]]:
    path = folder / "chapters.vtt"
    if path.is_file():
        text, problems = read_text(path, root)
        if text is None:
            return [], problems
        cues, problems = parse_vtt(text, relative_name(path, root))
        return [(spoken.cue.start, spoken.cue.text) for spoken in cues], problems
    starts = [(chapter.start, chapter.title) for chapter in fields.chapters]
    if not starts:
        message = "has no chapters; add 'chapters:' with a start and a title each, or a chapters.vtt"
        return [], [Problem(file, 1, message, "chapters")]
    for index, (before, after) in enumerate(pairwise(starts), start=1):
        if after[0] <= before[0]:
            message = f"the chapter '{after[1]}' starts before the one above it"
            return [], [Problem(file, data.line(("chapters", index)), message, "chapters")]
    return starts, []


def recording_of(
    fields: RecordingFields, folder: Path, file: str, data: YamlData
) -> tuple[Recording | None, list[Problem]]:
    """Where the recording is, or None and what is wrong with it."""
    if fields.narration:
        return Narration(fields.narration.voice, None), []
    if fields.youtube:
        return OutsideRecording("YouTube", fields.youtube, _OUTSIDE_HOSTS["YouTube"]), []
    if fields.vimeo:
        return OutsideRecording("Vimeo", fields.vimeo, _OUTSIDE_HOSTS["Vimeo"]), []
    if fields.peertube:
        return OutsideRecording("PeerTube", fields.peertube.id, fields.peertube.host), []
    name = str(fields.file)
    line = data.line(("recording", "file"))
    suffix = Path(name.split("?")[0]).suffix.lower()
    if suffix not in _AUDIO | _VIDEO:
        known = ", ".join(sorted(_AUDIO | _VIDEO))
        message = f"'{name}' is no kind of recording that browsers play; use one of {known}"
        return None, [Problem(file, line, message, "recording")]
    kind: Literal["audio", "video"] = "audio" if suffix in _AUDIO else "video"
    if name.startswith("https://"):
        return MediaFile(kind, None, name), []
    path = folder / name
    # A link in the folder must not lead out of it.
    if not path.is_file() or folder.resolve() not in path.resolve().parents:
        message = f"'{name}' is not in this webinar's folder; add it, or correct its name"
        return None, [Problem(file, line, message, "recording")]
    return MediaFile(kind, path, name), []


def webinar_of(
    folder: Path,
    fields: WebinarFields,
    vocabulary: Vocabulary,
    recording: Recording,
    words: Words,
    duration: float = 0,
) -> Webinar:
    """The webinar of checked fields; ``duration`` in seconds where the fields have none."""
    return Webinar(
        slug=folder.name,
        title=fields.title,
        summary=fields.summary,
        published=fields.published,
        presenters=tuple(_presenter(fields) for fields in fields.presenters),
        topics=tuple(vocabulary.topics[key] for key in fields.topics),
        rungs=tuple(vocabulary.rungs[key] for key in fields.rungs),
        audiences=tuple(vocabulary.audiences[key] for key in fields.audiences),
        aim=fields.aim,
        outcomes=fields.outcomes,
        sources=tuple(vocabulary.sources[key] for key in fields.sources),
        licence=fields.licence,
        made=made(fields.made, vocabulary),
        recording=recording,
        duration=fields.duration or duration,
        words=words,
        easier_words=fields.easier_words or "",
        length_exception=fields.length_exception or "",
        aliases=fields.aliases,
        extras=_extras(folder, fields.language),
    )


def _presenter(fields: PresenterFields | str) -> Presenter:
    if isinstance(fields, str):
        return Presenter(COMPUTER_VOICE)
    return Presenter(fields.name, fields.role or "", fields.organisation or "")


def made(fields: MadeFields, vocabulary: Vocabulary) -> Made:
    """How a page came to be; its rung has to be in the vocabulary."""
    return Made(vocabulary.rungs[fields.rung], fields.by, fields.when, fields.reviewed_by)


def _extras(folder: Path, language: str) -> tuple[Extra, ...]:
    """Other versions that the folder holds, by their names (see docs/contribute/add-a-webinar.md)."""
    found: list[Extra] = []
    for path in entries_of(folder):
        match path.name.split("."):
            case ["slides", "pdf"]:
                found.append(Extra("slides", path))
            case ["poster", "svg" | "png" | "jpg" | "webp"]:
                found.append(Extra("poster", path))
            case ["bsl", "mp4" | "webm"]:
                found.append(Extra("bsl", path, "bfi"))
            case ["described", "mp4" | "webm"]:
                found.append(Extra("described", path, language))
            case ["descriptions", code, "vtt"]:
                found.append(Extra("descriptions", path, code))
            case ["captions", code, "vtt"]:
                found.append(Extra("captions", path, code))
    return tuple(found)


def length_problems(webinar: Webinar, file: str, line: int) -> list[Problem]:
    """A webinar takes 15 to 20 minutes, or says why not. An estimated length may be out by a little."""
    if webinar.length_exception:
        return []
    estimated = isinstance(webinar.recording, Narration) and webinar.recording.audio is None
    slack = ESTIMATE_SLACK if estimated else 0
    if SHORTEST * (1 - slack) <= webinar.duration <= LONGEST * (1 + slack):
        return []
    message = (
        f"duration {clock(webinar.duration)} is outside {clock(SHORTEST)}-{clock(LONGEST)}; "
        + ("make the script longer or shorter" if webinar.is_narrated else "shorten the recording")
        + ", or say why in 'length_exception'"
    )
    return [Problem(file, line, message, "length")]


def folder_key(folder: Path, shared: str) -> str:
    """Another one whenever anything in the folder is another; empty if a file of it cannot be read."""
    entries = entries_of(folder)
    texts = []
    for path in entries:
        if odd_file(path):
            return ""
        if path.suffix in {".yml", ".vtt"}:
            try:
                texts.append(path.read_bytes())
            except OSError:
                return ""
    return key_of(shared, folder.name, [(path.name, path.is_file()) for path in entries], *texts)
