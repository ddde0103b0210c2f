"""Reads the folder of one webinar: its YAML, its script or its captions, and what else it holds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
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
from macros.narration.job import narration_job
from macros.narration.narrate import Engine, estimated_times, kept_or_estimated, narration_cache
from macros.narration.script import Script, parse_script
from macros.narration.spoken import Respellings
from macros.narration.transcript import NarratedWords
from macros.pictures.book import Picture
from macros.problems import Problem
from macros.reading.fields import LICENCES, SLUG, AnyPresenter, MadeFields, RecordingFields, VoiceFields, WebinarFields
from macros.reading.files import entries_of, odd_file
from macros.reading.recorded_words import RecordedWords, recorded_words
from macros.reading.settings_fields import LengthFields
from macros.reading.text_file import read_markdown_text, read_text, relative_name
from macros.reading.vocabulary import unknown
from macros.reading.yaml_file import YamlData, read_model
from macros.slides.layouts import Number, Quote
from macros.slides.reading import Known
from macros.store import key_of

ESTIMATE_SLACK = 0.05
"""The share by which a narration may be longer or shorter than the estimate of its length."""
LAST_CUE_SLACK = 60.0
"""Seconds of a recording that may pass after its last caption."""

AUDIO = frozenset({".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav"})
VIDEO = frozenset({".mp4", ".m4v", ".webm", ".ogv"})
"""Endings of recordings that browsers play."""
ORIGINAL = "original"
"""The folder of a webinar that holds what was imported."""
_BSL = "bfi"
"""The code of British Sign Language, as BCP 47 has it."""
_OUTSIDE_HOSTS = {"YouTube": "www.youtube.com", "Vimeo": "vimeo.com"}


@dataclass(frozen=True)
class ReadWebinar:
    """A webinar, and what was read to check it: its transcripts, and the data of its webinar.yml."""

    webinar: Webinar
    transcripts: tuple[Transcript, ...]
    data: YamlData


def read_webinar(
    folder: Path,
    root: Path,
    vocabulary: Vocabulary | None,
    respellings: Respellings,
    pictures: Mapping[str, Picture] | None,
    lengths: LengthFields,
    key: str,
    media_base: str = "",
) -> tuple[ReadWebinar | None, list[Problem]]:
    """The webinar in a folder of webinars/, or None and every problem in its files.

    ``key`` is that of the folder: see ``folder_key``. Below the address ``media_base`` are the recordings that
    stand beside no page; it is empty if there are none.
    """
    known = Known(vocabulary.rungs, vocabulary.sources, pictures) if vocabulary else None
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
        return None, problems + (_read_script(folder, root, known)[1] if has_script and known else [])
    if vocabulary is None or known is None:
        return None, problems
    file = relative_name(path, root)
    problems += _unknown_words(fields, vocabulary, file, data)
    problems += _odd_presenters(fields, file, data)
    problems += odd_versions(fields, folder, file, data, media_base)
    recording, more = recording_of(fields.recording, folder, file, data, media_base)
    problems += more
    if fields.recording.narration:
        return _read_narrated(folder, root, fields, data, vocabulary, known, respellings, lengths, problems, media_base)
    words, transcripts, more = _read_captions(folder, root, fields, data, key)
    problems += more
    if problems or recording is None or words is None:
        return None, problems
    webinar = webinar_of(folder, fields, vocabulary, recording, words, media_base=media_base)
    problems += length_problems(webinar, lengths, file, data.line(("duration",)))
    return ReadWebinar(webinar, transcripts, data), problems


def _read_narrated(
    folder: Path,
    root: Path,
    fields: WebinarFields,
    data: YamlData,
    vocabulary: Vocabulary,
    known: Known,
    respellings: Respellings,
    lengths: LengthFields,
    problems: list[Problem],
    media_base: str,
) -> tuple[ReadWebinar | None, list[Problem]]:
    file = relative_name(folder / "webinar.yml", root)
    script, more = _read_script(folder, root, known)
    problems += more
    if fields.duration is not None:
        message = "'duration' is not for a narrated webinar: it comes from the narration; remove it"
        problems.append(Problem(file, data.line(("duration",)), message, "length"))
    voices = [presenter.voice for presenter in fields.presenters if isinstance(presenter, VoiceFields)]
    if script:
        problems += _odd_speakers(script, len(voices), folder, root, data)
        problems += _unlisted_sources(script, fields.sources, folder, root)
    if problems or script is None:
        return None, problems
    job = narration_job(folder, voices, script, respellings)
    # Where one voice reads all of it, its name would say nothing.
    names = [presenter.name.capitalize() for presenter in presenters_of(fields.presenters)]
    speakers = tuple(names) if len(voices) > 1 else ("",)
    narration = kept_or_estimated(job, narration_cache(root))
    words = NarratedWords(script, job, fields.language, narration, speakers)
    recording = Narration(words.narration.audio)
    webinar = webinar_of(folder, fields, vocabulary, recording, words, words.narration.duration, media_base)
    return ReadWebinar(webinar, words.load(), data), length_problems(webinar, lengths, file, data.line(("recording",)))


def _odd_presenters(fields: WebinarFields, file: str, data: YamlData) -> list[Problem]:
    """A script is read by voices, each once; a recording is of people."""
    problems = []
    seen: set[str] = set()
    for index, presenter in enumerate(fields.presenters):
        message = ""
        if isinstance(presenter, VoiceFields):
            if not fields.recording.narration:
                message = "a voice reads a script only; name the people who speak in the recording: '- name: ...'"
            elif presenter.voice in seen:
                message = f"the voice '{presenter.voice}' is here twice; use another, such as lewis"
            seen.add(presenter.voice)
        elif fields.recording.narration:
            message = f"'{presenter.name}' does not read the script; list the voices that do: '- {{voice: emma}}'"
        if message:
            problems.append(Problem(file, data.line(("presenters", index)), message, "presenters"))
    return problems


def _odd_speakers(script: Script, voices: int, folder: Path, root: Path, data: YamlData) -> list[Problem]:
    """Whoever speaks in the script is a presenter, and the other way round."""
    spoken = {paragraph.speaker: paragraph for c in script.chapters for paragraph in reversed(c.paragraphs)}
    problems = []
    for speaker, paragraph in sorted(spoken.items()):
        if not 1 <= speaker <= voices:
            message = (
                f"'Voice {speaker}' is not in webinar.yml, which has {voices} under 'presenters';"
                " add '- {voice: lewis}' there, or correct the number"
            )
            problems.append(Problem(relative_name(folder / "script.md", root), paragraph.line, message, "presenters"))
    for index in range(voices):
        if index + 1 not in spoken:
            message = (
                f"voice {index + 1} says nothing in script.md; start a line with 'Voice {index + 1}: ', or remove it"
            )
            file = relative_name(folder / "webinar.yml", root)
            problems.append(Problem(file, data.line(("presenters", index)), message, "presenters"))
    return problems


def _unlisted_sources(script: Script, listed: Collection[str], folder: Path, root: Path) -> list[Problem]:
    """A source that a slide names is one of those that the webinar's page lists."""
    file = relative_name(folder / "script.md", root)
    return [
        Problem(
            file,
            slide.line,
            f"the source '{slide.layout.source.key}' is missing under 'sources' in webinar.yml; add it there",
            "slide-layout",
        )
        for chapter in script.chapters
        for slide in chapter.slides
        if isinstance(slide.layout, Number | Quote) and slide.layout.source.key not in listed
    ]


