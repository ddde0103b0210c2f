"""The list of contents of a page, after its first paragraph."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from macros.markdown.page_words import PageWords

FEWEST_SECTIONS = 5
"""Sections that a page has at least before it gets a list of them."""


class Contents(Treeprocessor):
    """Puts links to the page's sections after its first paragraph, or before the first section.

    A page that brings its own list (a webinar) marks it with ``data-own-contents``.
    """

    def __init__(self, md: Markdown, words: PageWords) -> None:
        super().__init__(md)
        self._words = words

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        sections = [element for element in root if element.tag == "h2" and element.get("id")]
        if len(sections) < FEWEST_SECTIONS or self._has_own_contents(root):
            return
        spoken = self._words.of(self.md)
        name = spoken.words.page.contents
        nav = spoken.marked(Element("nav", {"class": "toc", "aria-label": name, "data-pagefind-ignore": ""}))
        # Folded: on a phone the first of the substance comes before a list of it. Where there is room beside the
        # text, contents.js opens it.
        fold = SubElement(nav, "details")
        SubElement(fold, "summary").text = name
        items = SubElement(fold, "ul", {"lang": spoken.page_language} if spoken.mark else {})
        for section in sections:
            link = SubElement(SubElement(items, "li"), "a", {"href": f"#{section.get('id')}"})
            link.text = "".join(section.itertext())
        lead = next((i for i, element in enumerate(root) if element.tag == "p"), -1)
        root.insert(min(lead + 1, list(root).index(sections[0])), nav)

    def _has_own_contents(self, root: Element) -> bool:
        """Whether a macro's HTML (kept apart by the parser) or an element of the page says so."""
        return any("data-own-contents" in str(block) for block in self.md.htmlStash.rawHtmlBlocks) or any(
            element.get("data-own-contents") is not None for element in root.iter()
        )
