"""Terms of the glossary open their meaning at their first use on a page.

A native button opens a native popover: it works by keyboard and without JavaScript, and the reader keeps
their place. On paper the word stands as it is.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from macros.kinds import Part, kind_of
from macros.markdown.current_page import CurrentPage, current_page
from macros.markdown.sources import ANCHOR
from macros.model import GlossaryTerm
from macros.reading.interface import Words

MOST_ON_A_PAGE = 8
"""More would make a page hard to read and slow to walk through by keyboard."""

GLOSSARY_PAGE = "glossary.md"

_BLOCKS = frozenset({"p", "li"})
_INSIDE_BLOCKS = frozenset({"strong", "em", "span", "q", "cite", "mark", "small", "del", "ins"})
_NEVER = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "pre", "table", "button", "label", "summary", "nav", "figcaption"}
)
_STASHED = re.compile(f"{STX}(?:wzxhzdk:(?P<number>[0-9]+)|[^{ETX}]*){ETX}")
"""What Python-Markdown puts in the place of the page's own HTML and of escaped signs, until the tree is written."""
_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[A-Za-z][\w-]*)[^>]*?(?P<alone>/?)>")
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_SENTENCE_START = re.compile(r"(?:\A|[.!?:]\s+)[\"“]?(?:(?:A|An|The)\s+)?\Z")
_DEFINES = re.compile(r"\s+(?:is|are|means|mean|stands for)\b")


class Glossary(Treeprocessor):
    """Puts a button and the meaning at each term's first use in paragraphs and list items."""

    def __init__(self, md: Markdown, terms: Sequence[GlossaryTerm], words: Words) -> None:
        super().__init__(md)
        self._terms = tuple(terms)
        self._words = words

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        page = current_page(self.md)
        if page.path == GLOSSARY_PAGE or Part.MEANINGS not in kind_of(page.path, page.meta).parts:
            return
        finder = _Finder(self._terms, page, self.md, self._words)
        for block in list(_blocks(root)):
            finder.mark(block)
            if finder.is_done:
                return


@dataclass(frozen=True)
class _Piece:
    """Some text of a block: the text of ``owner``, or what follows ``child`` in it.

    ``start`` is its place in the whole text of the block; ``closed`` the ranges (from, to) of ``text`` that
    are no words, or stand inside the page's own HTML.
    """

    owner: Element
    child: Element | None
    start: int
    text: str
    closed: tuple[tuple[int, int], ...]

    def is_open(self, start: int, end: int) -> bool:
        """Whether nothing between these two places is closed."""
        return all(end <= first or start >= last for first, last in self.closed)


class _Finder:
    """Knows which terms a page has used already."""

    def __init__(self, terms: tuple[GlossaryTerm, ...], page: CurrentPage, md: Markdown, words: Words) -> None:
        self._raw_html = md.htmlStash.rawHtmlBlocks
        # A page that explains a term needs no button for it.
        here = tuple(term for term in terms if term.link and (not page.path or term.page.split("#")[0] != page.path))
        self._page = page
        self._more = words.glossary.more
        # The meanings are in the language of the site, whatever the page has.
        self._language = words.language if page.meta.get("lang") else ""
        self._by_form, self._pattern = _forms(here)
        self._used: set[str] = set()

    @property
    def is_done(self) -> bool:
        """Whether the page has as many as it may."""
        return len(self._used) >= MOST_ON_A_PAGE

    def mark(self, block: Element) -> None:
        """Marks the first uses in one paragraph or list item."""
        whole = "".join(block.itertext())
        for piece in list(_pieces(block, self._raw_html)):
            chosen = list(self._choose(piece, whole))
            if chosen:
                self._rebuild(piece, chosen)

    def _choose(self, piece: _Piece, whole: str) -> Iterator[tuple[int, int, GlossaryTerm]]:
        """(from, to, term) in the piece's text, for each term that is not on the page yet."""
        for found in self._pattern.finditer(piece.text):
            words = found[0]
            term = self._by_form.get(_key(words)) or self._by_form[_key(words.lower())]
            start = piece.start + found.start()
            if not piece.is_open(found.start(), found.end()):
                continue
            if self.is_done or term.id in self._used or _is_definition(whole, start, start + len(words)):
                continue
            self._used.add(term.id)
            yield found.start(), found.end(), term

    def _rebuild(self, piece: _Piece, chosen: Sequence[tuple[int, int, GlossaryTerm]]) -> None:
        text, done = piece.text, 0
        between, marks = [], []
        starts = [start for start, _, _ in chosen[1:]] + [len(text)]
        for (start, end, term), next_start in zip(chosen, starts, strict=True):
            lead, trail = _before(text[done:start]), _after(text[end:next_start])
            between.append(text[done : start - len(lead)])
            meaning = _meaning(term, self._page.path, self._more)
            if self._language:
                meaning.set("lang", self._language)
            marks.append(_mark(term, (lead, text[start:end], trail), meaning))
            done = end + len(trail)
        for mark, words in zip(marks, [*between[1:], text[done:]], strict=True):
            mark.tail = words
        if piece.child is None:
            piece.owner.text, index = between[0], 0
        else:
            piece.child.tail, index = between[0], list(piece.owner).index(piece.child) + 1
        piece.owner[index:index] = marks