def _read_script(folder: Path, root: Path, known: Known) -> tuple[Script | None, list[Problem]]:
    path = folder / "script.md"
    if not path.is_file():
        name = relative_name(folder, root)
        return None, [Problem(name, 0, "has no script.md; a narrated webinar needs one", "script")]
    text, problems = read_markdown_text(path, root)
    if text is None:
        return None, problems
    script, problems = parse_script(text, relative_name(path, root), known)
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
    folder: Path, root: Path, fields: WebinarFields, data: YamlData, key: str
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
    files = [paths[code] for code in languages]
    words = recorded_words(root, files, transcripts, starts, fields.duration, key)
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
    fields: RecordingFields, folder: Path, file: str, data: YamlData, media_base: str = ""
) -> tuple[Recording | None, list[Problem]]:
    """Where the recording is, or None and what is wrong with it.

    With a ``media_base``, an address with a slash at its end, all files are below it, in a folder for each webinar.
    """
    if fields.narration:
        return Narration(None), []
    if fields.youtube:
        return OutsideRecording("YouTube", fields.youtube, _OUTSIDE_HOSTS["YouTube"]), []
    if fields.vimeo:
        return OutsideRecording("Vimeo", fields.vimeo, _OUTSIDE_HOSTS["Vimeo"]), []
    if fields.peertube:
        return OutsideRecording("PeerTube", fields.peertube.id, fields.peertube.host), []
    name = str(fields.file)
    line = data.line(("recording", "file"))
    suffix = Path(name.split("?")[0]).suffix.lower()
    if suffix not in AUDIO | VIDEO:
        known = ", ".join(sorted(AUDIO | VIDEO))
        message = f"'{name}' is no kind of recording that browsers play; use one of {known}"
        return None, [Problem(file, line, message, "recording")]
    kind: Literal["audio", "video"] = "audio" if suffix in AUDIO else "video"
    if media_base or name.startswith("https://"):
        return MediaFile(kind, None, _elsewhere(name, folder.name, media_base)), []
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
    media_base: str = "",
) -> Webinar:
    """The webinar of checked fields; ``duration`` in seconds where the fields have none.

    Versions that are not in its folder are below the address ``media_base``, as recordings are.
    """
    return Webinar(
        slug=folder.name,
        title=fields.title,
        summary=fields.summary,
        published=fields.published,
        presenters=presenters_of(fields.presenters),
        topics=tuple(vocabulary.topics[key] for key in fields.topics),
        rungs=tuple(vocabulary.rungs[key] for key in fields.rungs),
        audiences=tuple(vocabulary.audiences[key] for key in fields.audiences),
        aim=fields.aim,
        outcomes=fields.outcomes,
        sources=tuple(vocabulary.sources[key] for key in fields.sources),
        licence=LICENCES[fields.licence],
        made=made(fields.made, vocabulary),
        recording=recording,
        duration=fields.duration or duration,
        words=words,
        easier_words=fields.easier_words or "",
        length_exception=fields.length_exception or "",
        aliases=fields.aliases,
        extras=(*_versions_elsewhere(fields, folder.name, media_base), *_extras(folder, fields.language)),
    )


