"""Writes the papers as Word files: what the section "The template" of a page with ``paper: true`` holds.

Headings are real headings, a table's first row repeats on each page, the language is named:
what a screen reader needs to move through the file (WCAG 1.3.1, 3.1.1).
"""

from __future__ import annotations

import datetime
import html
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
from lxml.etree import fromstring

from macros.reading.addresses import outside
from macros.reading.interface import Words
from macros.reading.pages import Page
from macros.reading.papers import HEADINGS, LISTS, site_address, template_blocks

FONT = "Arial"
AFTER_TABLE = Pt(14)

_TEXT_WIDTH = Cm(17)
_ROW_HEIGHT = Cm(1.1)
_SPACE = f'<w:spacing w:before="{AFTER_TABLE.twips}"/>'
_TABLE_LOOKS = (
    '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/><w:tblLook w:val="04A0" w:firstRow="1"'
    ' w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
)
"""Lines around all cells; the first row and the first column are headings."""
_TABLE_STYLES = ("Normal Table", "Table Grid")
_NOT_NEEDED = ("/stylesWithEffects", "/customXml", "/thumbnail")
"""Parts of the file that python-docx starts from: styles for Word 2010, a list of books, a picture of an empty page."""
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
    place = document.element.body
    # The one that is there says how large a sheet is, and comes last.
    for number, block in enumerate(_elements(_body(sheet, document.part))):
        place.insert(number, block)
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
    for run in _elements(_runs(told, footer.part, str)):
        footer.paragraphs[0]._p.append(run)


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


def _elements(written: str) -> list[Any]:
    """The elements of WordprocessingML (ECMA-376, part 1, 17) in a text.

    A text that lxml reads takes a tenth of the time of elements made one by one. Only ``_runs`` puts words of people
    into it, and escapes them.
    """
    names = " ".join(f'xmlns:{name}="{nsmap[name]}"' for name in ("w", "r"))
    return list(fromstring(f"<all {names}>{written}</all>"))


def _body(sheet: Sheet, part: Any) -> str:  # noqa: ANN401
    """The title and all blocks. Where links lead, and how lists are numbered, stands in ``part`` of the file."""
    written = [_paragraph(_runs(_plain(sheet.title), part, sheet.resolve), "Heading1")]
    previous = ""
    for block in sheet.blocks:
        written.append(_block(block, part, sheet, _SPACE if previous == "table" else ""))
        previous = block.tag
    return "".join(written)


def _block(block: Element, part: Any, sheet: Sheet, space: str) -> str:  # noqa: ANN401
    """A block; ``space`` is the room above its first paragraph, as the property that asks for it."""
    if block.tag in sheet.levels:
        runs = _runs(_plain("".join(block.itertext())), part, sheet.resolve)
        return _paragraph(runs, f"Heading{sheet.levels[block.tag]}", space)
    if block.tag == "p":
        return _paragraph(_runs(_words(block), part, sheet.resolve), "", space)
    if block.tag in LISTS:
        return _list(block, part, sheet.resolve, "", space)
    return _table(block, part, sheet.resolve)


def _list(items: Element, part: Any, resolve: _Resolve, level: str, space: str = "") -> str:  # noqa: ANN401
    """A list; ``level`` is empty for one by itself, and "2" for one inside another."""
    style = f"{_LIST_STYLES[items.tag]}{level}"
    number = f'<w:numPr><w:numId w:val="{_number_from_one(part, style)}"/></w:numPr>' if items.tag == "ol" else ""
    written: list[str] = []
    for item in items:
        # A list with blank lines between its items has paragraphs in them.
        for piece in [child for child in item if child.tag == "p"] or [item]:
            above = "" if written else space
            written.append(_paragraph(_runs(_words(piece), part, resolve), style, f"{number}{above}"))
        written += (_list(inner, part, resolve, _INSIDE) for inner in item if inner.tag in LISTS)
    return "".join(written)


def _paragraph(runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph in the style of this id; without one, in that of plain text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    looks = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{looks}{runs}</w:p>"


def _number_from_one(part: Any, style: str) -> int:  # noqa: ANN401
    """A number of its own for a list: Word would go on from the list before."""
    numbering = part.numbering_part.element
    own = part.styles.element.get_by_id(style).pPr.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(own).abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _table(block: Element, part: Any, resolve: _Resolve) -> str:  # noqa: ANN401
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
            runs = _runs(_words(cell, bold=cell.tag == "th"), part, resolve)
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


def _runs(words: Iterable[_Words], part: Any, resolve: _Resolve) -> str:  # noqa: ANN401
    """The words of a paragraph; where their links lead stands in ``part``, the part of the file that they are in."""
    written = []
    for piece in words:
        if piece.text == "\n":
            written.append("<w:r><w:br/></w:r>")
            continue
        address = resolve(piece.address) if piece.address else ""
        bold, italic = "<w:b/>" if piece.bold else "", "<w:i/>" if piece.italic else ""
        underlined = '<w:u w:val="single"/>' if address else ""
        looks = f"<w:rPr>{bold}{italic}{underlined}</w:rPr>" if bold or italic or underlined else ""
        text = html.escape(" ".join(piece.text.split("\n")), quote=False)
        run = f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'
        if address:
            key = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            run = f'<w:hyperlink r:id="{key}">{run}</w:hyperlink>'
        written.append(run)
    return "".join(written)


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
