"""Writes the papers as Word files: what the section "The template" of a page with ``paper: true`` holds.

Headings are real headings, a table's first row repeats on each page, the language is named:
what a screen reader needs to move through the file (WCAG 1.3.1, 3.1.1).
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from docx.shared import Cm, Pt

from macros.publishing.word_file import Properties, References, packed_file
from macros.reading.addresses import outside
from macros.reading.interface import Words
from macros.reading.pages import Page
from macros.reading.papers import HEADINGS, LISTS, site_address, template_blocks

AFTER_TABLE = Pt(14)

_TEXT_WIDTH = Cm(17)
_ROW_HEIGHT = Cm(1.1)
_SPACE = f'<w:spacing w:before="{AFTER_TABLE.twips}"/>'
_TABLE_LOOKS = (
    '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/><w:tblLook w:val="04A0" w:firstRow="1"'
    ' w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
)
"""Lines around all cells; the first row and the first column are headings."""
_LIST_STYLES = {"ul": "ListBullet", "ol": "ListNumber"}
_REFERRING = frozenset({"a", "ol"})
"""Elements whose text names something that stands elsewhere in the file: see ``References``."""
_INSIDE = "2"
"""At the end of the id of Word's style for a list inside another."""

_Resolve = Callable[[str], str]
"""Makes an address that works outside the site."""


@dataclass(frozen=True)
class _Words:
    """Some words of a paragraph; ``address`` is empty unless they are a link."""

    text: str
    bold: bool
    italic: bool
    address: str


@dataclass(frozen=True)
class Sheet:
    """What a Word file is made of. ``url`` is its page's public address, empty where the site has none.

    ``levels`` has the level in the file of each heading of ``blocks``; ``resolve`` makes of a link in them an address
    that works outside the site, or an empty text where there is none.
    """

    title: str
    description: str
    when: datetime.date | None
    url: str
    blocks: Sequence[Element]
    levels: Mapping[str, int]
    resolve: Callable[[str], str]


def paper(page: Page, site_url: str, site_name: str, words: Words) -> bytes:
    """The page's template as a .docx file; ``site_url`` is empty if the site has no public address.

    Raises PaperError.
    """
    made = page.front.made
    sheet = Sheet(
        page.front.title,
        page.front.description,
        made.when if made else None,
        f"{site_url}{page.url}" if site_url else "",
        template_blocks(page),
        HEADINGS,
        lambda address: absolute(site_address(page, address), site_url),
    )
    return word_file(sheet, site_name, words)


def word_file(sheet: Sheet, site_name: str, words: Words) -> bytes:
    """A .docx file; the same sheet gives the same bytes."""
    body, foot = _Writing(sheet.resolve, References(words.language)), _Writing(str, References(words.language))
    told = (
        *_plain(f"{words.papers.from_site.format(site=site_name)} "),
        _Words(sheet.url or sheet.title, False, False, sheet.url),
        *_plain(f". {words.papers.licence}"),
    )
    properties = Properties(
        sheet.title,
        sheet.description,
        site_name,
        words.papers.from_address.format(address=sheet.url or site_name),
        sheet.when,
    )
    return packed_file(_body(sheet, body), body.refers, _runs(told, foot), foot.refers, properties)


@dataclass(frozen=True)
class _Writing:
    """A text that is being written: how its links are resolved, and what it refers to."""

    resolve: _Resolve
    refers: References


def _body(sheet: Sheet, writing: _Writing) -> str:
    """The title and all blocks, as WordprocessingML (ECMA-376, part 1, 17)."""
    written = [_paragraph(_runs(_plain(sheet.title), writing), "Heading1")]
    previous = ""
    for block in sheet.blocks:
        written.append(_block(block, writing, sheet.levels, _SPACE if previous == "table" else ""))
        previous = block.tag
    return "".join(written)


def _block(block: Element, writing: _Writing, levels: Mapping[str, int], space: str) -> str:
    """A block; ``space`` is the room above its first paragraph, as the property that asks for it."""
    level = levels.get(block.tag, 0)
    return _written(block, writing, level, space) if _refers(block) else _written_once(block, level, space)


def _refers(block: Element) -> bool:
    """Whether its text names links or lists of the file that it stands in."""
    return any(inner.tag in _REFERRING for inner in block.iter())


