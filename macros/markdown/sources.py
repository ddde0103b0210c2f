"""Links to sources by key: ``[words][key]``, and the list of sources at the end of the page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from macros.markdown.page_words import PageWords
from macros.model import Source
from macros.reading.interface_fields import SourcesWords

ANCHOR = "sources"
"""The id of the list of sources, in every language."""

_REFERENCE = re.compile(r"(?<!\\)\]\[([A-Za-z0-9-]+)\]")
_MARKUP = re.compile(r"[\[\]*_`<>\\&:{}#!|^~]")
_FENCE = re.compile(r"^\s*(```|~~~)")


def referenced_keys(lines: list[str]) -> list[tuple[int, str]]:
    """(line from 0, key) of every ``[words][key]`` outside fenced code, in order."""
    found = []
    fenced = False
    for number, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            found += [(number, key) for key in _REFERENCE.findall(line)]
    return found


def citation(source: Source, words: SourcesWords) -> str:
    """A source in Markdown: its title as a link, who says it, and the year."""
    details = ", ".join(part for part in (source.by, words.no_date if source.year == "n.d." else source.year) if part)
    return f"- [{_as_text(source.title)}](<{source.url}>), {_as_text(details)}"


def _as_text(words: str) -> str:
    """Words of others in Markdown, none of whose signs is markup, an entity or a picture's name."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", words)


class Sources(Preprocessor):
    """Defines each referenced source and appends the list of those that the page uses."""

    def __init__(self, md: Markdown, sources: Mapping[str, Source], words: PageWords) -> None:
        super().__init__(md)
        self._sources = sources
        self._words = words

    def run(self, lines: list[str]) -> list[str]:
        """The lines, followed by the list of sources if any is used."""
        used = dict.fromkeys(key for _, key in referenced_keys(lines) if key in self._sources)
        if not used:
            return lines
        for key in used:
            self.md.references[key] = (self._sources[key].url, "")
        spoken = self._words.of(self.md)
        mark = f" lang={spoken.mark}" if spoken.mark else ""
        heading = f"## {_as_text(spoken.words.page.sources)} {{#{ANCHOR}{mark}}}"
        return [*lines, "", heading, "", *(citation(self._sources[key], spoken.words.sources) for key in used)]
