"""The kinds of page, in one table: whatever depends on what kind a page is asks here.

A new kind is one entry of ``PAGE_KINDS`` (and, if ``make new`` starts it, its example), and its name for readers in
data/interface.en.yml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePosixPath

from macros.language.limits import EASIER, PAGE, Limits


class Shape(Enum):
    """What a page of some kinds has to have; each is looked at by a check of its own."""

    OPENING = auto()
    """What you can do after reading it: macros/checks/guides.py."""
    SOURCES = auto()
    """A source, or the word that all of it is our own view: macros/checks/guides.py."""
    NEXT_STEP = auto()
    """One next step at its end: macros/checks/guides.py."""
    FULL_GUIDE = auto()
    """The address of the full guide: macros/checks/easier.py."""
    IDEAS = auto()
    """A picture for each idea: macros/checks/easier.py."""
    WORD_FILE = auto()
    """A template that is published as a Word file, and a link to it: macros/checks/papers.py."""
    WEBINAR = auto()
    """A folder of webinars/, which also says how the page was made: macros/checks/pages.py."""


class Part(Enum):
    """What the build puts into the pages of some kinds."""

    SPOT = auto()
    """The picture above the title: macros/markdown/spots.py."""
    MEANINGS = auto()
    """Words of the glossary that open their meaning: macros/markdown/glossary.py."""


@dataclass(frozen=True)
class Example:
    """A file of a new page or webinar: where it goes, and the example that it starts from.

    ``path`` is relative to the project, with ``{slug}`` and ``{section}`` to be filled in;
    ``example`` names a file of macros/scaffolding/examples/.
    """

    path: str
    example: str


@dataclass(frozen=True)
class Start:
    """Something that ``make new`` starts. ``next`` says what comes after the writing."""

    id: str
    name: str
    examples: tuple[Example, ...]
    next: str
    has_recording: bool = False
    in_navigation: bool = True


@dataclass(frozen=True)
class PageKind:
    """A kind of page.

    ``name`` is said in messages, as in "'full' is not for a guide". A page is of this kind if it stands
    in one of ``folders`` (inside docs/), or wherever it stands if its front matter has ``flag: true``.
    ``flag`` is a field of FrontMatter, and the frame (theme/base.html) may style pages by it.
    ``fields`` are those of the front matter that not every page may have. ``result`` is what its pages are found
    as: data/interface.en.yml has a name for it. It is None for a kind that is found as the other pages of its folder.
    ``schema_types`` are what its pages are in the words of https://schema.org/, for other programs.
    """

    id: str
    name: str
    result: str | None
    folders: tuple[str, ...] = ()
    flag: str = ""
    fields: frozenset[str] = frozenset()
    shape: frozenset[Shape] = frozenset()
    parts: frozenset[Part] = frozenset(Part)
    limits: Limits = PAGE
    schema_types: tuple[str, ...] = ("WebPage",)
    starts: tuple[Start, ...] = ()


_ABOUT = "about"
_ARTICLE, _LEARNING = "Article", "LearningResource"
_TOOL = "tool"
_EASIER_PAGE = frozenset({"easier_page"})
_ANSWERS = frozenset({"answers"})
_WEBINAR_PAGE = Example("docs/webinars/{slug}.md", "webinar-page.md")

PAGE_KINDS = (
    PageKind(
        "guide",
        "a guide",
        "guide",
        folders=("understand", "do"),
        fields=_EASIER_PAGE | _ANSWERS | {"own_view"},
        shape=frozenset({Shape.OPENING, Shape.SOURCES, Shape.NEXT_STEP}),
        schema_types=(_ARTICLE, _LEARNING),
        starts=(
            Start(
                "guide",
                "A guide",
                (Example("docs/{section}/{slug}.md", "guide.md"),),
                "Add the guide to the list in docs/{section}/index.md when it is ready.",
            ),
        ),
    ),
    PageKind(
        "webinar",
        "a webinar's page",
        "webinar",
        folders=("webinars",),
        shape=frozenset({Shape.NEXT_STEP, Shape.WEBINAR}),
        # Its stage has a cover.
        parts=frozenset({Part.MEANINGS}),
        starts=(
            Start(
                "narrated-webinar",
                "A webinar that a computer voice reads",
                (
                    Example("webinars/{slug}/webinar.yml", "narrated-webinar.yml"),
                    Example("webinars/{slug}/script.md", "script.md"),
                    _WEBINAR_PAGE,
                ),
                "Remove 'length_exception' from webinar.yml when the script is complete.",
                in_navigation=False,
            ),
            Start(
                "recorded-webinar",
                "A webinar that people recorded",
                (
                    Example("webinars/{slug}/webinar.yml", "recorded-webinar.yml"),
                    Example("webinars/{slug}/captions.en.vtt", "captions.en.vtt"),
                    _WEBINAR_PAGE,
                ),
                "Put your recording in place of placeholder.wav, and give its length in 'duration'.",
                has_recording=True,
                in_navigation=False,
            ),
        ),
    ),
    PageKind(
        "story",
        "a story",
        "story",
        folders=("stories",),
        fields=_EASIER_PAGE | _ANSWERS | {"own_view"},
        shape=frozenset({Shape.SOURCES, Shape.NEXT_STEP}),
        schema_types=(_ARTICLE,),
        starts=(
            Start(
                "story",
                "A story of a real project",
                (Example("docs/{section}/{slug}.md", "story.md"),),
                "Add the story to the table in docs/{section}/index.md when it is ready.",
            ),
        ),
    ),
    PageKind(
        "tool",
        "a tool",
        _TOOL,
        folders=("tools",),
        fields=_EASIER_PAGE | _ANSWERS,
        shape=frozenset({Shape.NEXT_STEP}),
        schema_types=("WebPage", _LEARNING),
    ),
    PageKind(
        "paper",
        "a paper",
        _TOOL,
        folders=("tools/templates",),
        flag="paper",
        fields=_EASIER_PAGE | _ANSWERS | {"paper", "session"},
        shape=frozenset({Shape.NEXT_STEP, Shape.WORD_FILE}),
        schema_types=("WebPage", _LEARNING),
        starts=(
            Start(
                "paper",
                "A paper to print or copy",
                (Example("docs/{section}/{slug}.md", "paper.md"),),
                "Add the paper to the table in docs/{section}/index.md when it is ready.",
            ),
        ),
    ),
    PageKind(
        "easier",
        "a page in easier words",
        "easier",
        folders=("easier",),
        flag="easier",
        fields=frozenset({"easier", "full"}),
        shape=frozenset({Shape.FULL_GUIDE, Shape.IDEAS}),
        schema_types=(_ARTICLE, _LEARNING),
        parts=frozenset(),
        limits=EASIER,
    ),
    PageKind(
        "training",
        "a page for trainers",
        "guide",
        folders=("train",),
        fields=_EASIER_PAGE | _ANSWERS,
        shape=frozenset({Shape.NEXT_STEP}),
    ),
    PageKind("contribute", "a page about taking part", _ABOUT, folders=("contribute", "publish"), fields=_EASIER_PAGE),
    PageKind("about", "a page about this site", _ABOUT, folders=("about", "."), fields=_EASIER_PAGE | _ANSWERS),
)
"""Every kind that a page's folder or front matter tells. The folder "." is docs/ itself, with all that is in none
of the others."""

INDEX = PageKind("index", "a list of pages", None, fields=_EASIER_PAGE, schema_types=("CollectionPage",))
"""The first page of a folder, whatever is in the folder."""

PLACE_RESULTS = ("rung", "sign", "term")
"""What is found by itself, though it is only a place in a page."""


def kind_of(path: str, front: Mapping[str, object]) -> PageKind:
    """The kind of a page, from its path inside docs/ and its front matter."""
    flagged = next((kind for kind in PAGE_KINDS if kind.flag and front.get(kind.flag)), None)
    if flagged:
        return flagged
    return INDEX if PurePosixPath(path).name == "index.md" else _kind_of_folder(path)


def result_of(path: str, front: Mapping[str, object]) -> str:
    """What a page is found as: an id that data/interface.en.yml has a name for, under ``kinds``."""
    result = kind_of(path, front).result or _kind_of_folder(path).result
    if result is None:
        raise LookupError(f"no kind of page says what the search calls docs/{path}")
    return result


def results() -> tuple[str, ...]:
    """The id of each kind of result, once: pages first, then places in pages."""
    pages = (kind.result for kind in PAGE_KINDS if kind.result)
    return tuple(dict.fromkeys((*pages, *PLACE_RESULTS)))


def starts() -> dict[str, tuple[PageKind, Start]]:
    """All that ``make new`` can start, by id, in the order in which people are asked."""
    return {start.id: (kind, start) for kind in PAGE_KINDS for start in kind.starts}


def _kind_of_folder(path: str) -> PageKind:
    """The kind that the nearest folder has."""
    by_folder = {folder: kind for kind in PAGE_KINDS for folder in kind.folders}
    folders = [str(folder) for folder in PurePosixPath(path).parents]
    return next((by_folder[folder] for folder in folders if folder in by_folder), by_folder["."])