def presenters_of(fields: Sequence[AnyPresenter]) -> tuple[Presenter, ...]:
    """Who speaks, as readers see them: one voice is a computer voice, several have a number each."""
    voices = [presenter for presenter in fields if isinstance(presenter, VoiceFields)]
    presenters = []
    for presenter in fields:
        if isinstance(presenter, VoiceFields):
            number = f" {voices.index(presenter) + 1}" if len(voices) > 1 else ""
            presenters.append(Presenter(f"{COMPUTER_VOICE}{number}"))
        else:
            presenters.append(Presenter(presenter.name, presenter.role or "", presenter.organisation or ""))
    return tuple(presenters)


def made(fields: MadeFields, vocabulary: Vocabulary) -> Made:
    """How a page came to be; its rung has to be in the vocabulary."""
    return Made(vocabulary.rungs[fields.rung], fields.by, fields.when, fields.reviewed_by)


def odd_versions(fields: WebinarFields, folder: Path, file: str, data: YamlData, media_base: str) -> Iterator[Problem]:
    """A version that is elsewhere is a film, its place is known, and it is not in the folder as well."""
    in_folder = {extra.kind: extra.address for extra in _extras(folder, fields.language)}
    for kind, name in fields.versions:
        if name is None:
            continue
        if Path(name.split("?")[0]).suffix.lower() not in VIDEO:
            message = f"'{name}' is no kind of film that browsers play; use one of {', '.join(sorted(VIDEO))}"
        elif kind in in_folder:
            message = f"the folder has {in_folder[kind]} as well; remove that file, or this line"
        elif not media_base and not name.startswith("https://"):
            message = (
                f"'{name}' has no place: set media_base_url in mkdocs.yml, write its whole address, or put the film"
                f" into the folder as {kind}.mp4 and remove this line"
            )
        else:
            continue
        yield Problem(file, data.line(("versions", kind)), message, "recording")


def _versions_elsewhere(fields: WebinarFields, slug: str, media_base: str) -> Iterator[Extra]:
    """The films of other versions that are not in the webinar's folder."""
    languages = {"bsl": _BSL, "described": fields.language}
    kinds: tuple[Literal["bsl", "described"], ...] = ("bsl", "described")
    for kind in kinds:
        name: str | None = getattr(fields.versions, kind)
        if name is not None:
            yield Extra(kind, None, languages[kind], _elsewhere(name, slug, media_base))


def _elsewhere(name: str, slug: str, media_base: str) -> str:
    """The address of a film or sound that is not in the webinar's folder."""
    return name if name.startswith("https://") else f"{media_base}{slug}/{name}"


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
                found.append(Extra("bsl", path, _BSL))
            case ["described", "mp4" | "webm"]:
                found.append(Extra("described", path, language))
            case ["descriptions", code, "vtt"]:
                found.append(Extra("descriptions", path, code))
            case ["captions", code, "vtt"]:
                found.append(Extra("captions", path, code))
    return tuple(found)


def length_problems(webinar: Webinar, lengths: LengthFields, file: str, line: int) -> list[Problem]:
    """A webinar is as long as the settings say, or says why not.

    Where the natural voice has not read a script yet, an estimate counts, which may be out by a little. How long the
    stand-in takes does not count.
    """
    if webinar.length_exception:
        return []
    duration, slack = webinar.duration, 0.0
    if isinstance(webinar.words, NarratedWords) and webinar.words.narration.engine is not Engine.NATURAL:
        duration, slack = estimated_times(webinar.words.job).duration, ESTIMATE_SLACK
    if 60 * lengths.shortest * (1 - slack) <= duration <= 60 * lengths.longest * (1 + slack):
        return []
    message = (
        f"duration {clock(duration)} is outside {lengths}; "
        + ("make the script longer or shorter" if webinar.is_narrated else "shorten the recording")
        + ", or say why in 'length_exception'"
    )
    return [Problem(file, line, message, "length")]


def folder_key(folder: Path, shared: str) -> str:
    """Another one whenever anything in a webinar's folder is another; empty if a file of it cannot be read.

    ``shared`` is a key of what is the same for all webinars.
    """
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
