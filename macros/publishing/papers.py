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
from typing import Any
from xml.etree.ElementTree import Element

from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

from macros.reading.addresses import outside
from macros.reading.interface import Words
from macros.reading.pages import Page
from macros.reading.papers import HEADINGS, LISTS, site_address, template_blocks

FONT = "Arial"
AFTER_TABLE = Pt(14)

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
    document = Document()
    _set_up(document, sheet, site_name, words)
    _add_paragraph(document, "Heading1").add_run(sheet.title)
    previous = ""
    for block in sheet.blocks:
        first = len(document.paragraphs)
        _add_block(document, block, sheet)
        if previous == "table":
            document.paragraphs[first].paragraph_format.space_before = AFTER_TABLE
        previous = block.tag
    return _with_fixed_dates(document)


def _set_up(document: Any, sheet: Sheet, site_name: str, words: Words) -> None:  # noqa: ANN401
    """A4, large plain type, the language, the properties, and at the foot where it is from."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    _set_styles(document, words.language)
    moment = datetime.datetime.combine(sheet.when or datetime.date(*_EARLIEST[:3]), datetime.time())
    properties = document.core_properties
    properties.title = sheet.title
    properties.subject = sheet.description
    properties.author = properties.last_modified_by = site_name
    properties.comments = words.papers.from_address.format(address=sheet.url or site_name)
    properties.language = words.language
    properties.created = properties.modified = moment
    properties.revision = 1
    footer = section.footer.paragraphs[0]
    _add_words(
        footer,
        [
            _Words(f"{words.papers.from_site.format(site=site_name)} ", False, False, ""),
            _Words(sheet.url or sheet.title, False, False, sheet.url),
        ],
        str,
    )
    footer.add_run(f". {words.papers.licence}")


def _set_styles(document: Any, language: str) -> None:  # noqa: ANN401
    styles = document.styles
    for mark in styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)
    for style in styles:
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


def _add_block(document: Any, block: Element, sheet: Sheet) -> None:  # noqa: ANN401
    resolve = sheet.resolve
    if block.tag in sheet.levels:
        _add_paragraph(document, f"Heading{sheet.levels[block.tag]}").add_run("".join(block.itertext()))
    elif block.tag == "p":
        _add_words(document.add_paragraph(), _words(block), resolve)
    elif block.tag in LISTS:
        _add_list(document, block, resolve, "")
    else:
        _add_table(document, block, resolve)


def _add_list(document: Any, items: Element, resolve: _Resolve, level: str) -> None:  # noqa: ANN401
    """A list; ``level`` is empty for one by itself, and "2" for one inside another."""
    style = f"{_LIST_STYLES[items.tag]}{level}"
    numbers = _numbers_from_one(document, style) if items.tag == "ol" else None
    for item in items:
        # A list with blank lines between its items has paragraphs in them.
        parts = [child for child in item if child.tag == "p"] or [item]
        for part in parts:
            paragraph = _add_paragraph(document, style)
            if numbers is not None:
                paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbers
            _add_words(paragraph, _words(part), resolve)
        for inner in (child for child in item if child.tag in LISTS):
            _add_list(document, inner, resolve, _INSIDE)


def _add_paragraph(document: Any, style: str) -> Any:  # noqa: ANN401
    """An empty paragraph in a style of this id. By name, python-docx looks through all styles twice for each."""
    paragraph = document.add_paragraph()
    paragraph._p.style = style
    return paragraph


def _numbers_from_one(document: Any, style: str) -> int:  # noqa: ANN401
    """Numbers of their own for a list: Word would go on from the list before."""
    numbering = document.part.numbering_part.element
    own = document.styles.element.get_by_id(style).pPr.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(own).abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _add_table(document: Any, block: Element, resolve: _Resolve) -> None:  # noqa: ANN401
    rows = list(block.iter("tr"))
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, source in zip(table.rows, rows, strict=True):
        # Room to write by hand.
        row.height, row.height_rule = Cm(1.1), WD_ROW_HEIGHT_RULE.AT_LEAST
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, words in zip(row.cells, source, strict=True):
            _add_words(cell.paragraphs[0], _words(words, bold=words.tag == "th"), resolve)
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)


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


def _add_words(paragraph: Any, words: Iterable[_Words], resolve: _Resolve) -> None:  # noqa: ANN401
    for piece in words:
        if piece.text == "\n":
            paragraph.add_run().add_break(WD_BREAK.LINE)
            continue
        run = paragraph.add_run(" ".join(piece.text.split("\n")))
        run.bold, run.italic = piece.bold or None, piece.italic or None
        if piece.address and (address := resolve(piece.address)):
            _make_link(paragraph, run, address)


def _make_link(paragraph: Any, run: Any, address: str) -> None:  # noqa: ANN401
    """Moves a run into a link: python-docx has no function for it."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def absolute(address: str, site_url: str) -> str:
    """An address from the top of the site as one that works outside it; empty if the site has no public address."""
    if outside(address):
        return address
    return f"{site_url}{address}" if site_url else ""


def _with_fixed_dates(document: Any) -> bytes:  # noqa: ANN401
    """The file, with one date for all its parts."""
    made = io.BytesIO()
    document.save(made)
    fixed = io.BytesIO()
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts.read(name))
    return fixed.getvalue()
