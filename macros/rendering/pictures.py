"""Renders pictures into pages: a webinar's cover, and the ladder as a picture whose rungs are links."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.model import Rung, Source, Webinar
from macros.pictures.book import NOTHING_FOUND, Picture, PictureBook
from macros.pictures.charts import Chart, bar_drawing
from macros.pictures.covers import cover
from macros.pictures.palette import PEOPLE
from macros.pictures.people import POSES, person
from macros.pictures.poster import POSTERS, SHEETS
from macros.pictures.rungs import rung_scene, rung_text
from macros.pictures.shapes import Drawing
from macros.pictures.svg import inline_svg
from macros.pictures.things import THINGS, thing
from macros.reading.interface import Words
from macros.rendering.environment import render

NO_PICTURE = Markup()


def webinar_cover(webinar: Webinar) -> Drawing:
    """The cover that a webinar's slug, topics and rungs make."""
    return cover(webinar.slug, [topic.id for topic in webinar.topics], [rung.number for rung in webinar.rungs])


def render_cover(webinar: Webinar) -> Markup:
    """A webinar's cover, 16 to 9. It is decoration: the title stands beside it, and says more."""
    return Markup(inline_svg(webinar_cover(webinar), classes="cover"))


def render_ladder_picture(rungs: Sequence[Rung], root: str, words: Words) -> Markup:
    """The ladder from the top rung down. Each rung is a link to its place on the ladder's page."""
    scenes = [
        (rung, Markup(inline_svg(rung_scene(rung), rung_text(rung, words.ladder.scenes)))) for rung in reversed(rungs)
    ]
    return render("ladder_picture.html", words, scenes=scenes, root=root)


def render_ladder_poster(root: str, words: Words) -> Markup:
    """Links to the files of the poster."""
    return render("ladder_poster.html", words, sheets=list(SHEETS), folder=f"{root}{POSTERS}")


def render_picture(picture: Picture, decorative: bool = False) -> Markup:
    """A picture in a page. What it shows is read to those who do not see it, unless it is decoration."""
    return Markup(inline_svg(picture.drawing(), "" if decorative else picture.shows, "picture-alone"))


def render_nothing_found(book: PictureBook) -> Markup:
    """The decoration of a list without results; nothing for a project without pictures."""
    picture = book.pictures.get(NOTHING_FOUND)
    return render_picture(picture, decorative=True) if picture else NO_PICTURE


def render_chart(chart: Chart, source: Source, words: Words) -> Markup:
    """A chart with its table. The bars are hidden from screen readers: the table says the same."""
    bars = [(bar, Markup(inline_svg(bar_drawing(chart, index)))) for index, bar in enumerate(chart.bars)]
    return render("chart.html", words, chart=chart, source=source, bars=bars)


def render_picture_parts(words: Words) -> Markup:
    """Every pose and every thing with its name, for people who put pictures together."""
    drawn = [(name, person, 0.9) for name in POSES] + [(name, thing, _PART_SIZES.get(name, 0.9)) for name in THINGS]
    parts = [
        (name, Markup(inline_svg(Drawing(_PART, _PART, draw(name, PEOPLE[i % 4], _PART / 2, _PART - 6, size)))))
        for i, (name, draw, size) in enumerate(drawn)
    ]
    return render("picture_parts.html", words, parts=parts)


_PART = 120
_PART_SIZES = {"bench": 0.8, "goal": 0.6, "hoop": 0.6, "ramp": 0.4, "round-table": 0.4, "table": 0.65, "water": 0.9}
"""Things that would not fit at the size of the others."""
