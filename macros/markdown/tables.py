"""Tables that a keyboard can scroll (WCAG 2.1.1), with header cells that say what they head."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from macros.markdown.page_words import PageWords

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Tables(Treeprocessor):
    """Puts each table into a region of its own, named after the heading above it."""

    def __init__(self, md: Markdown, words: PageWords) -> None:
        super().__init__(md)
        self._words = words

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        heading = ""
        count = 0
        name = self._words.of(self.md).words.page.table
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in list(root.iter()):
            if element.tag in HEADINGS:
                heading = "".join(element.itertext())
            elif element.tag == "table":
                count += 1
                _wrap(element, parents[element], name.format(number=count, heading=heading))


def _wrap(table: Element, parent: Element, name: str) -> None:
    for cell in table.iterfind("./thead/tr/th"):
        cell.set("scope", "col")
    region = Element("div", {"class": "table-scroll", "role": "region", "aria-label": name, "tabindex": "0"})
    region.tail, table.tail = table.tail, None
    parent[list(parent).index(table)] = region
    region.append(table)
