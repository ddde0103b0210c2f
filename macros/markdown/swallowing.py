"""Keeps the engine's search for anchors from losing the rest of a page.

MkDocs reads the ids of raw HTML with an HTML parser from the Markdown as it was written, code included. ``<!--`` or
``<script>`` in a code span makes that parser take all that follows for a comment or a script (from Python 3.13.5, and
in what distributions mended in older ones: CVE-2025-6069), and a right link to an anchor further down stops the build.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

ENGINES_OWN = 21
"""Where MkDocs places its search among the preprocessors, just before Python-Markdown's html_block."""

_HIDDEN = f"{STX}less-than{ETX}"
# No page may hold such elements, so they are always examples.
_SWALLOWS = re.compile(r"<(?=/?(?:iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)\b)", re.IGNORECASE)
_COMMENT = "<!--"


class _Hide(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        # A comment that ends is one.
        text, last_end, rest = "\n".join(lines).rpartition("-->")
        shown = text + last_end + rest.replace(_COMMENT, _HIDDEN + _COMMENT[1:])
        return _SWALLOWS.sub(_HIDDEN, shown).split("\n")


class _Show(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [line.replace(_HIDDEN, "<") for line in lines]


def register_around(md: Markdown) -> None:
    """Hides what would swallow a page from the engine's search, and shows it again to everything after it."""
    md.preprocessors.register(_Hide(md), "doing-with-hide", ENGINES_OWN + 0.5)
    md.preprocessors.register(_Show(md), "doing-with-show", ENGINES_OWN - 0.5)
