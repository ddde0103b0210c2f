"""Renders the catalogue, its cards, and the ladder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.model import Catalogue, Rung, Webinar
from macros.reading.interface import Words
from macros.reading.paths import LearningPath, WebinarStep
from macros.rendering.environment import render
from macros.rendering.formats import Format, formats
from macros.rendering.pictures import NO_PICTURE
from macros.rendering.presenters import presenters_line
from macros.rendering.slices import cut

NO_FEEDS = Markup()

LENGTHS = (
    ("up-to-10", 0, 10 * 60),
    ("10-to-20", 10 * 60, 20 * 60),
    ("20-to-40", 20 * 60, 40 * 60),
    ("over-40", 40 * 60, float("inf")),
)
"""(id, from, to) in seconds: the lengths that the catalogue can be narrowed to."""


CARDS_A_PAGE = 96
"""More make the page larger than 100 kB, compressed, once every card is another."""

ALL_CARDS = "cards.json"
"""What the filters see of all webinars, in the catalogue's folder, where it has further pages."""


@dataclass(frozen=True)
class Card:
    """A webinar as the catalogue shows it, with the words that filters go by."""

    webinar: Webinar
    formats: tuple[Format, ...]
    length: str

    @property
    def filters(self) -> dict[str, str]:
        """For each filter, the ids that this webinar answers to, with spaces between."""
        webinar = self.webinar
        return {
            "topic": " ".join(topic.id for topic in webinar.topics),
            "rung": " ".join(rung.id for rung in webinar.rungs),
            "audience": " ".join(audience.id for audience in webinar.audiences),
            "length": self.length,
            "format": " ".join(item.id for item in self.formats),
        }


def card(webinar: Webinar, words: Words) -> Card:
    """The card of a webinar."""
    length = next(id_ for id_, low, high in LENGTHS if low <= webinar.duration < high)
    return Card(webinar, tuple(formats(webinar, words)), length)


def render_card(webinar: Webinar, root: str, words: Words, heading: int = 3) -> Markup:
    """One webinar as an article; ``root`` leads from the page to the site's top.

    It has no details (topics, rungs, formats): those help to choose among many, which is the catalogue's work.
    """
    return render("card.html", words, card=card(webinar, words), root=root, heading=heading, details=False)


def in_suggested_order(webinars: Sequence[Webinar], paths: Sequence[LearningPath]) -> list[Webinar]:
    """The webinars in the order in which the learning paths first name them, then the others as they were.

    webinars/paths.yml is the editors' order: a date says nothing about what to hear first.
    """
    named = [step.slug for path in paths for step in path.steps if isinstance(step, WebinarStep)]
    return sorted(webinars, key=lambda w: named.index(w.slug) if w.slug in named else len(named))


def cards_in_order(catalogue: Catalogue, paths: Sequence[LearningPath], words: Words) -> list[Card]:
    """The card of each webinar, in the suggested order."""
    return [card(webinar, words) for webinar in in_suggested_order(catalogue.webinars, paths)]


def pages(cards: Sequence[Card]) -> list[Sequence[Card]]:
    """The cards of each page of the catalogue: one page, unless there are very many."""
    return cut(cards, CARDS_A_PAGE)


def all_cards(cards: Sequence[Card], words: Words) -> list[dict[str, object]]:
    """What the filters need to know of every webinar, and what they show of it."""
    return [
        {
            "slug": c.webinar.slug,
            "title": c.webinar.title,
            "length": words.length(c.webinar.duration),
            "seconds": int(c.webinar.duration),
            "presenters": presenters_line(c.webinar.presenters, with_organisation=True),
            "published": c.webinar.published.isoformat(),
            "filters": c.filters,
        }
        for c in cards
    ]


def render_catalogue_page(slices: Sequence[Sequence[Card]], number: int, title: str, root: str, words: Words) -> Markup:
    """A further page of the catalogue, with its heading."""
    return render(
        "catalogue_page.html",
        words,
        cards=slices[number - 1],
        number=number,
        count=len(slices),
        title=title,
        root=root,
    )


def render_catalogue(
    catalogue: Catalogue,
    root: str,
    words: Words,
    nothing_found: Markup = NO_PICTURE,
    paths: Sequence[LearningPath] = (),
    feeds: Markup = NO_FEEDS,
) -> Markup:
    """All webinars as a list, with filters for readers with JavaScript, and by topic for the others.

    A site with very many has the first of them here, and links to further pages in the place of topics.
    ``nothing_found`` is the picture for filters that no webinar fits; ``paths`` say what to hear first; ``feeds`` is
    how to follow the webinars.
    """
    cards = cards_in_order(catalogue, paths, words)
    slices = pages(cards)
    return render(
        "catalogue.html",
        words,
        cards=slices[0],
        all=len(cards),
        count=len(slices),
        all_cards=ALL_CARDS,
        paths=paths,
        filters=_filters(catalogue, cards, words),
        topics=[
            (topic, [c.webinar for c in cards if topic in c.webinar.topics])
            for topic in catalogue.vocabulary.topics.values()
            if any(topic in c.webinar.topics for c in cards)
        ],
        nothing_found=nothing_found,
        feeds=feeds,
        root=root,
    )


def _filters(catalogue: Catalogue, cards: Sequence[Card], words: Words) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(id, label, [(value, name)]) of each filter, with the values that some webinar has.

    A filter with one value for all is left out: it would choose nothing.
    """
    vocabulary, labels = catalogue.vocabulary, words.filters
    lengths = {
        "up-to-10": labels.up_to_10,
        "10-to-20": labels.from_10_to_20,
        "20-to-40": labels.from_20_to_40,
        "over-40": labels.over_40,
    }
    all_formats = {item.id: item.capitalised for c in cards for item in c.formats}
    candidates = [
        ("topic", labels.topic, [(term.id, term.name) for term in vocabulary.topics.values()]),
        ("rung", labels.rung, [(rung.id, rung.name) for rung in vocabulary.rungs.values()]),
        ("audience", labels.audience, [(term.id, term.name) for term in vocabulary.audiences.values()]),
        ("length", labels.length, list(lengths.items())),
        ("format", labels.format, list(all_formats.items())),
    ]
    used = {key: {value for c in cards for value in c.filters[key].split()} for key, _, _ in candidates}
    offered = [
        (key, label, [(value, name) for value, name in values if value in used[key]])
        for key, label, values in candidates
    ]
    return [(key, label, values) for key, label, values in offered if not _is_the_same(key, values, cards)]


def _is_the_same(key: str, values: Sequence[tuple[str, str]], cards: Sequence[Card]) -> bool:
    """Whether every card answers to the one value that a filter has."""
    return len(values) < 2 and all(c.filters[key] for c in cards)


def render_ladder(rungs: Sequence[Rung], root: str, words: Words) -> Markup:
    """The ladder, its top rung first as on a real one; the numbers count from the bottom."""
    return render("ladder.html", words, rungs=sorted(rungs, key=lambda rung: -rung.number), root=root)
