"""Looks through the project for what can be mended, and writes it once somebody has said yes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.fixing.renames import renames, with_new_names, with_new_paths
from macros.fixing.texts import mended_lines, mended_markdown
from macros.reading.catalogue import webinar_folders
from macros.reading.files import content_files, entries_of
from macros.reading.pages import read_page
from macros.reading.text_file import read_text
from macros.settings import FILE as SETTINGS

_TEXTS = (".yml", ".md", ".vtt", ".txt")


@dataclass(frozen=True)
class Mend:
    """A file to be mended. Paths are relative to the project; texts are None for what is no text, such as a picture."""

    file: str
    new_file: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        lines = [f"rename from {self.file}", f"rename to {self.new_file}"] if self.new_file != self.file else []
        if self.before is not None and self.after is not None:
            before, after = _visible(self.before), _visible(self.after)
            lines += difflib.unified_diff(before, after, self.file, self.new_file, lineterm="")
        return "\n".join(lines)


def mends(root: Path) -> list[Mend]:
    """Everything that can be mended in the project in ``root``; nothing is written.

    A file that cannot be read is left to the check, which says why.
    """
    docs = root / "docs"
    files = frozenset(path.relative_to(docs).as_posix() for path in content_files(docs))
    new = renames(files)
    found = [
        *(_mended_page(docs / file, root, new, files) for file in sorted(files)),
        *(_mended_text(path, root, new) for path in _texts(root)),
    ]
    return [mend for mend in found if mend.file != mend.new_file or mend.before != mend.after]


def write(root: Path, found: list[Mend]) -> None:
    """Writes what was mended; a file gets its new name first, so that nothing is there twice."""
    for mend in found:
        path = root / mend.new_file
        if mend.new_file != mend.file:
            path.parent.mkdir(parents=True, exist_ok=True)
            (root / mend.file).rename(path)
            _remove_empty((root / mend.file).parent)
        if mend.after is not None and mend.after != mend.before:
            path.write_bytes(mend.after.encode())


def _remove_empty(folder: Path) -> None:
    """Removes a folder whose last file has a new place."""
    if not any(folder.iterdir()):
        folder.rmdir()


def _mended_page(path: Path, root: Path, new: dict[str, str], files: frozenset[str]) -> Mend:
    file = path.relative_to(root / "docs").as_posix()
    before = read_text(path, root)[0] if file.endswith(".md") else None
    after = before
    page = read_page(path, root)[0] if before is not None else None
    if before is not None and page:
        text = before.replace("\r\n", "\n")
        head, body = text[: len(text) - len(page.body)], page.body
        after = head + mended_markdown(with_new_names(body, file, new, files))
    return Mend(f"docs/{file}", f"docs/{new.get(file, file)}", before, after)


def _texts(root: Path) -> Iterator[Path]:
    """The other texts that people write: scripts, captions, details, data and settings."""
    folders = [*webinar_folders(root), root / "webinars", root / "data"]
    yield from (path for folder in folders for path in entries_of(folder) if path.suffix in _TEXTS and path.is_file())
    yield root / SETTINGS


def _mended_text(path: Path, root: Path, new: dict[str, str]) -> Mend:
    file = path.relative_to(root).as_posix()
    before = read_text(path, root)[0]
    after = None if before is None else with_new_paths(mended_lines(before), new)
    return Mend(file, file, before, after)


def _visible(text: str) -> list[str]:
    """The lines of a text; line ends of another kind and spaces at the end are shown, which a difference would hide."""
    shown = []
    for line in text.split("\n"):
        words = line.rstrip(" \t\r")
        end = line[len(words) :].replace("\r", "\\r").replace("\t", "\\t").replace(" ", "·")
        shown.append(f"{words}{end}")
    return shown
