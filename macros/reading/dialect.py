"""Our Markdown: the parser of markdown-it-py, taught what Python-Markdown and our pages have beyond CommonMark.

Python-Markdown makes the pages, and does not tell on which line anything stands; markdown-it-py does. Each token
within a block that may span lines says in its ``meta`` how many lines into the block it starts and ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown.util import BLOCK_LEVEL_ELEMENTS
from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_inline import StateInline, backtick, html_inline, image, link
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin

STARTS, ENDS, KEY = "starts", "ends", "key"
"""What ``meta`` says of a token: the lines from the block's first, and the key of a source."""

_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[#.][^{}\n]*|[\w-]+=[^{}\n]*)\}")
_ICON = re.compile(r":([a-z][a-z0-9]*(?:-[a-z0-9]+)*):")
_KEY = re.compile(r"\[([A-Za-z0-9-]+)\]")
_HEADING = re.compile(r"(#{1,6})(?!#)(.*?)#*\s*$")
_ABBREVIATION = re.compile(r"\*\[[^\]]+\]:")
_OPENS = re.compile(r"<([a-z][\w-]*)", re.IGNORECASE)
_OPENS_MARKDOWN = re.compile(r"<[a-z][\w-]*\s[^>]*\bmarkdown\b(?!=[\"']?0)[^>]*>\s*$", re.IGNORECASE)
_CLOSES = re.compile(r"</[a-z][\w-]*>\s*$", re.IGNORECASE)

_ELEMENTS = frozenset(BLOCK_LEVEL_ELEMENTS) - {"hr"}
"""Elements that Python-Markdown does not take for a part of a paragraph, and that have an end."""

_InlineRule = Callable[[StateInline, bool], bool]


class _Parser(MarkdownIt):
    """Tells every address as it was written: the checks are there to judge them."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


@cache
def parser() -> MarkdownIt:
    """The parser of our Markdown; it keeps no state between texts."""
    made = _Parser("commonmark").enable("table").use(deflist_plugin).use(admon_plugin)
    ends_paragraph: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
    made.block.ruler.at("heading", _heading, ends_paragraph)
    made.block.ruler.at("list", _list, ends_paragraph)
    made.block.ruler.before("html_block", "html_line", _html_line, ends_paragraph)
    made.block.ruler.before("html_block", "html_element", _html_element, ends_paragraph)
    made.block.ruler.before("reference", "abbreviation", _abbreviation, ends_paragraph)
    made.inline.ruler.at("backticks", _with_lines(backtick))
    made.inline.ruler.at("link", _with_lines(link))
    made.inline.ruler.at("image", _with_lines(image))
    made.inline.ruler.at("html_inline", _with_lines(html_inline))
    made.inline.ruler.before("link", "source", _with_lines(_source))
    made.inline.ruler.before("link", "macro", _with_lines(_pattern("macro", _MACRO, "{")))
    made.inline.ruler.before("link", "attributes", _pattern("attributes", _ATTRIBUTES, "{"))
    made.inline.ruler.before("link", "icon", _pattern("icon", _ICON, ":"))
    return made


def _line(state: StateBlock, number: int) -> str:
    """A line without what it is indented by; empty if it belongs to indented code."""
    if state.is_code_block(number):
        return ""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of signs and words: Python-Markdown asks for no space between them, and allows none before them."""
    found = _HEADING.match(_line(state, start))
    if not found or (state.level == 0 and state.sCount[start] > 0):
        return False
    if not silent:
        level = f"h{len(found[1])}"
        state.line = start + 1
        state.push("heading_open", level, 1).map = [start, state.line]
        words = state.push("inline", "", 0)
        words.content, words.map, words.children = found[2].strip(), [start, state.line], []
        state.push("heading_close", level, -1)
    return True


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list; in Python-Markdown one outside of all others needs an empty line before it."""
    if silent and state.level == 0 and state.parentType == "paragraph":
        return False
    return list_block(state, start, end, silent)


def _html_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A tag alone on its line, which opens Markdown inside HTML (md_in_html) or closes it."""
    line = _line(state, start)
    if not line.startswith("<") or not (_OPENS_MARKDOWN.match(line) or _CLOSES.match(line)):
        return False
    if not silent:
        state.line = start + 1
        token = state.push("html_block", "", 0)
        token.content, token.map = line, [start, state.line]
    return True


def _html_element(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An element of HTML, which Python-Markdown leaves as it is up to its closing tag, or to the end without one."""
    opening = _OPENS.match(_line(state, start))
    if not opening or opening[1].lower() not in _ELEMENTS:
        return False
    if not silent:
        tags = re.compile(rf"<(/?){opening[1]}\b", re.IGNORECASE)
        depth = 0
        for number in range(start, end):
            found = tags.findall(state.src, state.bMarks[number], state.eMarks[number])
            depth += sum(-1 if closes else 1 for closes in found)
            state.line = number + 1
            if depth <= 0:
                break
        token = state.push("html_block", "", 0)
        token.content, token.map = state.getLines(start, state.line, state.blkIndent, True), [start, state.line]
    return True


def _abbreviation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``*[BSL]: British Sign Language``, which readers do not see as a line of its own."""
    if not _ABBREVIATION.match(_line(state, start)):
        return False
    if not silent:
        state.line = start + 1
    return True


def _source(state: StateInline, silent: bool) -> bool:
    """``[words][key]`` or ``![words][key]`` with a key that the page itself does not define."""
    is_picture = state.src.startswith("![", state.pos)
    opening = state.pos + is_picture
    if state.src[opening : opening + 1] != "[":
        return False
    closing = state.md.helpers.parseLinkLabel(state, opening, not is_picture)
    found = _KEY.match(state.src, closing + 1, state.posMax) if closing >= 0 else None
    if not found or normalizeReference(found[1]) in state.env.get("references", {}):
        return False
    if not silent:
        words = state.src[opening + 1 : closing]
        if is_picture:
            picture = state.push("image", "img", 0)
            picture.content, picture.meta = words, {KEY: found[1]}
        else:
            most = state.posMax
            state.push("link_open", "a", 1).meta = {KEY: found[1]}
            state.pos, state.posMax = opening + 1, closing
            state.md.inline.tokenize(state)
            state.push("link_close", "a", -1)
            state.posMax = most
    state.pos = found.end()
    return True


def _pattern(kind: str, pattern: re.Pattern[str], first: str) -> _InlineRule:
    """A rule whose tokens are what the pattern finds, which starts with the sign ``first``."""

    def rule(state: StateInline, silent: bool) -> bool:
        found = pattern.match(state.src, state.pos, state.posMax) if state.src[state.pos] == first else None
        if not found:
            return False
        if not silent:
            state.push(kind, "", 0).content = found[0]
        state.pos = found.end()
        return True

    return rule


def _with_lines(rule: _InlineRule) -> _InlineRule:
    """The rule, which also says of what it finds on which line of the block that starts and ends."""

    def counted(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent and "\n" in state.src:
            # The first new token may be text from before, which the rule's own first one has pushed out.
            made = [token for token in state.tokens[before:] if token.type != "text"]
            if made:
                made[0].meta.setdefault(STARTS, state.src.count("\n", 0, start))
                made[-1].meta[ENDS] = state.src.count("\n", 0, state.pos)
        return True

    return counted
