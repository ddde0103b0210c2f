"""Reads webinars/ into a Catalogue: every folder once, every problem in one run."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from macros.model import Catalogue, ChapterStart, Transcript, Vocabulary, Webinar
from macros.narration.spoken import Respellings
from macros.pictures.book import Picture
from macros.problems import Problem
from macros.reading.fields import WebinarFields
from macros.reading.files import entries_of, odd_file
from macros.reading.recorded_words import RecordedWords
from macros.reading.settings_fields import DEFAULT_LENGTHS, LengthFields
from macros.reading.text_file import read_text, relative_name
from macros.reading.webinar import ReadWebinar, folder_key, odd_versions, read_webinar, recording_of, webinar_of
from macros.reading.yaml_file import YamlData, check_model, parse_yaml
from macros.store import Store, key_of

Check = Callable[[Webinar, Sequence[Transcript]], Iterable[Problem]]
"""What else has to be right with a webinar; it is asked while the transcripts are in memory."""


def webinar_folders(root: Path) -> list[Path]:
    """The folders of webinars/, in order of their names."""
    return [folder for folder in entries_of(root / "webinars") if folder.is_dir() and not odd_file(folder)]


def read_catalogue(
    root: Path,
    vocabulary: Vocabulary | None,
    respellings: Respellings,
    pictures: Mapping[str, Picture] | None,
    store: Store | None = None,
    check: Check = lambda webinar, transcripts: (),
    lengths: LengthFields = DEFAULT_LENGTHS,
    media_base: str = "",
) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue of the project in ``root``, or None and every problem in its data.

    ``pictures`` are those that slides may show, or None where they could not be read.

    Recordings that are files are below the address ``media_base``, if there is one.

    Nothing is made: a narrated webinar without audio has the times that its narration will have, or an estimate.
    What a ``store`` knows to be right is neither read nor checked again.
    """
    problems: list[Problem] = []
    webinars: list[Webinar] = []
    shared = key_of_shared(vocabulary, lengths, media_base)
    for folder in webinar_folders(root):
        # Before its files are read: of what changes meanwhile nobody believes later that it was read.
        key = folder_key(folder, shared)
        if found := _stored(folder, root, vocabulary, key, store, media_base):
            webinars.append(found)
            continue
        read, more = read_webinar(folder, root, vocabulary, respellings, pictures, lengths, key, media_base)
        more += problems_beside(read, more, check)
        problems += more
        if read:
            webinars.append(read.webinar)
            if not more and store:
                _keep(read, store)
    problems += _clashes(webinars, root)
    if problems or vocabulary is None:
        return None, sorted(problems)
    return Catalogue(newest_first(webinars), vocabulary), []


def key_of_shared(vocabulary: Vocabulary | None, lengths: LengthFields, media_base: str) -> str:
    """A key of what shapes every webinar, beside its own folder."""
    return key_of(vocabulary, lengths, media_base)


def problems_beside(read: ReadWebinar | None, found: Sequence[Problem], check: Check) -> list[Problem]:
    """What ``check`` finds wrong with a webinar, which is asked only where reading it ``found`` nothing."""
    return [] if read is None or found else list(check(read.webinar, read.transcripts))


def newest_first(webinars: Iterable[Webinar]) -> tuple[Webinar, ...]:
    """Webinars in the order of the catalogue."""
    return tuple(sorted(webinars, key=lambda w: (-w.published.toordinal(), w.title)))


def _stored(
    folder: Path, root: Path, vocabulary: Vocabulary | None, key: str, store: Store | None, media_base: str
) -> Webinar | None:
    """A recorded webinar that was found right before, if none of its files has changed since."""
    if store is None or vocabulary is None or (folder / "script.md").is_file():
        return None
    kept = store.get(owner(folder.name), key) if key else None
    if kept is None:
        return None
    known = json.loads(kept)
    data = YamlData(known["data"])
    fields, problems = check_model(data, relative_name(folder / "webinar.yml", root), WebinarFields)
    if fields is None or problems or fields.duration is None:
        return None
    recording, problems = recording_of(fields.recording, folder, "", data, media_base)
    if recording is None or problems or any(odd_versions(fields, folder, "", data, media_base)):
        return None
    words = RecordedWords(
        root,
        tuple(known["languages"]),
        tuple(folder / name for name in known["files"]),
        tuple((start, title) for start, title in known["starts"]),
        fields.duration,
        tuple(ChapterStart(title, start) for title, start in known["chapters"]),
        key,
    )
    return webinar_of(folder, fields, vocabulary, recording, words, media_base=media_base)


def _keep(read: ReadWebinar, store: Store) -> None:
    """Notes that a recorded webinar is right, with what is known of it without its words."""
    words = read.webinar.words
    if not isinstance(words, RecordedWords):
        return
    known = {
        "data": read.data.value,
        "languages": words.languages,
        "files": [file.name for file in words.files],
        "starts": words.starts,
        "chapters": [(chapter.title, chapter.start) for chapter in words.chapters],
    }
    # Dates as people write them: they are read again from the words.
    store.put(owner(read.webinar.slug), words.key, json.dumps(known, default=str))


def owner(slug: str) -> str:
    """Under which name the store keeps that a webinar is right."""
    return f"webinar {slug}"


def _clashes(webinars: Sequence[Webinar], root: Path) -> list[Problem]:
    """Slugs and aliases are addresses: each may be used once."""
    taken = {webinar.slug: webinar.slug for webinar in webinars}
    problems = []
    for webinar in webinars:
        for index, alias in enumerate(webinar.aliases):
            if alias in taken:
                path = root / "webinars" / webinar.slug / "webinar.yml"
                data = parse_yaml(read_text(path, root)[0] or "", path.name)[0]
                message = f"the alias '{alias}' is taken by the webinar '{taken[alias]}'; use another"
                line = data.line(("aliases", index)) if data else 0
                problems.append(Problem(relative_name(path, root), line, message, "slug"))
            taken.setdefault(alias, webinar.slug)
    return problems
