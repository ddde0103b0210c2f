"""What the engine makes of a page's Markdown, without what our own macros and processors put into it.

With the extensions of mkdocs.yml (a test holds the two together): so the HTML that a page brings is judged as
readers' browsers get it, and not as another reader of Markdown understands it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from macros.markdown.sources import referenced_keys
from macros.model import Source

EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "pymdownx.superfences")
MACRO = "DoingWithMacro"
"""Stands where a macro's own HTML would."""

_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_MACRO_ALONE = re.compile(r"^(?:\{\{[^\n]*?\}\}|\{%[^\n]*?%\})[ \t]*$", re.MULTILINE)
_PLAIN_ID = re.compile(r"\{#[A-Za-z][\w-]*\}")


def engine_html(body: str, calls_macros: bool, sources: Mapping[str, Source]) -> str:
    """The HTML of a page's text; ``calls_macros`` says whether the engine runs what stands in double braces.

    Raises RecursionError where quotations or lists are nested too deep for the engine.
    """
    made = _engine()
    made.reset()
    made.preprocessors.register(_References(made, sources), "doing-with-sources", 25)
    return made.convert(_MACRO.sub(MACRO, body) if calls_macros else body)


def may_have_html(body: str) -> bool:
    """Whether anything in a page's text could become a tag or an attribute of its own choice: "<" and braces do."""
    return re.search(r"[<{]", _PLAIN_ID.sub("", _MACRO_ALONE.sub("", body))) is not None


class _References(Preprocessor):
    """Defines the sources that a page cites; the list of them at its end is no part of what it brings itself."""

    def __init__(self, md: Markdown, sources: Mapping[str, Source]) -> None:
        super().__init__(md)
        self._sources = sources

    def run(self, lines: list[str]) -> list[str]:
        """The lines as they are."""
        for _, key in referenced_keys(lines):
            if key in self._sources:
                self.md.references[key] = (self._sources[key].url, "")
        return lines


@cache
def _engine() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS))
