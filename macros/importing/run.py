"""Imports a file into a webinar's folder: reads it, makes captions of it, writes them, and gives the report."""

from __future__ import annotations

import re
from dataclasses import replace as replaced
from pathlib import Path

from macros.importing.converting import Choices, convert
from macros.importing.decoding import LARGEST_WORD_FILE
from macros.importing.keeping import Place, keep
from macros.importing.report import report
from macros.importing.said import refuse
from macros.problems import ContentError
from macros.reading.catalogue import webinar_folders
from macros.reading.mishearings import read_mishearings
from macros.reading.references import no_webinar
from macros.reading.text_file import relative_name
from macros.reading.webinar import ORIGINAL
from macros.settings import read_settings

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def import_file(root: Path, source: Path, slug: str, choices: Choices, replace: bool = False) -> str:
    """Writes webinars/<slug>/captions.<language>.vtt from the file; the report on it.

    Keeps the file and a draft of the transcript in webinars/<slug>/original/. ``replace``: also over
    captions that a person has changed. Raises ContentError, and then has written nothing.
    """
    folder = _folder(root, slug)
    if not _LANGUAGE.fullmatch(choices.language):
        raise refuse("--language", 0, f"has to look like en or cy, not '{choices.language}'")
    name = relative_name(source.resolve(), root)
    content = _content(source, name)
    misheard, problems = read_mishearings(root)
    if problems:
        raise ContentError(problems)
    settings = read_settings(root)[0]
    by_rule = replaced(choices, longest=settings.lengths.longest) if settings else choices
    imported = convert(content, name, by_rule, misheard)
    place = Place(folder, choices.language)
    keep(root, place, source, content, {place.captions: imported.captions, place.draft: imported.draft}, replace)
    captions = relative_name(place.captions, root)
    kept = relative_name(place.original(source), root)
    end = (
        f"Wrote {captions}. The original is kept as {kept}, with a draft of the transcript to read:"
        f" {relative_name(place.draft, root)}. Remove the folder {ORIGINAL}/ when you no longer need it,"
        " and before you publish if it names people who did not agree to that."
    )
    return f"{report(imported, source.name, place.captions.name)}\n\n{end}"


def _folder(root: Path, slug: str) -> Path:
    folders = {folder.name: folder for folder in webinar_folders(root)}
    if slug not in folders:
        raise refuse("--into", 0, no_webinar(slug, set(folders)))
    if (folders[slug] / "script.md").is_file():
        message = "is read by a computer voice, so its captions are made from script.md; remove that file first"
        raise refuse(relative_name(folders[slug], root), 0, message)
    return folders[slug]


def _content(source: Path, name: str) -> bytes:
    try:
        if source.stat().st_size > LARGEST_WORD_FILE:
            message = f"is {source.stat().st_size:,} bytes; the most is {LARGEST_WORD_FILE:,}: is it the right file?"
            raise refuse(name, 0, message)
        return source.read_bytes()
    except OSError as error:
        raise refuse(name, 0, f"could not be read ({error.strerror})") from error
