"""Renders pictures into pages: a webinar's cover, and the ladder as a picture whose rungs are links."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.model import Rung, Webinar
from macros.pictures.covers import cover
from macros.pictures.poster import POSTERS, SHEETS
from macros.pictures.rungs import rung_scene, rung_text
from macros.pictures.shapes import Drawing
from macros.pictures.svg import inline_svg
from macros.rendering.environment import render


def webinar_cover(webinar: Webinar) -> Drawing:
    """The cover that a webinar's slug, topics and rungs make."""
    return cover(webinar.slug, [topic.id for topic in webinar.topics], [rung.number for rung in webinar.rungs])


def render_cover(webinar: Webinar) -> Markup:
    """A webinar's cover, 16 to 9. It is decoration: the title stands beside it, and says more."""
    return Markup(inline_svg(webinar_cover(webinar), classes="cover"))


def render_ladder_picture(rungs: Sequence[Rung], root: str) -> Markup:
    """The ladder from the top rung down. Each rung is a link to its place on the ladder's page."""
    scenes = [(rung, Markup(inline_svg(rung_scene(rung), rung_text(rung)))) for rung in reversed(rungs)]
    return render("ladder_picture.html", scenes=scenes, root=root)


def render_ladder_poster(root: str) -> Markup:
    """Links to the files of the poster."""
    return render("ladder_poster.html", sheets=list(SHEETS), folder=f"{root}{POSTERS}")
