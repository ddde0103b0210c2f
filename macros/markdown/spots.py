"""The picture of a page, above its title."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from macros.kinds import Part, kind_of
from macros.markdown.current_page import current_page
from macros.pictures.book import PictureBook
from macros.pictures.svg import inline_svg


class Spots(Treeprocessor):
    """Puts the picture that data/pictures.yml chooses before a page's title.

    A page in easier words has pictures of its own, a webinar has its cover, and a title may stand in something else.
    """

    def __init__(self, md: Markdown, book: PictureBook) -> None:
        super().__init__(md)
        self._book = book

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        page = current_page(self.md)
        drawing = self._book.for_page(page.path) if page.path else None
        if drawing is None or Part.SPOT not in kind_of(page.path, page.meta).parts:
            return
        if len(root) == 0 or root[0].tag != "h1":
            return
        spot = Element("div", {"class": "spot"})
        spot.text = self.md.htmlStash.store(inline_svg(drawing))
        root.insert(0, spot)
