"""Says of HTML in which language it is, where it stands on a page in another (WCAG 2.2, 3.1.2)."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import accumulate, pairwise

from markupsafe import Markup

_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements that have no end (HTML, 13.1.2)."""


def in_language(html: str, language: str) -> Markup:
    """The HTML, whose outermost elements say that they are in this language, but for those that name one."""
    finder = _Outermost(html)
    finder.feed(html)
    finder.close()
    pieces = [html[first:last] for first, last in pairwise([0, *finder.places, len(html)])]
    return Markup(f' lang="{language}"'.join(pieces))


class _Outermost(HTMLParser):
    """Finds where the outermost elements without a language can be given one: ``places`` are offsets in the HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.places: list[int] = []
        lengths = (len(line) + 1 for line in html.split("\n"))
        self._lines = list(accumulate(lengths, initial=0))
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in _VOID:
            self._depth += 1

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if not self._depth and "lang" not in dict(attrs):
            line, column = self.getpos()
            self.places.append(self._lines[line - 1] + column + len(f"<{tag}"))

    def handle_endtag(self, tag: str) -> None:
        self._depth -= 1