# Most blocks of a session plan are those that all plans share.
@lru_cache(maxsize=256)
def _written_once(block: Element, level: int, space: str) -> str:
    return _written(block, _Writing(str, References("")), level, space)


def _written(block: Element, writing: _Writing, level: int, space: str) -> str:
    """A block; ``level`` is that of a heading in the file, and 0 for what is none."""
    if level:
        runs = _runs(_plain("".join(block.itertext())), writing)
        return _paragraph(runs, f"Heading{level}", space)
    if block.tag == "p":
        return _paragraph(_runs(_words(block), writing), "", space)
    if block.tag in LISTS:
        return _list(block, writing, "", space)
    return _table(block, writing)


def _list(items: Element, writing: _Writing, level: str, space: str = "") -> str:
    """A list; ``level`` is empty for one by itself, and "2" for one inside another."""
    style = f"{_LIST_STYLES[items.tag]}{level}"
    number = ""
    if items.tag == "ol":
        key = writing.refers.numbered_list(style)
        number = f'<w:numPr><w:numId w:val="{key}"/></w:numPr>'
    written: list[str] = []
    for item in items:
        # A list with blank lines between its items has paragraphs in them.
        for piece in [child for child in item if child.tag == "p"] or [item]:
            above = "" if written else space
            written.append(_paragraph(_runs(_words(piece), writing), style, f"{number}{above}"))
        written += (_list(inner, writing, _INSIDE) for inner in item if inner.tag in LISTS)
    return "".join(written)


def _paragraph(runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph in the style of this id; without one, in that of plain text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    looks = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{looks}{runs}</w:p>"


def _table(block: Element, writing: _Writing) -> str:
    """A table, whose first row is repeated on each page."""
    rows = list(block.iter("tr"))
    width = round(_TEXT_WIDTH.twips / len(rows[0]))
    # Room to write by hand.
    looks = f'<w:cantSplit/><w:trHeight w:val="{_ROW_HEIGHT.twips}" w:hRule="atLeast"/>'
    header = '<w:tblHeader w:val="true"/>'
    written = []
    for row in rows:
        written.append(f"<w:tr><w:trPr>{looks}{header if row is rows[0] else ''}</w:trPr>")
        for cell in row:
            runs = _runs(_words(cell, bold=cell.tag == "th"), writing)
            written.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(runs)}</w:tc>')
        written.append("</w:tr>")
    columns = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
    return f"<w:tbl>{_TABLE_LOOKS}<w:tblGrid>{columns}</w:tblGrid>{''.join(written)}</w:tbl>"


def _plain(text: str) -> tuple[_Words]:
    return (_Words(text, False, False, ""),)


def _words(element: Element, bold: bool = False, italic: bool = False, address: str = "") -> Iterator[_Words]:
    """The words of an element in order, each with how it looks."""
    bold = bold or element.tag == "strong"
    italic = italic or element.tag == "em"
    address = element.get("href", "") if element.tag == "a" else address
    if element.tag == "br":
        yield _Words("\n", False, False, "")
    if element.text:
        yield _Words(element.text, bold, italic, address)
    for child in element:
        if child.tag not in LISTS:
            yield from _words(child, bold, italic, address)
        if child.tail:
            yield _Words(child.tail, bold, italic, address)


def _runs(words: Iterable[_Words], writing: _Writing) -> str:
    """The words of a paragraph. Only here words of people come into a file; they are escaped."""
    written = []
    for piece in words:
        if piece.text == "\n":
            written.append("<w:r><w:br/></w:r>")
            continue
        address = writing.resolve(piece.address) if piece.address else ""
        bold, italic = "<w:b/>" if piece.bold else "", "<w:i/>" if piece.italic else ""
        underlined = '<w:u w:val="single"/>' if address else ""
        looks = f"<w:rPr>{bold}{italic}{underlined}</w:rPr>" if bold or italic or underlined else ""
        text = html.escape(" ".join(piece.text.split("\n")), quote=False)
        run = f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'
        if address:
            run = f'<w:hyperlink r:id="{writing.refers.link(address)}">{run}</w:hyperlink>'
        written.append(run)
    return "".join(written)


def absolute(address: str, site_url: str) -> str:
    """An address from the top of the site as one that works outside it; empty if the site has no public address."""
    if outside(address):
        return address
    return f"{site_url}{address}" if site_url else ""
