"""Renders the index from A to Z: every page, chapter, rung, warning sign and term."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from macros.captions.clock import clock
from macros.model import Catalogue, GlossaryTerm, Sign
from macros.reading.interface import Words
from macros.reading.pages import Page
from macros.rendering.environment import render
from macros.rendering.search import GLOSSARY, LADDER, SIGNS
from macros.rendering.slices import address, cut

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
OTHER = "0"
"""The letter of what starts with a number or a letter that is not one of ours."""

LINES_A_PAGE = 1000
"""More make the page larger than 100 kB, compressed: with ten thousand webinars there are a hundred thousand."""

_NOT_SORTED = re.compile(r"^(?:the|a|an)\s+|[^\w\s]", re.IGNORECASE)
_LISTS = {"", "search/", "a-z/"}


@dataclass(frozen=True)
class Entry:
    """A line of the index: where it leads, and what that is."""

    text: str
    url: str
    detail: str

    @cached_property
    def sort_key(self) -> str:
        """What it is sorted by: small letters, without signs, accents or a leading article."""
        plain = unicodedata.normalize("NFKD", _NOT_SORTED.sub("", self.text.strip()).strip().lower())
        return "".join(sign for sign in plain if not unicodedata.combining(sign))

    @property
    def letter(self) -> str:
        """The letter that it stands under."""
        first = self.sort_key[:1].upper()
        return first if first and first in LETTERS else OTHER


@dataclass(frozen=True)
class Line:
    """What has one name, such as the guide "Access" and the word "access": one line, with a link to each."""

    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """The one whose name the line has."""
        return self.entries[0]

    @property
    def others(self) -> tuple[Entry, ...]:
        """The rest, each known by what it is."""
        return self.entries[1:]


Groups = Mapping[str, Sequence[Line]]
"""The lines under each letter."""


def entries(
    catalogue: Catalogue, pages: Sequence[Page], terms: Sequence[GlossaryTerm], signs: Sequence[Sign], words: Words
) -> list[Entry]:
    """Everything that the index lists, in alphabetical order; an entry that is there twice, once."""
    names = words.kinds
    found = {*_pages(pages, names), *_webinars(catalogue, words)}
    addresses = {page.url for page in pages}
    if LADDER in addresses:
        found |= {Entry(r.name, f"{LADDER}#{r.id}", names["rung"]) for r in catalogue.vocabulary.rungs.values()}
    if GLOSSARY in addresses:
        found |= {Entry(term.term, f"{GLOSSARY}#{term.id}", names["term"]) for term in terms}
    if SIGNS in addresses:
        found |= {Entry(sign.text, f"{SIGNS}#{sign.id}", names["sign"]) for sign in signs}
    return sorted(found, key=lambda entry: (entry.sort_key, entry.detail, entry.url))


def _pages(pages: Iterable[Page], names: Mapping[str, str]) -> Iterator[Entry]:
    for page in pages:
        if not page.webinar_slug and page.url not in _LISTS:
            yield Entry(page.front.title, page.url, names[page.result])


def _webinars(catalogue: Catalogue, words: Words) -> Iterator[Entry]:
    for webinar in catalogue.webinars:
        url = f"webinars/{webinar.slug}/"
        yield Entry(webinar.title, url, words.kinds["webinar"])
        for chapter in webinar.chapters:
            detail = words.letters.chapter.format(title=webinar.title, time=clock(chapter.start))
            yield Entry(chapter.title, f"{url}#{chapter.anchor}", detail)


def by_letter(found: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries under their letters, in the order of the alphabet; letters without entries are left out."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        groups[entry.letter].append(entry)
    return {letter: groups[letter] for letter in (*LETTERS, OTHER) if letter in groups}


def lines(found: Iterable[Entry]) -> list[Line]:
    """The entries in their order, those with the same name in one line: whole pages before places in a page."""
    return [
        Line(tuple(sorted(group, key=lambda entry: (entry.text[:1].islower(), "#" in entry.url))))
        for _, group in groupby(found, key=lambda entry: entry.sort_key)
    ]


def sliced(found: Iterable[Entry]) -> list[Groups]:
    """The lines under their letters, a page of the index each: one page, unless there are very many."""
    flat = [(letter, line) for letter, group in by_letter(found).items() for line in lines(group)]
    return [
        {letter: [line for _, line in part] for letter, part in groupby(piece, key=itemgetter(0))}
        for piece in cut(flat, LINES_A_PAGE)
    ]


def places(slices: Sequence[Groups], here: int = 0) -> dict[str, str]:
    """Where each letter starts, seen from the slice with the number ``here``; 0 is another page of the site."""
    found: dict[str, str] = {}
    for number, groups in enumerate(slices, start=1):
        for letter in groups:
            page = "" if number == here or (number == 1 and not here) else address(number)
            found.setdefault(letter, f"{page}#{'other' if letter == OTHER else letter.lower()}")
    return found


def render_a_to_z(found: Iterable[Entry], root: str, words: Words) -> Markup:
    """The index with a list of its letters; ``root`` leads from the page to the site's top."""
    return _render("a_to_z.html", sliced(found), 1, root, words)


def render_a_to_z_page(slices: Sequence[Groups], number: int, title: str, root: str, words: Words) -> Markup:
    """A further page of the index, with its heading."""
    return _render("a_to_z_page.html", slices, number, root, words, title)


def _render(template: str, slices: Sequence[Groups], number: int, root: str, words: Words, title: str = "") -> Markup:
    return render(
        template,
        words,
        groups=slices[number - 1],
        places=places(slices, number),
        letters=LETTERS,
        other=OTHER,
        number=number,
        count=len(slices),
        title=title,
        root=root,
    )
