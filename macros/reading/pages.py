"""Reads the Markdown pages of docs/ as far as checks and lists need them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from macros.problems import Problem
from macros.reading.fields import Fields, Line, MadeFields, Text
from macros.reading.files import content_files
from macros.reading.text_file import read_text, relative_name
from macros.reading.yaml_file import YamlData, check_model, parse_yaml

RULE = "front-matter"

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{([^}]*)\})?\s*#*$")
_ID = re.compile(r"#([A-Za-z0-9_-]+)")
_FENCE = re.compile(r"^\s*(```+|~~~+)")
_MACRO = re.compile(r"\{\{\s*(\w+)\s*\(\s*(?:[\"']([^\"']*)[\"'])?")


class FrontMatter(Fields):
    """The fields above a page's text, between two lines of three hyphens."""

    title: Line = Field(description="The page's title, as in its first heading.")
    description: Line = Field(description="One plain sentence for search engines, under 155 characters.")
    made: MadeFields | None = Field(None, description="How this page came to be.")
    render_macros: bool = Field(False, description="Whether the page calls a macro such as {{ ladder() }}.")
    paper: bool = Field(False, description="Whether the page is a paper to print or copy.")
    easier: bool = Field(False, description="Whether the page is in easier words.")
    full: Text | None = Field(None, description="For a page in easier words: its full guide.")
    easier_page: Text | None = Field(None, description="For a guide: the same in easier words.")
    own_view: bool = Field(False, description="Whether all of it is our own view, so that it has no sources.")
    built: bool = Field(False, description="Whether the build makes the page's content, as in a list.")


@dataclass(frozen=True)
class Heading:
    """A heading: its level, its words, the id it was given (empty if none), and its line."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True)
class MacroCall:
    """A macro's name with its first argument if that is a word, and its line."""

    name: str
    argument: str
    line: int


@dataclass(frozen=True)
class Page:
    """A page of docs/. ``file`` is relative to the project; ``path`` to docs/.

    ``lines`` holds (line in the file, text) outside front matter and fenced code.
    """

    file: str
    path: str
    front: FrontMatter
    data: YamlData
    lines: tuple[tuple[int, str], ...]
    headings: tuple[Heading, ...]
    macros: tuple[MacroCall, ...]

    @property
    def url(self) -> str:
        """The page's address from the top of the site, such as ``do/access/``."""
        stem = self.path.removesuffix(".md")
        if stem == "index" or stem.endswith("/index"):
            return stem.removesuffix("index")
        return f"{stem}/"

    @property
    def webinar_slug(self) -> str:
        """For a webinar's page its slug, else an empty string."""
        parts = self.path.removesuffix(".md").split("/")
        return parts[1] if len(parts) == 2 and parts[0] == "webinars" and parts[1] != "index" else ""


def read_pages(root: Path) -> tuple[tuple[Page, ...], list[Problem]]:
    """Every page of docs/ in order of its path, and what is wrong with the front matter of the others."""
    pages = []
    problems: list[Problem] = []
    for path in sorted(content_files(root / "docs", ".md")):
        page, more = read_page(path, root)
        problems += more
        if page:
            pages.append(page)
    return tuple(pages), problems


def read_page(path: Path, root: Path) -> tuple[Page | None, list[Problem]]:
    """One page, or None and every problem of its front matter."""
    text, problems = read_text(path, root)
    if text is None:
        return None, problems
    file = relative_name(path, root)
    text = text.replace("\r\n", "\n")
    found = _FRONT_MATTER.match(text)
    if not found:
        message = "has no front matter; start it with '---', its fields, and '---'"
        return None, [Problem(file, 1, message, RULE)]
    data, problems = parse_yaml(found[1], file, first_line=2)
    if data is None:
        return None, problems
    front, problems = check_model(data, file, FrontMatter)
    if front is None:
        return None, problems
    first_line = text.count("\n", 0, found.end()) + 1
    lines = tuple(_outside_code(text[found.end() :].split("\n"), first_line))
    return (
        Page(
            file,
            path.relative_to(root / "docs").as_posix(),
            front,
            data,
            lines,
            tuple(_headings(lines)),
            tuple(MacroCall(name, word, n) for n, line in lines for name, word in _MACRO.findall(line)),
        ),
        [],
    )


def _outside_code(lines: list[str], first_line: int) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, line in enumerate(lines, start=first_line):
        opening = _FENCE.match(line)
        if fence:
            if opening and opening[1].startswith(fence):
                fence = ""
        elif opening:
            fence = opening[1]
        else:
            yield number, line


def _headings(lines: tuple[tuple[int, str], ...]) -> Iterator[Heading]:
    for number, line in lines:
        if found := _HEADING.match(line):
            id_ = _ID.search(found[3] or "")
            yield Heading(len(found[1]), found[2], id_[1] if id_ else "", number)
