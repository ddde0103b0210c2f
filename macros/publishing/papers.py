"""Writes the papers as Word files: what the section "The template" of a page with ``paper: true`` holds.

Headings are real headings, a table's first row repeats on each page, the language is named:
what a screen reader needs to move through the file (WCAG 1.3.1, 3.1.1).
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from docx.shared import Cm, Mm, Pt, RGBColor
from lxml.etree import Element as NewElement
from lxml.etree import SubElement

from macros.reading.addresses import outside
from macros.reading.interface import Words
from macros.reading.pages import Page
from macros.reading.papers import HEADINGS, LISTS, site_address, template_blocks

FONT = "Arial"
AFTER_TABLE = Pt(14)

_TEXT_WIDTH = Cm(17)
_ROW_HEIGHT = Cm(1.1)
_GRID = "TableGrid"
_TABLE_STYLES = ("Normal Table", "Table Grid")
_NOT_NEEDED = ("/stylesWithEffects", "/customXml", "/thumbnail")
"""Parts of the file that python-docx starts from: styles for Word 2010, a list of books, a picture of an empty page."""
_KEEP_SPACES = "{http://www.w3.org/XML/1998/namespace}space"
_LIST_STYLES = {"ul": "ListBullet", "ol": "ListNumber"}
_INSIDE = "2"
"""At the end of the id of Word's style for a list inside another."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every part of the file: the same page gives the same bytes."""


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
    blank = _blank(words.language)
    document = Document(io.BytesIO(blank.file))
    _describe(document, sheet, site_name, words)
    # Not in the document from the start: there lxml makes an object of python-docx for each element.
    body = NewElement(_name("body"), nsmap={name: nsmap[name] for name in ("w", "r")})
    _add(_add_paragraph(body, "Heading1"), _plain(sheet.title), document.part, sheet.resolve)
    previous = ""
    for block in sheet.blocks:
        first = len(body)
        _add_block(body, document.part, block, sheet)
        if previous == "table":
            _move_down(body[first])
        previous = block.tag
    # The one that is there says how large a sheet is, and comes last.
    for number, block in enumerate(list(body)):
        document.element.body.insert(number, block)
    footer = document.sections[0].footer.part
    changed = {
        part.partname.membername: part.blob
        for part in (document.part, document.part.numbering_part, footer, document.part.package._core_properties_part)
    }
    for part in (document.part, footer):
        if len(part.rels):
            changed[part.partname.rels_uri.membername] = part.rels.xml
    return _packed({**blank.parts, **changed})


@dataclass(frozen=True)
class _Blank:
    """An empty sheet as a .docx file, and its parts by their names."""

    file: bytes
    parts: Mapping[str, bytes]


@cache
def _blank(language: str) -> _Blank:
    """An empty A4 sheet in large plain type.

    Made once, because setting it up takes many times as long as a plan. What python-docx starts from has also the
    looks of 100 tables that no paper has, for two versions of Word: nearly all of the file, read and packed each time.
    """
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    section.footer.is_linked_to_previous = False
    _set_styles(document, language)
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(_NOT_NEEDED):
                del part.rels[key]
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as archive:
        return _Blank(made.getvalue(), {name: archive.read(name) for name in archive.namelist()})


def _describe(document: Any, sheet: Sheet, site_name: str, words: Words) -> None:  # noqa: ANN401
    """The properties, and at the foot where it is from."""
    moment = datetime.datetime.combine(sheet.when or datetime.date(*_EARLIEST[:3]), datetime.time())
    properties = document.core_properties
    properties.title = sheet.title
    properties.subject = sheet.description
    properties.author = properties.last_modified_by = site_name
    properties.comments = words.papers.from_address.format(address=sheet.url or site_name)
    properties.language = words.language
    properties.created = properties.modified = moment
    properties.revision = 1
    footer = document.sections[0].footer
    told = (
        *_plain(f"{words.papers.from_site.format(site=site_name)} "),
        _Words(sheet.url or sheet.title, False, False, sheet.url),
        *_plain(f". {words.papers.licence}"),
    )
    _add(footer.paragraphs[0]._p, told, footer.part, str)


