"""Pictures for other people's pages and apps: what is shown beside a link to a page, and the artwork of the feeds.

There are no words in them: letters would need a font in the project, and a picture with words says nothing to those
who do not see it. The title stands beside the picture wherever a link is shown.
"""

from __future__ import annotations

from macros.pictures.book import SIZE, Picture
from macros.pictures.palette import PEOPLE
from macros.pictures.people import person
from macros.pictures.shapes import Drawing, circle, fill, placed, rectangle
from macros.pictures.things import thing

WIDTH, HEIGHT = 1200, 630
"""Pixels: the size that Open Graph's readers ask for, 1.91 to 1."""

ARTWORK_SIZE = 1400
"""Pixels: Apple Podcasts takes squares of 1,400 to 3,000."""

_MARGIN = 3


def cover_to_share(cover: Drawing) -> Drawing:
    """A webinar's cover without the strips at its upper and lower edge that are too much for the shape."""
    height = cover.width * HEIGHT / WIDTH
    return Drawing(cover.width, height, placed(cover.shapes, 0, (height - cover.height) / 2))


def picture_to_share(picture: Picture) -> Drawing:
    """The picture of a page in the middle of a sheet in the deeper shade of its ground."""
    drawing = picture.drawing()
    height = SIZE + 2 * _MARGIN
    width = height * WIDTH / HEIGHT
    sheet = rectangle(0, 0, width, height, fill(f"{picture.ground}-deep"))
    return Drawing(width, height, (sheet, *placed(drawing.shapes, (width - drawing.width) / 2, _MARGIN)))


def artwork() -> Drawing:
    """The square that podcast apps show: people at a ladder that stands for the seven rungs."""
    side = 400
    green, _, coral, blue = PEOPLE
    shapes = [
        rectangle(0, 0, side, side, fill("mint-deep")),
        circle(side / 2, side / 2, 180, fill("mint")),
        *thing("ladder", "ink", side / 2, 352, 2.4),
        *person("climb", coral, 192, 214, 1.3),
        *person("point", blue, 84, 352, 1.5),
        *person("chair-hand-up", green, 322, 352, 1.5, flip=True),
    ]
    return Drawing(side, side, tuple(shapes))
