"""Reads the Markdown pages of docs/ as far as checks and lists need them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile, islice, takewhile
from pathlib import Path
from typing import Annotated, Literal

from mkdocs.utils.meta import YAML_RE
from pydantic import AfterValidator, Field

from macros.kinds import PageKind, Shape, kind_of, result_of
from macros.problems import Problem
from macros.reading.fields import Fields, Line, MadeFields
from macros.reading.files import content_files
from macros.reading.jinja import has_template, read_calls
from macros.reading.markdown import Block, MacroCall, MarkdownText, read_markdown
from macros.reading.text_file import read_markdown_text, relative_name
from macros.reading.yaml_file import YamlData, check_model, parse_yaml

RULE = "front-matter"

OPENING = "**After reading this guide you can:**"
"""The line above the list of what readers of a guide can do afterwards."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ADDRESS = re.compile(r"([a-z0-9]+([._-]+[a-z0-9]+)*/)+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""As BCP 47 has them: a language, with its script and its region where these matter."""
_ANCHOR = re.compile(r"[^\s#\"'<>&{}]+")


def _old_address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise ValueError(f"has to be an address from the top of the site, such as do/an-old-name/, not '{value}'")
    return value


def _old_anchor(value: str) -> str:
    address, _, anchor = value.partition("#")
    if not (address == "/" or _ADDRESS.fullmatch(address)) or not _ANCHOR.fullmatch(anchor):
        raise ValueError(f"has to be an address with an anchor, such as do/access/#law, not '{value}'")
    return value


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ValueError(f"has to be the code of a language, such as cy or pa-Guru, not '{value}'")
    return value


OldAddress = Annotated[str, AfterValidator(_old_address)]
OldAnchor = Annotated[str, AfterValidator(_old_anchor)]


class FrontMatter(Fields):
    """The fields above a page's text, between two lines of three hyphens."""

    title: Line = Field(description="The page's title, as in its first heading.")
    description: Line = Field(description="One plain sentence for search engines, under 155 characters.")
    made: MadeFields | None = Field(None, description="How this page came to be.")
    # Strict: the engines take any text, even "false", for yes.
    render_macros: bool = Field(
        False, strict=True, description="Whether the page calls a macro such as {{ ladder() }}."
    )
    paper: bool = Field(False, description="Whether the page is a paper to print or copy.")
    session: Literal[30, 60, 90] | None = Field(
        None, description="For a paper that is a session: its minutes, which the table adds up to."
    )
    easier: bool = Field(False, description="Whether the page is in easier words.")
    full: Line | None = Field(None, description="For a page in easier words: its full guide.")
    easier_page: Line | None = Field(None, description="For a guide: the same in easier words.")
    own_view: bool = Field(False, description="Whether all of it is our own view, so that it has no sources.")
    answers: tuple[Line | dict[Line, Line], ...] = Field(
        (),
        description=(
            "Questions that the page answers, in readers' words. One that a part of it answers has the part's id"
            " before it, as in 'money: What does it cost?'. Only the search uses them."
        ),
    )
    built: bool = Field(False, description="Whether the build makes the page's content, as in a list.")
    lang: Annotated[str, AfterValidator(_language)] = Field(
        "", description="The language of this page, such as cy, where it is not that of the site."
    )
    translation_of: Line | None = Field(
        None, description="For a page in another language: the page that it says the same as, such as do/access.md."
    )
    aliases: tuple[OldAddress, ...] = Field(
        (), description="Addresses from the top of the site, such as do/an-old-name/, that lead to this page now."
    )
    moved_anchors: dict[OldAnchor, Line] = Field(
        {}, description="Where a published part of a page is now: do/access/#law: rights, with rights on this page."
    )


