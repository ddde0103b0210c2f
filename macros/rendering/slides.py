"""Renders the slides of a narrated webinar: each layout as HTML, with drawings from the site's grammar."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from markupsafe import Markup

from macros.model import Chapter, Transcript
from macros.pictures.rungs import rung_scene
from macros.pictures.shapes import Drawing
from macros.pictures.stages import backdrop, counted, share_of_lane, thinking
from macros.pictures.svg import inline_svg, reference, sheet
from macros.reading.interface import Words
from macros.rendering.environment import render
from macros.slides.layouts import (
    Compare,
    LadderSlide,
    Layout,
    Number,
    Points,
    Question,
    Quote,
    Scene,
    Slide,
    Statement,
    Steps,
)
from macros.slides.words import slide_lines

_KINDS: dict[type, str] = {
    Statement: "statement",
    Points: "points",
    LadderSlide: "ladder",
    Compare: "compare",
    Steps: "steps",
    Number: "number",
    Question: "question",
    Quote: "quote",
    Scene: "scene",
}
_GROUNDS = {"points": "sky", "compare": "sand", "steps": "mint", "number": "mint", "question": "sand", "quote": "sky"}
"""The colour behind a layout, so that people know it again. Statements change theirs."""
_OF_STATEMENTS = ("mint", "sky", "sand", "rose")
_GROUND_OF_BAND = {"doing-to": "rose", "doing-for": "sand", "doing-with": "mint"}

_LARGE, _MIDDLE, _SMALL = 36, 75, 115
"""Letters: words are set as large as they can be, and up to the last of these there is room for people beside them."""
_MOST_SCENES = 2
"""Rungs of which a ladder shows the scene."""

_IN = re.compile(r"(\d{1,2}) (?:in|of|out of) (\d{1,2})")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d)?) ?(?:%|per cent)")


DRAWINGS = "drawings.svg"
"""The file of all that is drawn on a webinar's slides, beside its page."""


@dataclass(frozen=True)
class Drawn:
    """A drawing on a slide, and its place there."""

    drawing: Drawing
    classes: str


_Draw = Callable[[Drawn], str]


@dataclass(frozen=True)
class ShownSlide:
    """A slide as the stage shows it; ``drawings`` are beside its words, ``behind`` is behind them."""

    slide: Slide
    title: str
    kind: str
    ground: str
    size: str
    has_people: bool
    behind: Drawn
    drawings: tuple[Drawn, ...] = ()

    @property
    def layout(self) -> Layout:
        """What is on the slide."""
        return self.slide.layout


def shown_slides(slug: str, chapters: Sequence[Chapter]) -> tuple[ShownSlide, ...]:
    """Every slide of a webinar, in order. The drawings behind them follow from ``slug``: they stay as they are."""
    shown: list[ShownSlide] = []
    for chapter in chapters:
        for slide in chapter.slides:
            shown.append(_shown(slide, chapter.title, f"{slug}:{len(shown)}", len(shown)))
    return tuple(shown)


def render_slides(slug: str, transcript: Transcript, words: Words, base: str | None = None) -> Markup:
    """The stage's slides, one upon the other; the first one is marked as the current one.

    With ``base``, which leads to the webinar's page, what is drawn stays out of the page: it is half of the slides,
    and nobody sees it before the talk is played. Then the script fetches the ``slide_drawings``.
    """
    slides = shown_slides(slug, transcript.chapters)
    address = "" if base is None else f"{base}{DRAWINGS}"
    draw: _Draw = _inline if base is None else partial(_referred, _numbers(slides))
    return _rendered(slides, transcript.language, words, draw, address)


def slide_drawings(slug: str, transcript: Transcript) -> str:
    """What is drawn on a webinar's slides, each drawing once: the file ``DRAWINGS``."""
    return sheet(_numbers(shown_slides(slug, transcript.chapters)))


def render_slide(shown: ShownSlide, language: str, words: Words) -> Markup:
    """A stage with one slide on it, in the ``language`` of the talk."""
    return _rendered([shown], language, words, _inline)


def _rendered(slides: Sequence[ShownSlide], language: str, words: Words, draw: _Draw, address: str = "") -> Markup:
    values = {"slides": slides, "language": language, "drawings": address}
    return render("slides.html", words, **values, draw=lambda drawn: Markup(draw(drawn)))


def _inline(drawn: Drawn) -> str:
    return inline_svg(drawn.drawing, classes=drawn.classes)


def _referred(numbers: dict[Drawing, str], drawn: Drawn) -> str:
    return reference(drawn.drawing, numbers[drawn.drawing], drawn.classes)


def _numbers(slides: Iterable[ShownSlide]) -> dict[Drawing, str]:
    """The id of each drawing: many slides have the same floor. No heading's id has a full stop."""
    drawings = dict.fromkeys(drawn.drawing for slide in slides for drawn in (slide.behind, *slide.drawings))
    return {drawing: f"drawing.{number}" for number, drawing in enumerate(drawings)}


# The page, the player, the slides alone and the file of what is drawn all show it.
@lru_cache(maxsize=256)
def _shown(slide: Slide, title: str, name: str, index: int) -> ShownSlide:
    kind = _KINDS[type(slide.layout)]
    ground = _ground(slide.layout, kind, index)
    size = _size(slide.layout)
    has_people = isinstance(slide.layout, Statement | Points | Steps) and size != "smallest"
    behind = Drawn(backdrop(name, ground, has_people), "slide-behind")
    return ShownSlide(slide, title, kind, ground, size, has_people, behind, tuple(_drawings(slide.layout, name)))


def _ground(layout: Layout, kind: str, index: int) -> str:
    match layout:
        case LadderSlide(lit=lit) if lit:
            return _GROUND_OF_BAND.get(lit[-1].band.id, "mint")
        case Scene(picture=picture):
            return picture.ground
        case _:
            return _GROUNDS.get(kind, _OF_STATEMENTS[index % len(_OF_STATEMENTS)])


def _size(layout: Layout) -> str:
    """How large the words can be: ``large``, ``middle``, ``small`` or ``smallest``."""
    letters = sum(len(line) for line in slide_lines(layout))
    limits = {"large": _LARGE, "middle": _MIDDLE, "small": _SMALL}
    return next((name for name, most in limits.items() if letters <= most), "smallest")


def _drawings(layout: Layout, name: str) -> list[Drawn]:
    drawn: list[Drawing] = []
    match layout:
        case LadderSlide(lit=lit):
            drawn = [rung_scene(rung) for rung in reversed(lit)] if len(lit) <= _MOST_SCENES else []
        case Question():
            drawn = [thinking(name)]
        case Number(figure=figure):
            return _figure(figure)
        case Scene(picture=picture):
            drawn = [picture.drawing()]
    return [Drawn(drawing, "slide-drawing") for drawing in drawn]


def _figure(figure: str) -> list[Drawn]:
    """A drawing of a figure such as "1 in 3" or "21 %"; nothing for a figure that needs none."""
    if found := _IN.search(figure):
        people = counted(int(found[1]), int(found[2]))
        return [Drawn(people, "figure-people")] if people else []
    if found := _PERCENT.search(figure):
        return [Drawn(share_of_lane(float(found[1])), "figure-lane")]
    return []
