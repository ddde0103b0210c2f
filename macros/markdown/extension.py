"""A Python-Markdown extension with what the guides need beyond Markdown.

It works alike in MkDocs, ProperDocs and Zensical, because all of them render with Python-Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from macros.checked import checked_content
from macros.content.content import Content
from macros.markdown import swallowing
from macros.markdown.contents import Contents
from macros.markdown.glossary import Glossary
from macros.markdown.ideas import Ideas
from macros.markdown.page_words import PageWords
from macros.markdown.reachable import Reachable
from macros.markdown.sources import Sources
from macros.markdown.spots import Spots
from macros.markdown.tables import Tables
from macros.model import GlossaryTerm, Source
from macros.pictures.book import PictureBook
from macros.reading.interface import Words
from macros.settings import Settings
from macros.store import key_of


@dataclass(frozen=True)
class Given:
    """What of the content the extension puts into pages, and nothing besides: builds keep pages for as long as this
    is the same."""

    settings: Settings
    words: Words
    page_words: Mapping[str, Words]
    sources: Mapping[str, Source]
    terms: tuple[GlossaryTerm, ...]
    pictures: PictureBook

    @property
    def key(self) -> str:
        """Another one whenever any of it is."""
        words = [self.words.key, sorted((language, words.key) for language, words in self.page_words.items())]
        return key_of(*words, self.settings, self.sources, self.terms, self.pictures)


def given(content: Content) -> Given:
    """What of the content the extension needs."""
    sources = content.catalogue.vocabulary.sources
    return Given(content.settings, content.words, content.page_words, sources, content.terms, content.pictures)


class DoingWith(Extension):
    """Sources by key, terms of the glossary, tables that scroll, a list of contents, pictures."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        self.config = {"root": ["", "The project's folder; the current one if empty."]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Registers the processors; the numbers place them around Python-Markdown's own."""
        site = given(checked_content(Path(self.getConfig("root") or ".")))
        words = PageWords(site.words, site.page_words)
        # Before html_block (20), so that the lines are still as they were written.
        md.preprocessors.register(Sources(md, site.sources, words), "doing-with-sources", 25)
        swallowing.register_around(md)
        # Before everything else that could read a name between colons.
        md.inlinePatterns.register(Ideas(md, site.pictures), "doing-with-ideas", 200)
        # Before toc (5), so that what is taken away has no place in lists of contents.
        md.treeprocessors.register(Reachable(md, site.settings.is_reachable), "doing-with-reachable", 15)
        # After inline (20) and toc (5).
        md.treeprocessors.register(Glossary(md, site.terms, site.words), "doing-with-glossary", 4)
        md.treeprocessors.register(Tables(md, words), "doing-with-tables", 3)
        md.treeprocessors.register(Contents(md, words), "doing-with-contents", 2)
        md.treeprocessors.register(Spots(md, site.pictures), "doing-with-spots", 1)


def makeExtension(**options: Any) -> DoingWith:  # noqa: ANN401, N802
    """What Python-Markdown calls to get the extension."""
    return DoingWith(**options)
