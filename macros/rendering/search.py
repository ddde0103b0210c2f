"""Renders the search page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.kinds import results
from macros.model import Catalogue
from macros.rendering.environment import render
from macros.rendering.formats import formats
from macros.rendering.pictures import NO_PICTURE

LADDER = "understand/the-ladder/"
GLOSSARY = "glossary/"
SIGNS = "understand/real-or-faux/"
"""Pages, by their addresses, whose parts are results of their own."""

READ = ("read", "Read")
"""The format that everything on the site has."""


def search_filters(catalogue: Catalogue) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(id, label, [(value, name)]) of each filter of the search, with the values that something may have."""
    vocabulary = catalogue.vocabulary
    webinars = catalogue.webinars
    topics = {topic for webinar in webinars for topic in webinar.topics}
    audiences = {audience for webinar in webinars for audience in webinar.audiences}
    all_formats = dict([READ]) | {item.id: item.name for webinar in webinars for item in formats(webinar)}
    return [
        ("kind", "Kind", list(results().items())),
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
