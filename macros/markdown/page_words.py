"""The words of the interface inside a page: in the page's own language, or else marked as being in the site's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown

from macros.markdown.current_page import current_page
from macros.reading.interface import Words


@dataclass(frozen=True)
class Spoken:
    """The words for one page. ``page_language`` is empty where the page has the language of the site.

    ``mark`` is the language of the words where it is another than the page's, and empty otherwise.
    """

    words: Words
    page_language: str = ""
    mark: str = ""

    def marked(self, element: Element) -> Element:
        """The element, which says the language of the words in it where the page has another (WCAG 2.2, 3.1.2)."""
        if self.mark:
            element.set("lang", self.mark)
        return element


@dataclass(frozen=True)
class PageWords:
    """The words of the site, and those of ``others``: languages of pages, as far as they have a file of words."""

    site: Words
    others: Mapping[str, Words]

    def of(self, md: Markdown) -> Spoken:
        """The words for the page that ``md`` was made for."""
        language = str(current_page(md).meta.get("lang") or "")
        if not language:
            return Spoken(self.site)
        own = self.others.get(language)
        return Spoken(own, language) if own else Spoken(self.site, language, self.site.language)
