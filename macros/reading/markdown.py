"""Reads Markdown with a parser: its blocks, links, pictures and macros, each with its line.

For checks of style, and for the lines of what they find. What is safe to publish is judged elsewhere, by what
the engine itself makes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html.parser import HTMLParser
from typing import Literal

from markdown_it.token import Token

from macros.reading.addresses import outside
from macros.reading.dialect import ENDS, KEY, STARTS, parser

Kind = Literal["text", "item", "heading", "cell"]

_BARE_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_CALL = re.compile(r"\{\{\s*(\w+)\s*\(\s*(?:[\"']([^\"']*)[\"'])?")
_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_ID = re.compile(r"#([\w-]+)")
_TAGS: dict[str, Kind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("p", "ul", "ol", "div", "dt", "dd", "dl", "table", "tr", "br"), "text"),
    **dict.fromkeys(("summary", "details", "section", "nav", "figure", "figcaption"), "text"),
    "li": "item",
}
"""Elements of HTML that start a block, and what kind of words are in it."""
_UNSEEN_TAGS = frozenset(["script", "style", "template"])


@dataclass(frozen=True)
class Piece:
    """What readers see on one line: words, those of others (a source's title, a quotation), code, or an address."""

    text: str
    line: int
    kind: Literal["words", "others", "code", "address"] = "words"


@dataclass(frozen=True)
class Block:
    """A paragraph, list item, heading or table cell.

    ``source`` is its Markdown. ``level`` is a heading's: 0 for all else, an admonition's title and HTML among them.
    ``id`` is the one that it was given, ``icon`` the one that it starts with; ``is_numbered`` says whether it is
    an item of a numbered list that is in no other list.
    """

    kind: Kind
    line: int
    source: str
    pieces: tuple[Piece, ...]
    level: int = 0
    id: str = ""
    icon: str = ""
    is_numbered: bool = False

    @property
    def words(self) -> str:
        """What readers see of it, on one line."""
        return " ".join("".join(piece.text for piece in self.pieces).split())


@dataclass(frozen=True)
class Link:
    """A link: its words, and where it leads or the key of its source; and whether it is a tag of HTML.

    The engine leaves a tag's address as it is, so that one is an address in the site and not the path of a page.
    """

    words: str
    target: str
    key: str
    line: int
    is_tag: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture: its words, whether it is decoration, which only a tag can say (by ``alt=""``), and its file."""

    words: str
    is_decoration: bool
    line: int
    target: str = ""
    is_tag: bool = False


@dataclass(frozen=True)
class MacroCall:
    """A macro's name with its first argument if that is a word, and its line.

    ``arguments`` are all that an engine calls it with; there are none where it only stands in the text.
    """

    name: str
    argument: str
    line: int
    arguments: tuple[str | float | bool, ...] = ()


@dataclass(frozen=True)
class MarkdownText:
    """A text of Markdown. Comments and blocks of code are in none of its parts."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    macros: tuple[MacroCall, ...]
    ids: tuple[tuple[str, int], ...]
    """Ids that were given in braces or tags, with their lines."""
    addresses: tuple[tuple[str, int], ...]
    """Addresses outside the site, in links, tags and words, with their lines."""
    icons: tuple[tuple[str, int], ...] = ()
    """Names between colons, such as ``:pay:``, with their lines."""
    broken_notes: tuple[tuple[str, int], ...] = ()
    """Admonitions that the engine does not make: "empty" (``!!! note`` with nothing in it) and "folded" (``???``)."""

    @property
    def headings(self) -> tuple[Block, ...]:
        """Its headings, but for those that are HTML."""
        return tuple(block for block in self.blocks if block.level)

    @property
    def sources(self) -> tuple[tuple[str, int], ...]:
        """The keys of the sources that it cites, with their lines."""
        return tuple((link.key, link.line) for link in self.links if link.key)


@lru_cache(maxsize=4000)
def read_markdown(text: str, first_line: int = 1) -> MarkdownText:
    """The parts of a text that starts on this line of its file."""
    found = _Found(first_line)
    found.read(parser().parse(text))
    return MarkdownText(
        tuple(found.blocks),
        tuple(found.links),
        tuple(found.pictures),
        tuple(found.macros),
        tuple(found.ids),
        tuple(dict.fromkeys(found.addresses)),
        tuple(found.icons),
        tuple(found.broken_notes),
    )


def verbatim_lines(text: str) -> frozenset[int]:
    """The lines, from 0, that are shown as they are written: blocks of code, and HTML with its comments."""
    kinds = ("fence", "code_block", "html_block")
    tokens = (token for token in parser().parse(text) if token.type in kinds and token.map)
    return frozenset(line for token in tokens if token.map for line in range(*token.map))


@dataclass
class _Found:
    """What was found up to now in a text that starts on the line ``first_line``."""

    first_line: int
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    macros: list[MacroCall] = field(default_factory=list)
    ids: list[tuple[str, int]] = field(default_factory=list)
    addresses: list[tuple[str, int]] = field(default_factory=list)
    icons: list[tuple[str, int]] = field(default_factory=list)
    broken_notes: list[tuple[str, int]] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> None:
        """Takes the parser's tokens of all blocks."""
        lists: list[str] = []
        kind: Kind = "text"
        level = 0
        line = self.first_line
        before = ""
        for token in tokens:
            if token.map:
                line = self.first_line + token.map[0]
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    lists.append(token.type)
                case "bullet_list_close" | "ordered_list_close":
                    lists.pop()
                case "list_item_open":
                    kind = "item"
                case "th_open" | "td_open":
                    kind = "cell"
                case "admonition_title_open":
                    kind = "heading"
                case "heading_open":
                    kind, level = "heading", int(token.tag[1:])
                case "inline":
                    is_numbered = kind == "item" and lists == ["ordered_list_open"]
                    self._add_block(token, line, kind, level, is_numbered)
                    kind, level = "text", 0
                case "html_block":
                    _HtmlBlock(self, token.content, line)
                case "admonition_close" if before == "admonition_title_close":
                    self.broken_notes.append(("empty", line))
                case "admonition_open" if token.markup.startswith("?"):
                    self.broken_notes.append(("folded", line))
            before = token.type

    def _add_block(self, token: Token, line: int, kind: Kind, level: int, is_numbered: bool) -> None:
        words = _InlineWords(self, line)
        words.read(token.children or ())
        self.blocks.append(
            Block(kind, line, token.content, tuple(words.pieces), level, words.id, words.icon, is_numbered)
        )

    def note_address(self, target: str, line: int) -> None:
        """Keeps where a link or tag leads, if that is outside the site."""
        if outside(target):
            self.addresses.append((target, line))

    def note_macros(self, text: str, line: int) -> None:
        """Keeps the macros that a text calls which starts on this line."""
        for found in _CALL.finditer(text):
            self.macros.append(MacroCall(found[1], found[2] or "", line + text.count("\n", 0, found.start())))


class _Words:
    """The words of one block as they come, and the links and pictures among them."""

    def __init__(self, found: _Found) -> None:
        self.found = found
        self.pieces: list[Piece] = []
        self._open_quotations = 0
        self._open_links: list[tuple[Link, list[str]]] = []

    def add(self, text: str, line: int) -> None:
        """Words on this line."""
        is_others = self._open_quotations or any(link.key for link, _ in self._open_links)
        self._add(Piece(text, line, "others" if is_others else "words"))
        if "://" in text:
            for address in _BARE_ADDRESS.findall(text):
                self.found.note_address(address.rstrip(".,;:"), line)

    def _add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        for _, words in self._open_links:
            words.append(piece.text)

    def open_link(self, link: Link) -> None:
        """A link starts here, whose words are still to come."""
        self._open_links.append((link, []))
        self.found.note_address(link.target, link.line)

    def close_link(self) -> None:
        """The link ends that was opened last; a closing tag without an opening one is nothing."""
        if self._open_links:
            link, words = self._open_links.pop()
            self.found.links.append(replace(link, words=" ".join("".join(words).split())))

    def open_tag(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """An element of HTML starts here."""
        if "id" in attributes:
            self.found.ids.append((attributes["id"], line))
        if tag == "a":
            self.open_link(Link("", attributes.get("href", ""), "", line, is_tag=True))
            return
        for name in ("src", "href", "cite"):
            self.found.note_address(attributes.get(name, ""), line)
        if tag == "img":
            words, target = attributes.get("alt", ""), attributes.get("src", "")
            self.found.pictures.append(Picture(words, "alt" in attributes, line, target, is_tag=True))
        elif tag == "br":
            self.add(" ", line)
        elif tag == "q":
            self.add('"', line)
            self._open_quotations += 1

    def close_tag(self, tag: str, line: int) -> None:
        """An element of HTML ends here."""
        if tag == "a":
            self.close_link()
        elif tag == "q" and self._open_quotations:
            self._open_quotations -= 1
            self.add('"', line)


class _InlineWords(_Words):
    """The words of a block of Markdown."""

    def __init__(self, found: _Found, line: int) -> None:
        super().__init__(found)
        self._first_line = self._line = line
        self._is_address = False
        self.id = ""
        self.icon = ""

    def read(self, tokens: Sequence[Token]) -> None:
        """Takes the parser's tokens within the block."""
        if tokens and tokens[0].type == "icon":
            self.icon = tokens[0].content.strip(":")
        for token in tokens:
            if STARTS in token.meta:
                self._line = self._first_line + token.meta[STARTS]
            self._take(token)
            if ENDS in token.meta:
                self._line = self._first_line + token.meta[ENDS]

    def _take(self, token: Token) -> None:
        line = self._line
        match token.type:
            case "text" if self._is_address:
                self._add(Piece(token.content, line, "address"))
            case "text":
                self.add(token.content, line)
            case "softbreak" | "hardbreak":
                self.add(" ", line)
                self._line += 1
            case "code_inline":
                self._add(Piece(token.content, line, "code"))
            case "link_open":
                self._is_address = token.markup == "autolink"
                self.open_link(Link("", str(token.attrs.get("href", "")), token.meta.get(KEY, ""), line))
            case "link_close":
                self._is_address = False
                self.close_link()
            case "image":
                target = str(token.attrs.get("src", ""))
                self.found.pictures.append(Picture(token.content.strip(), False, line, target))
                self.found.note_address(target, line)
            case "html_inline":
                _InlineTag(self, token.content, line)
            case "icon":
                self.found.icons.append((token.content.strip(":"), line))
            case "macro":
                self.found.note_macros(token.content, line)
            case "attributes":
                if given := _ID.search(token.content):
                    self.id = given[1]
                    self.found.ids.append((self.id, line))


def _attributes(pairs: Sequence[tuple[str, str | None]]) -> dict[str, str]:
    return {name: value or "" for name, value in pairs}


class _InlineTag(HTMLParser):
    """Tells the words around it of one tag of HTML."""

    def __init__(self, words: _Words, html: str, line: int) -> None:
        super().__init__()
        self._words = words
        self._line = line
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._words.open_tag(tag, _attributes(attrs), self._line)

    def handle_endtag(self, tag: str) -> None:
        self._words.close_tag(tag, self._line)


class _HtmlBlock(HTMLParser):
    """Reads HTML that stands between blocks of Markdown: each of its elements that is a block becomes one."""

    def __init__(self, found: _Found, html: str, line: int) -> None:
        super().__init__()
        self._found = found
        self._first_line = line
        self._words = _Words(found)
        self._kind: Kind = "text"
        self._unseen = 0
        found.note_macros(html, line)
        # A macro's arguments are no HTML; its lines stay.
        self.feed(_MACRO.sub(lambda macro: "\n" * macro[0].count("\n"), html))
        self.close()
        self._end("text")

    @property
    def _line(self) -> int:
        return self._first_line + self.getpos()[0] - 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _TAGS:
            self._end(_TAGS[tag])
        self._unseen += tag in _UNSEEN_TAGS
        self._words.open_tag(tag, _attributes(attrs), self._line)

    def handle_endtag(self, tag: str) -> None:
        self._words.close_tag(tag, self._line)
        self._unseen -= tag in _UNSEEN_TAGS
        if tag in _TAGS:
            self._end("text")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            for number, text in enumerate(data.split("\n")):
                self._words.add(f"{' ' if number else ''}{text}", self._line + number)

    def _end(self, following: Kind) -> None:
        """The block ends here; what follows is of another kind."""
        pieces = tuple(self._words.pieces)
        if any(piece.text.strip() for piece in pieces):
            source = "".join(piece.text for piece in pieces).strip()
            line = next(piece.line for piece in pieces if piece.text.strip())
            self._found.blocks.append(Block(self._kind, line, source, pieces))
        self._words.pieces = []
        self._kind = following
