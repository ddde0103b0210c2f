"""Mends texts: spaces, line ends, quotes in links, empty lines above lists. Pure; no word that readers see changes."""

from __future__ import annotations

import re

from macros.checks.slips import crowded_lines
from macros.reading.markdown import read_markdown, verbatim_lines

_CODE = re.compile(r"(`+[^`]*`+)")
_QUOTED = re.compile(r"(?<=\]\()[\"'“”‘’„«»]+([^\s()\"'“”‘’„«»]+)[\"'“”‘’„«»]+(?=\))")
_SPACED = re.compile(r"(\[[^\[\]]+\])[ \t]+(\([^\s()]+\.md(?:#[\w-]+)?\))")
_DEEP = 4
"""Spaces by which a line is code."""


def mended_lines(text: str) -> str:
    """A text with the line ends of all others, no spaces at the end of a line, and one line end at its end."""
    lines = [line.rstrip(" \t") for line in text.replace("\r\n", "\n").split("\n")]
    return "\n".join(lines).rstrip("\n") + "\n" if text.strip() else text


def mended_markdown(text: str) -> str:
    """The body of a page with its links and lists as they were meant; code and HTML stay as they are."""
    verbatim = verbatim_lines(text)
    lines = [line if number in verbatim else _mended_links(line) for number, line in enumerate(text.split("\n"))]
    text = _with_space_above_lists("\n".join(lines))
    verbatim = verbatim_lines(text)
    lines = text.split("\n")
    for number, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        if number not in verbatim:
            lines[number] = _without_end(line, following)
    return "\n".join(lines).rstrip("\n") + "\n"


def _without_end(line: str, following: str) -> str:
    """The line without spaces at its end; two of them break a line, which stays so."""
    stripped = line.rstrip(" \t")
    breaks = stripped and following.strip() and line.removeprefix(stripped).startswith("  ")
    return f"{stripped}  " if breaks else stripped


def _mended_links(line: str) -> str:
    parts = _CODE.split(line)
    # Every second part is code.
    parts[::2] = [_SPACED.sub(r"\1\2", _QUOTED.sub(r"\1", part)) for part in parts[::2]]
    return "".join(parts)


def _with_space_above_lists(text: str) -> str:
    """The text with an empty line above each list and table that has none."""
    crowded = crowded_lines(read_markdown(text), text)
    lines = text.split("\n")
    # From the end, so that the numbers of lines above stay right.
    for number in reversed(crowded):
        above, line = lines[number - 2], lines[number - 1]
        is_quoted = any(part.lstrip().startswith(">") for part in (above, line))
        if not is_quoted and _indent(line) - _indent(above) < _DEEP and above.strip():
            lines.insert(number - 1, "")
    return "\n".join(lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
