"""Reads text files that people wrote, with problems instead of exceptions."""

from __future__ import annotations

from pathlib import Path

from macros.problems import Problem

LARGEST = 500_000
"""Bytes. The longest script is a tenth of this; a file above it is here by mistake."""


def read_text(path: Path, root: Path) -> tuple[str | None, list[Problem]]:
    """The text of a file, or None and why it could not be read."""
    name = relative_name(path, root)
    try:
        if path.exists() and not path.is_file():
            return None, [Problem(name, 0, "is no ordinary file; remove it", "file")]
        size = path.stat().st_size
        if size > LARGEST:
            return None, [
                Problem(name, 0, f"is {size:,} bytes; the most is {LARGEST:,}: is it the right file?", "file")
            ]
        content = path.read_bytes()
    except OSError as error:
        return None, [Problem(name, 0, f"could not be read ({error.strerror})", "file")]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [Problem(name, line, "is not UTF-8 text; save it again with the encoding UTF-8", "file")]


def relative_name(path: Path, root: Path) -> str:
    """The path as problems name it: from the project's folder, with forward slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
