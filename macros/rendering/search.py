"""Renders the search page, and says what kinds of result there are."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.model import Catalogue
from macros.rendering.environment import render
from macros.rendering.formats import formats
from macros.rendering.pictures import NO_PICTURE

LADDER = "understand/the-ladder/"
GLOSSARY = "glossary/"
SIGNS = "understand/real-or-faux/"
"""Pages, by their addresses, whose parts are results of their own."""

KINDS = {
    "guide": "Guide",
    "webinar": "Webinar",
    "rung": "Rung of the ladder",
    "sign": "Warning sign",
    "term": "Word in the glossary",
    "story": "Story",
    "tool": "Tool or template",
    "easier": "Page in easier words",
    "about": "About this site",
}
"""Id (for addresses and the index) and name of each kind of result."""

_FOLDERS = {
    "understand": "guide",
    "do": "guide",
    "webinars": "webinar",
    "stories": "story",
    "tools": "tool",
    "easier": "easier",
}

READ = ("read", "Read")
"""The format that everything on the site has."""


def kind_of(url: str) -> str:
    """The kind of the page at an address such as ``do/access/``."""
    return _FOLDERS.get(url.split("/")[0], "about")


def kind_name(kind: str) -> str:
    """The kind as readers see it."""
    return KINDS[kind]


def search_filters(catalogue: Catalogue) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(id, label, [(value, name)]) of each filter of the search, with the values that something may have."""
    vocabulary = catalogue.vocabulary
    webinars = catalogue.webinars
    topics = {topic for webinar in webinars for topic in webinar.topics}
    audiences = {audience for webinar in webinars for audience in webinar.audiences}
    all_formats = dict([READ]) | {item.id: item.name for webinar in webinars for item in formats(webinar)}
    return [
        ("kind", "Kind", list(KINDS.items())),
        ("topic", "Topic", [(term.id, term.name) for term in vocabulary.topics.values() if term in topics]),
        ("rung", "Rung of the ladder", [(rung.id, rung.name) for rung in vocabulary.rungs.values()]),
        ("audience", "For", [(term.id, term.name) for term in vocabulary.audiences.values() if term in audiences]),
        ("format", "Format", list(all_formats.items())),
    ]


def render_search(
    catalogue: Catalogue, letters: Sequence[str], root: str, nothing_found: Markup = NO_PICTURE
) -> Markup:
    """The form, the place for results, and for readers without JavaScript the way to the index from A to Z.

    ``letters`` are those that the index has, ``nothing_found`` the picture for words without a result.
    """
    return render(
        "search.html",
        filters=search_filters(catalogue),
        letters=letters,
        nothing_found=nothing_found,
        root=root,
    )