def _set_styles(document: Any, language: str) -> None:  # noqa: ANN401
    styles = document.styles
    for mark in styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)
    for style in list(styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLE_STYLES:
            style.delete()
            continue
        properties = style.element.find(qn("w:rPr"))
        fonts = properties.find(qn("w:rFonts")) if properties is not None else None
        if fonts is not None:
            properties.remove(fonts)
    normal = styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing = 1.25
    for level, size in ((1, 24), (2, 16), (3, 13), (4, 12)):
        font = styles[f"Heading {level}"].font
        font.name, font.size, font.bold, font.italic = FONT, Pt(size), True, False
        font.color.rgb = RGBColor(0, 0, 0)
    styles["Footer"].font.size = Pt(9)


@cache
def _name(tag: str) -> str:
    """The full name of an element or attribute of WordprocessingML (ECMA-376, part 1, 17)."""
    return f"{{{nsmap['w']}}}{tag}"


def _child(parent: Any, tag: str, **values: str | int) -> Any:  # noqa: ANN401
    """A new last child; its attributes are of WordprocessingML, too.

    Not by python-docx's own functions: those look for the right place among what is there, at each step.
    """
    return SubElement(parent, _name(tag), {_name(name): str(value) for name, value in values.items()})


def _add_block(body: Any, part: Any, block: Element, sheet: Sheet) -> None:  # noqa: ANN401
    if block.tag in sheet.levels:
        heading = _add_paragraph(body, f"Heading{sheet.levels[block.tag]}")
        _add(heading, _plain("".join(block.itertext())), part, sheet.resolve)
    elif block.tag == "p":
        _add(_child(body, "p"), _words(block), part, sheet.resolve)
    elif block.tag in LISTS:
        _add_list(body, part, block, sheet.resolve, "")
    else:
        _add_table(body, part, block, sheet.resolve)


def _add_list(body: Any, part: Any, items: Element, resolve: _Resolve, level: str) -> None:  # noqa: ANN401
    """A list; ``level`` is empty for one by itself, and "2" for one inside another."""
    style = f"{_LIST_STYLES[items.tag]}{level}"
    number = _number_from_one(part, style) if items.tag == "ol" else None
    for item in items:
        # A list with blank lines between its items has paragraphs in them.
        for piece in [child for child in item if child.tag == "p"] or [item]:
            paragraph = _add_paragraph(body, style)
            if number is not None:
                _child(_child(paragraph[0], "numPr"), "numId", val=number)
            _add(paragraph, _words(piece), part, resolve)
        for inner in (child for child in item if child.tag in LISTS):
            _add_list(body, part, inner, resolve, _INSIDE)


def _add_paragraph(body: Any, style: str) -> Any:  # noqa: ANN401
    """An empty paragraph in a style of this id."""
    paragraph = _child(body, "p")
    _child(_child(paragraph, "pPr"), "pStyle", val=style)
    return paragraph


def _move_down(block: Any) -> None:  # noqa: ANN401
    """Room between a table and the paragraph below it."""
    properties = block.find(_name("pPr"))
    if properties is None:
        properties = block.makeelement(_name("pPr"))
        block.insert(0, properties)
    _child(properties, "spacing", before=AFTER_TABLE.twips)


def _number_from_one(part: Any, style: str) -> int:  # noqa: ANN401
    """A number of its own for a list: Word would go on from the list before."""
    numbering = part.numbering_part.element
    own = part.styles.element.get_by_id(style).pPr.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(own).abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _add_table(body: Any, part: Any, block: Element, resolve: _Resolve) -> None:  # noqa: ANN401
    rows = list(block.iter("tr"))
    width = round(_TEXT_WIDTH.twips / len(rows[0]))
    table = _child(body, "tbl")
    properties = _child(table, "tblPr")
    _child(properties, "tblStyle", val=_GRID)
    _child(properties, "tblW", type="auto", w=0)
    _child(properties, "tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=0, noVBand=1)
    grid = _child(table, "tblGrid")
    for _ in rows[0]:
        _child(grid, "gridCol", w=width)
    for source in rows:
        row = _child(table, "tr")
        looks = _child(row, "trPr")
        _child(looks, "cantSplit")
        # Room to write by hand.
        _child(looks, "trHeight", val=_ROW_HEIGHT.twips, hRule="atLeast")
        if source is rows[0]:
            _child(looks, "tblHeader", val="true")
        for words in source:
            cell = _child(row, "tc")
            _child(_child(cell, "tcPr"), "tcW", w=width, type="dxa")
            _add(_child(cell, "p"), _words(words, bold=words.tag == "th"), part, resolve)


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


def _add(paragraph: Any, words: Iterable[_Words], part: Any, resolve: _Resolve) -> None:  # noqa: ANN401
    """Adds words to a paragraph; where their links lead to stands in ``part``, the part of the file they are in."""
    for piece in words:
        if piece.text == "\n":
            _child(_child(paragraph, "r"), "br")
            continue
        address = resolve(piece.address) if piece.address else ""
        place = paragraph
        if address:
            place = _child(paragraph, "hyperlink")
            place.set(qn("r:id"), part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = _child(place, "r")
        looks = _child(run, "rPr")
        for tag, wanted in (("b", piece.bold), ("i", piece.italic)):
            if wanted:
                _child(looks, tag)
        if address:
            _child(looks, "u", val="single")
        text = _child(run, "t")
        text.text = " ".join(piece.text.split("\n"))
        text.set(_KEEP_SPACES, "preserve")


def absolute(address: str, site_url: str) -> str:
    """An address from the top of the site as one that works outside it; empty if the site has no public address."""
    if outside(address):
        return address
    return f"{site_url}{address}" if site_url else ""


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a file, with one date for all of them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()
