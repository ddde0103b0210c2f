"""Renames files of docs/ whose names no address should have, and mends what leads to them. Pure."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from urllib.parse import unquote

from macros.checks.files import is_plain_name, plain_name
from macros.reading.addresses import outside
from macros.reading.markdown import verbatim_lines

_TARGET = re.compile(r"(?<=\]\()\s*<?(?P<path>[^()<>#\"]+?)>?(?P<rest>#[^()\s]*)?(?P<title>\s+\"[^\"()]*\")?\s*(?=\))")
_CODE = re.compile(r"(`+[^`]*`+)")


def renames(files: Collection[str]) -> dict[str, str]:
    """The new path of each file of docs/ whose name is not plain; one whose new name is taken stays."""
    new: dict[str, str] = {}
    taken = set(files)
    for file in sorted(files):
        parts = [part if is_plain_name(part) else plain_name(part) for part in file.split("/")]
        path = "/".join(parts)
        if path != file and path.lower() not in {other.lower() for other in taken - {file}}:
            new[file] = path
            taken.add(path)
    return new


def with_new_names(text: str, page: str, new: Mapping[str, str], files: Collection[str]) -> str:
    """The Markdown of a page with links to files by their new names, and by the capitals that they have.

    ``page`` is its old path in docs/, ``files`` are all old ones.
    """
    by_small = {file.lower(): file for file in files}
    verbatim = verbatim_lines(text)
    here = posixpath.dirname(page)
    new_here = posixpath.dirname(new.get(page, page))

    def renamed(found: re.Match[str]) -> str:
        path = unquote(found["path"])
        if outside(path) is not None or path.startswith(("/", "\\")):
            return found[0]
        there = posixpath.normpath(posixpath.join(here, path))
        file = there if there in files else by_small.get(there.lower(), "")
        if not file or (file == there and file not in new and page not in new):
            return found[0]
        target = posixpath.relpath(new.get(file, file), new_here or ".")
        return f"{target}{found['rest'] or ''}{found['title'] or ''}"

    lines = text.split("\n")
    for number, line in enumerate(lines):
        if number not in verbatim and "](" in line:
            parts = _CODE.split(line)
            parts[::2] = [_TARGET.sub(renamed, part) for part in parts[::2]]
            lines[number] = "".join(parts)
    return "\n".join(lines)


def with_new_paths(text: str, new: Mapping[str, str]) -> str:
    """A file of settings or data with the new paths of pages that it names."""
    for old, path in new.items():
        # A new path has letters, numbers, hyphens, points and slashes only: nothing that has a meaning here.
        text = re.sub(rf"(?<![\w/.-]){re.escape(old)}(?![\w/-])", path, text)
    return text
