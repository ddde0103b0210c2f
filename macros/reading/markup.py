"""Reads HTML strictly: tags, attributes and comments in the one form that every reader of HTML understands alike.

Browsers mend whatever they get, each program in its own way, and code hides in the difference. So all else that
starts with "<" is a fault, and nothing is guessed. Each sign is looked at once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

# Only single signs are repeated possessively ("*+"), which keeps each match from being tried again. A group that is,
# such as "(?:...)*+", fails where it should match in Python before 3.11.5 (github.com/python/cpython/issues/106052).
_NAME = r"[A-Za-z][A-Za-z0-9-]*+"
_ATTRIBUTE = r"\s++[A-Za-z][\w:-]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?"
_START = re.compile(rf"<({_NAME})((?:{_ATTRIBUTE})*)\s*+(/?+)>")
_END = re.compile(rf"</({_NAME})\s*+>")
_COMMENT = re.compile(r"<!--(?!-?>)[^<-]*+(?:-(?!-)[^<-]*+)*-->")
_ONE_ATTRIBUTE = re.compile(r"\s++([A-Za-z][\w:-]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'=<>`]++)))?")

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements that have no end (HTML Standard, 13.1.2)."""


@dataclass(frozen=True)
class Tag:
    """A start tag (``is_end`` is false) or an end tag; names are in small letters, values without entities."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    is_end: bool = False
    closes_itself: bool = False


@dataclass(frozen=True)
class NoTag:
    """A "<" that starts nothing whole; ``text`` is how it goes on."""

    text: str


def read_tags(text: str) -> Iterator[Tag | NoTag]:
    """Everything in a text of HTML that starts with "<", in order; comments are left out."""
    place = text.find("<")
    while place >= 0:
        if found := _START.match(text, place):
            yield Tag(found[1].lower(), _attributes(found[2]), closes_itself=bool(found[3]))
        elif found := _END.match(text, place):
            yield Tag(found[1].lower(), is_end=True)
        elif not (found := _COMMENT.match(text, place)):
            yield NoTag(text[place : place + 20].split("\n")[0])
        place = text.find("<", found.end() if found else place + 1)


def _attributes(text: str) -> dict[str, str]:
    """Names and values; of a name that stands twice the first counts, as in browsers."""
    given: dict[str, str] = {}
    for name, *values in _ONE_ATTRIBUTE.findall(text):
        given.setdefault(name.lower(), html.unescape("".join(values)))
    return given
