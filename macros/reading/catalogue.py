"""Reads webinars/ into a Catalogue: every folder once, every problem in one run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path
from typing import Literal

from macros.model import (
    COMPUTER_VOICE,
    Catalogue,
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
)
from macros.narration.narrate import NarrationJob, NarrationResult, narrate_all, narration_job
from macros.narration.script import Script, parse_script
from macros.narration.transcript import transcript_from_script
from macros.narration.voice import VoiceError
from macros.problems import Problem
from macros.reading.captions import clock, parse_vtt, transcript_from_captions
from macros.reading.fields import SLUG, MadeFields, PresenterFields, RecordingFields, WebinarFields
from macros.reading.files import entries_of
from macros.reading.text_file import read_text, relative_name
from macros.reading.vocabulary import read_respellings, read_vocabulary, unknown
from macros.reading.yaml_file import YamlData, read_model

SHORTEST = 15 * 60.0
LONGEST = 20 * 60.0
LAST_CUE_SLACK = 60.0
"""Seconds of a recording that may pass after its last caption."""

_AUDIO = {".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav"}
_VIDEO = {".mp4", ".m4v", ".webm", ".ogv"}
_OUTSIDE_HOSTS = {"YouTube": "www.youtube.com", "Vimeo": "vimeo.com"}


@dataclass(frozen=True)
class _Draft:
    """A webinar whose YAML is checked, and which waits for its narration if it has one."""

    slug: str
    file: str
    data: YamlData
    fields: WebinarFields
    webinar: Webinar
    script: Script | None
    job: NarrationJob | None


def webinar_folders(root: Path) -> list[Path]:
    """The folders of webinars/, in order of their names."""
    return [folder for folder in entries_of(root / "webinars") if folder.is_dir()]


def read_catalogue(
    root: Path, progress: Callable[[str], None] = lambda message: None
) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue of the project in ``root``, or None and every problem in its data.

    Makes the narrations that the cache does not have; ``progress`` is told of each.
    """
    vocabulary, problems = read_vocabulary(root)
    respellings, more = read_respellings(root)
    problems += more
    drafts: list[_Draft] = []
    for folder in webinar_folders(root):
        draft, more = _read_folder(folder, root, vocabulary, respellings)
        problems += more
        if draft:
            drafts.append(draft)
    problems += _clashes(drafts)
    narrations, more = _narrate(drafts, root, progress)
    problems += more
    webinars = []
    for draft in drafts:
        webinar = _narrated(draft, narrations) if draft.job else draft.webinar
        if webinar:
            problems += _length_problems(webinar, draft)
            webinars.append(webinar)
    if problems or vocabulary is None:
        return None, sorted(problems)
    newest_first = sorted(webinars, key=lambda w: (-w.published.toordinal(), w.title))
    return Catalogue(tuple(newest_first), vocabulary), []


def _read_folder(
    folder: Path, root: Path, vocabulary: Vocabulary | None, respellings: Mapping[str, str]
) -> tuple[_Draft | None, list[Problem]]:
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
    file = relative_name(path, root)
    if vocabulary is None:
        return None, problems
    problems += _unknown_words(fields, vocabulary, file, data)
    script, job = None, None
    transcripts: tuple[Transcript, ...] = ()
    if fields.recording.narration:
        script, more = _read_script(folder, root)
        problems += more
        if fields.duration is not None:
            message = "'duration' is not for a narrated webinar: it comes from the narration; remove it"
            problems.append(Problem(file, data.line(("duration",)), message, "length"))
        if script and not problems:
            job = narration_job(folder.name, fields.recording.narration.voice, script, respellings)
    else:
        transcripts, more = _read_captions(folder, root, fields, data, file)
        problems += more
    recording, more = _recording(fields.recording, folder, file, data)
    problems += more
    if problems or recording is None:
        return None, problems
    webinar = _webinar(folder, fields, vocabulary, recording, transcripts)
    return _Draft(folder.name, file, data, fields, webinar, script, job), []


