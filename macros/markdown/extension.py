"""A Python-Markdown extension with what the guides need beyond Markdown.

It works alike in MkDocs, ProperDocs and Zensical, because all of them render with Python-Markdown.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from macros.checked import checked_content
from macros.markdown import swallowing
from macros.markdown.contents import Contents
from macros.markdown.glossary import Glossary
from macros.markdown.ideas import Ideas
from macros.markdown.page_words import PageWords
from macros.markdown.reachable import Reachable
from macros.markdown.sources import Sources
from macros.markdown.spots import Spots
from macros.markdown.tables import Tables


class DoingWith(Extension):
    """Sources by key, terms of the glossary, tables that scroll, a list of contents, pictures."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        self.config = {"root": ["", "The project's folder; the current one if empty."]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Registers the processors; the numbers place them around Python-Markdown's own."""
        content = checked_content(Path(self.getConfig("root") or "."))
        words = PageWords(content.words, content.page_words)
        # Before html_block (20), so that the lines are still as they were written.
        md.preprocessors.register(Sources(md, content.catalogue.vocabulary.sources, words), "doing-with-sources", 25)
        swallowing.register_around(md)
        # Before everything else that could read a name between colons.
        md.inlinePatterns.register(Ideas(md, content.pictures), "doing-with-ideas", 200)
        # Before toc (5), so that what is taken away has no place in lists of contents.
        md.treeprocessors.register(Reachable(md, content.settings.is_reachable), "doing-with-reachable", 15)
        # After inline (20) and toc (5).
        md.treeprocessors.register(Glossary(md, content.terms, content.words), "doing-with-glossary", 4)
        md.treeprocessors.register(Tables(md, words), "doing-with-tables", 3)
        md.treeprocessors.register(Contents(md, words), "doing-with-contents", 2)
        md.treeprocessors.register(Spots(md, content.pictures), "doing-with-spots", 1)


def makeExtension(**options: Any) -> DoingWith:  # noqa: ANN401, N802
    """What Python-Markdown calls to get the extension."""
    return DoingWith(**options)
