"""The picture of an idea: ``:round-table: They meet.`` starts a paragraph of a page in easier words."""

from __future__ import annotations

from re import Match
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from macros.pictures.book import PictureBook
from macros.pictures.svg import inline_svg

PATTERN = r"^:([a-z0-9]+(?:-[a-z0-9]+)*):\s+"
"""The picture's name between colons, at the start of a paragraph."""


class Ideas(InlineProcessor):
    """Draws the picture before its words. It is decoration: the words say the same."""

    def __init__(self, md: Markdown, book: PictureBook) -> None:
        super().__init__(PATTERN, md)
        self._book = book

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """The picture in place of its name; words between colons that name none stay as they are."""
        picture = self._book.pictures.get(m[1])
        if picture is None:
            return None, None, None
        return self.md.htmlStash.store(inline_svg(picture.drawing(), classes="idea")), m.start(0), m.end(0)
