"""Writes ``places.json`` of the search index: what can be suggested, and how each page stands among the others.

It has the pages and the questions that they answer. The search page needs both at once, so the file is held small:
of a thousand webinars it has the newest only.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from macros.kinds import INDEX
from macros.reading.answers import questions_of
from macros.reading.pages import Page

FILE = "places.json"
LIMIT = 15_000
"""Bytes that the file may have when it is compressed: what a reader fetches with the first letter typed."""
MOST_WEBINARS = 25
"""How many webinars are added, the newest: they grow in number, and other files of an answer grow with them."""
LIST, ABOUT, WEBINAR = "list", "about", "webinar"
_LEVEL = 9
_SECOND = "t-"


@dataclass(frozen=True)
class Place:
    """What can be found: its id in the index, how it stands among others, its address and title.

    ``standing`` is the kind of result, or "list" for a page of links. It is "about" only for what tells about the
    site itself. ``order`` puts the places of one standing in order: those with a higher one are kept first.
    ``chapters`` are (id, title) of a webinar's chapters: the title says what the chapter answers.
    """

    id: str
    standing: str
    url: str
    title: str
    order: str = ""
    chapters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Known:
    """Of the whole index: how many pages it has, and how many letters of an id tell one page from all others."""

    count: int
    letters: int


def standings(pages: Iterable[Page]) -> dict[str, str]:
    """How the pages stand that do not stand as what they are found as, by their addresses."""
    found = {}
    for page in pages:
        if page.kind is INDEX:
            found[page.url] = ABOUT if page.result == ABOUT and page.url else LIST
        elif page.result == ABOUT and page.front.answers:
            # The page with help: people ask for it as they ask for a guide.
            found[page.url] = "guide"
    return found


def questions(pages: Iterable[Page]) -> list[tuple[str, str, str]]:
    """(address of the page, id of the part or nothing, question) of every question that a page answers."""
    return [(page.url, question.part, question.text) for page in pages for question in questions_of(page)]


def write_places(found: Sequence[Place], asked: Sequence[tuple[str, str, str]], target: Path) -> None:
    """Writes the file into the folder ``target``, with as many webinars as there is room for."""
    known = Known(len(found), shortest([place.id for place in found]))
    others = [place for place in found if place.standing != WEBINAR]
    webinars = sorted(
        (place for place in found if place.standing == WEBINAR), key=lambda place: (place.order, place.id), reverse=True
    )
    others.sort(key=lambda place: (place.standing, place.url))
    low, high = 0, min(len(webinars), MOST_WEBINARS)
    while low < high:
        middle = (low + high + 1) // 2
        if len(gzip.compress(_json(others + webinars[:middle], asked, known), _LEVEL, mtime=0)) <= LIMIT:
            low = middle
        else:
            high = middle - 1
    (target / FILE).write_bytes(_json(others + webinars[:low], asked, known))


def shortest(ids: Sequence[str]) -> int:
    """From how many of their first letters on no two of the ids are alike: ids are chance, which does not compress."""
    length, different = 0, len(set(ids))
    while len({id_[:length] for id_ in ids}) < different:
        length += 1
    return length


def _json(places: Sequence[Place], asked: Sequence[tuple[str, str, str]], known: Known) -> bytes:
    """One column after another: what is alike stands together, and compresses to a tenth less than row by row."""
    answered: dict[str, list[tuple[str | int, str]]] = {place.url: [] for place in places}
    for url, part, text in asked:
        if url in answered:
            answered[url].append((part, text))
    for place in places:
        # A chapter's id is its second: t-30.
        answered[place.url] += [(int(id_.removeprefix(_SECOND)), title) for id_, title in place.chapters]
    standings = [(standing, len(list(own))) for standing, own in groupby(places, key=lambda place: place.standing)]
    data = {
        "count": known.count,
        "letters": known.letters,
        "standings": standings,
        "ids": [place.id[: known.letters] for place in places],
        # Pages about the site itself are found, but nobody is offered them while typing: only how they stand is said.
        "urls": ["" if place.standing == ABOUT else place.url for place in places],
        "titles": ["" if place.standing == ABOUT else place.title for place in places],
        "parts": [[part for part, _ in answered[place.url]] for place in places],
        "texts": [[text for _, text in answered[place.url]] for place in places],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