@dataclass(frozen=True)
class Page:
    """A page of docs/. ``file`` is relative to the project; ``path`` to docs/.

    ``body`` is its Markdown, which starts on the line ``first_line`` of the file; ``calls`` are the macros that the
    engine calls in it, those in comments and code too.
    """

    file: str
    path: str
    front: FrontMatter
    data: YamlData
    body: str
    first_line: int
    calls: tuple[MacroCall, ...] = ()

    @cached_property
    def text(self) -> MarkdownText:
        """The parts of its body."""
        return read_markdown(self.body, self.first_line)

    @cached_property
    def kind(self) -> PageKind:
        """What kind of page it is."""
        return kind_of(self.path, dict(self.front))

    @property
    def result(self) -> str:
        """What the search and the index from A to Z find it as."""
        return result_of(self.path, dict(self.front))

    @property
    def is_english(self) -> bool:
        """Whether checks of plain English are for it."""
        return self.front.lang.partition("-")[0] in ("", "en")

    def is_in_another(self, language: str) -> bool:
        """Whether it says that its language is another than this one, that of the site."""
        return self.front.lang not in ("", language)

    @property
    def headings(self) -> tuple[Block, ...]:
        """Its headings in order."""
        return self.text.headings

    @property
    def macros(self) -> tuple[MacroCall, ...]:
        """The macros that it calls, or would call if its front matter let it."""
        if self.front.render_macros:
            return self.calls
        return self.text.macros if "{{" in self.body else ()

    @property
    def url(self) -> str:
        """The page's address from the top of the site, such as ``do/access/``."""
        stem = self.path.removesuffix(".md")
        if stem == "index" or stem.endswith("/index"):
            return stem.removesuffix("index")
        return f"{stem}/"

    @property
    def to_top(self) -> str:
        """Leads from the page to the top of the site, such as ``../../``."""
        return "../" * self.url.count("/") or "./"

    @property
    def outcomes(self) -> tuple[str, ...]:
        """What readers of a guide can do afterwards: the list below its line ``OPENING``."""
        after = dropwhile(lambda block: block.source != OPENING, self.text.blocks)
        return tuple(block.words for block in takewhile(lambda block: block.kind == "item", islice(after, 1, None)))

    @property
    def webinar_slug(self) -> str:
        """For a webinar's page its slug, else an empty string."""
        path = Path(self.path)
        is_webinar = Shape.WEBINAR in self.kind.shape and str(path.parent) in self.kind.folders
        return path.stem if is_webinar else ""


def files_of_address(url: str) -> tuple[str, str]:
    """The two files, relative to the project, of which one makes the page at an address such as ``do/access/``."""
    stem = f"docs/{url}".rstrip("/")
    return f"{stem}.md", f"{stem}/index.md"


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
    text, problems = read_markdown_text(path, root)
    if text is None:
        return None, problems
    file = relative_name(path, root)
    found = _FRONT_MATTER.match(text)
    if not found:
        message = "has no front matter; start it with '---', its fields, and '---'"
        return None, [Problem(file, 1, message, RULE)]
    engines = YAML_RE.match(text)
    if engines is None or engines.end() != found.end():
        message = "has front matter that the engine would end on another line; end it with '---', and use no '...'"
        return None, [Problem(file, 1, message, RULE)]
    data, problems = parse_yaml(found[1], file, first_line=2)
    if data is None:
        return None, problems
    front, problems = check_model(data, file, FrontMatter)
    if front is None:
        return None, problems
    calls: tuple[MacroCall, ...] = ()
    if front.render_macros:
        # The whole file: an engine may see the front matter end on another line.
        calls, problems = read_calls(text, file)
        problems += _templates(data, file)
        if problems:
            return None, problems
    first_line = text.count("\n", 0, found.end()) + 1
    path_in_docs = path.relative_to(root / "docs").as_posix()
    return Page(file, path_in_docs, front, data, text[found.end() :], first_line, calls), []


def _templates(data: YamlData, file: str) -> list[Problem]:
    """A problem for each field that the engine would render: it does so with a page's title."""
    return [
        Problem(file, data.line((name,)), f"'{name}' has braces that the page would run; leave them out", RULE)
        for name, value in data.value.items()
        if has_template(str(value))
    ]
