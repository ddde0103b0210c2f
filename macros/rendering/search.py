"""Renders the search page."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from macros.kinds import results
from macros.model import Catalogue
from macros.reading.interface import Words
from macros.rendering.environment import render
from macros.rendering.formats import formats, read_format
from macros.rendering.pictures import NO_PICTURE

LADDER = "understand/the-ladder/"
GLOSSARY = "glossary/"
SIGNS = "understand/real-or-faux/"
"""Pages, by their addresses, whose parts are results of their own."""


def search_filters(catalogue: Catalogue, words: Words) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(id, label, [(value, name)]) of each filter of the search, with the values that something may have."""
    vocabulary, labels = catalogue.vocabulary, words.filters
    webinars = catalogue.webinars
    topics = {topic for webinar in webinars for topic in webinar.topics}
    audiences = {audience for webinar in webinars for audience in webinar.audiences}
    found = [read_format(words), *(item for webinar in webinars for item in formats(webinar, words))]
    all_formats = {item.id: item.capitalised for item in found}
    return [
        ("kind", labels.kind, [(id_, words.kinds[id_]) for id_ in results()]),
        ("topic", labels.topic, [(term.id, term.name) for term in vocabulary.topics.values() if term in topics]),
        ("rung", labels.rung, [(rung.id, rung.name) for rung in vocabulary.rungs.values()]),
        (
            "audience",
            labels.audience,
            [(term.id, term.name) for term in vocabulary.audiences.values() if term in audiences],
        ),
        ("format", labels.format, list(all_formats.items())),
    ]


def render_search(
    catalogue: Catalogue, letters: Mapping[str, str], root: str, words: Words, nothing_found: Markup = NO_PICTURE
) -> Markup:
    """The form, the place for results, and for readers without JavaScript the way to the index from A to Z.

    ``letters`` are those that the index has, each with its place from there,
    ``nothing_found`` the picture for words without a result.
    """
    return render(
        "search.html",
        words,
        filters=search_filters(catalogue, words),
        letters=letters,
        nothing_found=nothing_found,
        root=root,
    )
