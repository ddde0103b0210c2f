"""Writes what an import made, keeps the original beside it, and never overwrites what a person has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.importing.said import RULE
from macros.problems import ContentError, Problem
from macros.publishing.publish import write
from macros.reading.text_file import relative_name
from macros.reading.webinar import ORIGINAL
from macros.scaffolding.drafts import example_captions


@dataclass(frozen=True)
class Place:
    """Where an import of one language goes: paths in a webinar's folder."""

    folder: Path
    language: str

    @property
    def captions(self) -> Path:
        """The captions."""
        return self.folder / f"captions.{self.language}.vtt"

    @property
    def draft(self) -> Path:
        """The draft of the transcript, for a person to read."""
        return self.folder / ORIGINAL / f"transcript-draft.{self.language}.txt"

    @property
    def note(self) -> Path:
        """The note of what the last import wrote."""
        return self.folder / ORIGINAL / f"import.{self.language}.json"

    def original(self, source: Path) -> Path:
        """Where the imported file is kept."""
        return self.folder / ORIGINAL / source.name


def fingerprint(content: bytes) -> str:
    """The same for the same text, whichever line ends git gave it on this machine."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def keep(root: Path, place: Place, source: Path, content: bytes, texts: Mapping[Path, str], replace: bool) -> None:
    """Writes ``texts``, and the original with a note of what was written.

    Raises ContentError, before anything is written, if a person has changed what would be
    overwritten, unless ``replace`` is set. The example of a new webinar is nobody's work.
    """
    if not replace:
        _refuse_to_overwrite(root, place, source, content, texts)
    original = place.original(source)
    if not (original.exists() and original.read_bytes() == content):
        original.parent.mkdir(parents=True, exist_ok=True)
        original.write_bytes(content)
    for path, text in texts.items():
        write(path, text)
    written = {path.name: fingerprint(text.encode()) for path, text in texts.items()}
    note = {"imported": source.name, "original": fingerprint(content), "written": written}
    write(place.note, json.dumps(note, indent=2, ensure_ascii=False) + "\n")


def _refuse_to_overwrite(root: Path, place: Place, source: Path, content: bytes, texts: Mapping[Path, str]) -> None:
    problems = []
    written = _written(place.note)
    for path, text in texts.items():
        # Whoever imports the captions themselves wants them tidied; the original is kept beside them.
        if not path.exists() or path.resolve() == source.resolve():
            continue
        there = fingerprint(path.read_bytes())
        nobodys = fingerprint(example_captions().encode())
        if there not in (fingerprint(text.encode()), written.get(path.name), nobodys):
            message = (
                "has been changed by a person since it was imported, or was never imported; nothing was written."
                " To write over it, import again with --replace"
            )
            problems.append(Problem(relative_name(path, root), 0, message, RULE))
    original = place.original(source)
    if original.exists() and original.read_bytes() != content:
        message = (
            "is there already with other content; nothing was written. Give the new file another name, or import"
            " again with --replace"
        )
        problems.append(Problem(relative_name(original, root), 0, message, RULE))
    if problems:
        raise ContentError(problems)


def _written(note: Path) -> dict[str, str]:
    """The fingerprints that the last import noted; none if there is no note that can be read."""
    try:
        data = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    written = data.get("written") if isinstance(data, dict) else None
    return written if isinstance(written, dict) else {}
