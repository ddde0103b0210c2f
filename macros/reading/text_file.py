"""Reads text files that people wrote, with problems instead of exceptions."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from macros.problems import Problem
from macros.reading.density import LARGEST_PAGE, too_dense
from macros.reading.files import odd_file

LARGEST = 500_000
"""Bytes of data and of captions. The longest file here is an eighth of this; one above it is here by mistake."""

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, but for tab and the ends of lines
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # directions, and what has no width
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"  # halves of characters, no characters, tags
)
"""What nobody sees and what makes words look like others (Unicode Technical Report 36, "Bidirectional text spoofing").

The joiners U+200C and U+200D are letters' own in some languages, and hold emoji together: they stay.
"""

_LONE_RETURN = re.compile(r"\r(?!\n)")
"""The end of a line to some readers only. By itself: as a part of the pattern above it makes that twice as slow."""

_MERGE_MARK = re.compile(r"^(?:<{7}|>{7})(?= |\r?$).{0,40}", re.MULTILINE)
"""What Git writes around two versions of the same lines ("git help merge", HOW CONFLICTS ARE PRESENTED)."""


def hidden_character(text: str) -> tuple[int, str] | None:
    """The place and the name of the first character in a text that cannot be seen; None if there is none."""
    matches = (pattern.search(text) for pattern in (_HIDDEN, _LONE_RETURN))
    found = min(filter(None, matches), key=re.Match.start, default=None)
    if found is None:
        return None
    code = ord(found[0])
    name = unicodedata.name(found[0], "control character").lower()
    return found.start(), f"U+{code:04X} ({name})"


def read_text(path: Path, root: Path, largest: int = LARGEST) -> tuple[str | None, list[Problem]]:
    """The text of a file of at most ``largest`` bytes, or None and why it could not be read."""
    name = relative_name(path, root)
    try:
        if problem := odd_file(path):
            return None, [Problem(name, 0, problem, "file")]
        size = path.stat().st_size
        if size > largest:
            return None, [
                Problem(name, 0, f"is {size:,} bytes; the most is {largest:,}: is it the right file?", "file")
            ]
        content = path.read_bytes()
    except OSError as error:
        return None, [Problem(name, 0, f"could not be read ({error.strerror})", "file")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [Problem(name, line, "is not UTF-8 text; save it again with the encoding UTF-8", "file")]
    if hidden := hidden_character(text):
        line = text.count("\n", 0, hidden[0]) + 1
        return None, [Problem(name, line, f"has a character that nobody can see, {hidden[1]}; remove it", "file")]
    if mark := _MERGE_MARK.search(text):
        line = text.count("\n", 0, mark.start()) + 1
        message = (
            f"has the marks of a merge ('{mark[0].strip()}'); keep one of the two versions, and remove the lines that"
            " start with <<<<<<<, ======= and >>>>>>>"
        )
        return None, [Problem(name, line, message, "merge")]
    return text, []


def read_markdown_text(path: Path, root: Path) -> tuple[str | None, list[Problem]]:
    """The text of a page or a script, or None and why it could not be read: a parser must not be kept busy with it."""
    text, problems = read_text(path, root, LARGEST_PAGE)
    if text is None:
        return None, problems
    text = text.replace("\r\n", "\n")
    if dense := too_dense(text):
        return None, [Problem(relative_name(path, root), *dense, "file")]
    return text, []


def relative_name(path: Path, root: Path) -> str:
    """The path as problems name it: from the project's folder, with forward slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
