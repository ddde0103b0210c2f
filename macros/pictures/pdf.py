"""Writes a drawing as a PDF of one page, tagged for screen readers (PDF 1.7, section 14.8).

All shapes are one figure with a text of its own; words follow as headings and paragraphs in the order of
the drawing. Words are set in Helvetica, one of the fonts that every reader of PDF has, so no font is
embedded.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pydyf

from macros.pictures.palette import PALETTE
from macros.pictures.shapes import Circle, Drawing, Paint, Path, Shape, Words, arc

POINTS_A_MILLIMETRE = 72 / 25.4

_FONTS = {False: ("F1", "Helvetica"), True: ("F2", "Helvetica-Bold")}


@dataclass(frozen=True)
class Described:
    """What a PDF says about itself, and what its picture shows."""

    title: str
    text: str
    language: str = "en-GB"


@dataclass(frozen=True)
class _Block:
    """Lines of words that belong together, and what they are: H1, H2 or P."""

    tag: str
    lines: tuple[Words, ...]


def pdf(drawing: Drawing, width: float, described: Described) -> bytes:
    """The drawing on a page ``width`` millimetres wide, in its own proportions."""
    scale = width / drawing.width * POINTS_A_MILLIMETRE
    page_height = drawing.height * scale
    figure = [shape for shape in drawing.shapes if not isinstance(shape, Words)]
    blocks = list(_blocks([shape for shape in drawing.shapes if isinstance(shape, Words)]))
    content = pydyf.Stream(compress=True)
    content.set_line_cap(1)
    content.set_line_join(1)
    # The drawing's y grows downwards, the page's upwards.
    content.set_matrix(scale, 0, 0, -scale, 0, page_height)
    content.begin_marked_content("Figure", b"<</MCID 0>>")
    for shape in figure:
        _draw(content, shape)
    content.end_marked_content()
    for number, block in enumerate(blocks, start=1):
        content.begin_marked_content(block.tag, f"<</MCID {number}>>".encode())
        for words in block.lines:
            _write(content, words)
        content.end_marked_content()
    return _document(content, (drawing.width * scale, page_height), [block.tag for block in blocks], described)


def _blocks(words: Sequence[Words]) -> Iterator[_Block]:
    """Bold lines are headings, the first the page's own; lines between them are paragraphs."""
    first = True
    for bold, lines in groupby(words, key=lambda line: line.bold):
        if not bold:
            yield _Block("P", tuple(lines))
            continue
        for line in lines:
            yield _Block("H1" if first else "H2", (line,))
            first = False


def _draw(content: pydyf.Stream, shape: Shape) -> None:
    match shape:
        case Circle():
            _trace(content, arc(shape.x, shape.y, shape.r, 0, 360, shape.paint))
            content.close()
        case Path():
            _trace(content, shape)
        case Words():
            raise TypeError("words are written, not drawn")
    _paint(content, shape.paint)


def _trace(content: pydyf.Stream, shape: Path) -> None:
    x = y = 0.0
    for step in shape.steps:
        match step.letter:
            case "M":
                content.move_to(*_rounded(step.points[0]))
            case "L":
                content.line_to(*_rounded(step.points[0]))
            case "C":
                content.curve_to(*(n for point in step.points for n in _rounded(point)))
            case "Q":
                # PDF has no curves with one control point: the cubic one with the same course.
                (cx, cy), (to_x, to_y) = step.points
                first = (x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3)
                second = (to_x + (cx - to_x) * 2 / 3, to_y + (cy - to_y) * 2 / 3)
                content.curve_to(*_rounded(first), *_rounded(second), *_rounded((to_x, to_y)))
            case _:
                content.close()
        if step.points:
            x, y = step.points[-1]


def _rounded(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], 2), round(point[1], 2)


def _paint(content: pydyf.Stream, paint: Paint) -> None:
    if paint.fill:
        content.set_color_rgb(*_rgb(paint.fill))
    if paint.line:
        content.set_color_rgb(*_rgb(paint.line), stroke=True)
        content.set_line_width(round(paint.width, 2))
    if paint.fill and paint.line:
        content.fill_and_stroke()
    elif paint.fill:
        content.fill()
    else:
        content.stroke()


def _rgb(colour: str) -> tuple[float, float, float]:
    value = PALETTE[colour]
    red, green, blue = (round(int(value[i : i + 2], 16) / 255, 3) for i in (1, 3, 5))
    return red, green, blue


def _write(content: pydyf.Stream, words: Words) -> None:
    """One line of words. A space ends it, so that lines do not run together when they are read out."""
    content.begin_text()
    content.set_color_rgb(*_rgb(words.paint.fill))
    content.set_font_size(_FONTS[words.bold][0], words.size)
    content.set_text_matrix(1, 0, 0, -1, round(words.x, 2), round(words.y, 2))
    # As numbers: whatever byte a letter has, it needs no escape.
    content.show_text(f"<{f'{words.text} '.encode('cp1252', 'replace').hex()}>")
    content.end_text()


def _document(content: pydyf.Stream, size: tuple[float, float], tags: Sequence[str], described: Described) -> bytes:
    document = pydyf.PDF()
    fonts = pydyf.Dictionary()
    for name, family in _FONTS.values():
        font = pydyf.Dictionary(
            {"Type": "/Font", "Subtype": "/Type1", "BaseFont": f"/{family}", "Encoding": "/WinAnsiEncoding"}
        )
        document.add_object(font)
        fonts[name] = font.reference
    document.add_object(content)
    root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
    whole = pydyf.Dictionary({"Type": "/StructElem", "S": "/Document"})
    page = pydyf.Dictionary(
        {
            "Type": "/Page",
            "Parent": document.pages.reference,
            "MediaBox": pydyf.Array([0, 0, round(size[0], 2), round(size[1], 2)]),
            "Contents": content.reference,
            "Resources": pydyf.Dictionary({"Font": fonts}),
            "StructParents": 0,
            "Tabs": "/S",
        }
    )
    document.add_page(page)
    document.add_object(root)
    document.add_object(whole)
    elements = []
    for number, tag in enumerate(("Figure", *tags)):
        element = pydyf.Dictionary(
            {"Type": "/StructElem", "S": f"/{tag}", "P": whole.reference, "Pg": page.reference, "K": number}
        )
        if tag == "Figure":
            element["Alt"] = pydyf.String(described.text)
        document.add_object(element)
        elements.append(element.reference)
    # The title is read before the picture that it is about.
    whole["P"], whole["K"] = root.reference, pydyf.Array([elements[1], elements[0], *elements[2:]])
    parents = pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Array(elements)])})
    document.add_object(parents)
    root["K"], root["ParentTree"], root["ParentTreeNextKey"] = whole.reference, parents.reference, 1
    document.info["Title"] = pydyf.String(described.title)
    document.catalog["Lang"] = pydyf.String(described.language)
    document.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    document.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    document.catalog["StructTreeRoot"] = root.reference
    written = io.BytesIO()
    document.write(written, version=b"1.7")
    return written.getvalue()
