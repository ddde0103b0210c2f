"""Checks the folder of a webinar for files that nothing uses: mostly ones whose name is a little different."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from macros.model import MediaFile, Webinar
from macros.narration.job import VOICE
from macros.problems import Problem, did_you_mean
from macros.reading.fields import LANGUAGE
from macros.reading.files import entries_of
from macros.reading.text_file import relative_name
from macros.reading.webinar import AUDIO, ORIGINAL, VIDEO

RULE = "unused"

_WITH_LANGUAGE = re.compile(r"(captions|descriptions)\.(?P<language>[^.]*)\.vtt", re.IGNORECASE)
_KNOWN = (
    *("slides.pdf", "poster.svg", "poster.png", "poster.jpg", "poster.webp", "bsl.mp4", "bsl.webm"),
    *("described.mp4", "described.webm", "chapters.vtt", "captions.en.vtt", "descriptions.en.vtt", "script.md"),
    "webinar.yml",
)
_MEDIA = AUDIO | VIDEO | {".aac", ".flac", ".mov"}
"""Endings of recordings, those among them that browsers do not play."""
_VERSIONS = ("bsl", "described")
_SAVED_AS_PDF = frozenset({".ppt", ".pptx", ".odp", ".key"})


def check_folder(webinar: Webinar, root: Path) -> Iterator[Problem]:
    """A problem for each file in a webinar's folder that neither its page nor the build uses."""
    folder = root / "webinars" / webinar.slug
    used = {"webinar.yml", *(extra.path.name for extra in webinar.extras if extra.path)}
    used |= {"script.md", VOICE} if webinar.is_narrated else {"chapters.vtt", ORIGINAL}
    if isinstance(webinar.recording, MediaFile) and webinar.recording.path:
        used.add(webinar.recording.path.name)
    for path in entries_of(folder):
        if path.name not in used:
            message = f"nothing uses this file{_cure(path, webinar.is_narrated)}"
            yield Problem(relative_name(path, root), 0, message, RULE)
        elif (found := _WITH_LANGUAGE.fullmatch(path.name)) and not re.fullmatch(LANGUAGE, found["language"]):
            message = f"'{found['language']}' is no code of a language; write one such as {found[1]}.cy.vtt for Welsh"
            yield Problem(relative_name(path, root), 0, message, RULE)


def _cure(path: Path, is_narrated: bool) -> str:
    """What to do with a file that nothing uses."""
    name = path.name
    if path.suffix.lower() in _SAVED_AS_PDF:
        return "; slides are published as slides.pdf: save it as a PDF of that name, and remove this one"
    if name == "script.md":
        return "; a recorded webinar has captions in place of a script: remove it"
    if name == "chapters.vtt":
        return "; the chapters of a narrated webinar come from its script: remove it"
    if path.is_dir():
        return "; remove the folder, or take its files out of it"
    if path.suffix.lower() in _MEDIA and not is_narrated and not name.lower().startswith(_VERSIONS):
        return "; if it is the recording, name it in webinar.yml after 'file', or else remove it"
    return did_you_mean(name, _names(is_narrated)) or "; remove it, or name it in webinar.yml after 'file'"


def _names(is_narrated: bool) -> Sequence[str]:
    return [name for name in _KNOWN if name != ("chapters.vtt" if is_narrated else "script.md")]
