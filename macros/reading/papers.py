"""Reads what a paper is made of: the section "The template" or "The plan" of a page with ``paper: true``."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from xml.etree.ElementTree import Element, ParseError, fromstring

from markdown import Markdown

from macros.model import Guide, Source
from macros.reading.addresses import outside
from macros.reading.pages import Page

SECTIONS = ("The template", "The plan")
"""Headings under which a paper can stand."""
HEADINGS = {"h3": 2, "h4": 3, "h5": 4}
"""Headings of a template, and their levels in the paper, where the page's title is the first."""
LISTS = frozenset({"ul", "ol"})

_SHOWN = frozenset({"p", "table", *HEADINGS, *LISTS})
_IN_ITEMS = frozenset({"p", "strong", "em", "a", "br"})
_LISTS_INSIDE = 1
"""How deep a list may stand in another."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NAMED = re.compile(r"&(\w+);")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_BLANKS = re.compile(r"_{3,}")


class PaperError(Exception):
    """A template that a Word file cannot show; the message says what to change."""


def section_line(page: Page, title: str) -> int:
    """The line of the page with this heading of the second level; 0 if it has none."""
    return next((heading.line for heading in page.headings if heading.level == 2 and heading.words == title), 0)


def template_line(page: Page) -> int:
    """The line of the page on which its template starts; 0 if it has none."""
    return next((line for title in SECTIONS if (line := section_line(page, title))), 0)


def template_blocks(page: Page) -> tuple[Element, ...]:
    """The blocks of the template as HTML elements: headings, paragraphs, lists and tables. Raises PaperError."""
    title = next((title for title in SECTIONS if section_line(page, title)), None)
    if title is None:
        raise PaperError(f"has no section '## {SECTIONS[0]}'; a paper needs one")
    return section_blocks(page, title)


def section_blocks(page: Page, title: str, sources: Iterable[Source] = ()) -> tuple[Element, ...]:
    """The blocks of a section as HTML elements, what stands in a box among the others. Raises PaperError.

    ``sources`` are those that the section may link by their keys.
    """
    start = section_line(page, title)
    if not start:
        raise PaperError(f"has no section '## {title}'; add it")
    end = next((heading.line for heading in page.headings if heading.line > start and heading.level <= 2), None)
    lines = page.body.split("\n")[start - page.first_line + 1 : end and end - page.first_line]
    # A line to write on must not become emphasis.
    text = _BLANKS.sub(lambda blank: r"\_" * len(blank[0]), "\n".join(lines))
    # Only those that it names, in any capitals: sections without sources are then the same for all who ask.
    named = text.lower()
    references = "".join(f"\n[{source.key}]: {source.url}" for source in sources if f"[{source.key.lower()}]" in named)
    # An empty line between: after a table's last line, a reference would be one more.
    section = f"{text}\n{references}"
    try:
        read = fromstring(f"<body>{_as_xml(_converted(section))}</body>")
    except ParseError:
        raise PaperError("has HTML that is not closed; write it in Markdown, or close each tag that opens") from None
    blocks = tuple(block for outer in read for block in (outer if _is_box(outer) else [outer]))
    for block in blocks:
        _check(block)
    if any(one.tag == other.tag == "table" for one, other in pairwise(blocks)):
        raise PaperError("has two tables without words between them, which Word would join; put a line between them")
    return blocks


# Each section is looked at when the content is checked, and once more for its plan.
@lru_cache(maxsize=8192)
def _converted(text: str) -> str:
    return _markdown().reset().convert(text)


@cache
def _markdown() -> Markdown:
    """Made once: that takes longer than reading a section of a webinar's page."""
    return Markdown(extensions=["tables", "attr_list", "admonition"])


def site_address(page: Page, address: str) -> str:
    """A link as it stands in the page's Markdown, as an address from the top of the site; others as they are."""
    if outside(address):
        return address
    path, _, anchor = address.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    return Guide(target, anchor, "").url


def _is_box(block: Element) -> bool:
    """Whether it is what ``!!! example`` makes."""
    return block.tag == "div" and block.get("class", "").startswith("admonition")


def _as_xml(page_html: str) -> str:
    """HTML as XML reads it: line breaks are closed, and names such as &nbsp; are the signs that they mean."""
    closed = _BREAK.sub("<br/>", page_html)
    return _NAMED.sub(lambda found: found[0] if found[1] in _XML_NAMES else html.unescape(found[0]), closed)


def _check(block: Element) -> None:
    if block.tag not in _SHOWN or (block.tag in LISTS and not _is_known(block, _LISTS_INSIDE)):
        raise PaperError("a Word file shows only headings, paragraphs, lists with one list inside at most, and tables")


def _is_known(items: Element, lists_inside: int) -> bool:
    """Whether a Word file can show all that is in the items of a list."""
    for item in items:
        for part in item:
            if part.tag in LISTS and lists_inside:
                if not _is_known(part, lists_inside - 1):
                    return False
            elif any(inner.tag not in _IN_ITEMS for inner in part.iter()):
                return False
    return True
