"""Word files (.docx, ECMA-376): an empty sheet that python-docx makes once, and what a paper puts into its parts.

Of the parts of a file only six differ from paper to paper. They are completed as text, and the others are packed once:
a site has a session plan for every webinar, and a file whose parts are read, changed and written one by one takes ten
times as long.
"""

from __future__ import annotations

import datetime
import html
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from docx.shared import Cm, Mm, Pt, RGBColor

FONT = "Arial"

_TABLE_STYLES = ("Normal Table", "Table Grid")
_NOT_NEEDED = ("/stylesWithEffects", "/customXml", "/thumbnail")
"""Parts of the file that python-docx starts from: styles for Word 2010, a list of books, a picture of an empty page."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every part of the file: the same page gives the same bytes."""

_DOCUMENT, _FOOTER, _NUMBERING = "word/document.xml", "word/footer1.xml", "word/numbering.xml"
_DOCUMENT_LINKS, _FOOTER_LINKS = "word/_rels/document.xml.rels", "word/_rels/footer1.xml.rels"
_PROPERTIES = "docProps/core.xml"
_OWN = frozenset({_PROPERTIES, _DOCUMENT, _DOCUMENT_LINKS, _NUMBERING, _FOOTER, _FOOTER_LINKS})
"""The parts that are others in each file."""
_NO_LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
_LAST_NUMBER = re.compile(r'<w:num\b[^>]*w:numId="(\d+)"')


@dataclass(frozen=True)
class Properties:
    """What a file says of itself. ``when`` is empty if nobody can say when its page was made."""

    title: str
    subject: str
    author: str
    comments: str
    when: datetime.date | None


@dataclass
class References:
    """What the text of a part refers to: where its links lead, and which numbered lists count by themselves.

    They grow while the text, which is in ``language``, is written. ``links`` has the key of each address.
    """

    language: str
    links: dict[str, str] = field(default_factory=dict)
    lists: list[str] = field(default_factory=list)

    def link(self, address: str) -> str:
        """The key under which the text names a link to this address."""
        return self.links.setdefault(address, f"link{len(self.links) + 1}")

    def numbered_list(self, style: str) -> int:
        """The number by which the text names one more list in this style: Word would go on from the list before."""
        self.lists.append(style)
        return _blank(self.language).last_number + len(self.lists)


@dataclass(frozen=True)
class _Blank:
    """An empty sheet: ``packed`` are the parts that every file has as they are here, and ``own`` the others by their
    names. ``numbering`` has the numbering of each style of lists.
    """

    packed: bytes
    own: Mapping[str, str]
    numbering: Mapping[str, int]
    last_number: int


def packed_file(
    body: str, body_refers: References, foot: str, foot_refers: References, properties: Properties
) -> bytes:
    """A file with this WordprocessingML in its body, and in the paragraph at the foot of each page.

    The same gives the same bytes.
    """
    language = body_refers.language
    blank = _blank(language)
    own = {
        _PROPERTIES: _core_properties(properties, language),
        _DOCUMENT: blank.own[_DOCUMENT].replace("<w:body>", f"<w:body>{body}", 1),
        _DOCUMENT_LINKS: _with_links(blank.own[_DOCUMENT_LINKS], body_refers),
        _NUMBERING: _before_last("</w:numbering>", _counts(blank, body_refers.lists), blank.own[_NUMBERING]),
        _FOOTER: _before_last("</w:p>", foot, blank.own[_FOOTER]),
        _FOOTER_LINKS: _with_links(_NO_LINKS, foot_refers),
    }
    return _packed(own, blank.packed)


def _packed(parts: Mapping[str, str], before: bytes = b"") -> bytes:
    """These parts as a ZIP file, after those of the one ``before``."""
    packed = io.BytesIO(before)
    with zipfile.ZipFile(packed, "a") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()


def _before_last(end: str, added: str, text: str) -> str:
    before, _, after = text.rpartition(end)
    return f"{before}{added}{end}{after}"


def _with_links(relationships: str, refers: References) -> str:
    added = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONSHIP_TYPE.HYPERLINK}"'
        f' Target="{html.escape(address)}" TargetMode="External"/>'
        for address, key in refers.links.items()
    )
    return _before_last("</Relationships>", added, relationships)


def _counts(blank: _Blank, styles: Iterable[str]) -> str:
    """A count of its own, from one, for each numbered list."""
    return "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{blank.numbering[style]}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, style in enumerate(styles, start=blank.last_number + 1)
    )


def _core_properties(properties: Properties, language: str) -> str:
    """The part with what a file says of itself (ECMA-376, part 2, 11)."""
    moment = f"{(properties.when or datetime.date(*_EARLIEST[:3])).isoformat()}T00:00:00Z"
    told = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.author,
        "dc:description": properties.comments,
        "cp:lastModifiedBy": properties.author,
        "dc:language": language,
        "cp:revision": "1",
    }
    names = " ".join(f'xmlns:{name}="{nsmap[name]}"' for name in ("cp", "dc", "dcterms", "xsi"))
    texts = "".join(f"<{name}>{html.escape(text, quote=False)}</{name}>" for name, text in told.items())
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        f"<cp:coreProperties {names}>{texts}{dates}</cp:coreProperties>"
    )


@cache
def _blank(language: str) -> _Blank:
    """An empty A4 sheet in large plain type.

    What python-docx starts from has also the looks of 100 tables that no paper has, for two versions of Word: nearly
    all of the file.
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
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    lists = document.part.numbering_part.element
    numbering = {
        style.style_id: int(lists.num_having_numId(style.element.pPr.numPr.numId.val).abstractNumId.val)
        for style in document.styles
        if style.type == WD_STYLE_TYPE.PARAGRAPH and style.style_id.startswith("ListNumber")
    }
    own = {name: content for name, content in parts.items() if name in _OWN}
    always = _packed({name: content for name, content in parts.items() if name not in _OWN})
    return _Blank(always, own, numbering, max(map(int, _LAST_NUMBER.findall(parts[_NUMBERING]))))


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
