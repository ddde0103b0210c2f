"""Adds a page to the navigation in mkdocs.yml: one new line, and nothing else is touched."""

from __future__ import annotations

import re

_NAV = re.compile(r"^nav:\s*$")
_PAGE = re.compile(r"^(?P<indent>\s+)- (?:[^:#]+: )?(?P<path>[\w./-]+\.md)\s*$")


class NoSectionError(Exception):
    """The navigation has no page of the section; the message names it."""


def sections(text: str) -> list[str]:
    """The folders of docs/ that the navigation has a group for, in its order."""
    found = [match["path"].rpartition("/")[0] for _, match in _pages(text)]
    return [section for section in dict.fromkeys(found) if section]


def with_page(text: str, path: str) -> str:
    """The text of mkdocs.yml with ``path`` (relative to docs/) at the end of its section.

    The same text if the page is there already. Raises NoSectionError.
    """
    section = path.rpartition("/")[0]
    lines = text.splitlines(keepends=True)
    last = None
    for index, match in _pages(text):
        if match["path"] == path:
            return text
        if match["path"].rpartition("/")[0] == section:
            last = index, match["indent"]
    if last is None:
        raise NoSectionError(section)
    index, indent = last
    ending = "\r\n" if lines[index].endswith("\r\n") else "\n"
    if not lines[index].endswith("\n"):
        lines[index] += ending
    lines.insert(index + 1, f"{indent}- {path}{ending}")
    return "".join(lines)


def _pages(text: str) -> list[tuple[int, re.Match[str]]]:
    """(index of the line, match) of every page that the navigation lists."""
    lines = text.splitlines()
    start = next((index for index, line in enumerate(lines) if _NAV.match(line)), len(lines))
    pages = []
    for index, line in enumerate(lines[start + 1 :], start=start + 1):
        if line and not line[0].isspace() and not line.startswith("#"):
            break
        if match := _PAGE.match(line):
            pages.append((index, match))
    return pages
