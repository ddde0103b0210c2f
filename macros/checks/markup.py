"""Checks the HTML that a page brings, in what the engine makes of it: known elements and attributes, each closed.

A page may hold HTML, and most of HTML is harmless. What is not: code, forms, what takes the place of the frame, a
name that scripts would find instead of their own, and an element that swallows the rest of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from macros.markdown.engine_html import MACRO, engine_html, may_have_html
from macros.model import Source
from macros.problems import Problem
from macros.reading.addresses import Address, outside
from macros.reading.markup import VOID, NoTag, Tag, read_tags
from macros.reading.pages import Page

RULE = "html"
MOST = 20
"""Problems that are told of one page."""

_EVERYWHERE = frozenset(
    {"id", "class", "title", "lang", "dir", "aria-label", "aria-labelledby", "aria-describedby", "data-own-contents"}
)
_NONE: frozenset[str] = frozenset()
_CELL = frozenset({"colspan", "rowspan", "scope", "headers", "style"})
ELEMENTS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("p", "div", "span", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "br", "wbr"), _NONE),
    **dict.fromkeys(("ul", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "caption"), _NONE),
    **dict.fromkeys(("em", "strong", "b", "i", "s", "small", "sub", "sup", "mark", "code", "kbd", "samp"), _NONE),
    **dict.fromkeys(
        ("var", "abbr", "dfn", "cite", "bdi", "summary", "figure", "figcaption", "aside", "section", "article"), _NONE
    ),
    **dict.fromkeys(("td", "th"), _CELL),
    **dict.fromkeys(("q", "blockquote", "del", "ins"), frozenset({"cite"})),
    "ol": frozenset({"start", "reversed", "type"}),
    "li": frozenset({"value"}),
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "time": frozenset({"datetime"}),
    "bdo": _NONE,
    "details": frozenset({"open"}),
}
"""The elements that a page may bring, and the attributes of each besides those of all."""

FRAME_IDS = frozenset({"main", "menu", "scheme", "site-search", "section-nav-title", "made-title"})
"""Ids of the frame's own parts; a test compares them with theme/."""

_ALIGNED = re.compile(r"text-align: (?:left|center|right);")
"""What the engine itself writes in cells of a table."""
_ADDRESSES = ("href", "src", "cite")
_OPENS = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])")
_LINE = "data-line-"


@dataclass(frozen=True)
class _Fault:
    """What is wrong; ``sign`` is what to look for in the page; ``line`` is 0 where the tag did not say it."""

    message: str
    sign: str
    line: int = 0


def check_markup(pages: Sequence[Page], sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Every problem with the HTML of the pages."""
    for page in pages:
        yield from (Problem(page.file, line, _taken(name), RULE) for name, line in page.text.ids if name in FRAME_IDS)
        if may_have_html(page.body):
            yield from _check_page(page, sources)


def _check_page(page: Page, sources: Mapping[str, Source]) -> Iterator[Problem]:
    seen = {outside(address) for address, _ in page.text.addresses}
    seen |= {outside(source.url) for source in sources.values()}
    calls = page.front.render_macros
    try:
        faults = _faults(engine_html(page.body, calls, sources), seen)
        if not faults:
            return
        # Only for the lines, which the engine does not tell: what is judged is the page as it stands.
        marked = _faults(engine_html(_with_lines(page.body), calls, sources), seen)
    except RecursionError:
        message = "has quotations or lists that are nested too deep; write them side by side"
        yield Problem(page.file, 0, message, RULE)
        return
    if [fault.message for fault in marked] != [fault.message for fault in faults]:
        marked = faults
    for fault in marked[:MOST]:
        line = fault.line or _line_with(fault.sign, page.body)
        yield Problem(page.file, line and page.first_line + line - 1, fault.message, RULE)


def _with_lines(body: str) -> str:
    """The text, each of whose tags names the line that it stands on."""
    return "\n".join(_with_line(line, number) for number, line in enumerate(body.split("\n"), start=1))


def _with_line(line: str, number: int) -> str:
    # A function: a template would be read anew for each line.
    return _OPENS.sub(lambda tag: f"{tag[0]} {_LINE}{number}", line)


def _line_with(sign: str, body: str) -> int:
    """The first line that has this sign, counted from 1; 0 if none has."""
    found = body.lower().find(sign.lower())
    return body.count("\n", 0, found) + 1 if found >= 0 else 0


def _faults(text: str, seen: Set[Address | None]) -> list[_Fault]:
    faults: list[_Fault] = []
    still_open: list[tuple[str, int]] = []
    for tag in read_tags(text):
        if isinstance(tag, NoTag):
            message = f"'{tag.text}' is no whole tag or comment; write &lt; where '<' stands for itself"
            faults.append(_Fault(message, tag.text))
        elif tag.is_end:
            faults += _closed(tag, still_open) if tag.name in ELEMENTS else ()
        else:
            line = _line_of(tag)
            faults += [_Fault(message, sign, line) for message, sign in _of_start(tag, seen)]
            if tag.name in ELEMENTS and tag.name not in VOID:
                still_open.append((tag.name, line))
    faults += [_Fault(_never_closed(name), f"<{name}", line) for name, line in still_open]
    return faults


def _closed(tag: Tag, still_open: list[tuple[str, int]]) -> Iterator[_Fault]:
    """What is wrong with an end tag; takes what it closes away from ``still_open``."""
    names = [name for name, _ in still_open]
    if tag.name not in names:
        yield _Fault(f"'</{tag.name}>' closes nothing; remove it, or add '<{tag.name}>' before it", f"</{tag.name}")
        return
    while (last := still_open.pop())[0] != tag.name:
        yield _Fault(_never_closed(last[0]), f"<{last[0]}", last[1])


def _taken(name: str) -> str:
    return f"the id '{name}' belongs to the frame of the page; choose another"


def _never_closed(name: str) -> str:
    return f"'<{name}>' is not closed where it should be; add '</{name}>'"


def _line_of(tag: Tag) -> int:
    return next((int(name.removeprefix(_LINE)) for name in tag.attributes if name.startswith(_LINE)), 0)


def _of_start(tag: Tag, seen: Set[Address | None]) -> Iterator[tuple[str, str]]:
    """What is wrong with a start tag, and what to look for in the page."""
    opening = f"<{tag.name}"
    if tag.name not in ELEMENTS:
        yield f"'{opening}>' is no element that pages may have; write it in Markdown, or leave it out", opening
        return
    if tag.closes_itself and tag.name not in VOID:
        yield f"'{opening}/>' does not close itself in HTML; add '</{tag.name}>'", opening
    for name, value in tag.attributes.items():
        if name.startswith(_LINE):
            continue
        if MACRO in value or MACRO.lower() in name:
            yield "a macro stands inside a tag; put it outside, in the text", "{{"
        elif name not in _EVERYWHERE | ELEMENTS[tag.name] or (name == "style" and not _ALIGNED.fullmatch(value)):
            yield f"'{name}' is no attribute that '{opening}>' may have here; leave it out", name
        elif name == "id" and value in FRAME_IDS:
            yield _taken(value), value
        elif name in _ADDRESSES and (where := outside(value)) and where not in seen:
            yield f"'{value}' leads out of the site in a way that no check has seen; write it as a plain link", value
