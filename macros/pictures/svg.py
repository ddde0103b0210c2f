"""Writes a drawing as SVG: inside a page with classes, or alone with the colours of the palette.

Inside a page there is no ``style`` and no fixed colour: our policy refuses the one, and the other would
not follow dark and forced colours. Alone (a file to share or print) there is no stylesheet to follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from macros.pictures.palette import PALETTE
from macros.pictures.shapes import Circle, Drawing, Paint, Path, Shape, Step, Words

FONTS = "Avenir Next, Segoe UI, Helvetica, Arial, sans-serif"

FINE_ENOUGH = 300
"""From this width on a picture's points lie on whole units: nobody sees the difference, and it is smaller."""

_Attributes = Callable[[Paint, int], str]


# Pages of the same kind have the same picture, and a site has a thousand of them.
@lru_cache(maxsize=512)
def inline_svg(drawing: Drawing, text: str = "", classes: str = "") -> str:
    """For a page. ``text`` says what the picture shows; without it screen readers skip the picture."""
    return _inside_page(drawing, "".join(_elements(drawing, _classes)), text, classes)


def reference(drawing: Drawing, id_: str, classes: str = "") -> str:
    """For a page that has the drawing on a ``sheet``: its place, which shows what has this id once that is there."""
    return _inside_page(drawing, f'<use href="#{id_}"/>', "", classes)


def _inside_page(drawing: Drawing, body: str, text: str, classes: str) -> str:
    name = f"picture {classes}".strip()
    told = f'role="img" aria-label={quoteattr(text)}' if text else 'aria-hidden="true"'
    return f'<svg class="{name}" viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" {told}>{body}</svg>'


def sheet(drawings: Mapping[Drawing, str]) -> str:
    """Drawings by their ids, to be put into a page out of sight: there they have the colours of its style sheets."""
    groups = "".join(f'<g id="{id_}">{"".join(_elements(drawing, _classes))}</g>' for drawing, id_ in drawings.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" hidden="">{groups}</svg>\n'


def standalone_svg(drawing: Drawing, title: str, description: str = "", size: tuple[str, str] | None = None) -> str:
    """A file of its own. ``size`` is its width and height with units, such as ``("210mm", "297mm")``."""
    width, height = size or (_n(drawing.width), _n(drawing.height))
    told = f"<title>{escape(title)}</title>"
    if description:
        told += f"<desc>{escape(description)}</desc>"
    body = "".join(_elements(drawing, _fixed))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" role="img" '
        f'stroke-linecap="round" stroke-linejoin="round" font-family="{FONTS}">{told}{body}</svg>\n'
    )


def _elements(drawing: Drawing, attributes: _Attributes) -> Iterator[str]:
    """An element for each shape, and one for lines that follow each other in the same paint."""
    digits = _digits(drawing)
    for element in _geometry(drawing):
        yield f"<{element.tag} {attributes(element.paint, digits)} {element.place}"


def _digits(drawing: Drawing) -> int:
    return 0 if drawing.width >= FINE_ENOUGH else 1


class _Element(NamedTuple):
    """An element without its looks: what stands before and after them."""

    tag: str
    paint: Paint
    place: str


# A cover is in its webinar's page and a file of its own, with the same lines.
@lru_cache(maxsize=16)
def _geometry(drawing: Drawing) -> tuple[_Element, ...]:
    digits = _digits(drawing)
    elements: list[_Element] = []
    for (kind, paint), same in groupby(drawing.shapes, key=lambda shape: (type(shape), shape.paint)):
        # Fills stay apart: where two that turn opposite ways overlap, one path would have a hole.
        if kind is Path and not paint.fill:
            steps = [step for shape in same if isinstance(shape, Path) for step in shape.steps]
            elements.append(_Element("path", paint, f'd="{path_data(steps, digits)}"/>'))
        else:
            elements += (_element(shape, digits) for shape in same)
    return tuple(elements)


def _element(shape: Shape, digits: int) -> _Element:
    match shape:
        case Circle():
            x, y = _n(round(shape.x, digits)), _n(round(shape.y, digits))
            return _Element("circle", shape.paint, f'cx="{x}" cy="{y}" r="{_n(round(shape.r, digits))}"/>')
        case Path():
            return _Element("path", shape.paint, f'd="{path_data(shape.steps, digits)}"/>')
        case Words():
            weight = ' font-weight="700"' if shape.bold else ""
            place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" font-size="{_n(shape.size)}"'
            return _Element("text", shape.paint, f"{place}{weight}>{escape(shape.text)}</text>")


def path_data(steps: Iterable[Step], digits: int) -> str:
    """The ``d`` of a path in relative steps, which take a third less room.

    Each step is counted from where the rounded steps before it end, so rounding does not add up.
    """
    text, before = "", ""
    here = start = (0.0, 0.0)
    for step in steps:
        points = [(round(x, digits), round(y, digits)) for x, y in step.points]
        numbers = [number for x, y in points for number in (x - here[0], y - here[1])]
        letter = step.letter.lower()
        # After m, further pairs are lines.
        text += _joined("" if letter == before or (before == "m" and letter == "l") else letter, text, numbers)
        here = points[-1] if points else start
        start = here if letter == "m" else start
        before = "" if letter == "z" else letter
    return text


def _joined(letter: str, text: str, numbers: Iterable[float]) -> str:
    """Numbers with a space only where two would run together."""
    joined = letter
    for number in map(_n, numbers):
        last = (joined or text)[-1:]
        joined += number if number.startswith("-") or last.isalpha() or not last else f" {number}"
    return joined


def _classes(paint: Paint, digits: int) -> str:
    names = [f"p-{paint.fill}" if paint.fill else "", f"l-{paint.line}" if paint.line else ""]
    width = f' stroke-width="{_n(round(paint.width, digits))}"' if paint.line else ""
    return f'class="{" ".join(filter(None, names))}"{width}'


def _fixed(paint: Paint, digits: int) -> str:
    fill = PALETTE[paint.fill] if paint.fill else "none"
    edge = f' stroke="{PALETTE[paint.line]}" stroke-width="{_n(round(paint.width, digits))}"' if paint.line else ""
    return f'fill="{fill}"{edge}'


# The same few hundred numbers come again and again.
@lru_cache(maxsize=8192)
def _n(number: float) -> str:
    """A number in as few characters as a tenth of a unit needs."""
    text = f"{round(number, 1):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