def _read_script(folder: Path, root: Path) -> tuple[Script | None, list[Problem]]:
    path = folder / "script.md"
    if not path.is_file():
        name = relative_name(folder, root)
        return None, [Problem(name, 0, "has no script.md; a narrated webinar needs one", "script")]
    text, problems = read_text(path, root)
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
    folder: Path, root: Path, fields: WebinarFields, data: YamlData, file: str
) -> tuple[tuple[Transcript, ...], list[Problem]]:
    """The transcripts of a recorded webinar: its own language first, then the others."""
    problems: list[Problem] = []
    if fields.duration is None:
        message = "'duration' is missing; a recorded webinar needs its length, such as '17:30'"
        problems.append(Problem(file, 1, message, "length"))
    paths = {path.name.split(".")[1]: path for path in entries_of(folder) if fnmatch(path.name, "captions.*.vtt")}
    if fields.language not in paths:
        message = f"has no captions.{fields.language}.vtt; a recorded webinar needs captions in its language"
        return (), [*problems, Problem(relative_name(folder, root), 0, message, "captions")]
    starts, more = _chapter_starts(folder, root, fields, data, file)
    problems += more
    transcripts = []
    for language in [fields.language, *(key for key in paths if key != fields.language)]:
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
    return tuple(transcripts), problems


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


def _recording(
    fields: RecordingFields, folder: Path, file: str, data: YamlData
) -> tuple[Recording | None, list[Problem]]:
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


def _webinar(
    folder: Path,
    fields: WebinarFields,
    vocabulary: Vocabulary,
    recording: Recording,
    transcripts: tuple[Transcript, ...],
) -> Webinar:
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
        duration=fields.duration or 0,
        transcripts=transcripts,
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


def _narrate(
    drafts: Sequence[_Draft], root: Path, progress: Callable[[str], None]
) -> tuple[dict[str, NarrationResult], list[Problem]]:
    jobs = [draft.job for draft in drafts if draft.job]
    try:
        return narrate_all(jobs, root / ".build-cache" / "narration", progress), []
    except VoiceError as error:
        slug = str(error).split(":", 1)[0]
        draft = next(draft for draft in drafts if draft.slug == slug)
        line = draft.data.line(("recording", "narration", "voice"))
        message = f"{str(error).split(': ', 1)[1]}; use en-gb-x-rp or en-gb-x-rp+f3"
        return {}, [Problem(draft.file, line, message, "recording")]


def _narrated(draft: _Draft, narrations: Mapping[str, NarrationResult]) -> Webinar | None:
    """The webinar with its transcript and audio, or None if the narration failed."""
    result = narrations.get(draft.slug)
    if result is None or draft.script is None or not isinstance(draft.webinar.recording, Narration):
        return None
    return replace(
        draft.webinar,
        recording=replace(draft.webinar.recording, audio=result.audio),
        duration=result.duration,
        transcripts=(transcript_from_script(draft.script, result, draft.fields.language),),
    )


def _length_problems(webinar: Webinar, draft: _Draft) -> list[Problem]:
    if SHORTEST <= webinar.duration <= LONGEST:
        return []
    if webinar.length_exception:
        return []
    place = ("duration",) if draft.fields.duration else ("recording",)
    message = (
        f"duration {clock(webinar.duration)} is outside {clock(SHORTEST)}-{clock(LONGEST)}; "
        + ("make the script longer or shorter" if draft.job else "shorten the recording")
        + ", or say why in 'length_exception'"
    )
    return [Problem(draft.file, draft.data.line(place), message, "length")]


def _clashes(drafts: Sequence[_Draft]) -> list[Problem]:
    """Slugs and aliases are addresses: each may be used once."""
    taken = {draft.slug: draft.slug for draft in drafts}
    problems = []
    for draft in drafts:
        for index, alias in enumerate(draft.fields.aliases):
            if alias in taken:
                message = f"the alias '{alias}' is taken by the webinar '{taken[alias]}'; use another"
                problems.append(Problem(draft.file, draft.data.line(("aliases", index)), message, "slug"))
            taken.setdefault(alias, draft.slug)
    return problems
