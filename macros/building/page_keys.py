"""Names what shapes each page of a site, so that a build can tell which pages an engine would make as it did before.

That is a page's own text, what the macros in it give, and what is the same for all pages: the frame, the navigation,
the settings, and the data that the Markdown extension puts into pages. The code counts too (``key_of``).
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from macros.building.engine_pages import MacroOutput
from macros.building.frame_words import FILE as FRAME_WORDS
from macros.building.unchanged import DATE
from macros.content.content import Content
from macros.content.state import files_state
from macros.markdown.engine_html import EXTENSIONS
from macros.markdown.extension import given
from macros.page_macros import Macros
from macros.reading.files import content_files
from macros.reading.pages import Page
from macros.settings import navigation_entries, read_lines
from macros.store import key_of

ENGINES = ("mkdocs", "properdocs")
"""Those that can leave out pages; Zensical makes a site of its own, and tells nobody what it reads."""

_EXTENSIONS = frozenset([*EXTENSIONS, "macros.markdown.extension"])
_OPTIONS = frozenset(
    [
        *["module_name", "on_error_fail", "on_undefined", "render_by_default"],
        *["j2_comment_start_string", "j2_comment_end_string"],
    ]
)
"""Options of the macros plugin that bring in nothing from elsewhere."""
_CODES = re.compile(r"[%&\\]")
_NAME = re.compile(r"[^\s/\\()\[\]<>\"'#?]+")
"""What of a link can be a file's name."""
_FOLDERS = {"docs_dir": "docs", "use_directory_urls": True}
"""Settings that this project takes for granted, wherever it writes beside a page."""


@dataclass(frozen=True)
class PageKeys:
    """``pages`` has the keys of pages by their paths in docs/; ``rest`` is that of all else that an engine writes.

    ``outputs`` is what the macros of each page give. A page is in neither if one of them fails: the engine says what is
    wrong.
    """

    pages: Mapping[str, str]
    outputs: Mapping[str, tuple[MacroOutput, ...]]
    rest: str


def page_keys(content: Content, engine: str) -> PageKeys | None:
    """The keys of all pages, or None where nobody can tell: with Zensical, or if mkdocs.yml adds something unknown."""
    data, _ = read_lines(content.root)
    settings = data.value if data else {}
    if engine not in ENGINES or not _is_known(settings):
        return None
    theme = [path for path in content_files(content.root / "theme") if path != content.root / FRAME_WORDS]
    date = os.environ.get(DATE)
    frame = key_of(
        engine,
        date,
        settings,
        *((path.name, path.read_bytes()) for path in theme),
        *_in_navigation(content, settings),
        given(content).key,
    )
    files = sorted(content_files(content.root / "docs"))
    named: dict[str, list[Path]] = {}
    for path in files:
        named.setdefault(path.name, []).append(path)
    pages, outputs = {}, {}
    for page in content.pages:
        with suppress(LookupError, TypeError):
            calls = outputs[page.path] = tuple(_outputs(page, content))
            pages[page.path] = _key(page, calls, frame, named)
    beside = files_state(path for path in files if path.suffix != ".md")
    # The sitemap says when it was made.
    today = date or datetime.datetime.now(tz=datetime.UTC).date()
    return PageKeys(pages, outputs, key_of(frame, files, beside, today))


def _is_known(settings: Mapping[str, object]) -> bool:
    """Whether the settings bring nothing in that could put something else into pages."""
    plugins, extensions = _named(settings.get("plugins")), _named(settings.get("markdown_extensions"))
    theme = settings.get("theme")
    return (
        plugins.keys() == {"macros"}
        and plugins["macros"].keys() <= _OPTIONS
        and extensions.keys() <= _EXTENSIONS
        and not settings.get("hooks")
        and not settings.get("extra_templates")
        and isinstance(theme, dict)
        and theme.get("custom_dir") == "theme"
        and all(settings.get(name, value) == value for name, value in _FOLDERS.items())
    )


def _named(value: object) -> dict[str, dict[str, object]]:
    """A list of names, some with options, as mkdocs.yml has them for plugins and extensions."""
    found: dict[str, dict[str, object]] = {}
    for entry in value if isinstance(value, list) else []:
        for name, options in entry.items() if isinstance(entry, dict) else [(entry, None)]:
            found[str(name)] = options if isinstance(options, dict) else {}
    return found


def _in_navigation(content: Content, settings: Mapping[str, object]) -> Iterator[object]:
    """The fields of the pages whose titles stand on other pages: all, where an engine makes the navigation."""
    listed = settings.get("nav")
    paths = {path for path, _ in navigation_entries(listed)} if listed else None
    for page in content.pages:
        if paths is None or page.path in paths:
            yield page.path, page.data.value


def _outputs(page: Page, content: Content) -> Iterator[MacroOutput]:
    """What the macros that a page calls give. Raises LookupError or TypeError."""
    macros = Macros(content, lambda: page.url).all() if page.calls else {}
    for call in page.calls:
        yield MacroOutput(call.name, call.arguments, str(macros[call.name](*call.arguments)))


def _key(page: Page, calls: Sequence[MacroOutput], frame: str, named: Mapping[str, Sequence[Path]]) -> str:
    html = [call.html for call in calls]
    linked = _linked("\n".join([page.body, *html]), named)
    return key_of(frame, page.path, page.data.value, page.first_line, page.body, *html, linked)


def _linked(text: str, named: Mapping[str, Sequence[Path]]) -> list[Path]:
    """The files of docs/ that links in a text can lead to: an engine looks for them. ``named`` has all by their names.

    A link to a file has its name in it, unless that is written with codes.
    """
    names = named.keys() if _CODES.search(text) else named.keys() & set(_NAME.findall(text))
    return sorted(path for name in names for path in named[name])
