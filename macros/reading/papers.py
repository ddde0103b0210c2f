"""Reads what a paper is made of: the section "The template" of a page with ``paper: true``."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from xml.etree.ElementTree import Element, ParseError, fromstring

from markdown import Markdown

from macros.reading.pages import Page

SECTION = "The template"
HEADINGS = {"h3": 2, "h4": 3, "h5": 4}
"""Headings of a template, and their levels in the paper, where the page's title is the first."""
LISTS = frozenset({"ul", "ol"})

_SHOWN = frozenset({"p", "table", *HEADINGS, *LISTS})
_IN_ITEMS = frozenset({"p", "strong", "em", "a", "br"})
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NAMED = re.compile(r"&(\w+);")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_BLANKS = re.compile(r"_{3,}")


class PaperError(Exception):
    """A template that a Word file cannot show; the message says what to change."""


def template_line(page: Page) -> int:
    """The line of the page on which its template starts; 0 if it has none."""
    return next((heading.line for heading in page.headings if heading.level == 2 and heading.words == SECTION), 0)


def template_blocks(page: Page) -> tuple[Element, ...]:
    """The blocks of the template as HTML elements: headings, paragraphs, lists and tables. Raises PaperError."""
    start = template_line(page)
    if not start:
        raise PaperError(f"has no section '## {SECTION}'; a paper needs one")
    end = next((heading.line for heading in page.headings if heading.line > start and heading.level <= 2), None)
    lines = page.body.split("\n")[start - page.first_line + 1 : end and end - page.first_line]
    # A line to write on must not become emphasis.
    text = _BLANKS.sub(lambda blank: r"\_" * len(blank[0]), "\n".join(lines))
    page_html = Markdown(extensions=["tables", "attr_list"]).convert(text)
    try:
        blocks = tuple(fromstring(f"<body>{_as_xml(page_html)}</body>"))
    except ParseError:
        raise PaperError("has HTML that is not closed; write it in Markdown, or close each tag that opens") from None
    for block in blocks:
        _check(block)
    if any(one.tag == other.tag == "table" for one, other in pairwise(blocks)):
        raise PaperError("has two tables without words between them, which Word would join; put a line between them")
    return blocks


def _as_xml(page_html: str) -> str:
    """HTML as XML reads it: line breaks are closed, and names such as &nbsp; are the signs that they mean."""
    closed = _BREAK.sub("<br/>", page_html)
    return _NAMED.sub(lambda found: found[0] if found[1] in _XML_NAMES else html.unescape(found[0]), closed)


def _check(block: Element) -> None:
    inside = [] if block.tag not in LISTS else [part for item in block for part in item.iter() if part is not item]
    if block.tag not in _SHOWN or any(part.tag not in _IN_ITEMS for part in inside):
        raise PaperError("a Word file shows only headings, paragraphs, lists without lists inside, and tables")