def _blocks(element: Element) -> Iterator[Element]:
    """Paragraphs and list items in order, up to the list of sources."""
    for child in element:
        if child.tag == "h2" and child.get("id") == ANCHOR:
            return
        if child.tag in _NEVER or child.get("class") == "admonition-title":
            continue
        if child.tag in _BLOCKS:
            yield child
        yield from _blocks(child)


def _pieces(block: Element, raw_html: Sequence[object]) -> Iterator[_Piece]:
    """The text of a block in order, without what must not change.

    ``raw_html`` holds the page's own HTML by the number of its mark. A tag of it may be opened in one piece and
    closed in another; whatever is between the two stays as it is.
    """
    at, depth = 0, 0

    def piece(owner: Element, child: Element | None, text: str, allowed: bool) -> Iterator[_Piece]:
        nonlocal at, depth
        closed, opened_at = [], 0
        for mark in _STASHED.finditer(text):
            if depth:
                closed.append((opened_at, mark.start()))
            closed.append(mark.span())
            if mark["number"]:
                depth = max(0, depth + _opened(str(raw_html[int(mark["number"])])))
            opened_at = mark.end()
        if depth:
            closed.append((opened_at, len(text)))
        if allowed and text:
            yield _Piece(owner, child, at, text, tuple(closed))
        at += len(text)

    def walk(owner: Element, allowed: bool) -> Iterator[_Piece]:
        yield from piece(owner, None, owner.text or "", allowed)
        for child in owner:
            yield from walk(child, allowed and child.tag in _INSIDE_BLOCKS)
            yield from piece(owner, child, child.tail or "", allowed)

    yield from walk(block, True)


def _opened(raw_html: str) -> int:
    """How many elements more this HTML opens than it closes."""
    tags = [tag for tag in _TAG.finditer(raw_html) if not tag["alone"] and tag["name"].lower() not in _VOID]
    return sum(-1 if tag["closing"] else 1 for tag in tags)


def _key(form: str) -> str:
    """What two spellings of the same form share: a form with a capital is found only with it."""
    plain = " ".join(form.replace("’", "'").split())
    return plain if plain[:1].isupper() else plain.lower()


@lru_cache(maxsize=64)
def _forms(terms: tuple[GlossaryTerm, ...]) -> tuple[dict[str, GlossaryTerm], re.Pattern[str]]:
    """The terms by their forms, and what finds these: most pages have the same."""
    forms = tuple(form for term in terms for form in term.forms)
    return {_key(form): term for term in terms for form in term.forms}, _pattern(forms)


def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, the longest form first; nothing at all if there are no forms."""
    parts = []
    for form in sorted(forms, key=len, reverse=True):
        words = r"\s+".join(re.escape(word).replace("'", "['’]") for word in form.split())
        parts.append(words if form[:1].isupper() else f"(?i:{words})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])" if parts else r"(?!)")


def _is_definition(whole: str, start: int, end: int) -> bool:
    """Whether the sentence itself says what the term means: it begins with it, and ``is`` or ``means`` follows."""
    return bool(_SENTENCE_START.search(whole[:start]) and _DEFINES.match(whole[end:]))


def _before(text: str) -> str:
    """The signs that touch a word on its left, such as a bracket."""
    found = re.search(rf"[^\s\w{STX}{ETX}]*\Z", text)
    return found[0] if found else ""


def _after(text: str) -> str:
    """What touches a word on its right: a full stop, or an apostrophe and its s."""
    found = re.match(rf"(?:['’]s\b)?[^\s\w{STX}{ETX}]*", text)
    return found[0] if found else ""


def _mark(term: GlossaryTerm, words: tuple[str, str, str], meaning: Element) -> Element:
    """The button and the meaning, in a span that keeps them in one line with the signs beside them.

    Without it, browsers may start a line with the full stop that follows a button.
    """
    lead, term_words, trail = words
    mark = Element("span", {"class": "term-mark"})
    mark.text = lead
    button = SubElement(mark, "button", {"type": "button", "class": "term", "popovertarget": f"meaning-{term.id}"})
    button.text = term_words
    meaning.tail = trail
    mark.append(meaning)
    return mark


def _meaning(term: GlossaryTerm, path: str, more: str) -> Element:
    """What opens: a span, because only that may stand in a paragraph."""
    attributes = {
        "popover": "",
        "role": "note",
        "class": "meaning",
        "id": f"meaning-{term.id}",
        "data-pagefind-ignore": "",
    }
    note = Element("span", attributes)
    SubElement(note, "strong").text = term.term
    note[0].tail = f": {term.meaning} "
    if path:
        target = term.page or f"{GLOSSARY_PAGE}#{term.id}"
        link = SubElement(note, "a", {"href": posixpath.relpath(target, posixpath.dirname(path) or ".")})
        link.text = more.format(term=term.term)
    return note
