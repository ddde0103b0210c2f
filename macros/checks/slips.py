"""Checks for slips of the pen in Markdown: what was meant as markup, and would stand on the page as it is.

Whatever the engine takes for markup is gone from the words that readers see. So signs of markup among these words
are slips, whichever they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise

from macros.kinds import Shape
from macros.problems import Problem
from macros.reading.markdown import Block, MarkdownText, Piece
from macros.reading.pages import Page
from macros.reading.written import Written

MARKUP = "markup"
LISTS = "lists"
TABLES = "tables"
TODO = "todo"
IDS = "ids"
TITLE = "title"

_LEFT = re.compile(r"\b(?:TODO|FIXME|TBC|TBD|XXX)\b|\b[Ll]orem ipsum\b")
"""Notes that writers leave for themselves, and the filler of templates."""
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\S")
_DOT = re.compile(r"\s*[•·▪◦]\s*\S")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_SLIPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\[[^\[\]]*\]\s+\([^\s()]*(?:\.md|/|#)[^()]*\)"),
        "has a space between its words and its address; write '[words](page.md)' without one",
    ),
    (
        re.compile(r"\[[^\[\]]+\]\([^()]*(?:\)|$)"),
        "is no link, because its address has a space in it or no end; write it without spaces",
    ),
    (re.compile(r"\[\^[^\]\s]+\]:?"), "is a footnote, which pages do not have; say it in the text, or link a source"),
    (re.compile(r"~~[^~]+~~"), "is struck through, which pages do not show; remove the words"),
    (re.compile(r"==[^\s=][^=]*=="), "is marked, which pages do not show; use **bold** if it has to stand out"),
    (re.compile(r"\{\{|\}\}|\{[%#:.]"), "is the start or the end of something in braces that has no other side"),
    (re.compile(r"(?:!!!|\?\?\?\+?)\s*\w+"), "starts a box, which needs a line of its own and an empty line above it"),
)
_TASK = re.compile(r"\[[ xX]?\](?:\s|$)")
_EMOJI = re.compile(r"(?<![\w:]):[a-z0-9][a-z0-9_+-]*:(?![\w:])|(?<![\w:]):\+1:")
_STARS = re.compile(r"\*\*|(?<![\s*])\*|\*(?![\s*])|(?<!\w)__?(?=[^\W_])|(?<=[^\W_])__?(?!\w)")
"""A row of three or more underscores is a blank to fill in."""
_PAIRS = (("[", "]"), ("(", ")"))


def check_slips(page: Page, pictures: Collection[str] | None) -> Iterator[Problem]:
    """Every slip of a page; ``pictures`` are those of data/pictures.yml, or None where it has problems of its own."""
    for block in page.text.blocks:
        yield from _check_words(page, block)
        yield from _check_lines(page, block)
    yield from _check_neighbours(page)
    yield from _check_boxes(page)
    yield from _check_icons(page, pictures)
    yield from _check_ids(page)
    yield from check_title(page)
    for name, words in (("title", page.front.title), ("description", page.front.description)):
        if left := _LEFT.search(words):
            yield Problem(page.file, page.data.line((name,)), _unfinished(left[0]), TODO)


def check_written_slips(written: Written) -> Iterator[Problem]:
    """Notes that a writer has left in a script or in data; a comment of YAML is no part of the data."""
    is_yaml = written.file.endswith(".yml")
    for number, line in enumerate(written.text.splitlines(), start=1):
        left = _LEFT.search(line)
        if left and not (is_yaml and line.lstrip().startswith("#")):
            yield Problem(written.file, number, _unfinished(left[0]), TODO)


def check_title(page: Page) -> Iterator[Problem]:
    """The title of the front matter is the page's heading, or the start of it where menus need a short one.

    Lists, menus and search show the title, and people have to find the same words on the page. The home page's is
    the name of the site.
    """
    if not page.headings or page.path == "index.md":
        return
    heading = page.headings[0]
    if not _plain(heading.words).startswith(_plain(page.front.title)):
        message = f"the title is '{page.front.title}', and the heading '{heading.words}'; write the same in both"
        yield Problem(page.file, page.data.line(("title",)), message, TITLE)


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())


def _unfinished(words: str) -> str:
    return f"'{words}' says that something is still to do; do it, or take the note out"


def _check_words(page: Page, block: Block) -> Iterator[Problem]:
    """Signs of markup among the words of a block that are no code."""
    pieces = [piece for piece in block.pieces if piece.kind in ("words", "others")]
    words = "".join(piece.text for piece in pieces)
    if left := _LEFT.search(words):
        yield Problem(page.file, _line(pieces, left[0], block), _unfinished(left[0]), TODO)
    found = False
    for pattern, message in _SLIPS:
        for slip in pattern.finditer(words):
            if not _is_escaped(block, slip[0]):
                found = True
                yield Problem(page.file, _line(pieces, slip[0], block), f"'{_short(slip[0])}' {message}", MARKUP)
    if block.kind == "item" and _TASK.match(words):
        found = True
        message = "boxes to tick are not made from '[ ]' here; write a plain list"
        yield Problem(page.file, block.line, message, MARKUP)
    if emoji := _EMOJI.search(words):
        found = True
        yield Problem(page.file, _line(pieces, emoji[0], block), _no_icon(emoji[0]), MARKUP)
    if found:
        # A sign that is left over is a part of what has been told.
        return
    for opening, closing in _PAIRS:
        if (sign := _unbalanced(words, opening, closing)) and not _is_escaped(block, sign):
            message = f"'{_around(words, sign)}' has a '{sign}' without its other side; add it, or take this one out"
            yield Problem(page.file, _line(pieces, sign, block), message, MARKUP)
    if (star := _STARS.search(words)) and not _is_escaped(block, star[0]):
        message = f"'{_around(words, star[0])}' has '{star[0]}' without its other side; add it, or take this one out"
        yield Problem(page.file, _line(pieces, star[0], block), message, MARKUP)


def _check_lines(page: Page, block: Block) -> Iterator[Problem]:
    """Lines of a paragraph that were meant as a table, or as a list with other signs."""
    if block.kind != "text":
        return
    lines = block.source.split("\n")
    rows = [number for number, line in enumerate(lines) if _ROW.match(line)]
    if len(rows) > 1 or (rows and len(lines) == 1 and lines[0].count("|") > 2):
        message = (
            "these lines are no table; a table starts with a row of headings, then a row such as '| --- | --- |',"
            " with an empty line above"
        )
        yield Problem(page.file, block.line + rows[0], message, TABLES)
        return
    for number, line in enumerate(lines):
        if _DOT.match(line):
            message = f"'{_short(line.strip())}' is in no list; start it with '- '"
            yield Problem(page.file, block.line + number, message, LISTS)
            return


def _check_neighbours(page: Page) -> Iterator[Problem]:
    """A list or a table right below a paragraph is a part of it for the engine; a table has words in its top row."""
    lines = page.body.split("\n")
    for number in crowded_lines(page.text, page.body, page.first_line):
        line = lines[number - page.first_line].strip()
        if line.startswith("|"):
            message = "this table has no empty line above it, so it is a part of the text; add one"
            yield Problem(page.file, number, message, TABLES)
        else:
            yield Problem(page.file, number, f"'{_short(line)}' is in no list; add an empty line above it", LISTS)
    for number, (row, next_row) in enumerate(pairwise(lines)):
        is_ruler = "-" in next_row and not next_row.strip("|-: \t")
        if row.strip() and not row.strip("| \t") and is_ruler and "|" in next_row:
            message = "this table has an empty row of headings; say in it what each column holds"
            yield Problem(page.file, page.first_line + number, message, TABLES)


def crowded_lines(text: MarkdownText, body: str, first_line: int = 1) -> list[int]:
    """The lines on which a list or a table starts right below a paragraph, without the empty line that it needs.

    ``text`` are the parts of ``body``, which starts on the line ``first_line`` of its file.
    """
    lines = body.split("\n")
    found = set()
    for block in text.blocks:
        rows = block.source.split("\n") if block.kind == "text" else []
        inside = [number for number, row in enumerate(rows) if number and _ITEM.match(row)]
        if inside and not any(_ROW.match(row) for row in rows):
            found.add(block.line + inside[0])
    for before, block in pairwise(text.blocks):
        starts_below = before.kind == "text" and block.line == before.line + before.source.count("\n") + 1
        is_tag = any(lines[part.line - first_line].lstrip().startswith("<") for part in (before, block))
        if starts_below and not is_tag and (block.kind == "cell" or (block.kind == "item" and block.source)):
            found.add(block.line)
    return sorted(found)


def _check_boxes(page: Page) -> Iterator[Problem]:
    for fault, line in page.text.broken_notes:
        if fault == "empty":
            message = "this box is empty; indent the lines that belong in it by four spaces"
        else:
            message = "boxes that fold ('???') are not used here; write '!!!'"
        yield Problem(page.file, line, message, MARKUP)


def _check_icons(page: Page, pictures: Collection[str] | None) -> Iterator[Problem]:
    """``:smile:`` is no picture of ours; a picture's name between colons starts a paragraph and is nowhere else."""
    starts = {(block.icon, block.line) for block in page.text.blocks if block.icon}
    # Pages that are made of such paragraphs have a check of their own.
    has_own_check = Shape.IDEAS in page.kind.shape
    for name, line in page.text.icons:
        is_start = (name, line) in starts
        if is_start and (has_own_check or pictures is None or name in pictures):
            continue
        yield Problem(page.file, line, _no_icon(f":{name}:"), MARKUP)


def _no_icon(name: str) -> str:
    return f"'{name}' would stand on the page as it is; say it in words, or paste the sign itself"


def _check_ids(page: Page) -> Iterator[Problem]:
    """An id is one place of a page (HTML Standard, "the id attribute")."""
    seen: dict[str, int] = {}
    for id_, line in page.text.ids:
        if id_ in seen:
            message = (
                f"the id '{id_}' is on line {seen[id_]} too, and a link can lead to one place only; change this one"
            )
            yield Problem(page.file, line, message, IDS)
        seen.setdefault(id_, line)


def _is_escaped(block: Block, sign: str) -> bool:
    """Whether the writer has put a backslash before the sign, to show it as it is."""
    return f"\\{sign[0]}" in block.source


def _unbalanced(words: str, opening: str, closing: str) -> str:
    """The first of two signs that has no other side; empty if all have."""
    depth = 0
    for sign in re.findall(f"[{re.escape(opening + closing)}]", words):
        depth += 1 if sign == opening else -1
        if depth < 0:
            return closing
    return opening if depth else ""


def _line(pieces: list[Piece], words: str, block: Block) -> int:
    """The line on which these words are, or on which the first of them is."""
    tests: tuple[Callable[[str], bool], ...] = (lambda text: words in text, lambda text: words[0] in text)
    for test in tests:
        for piece in pieces:
            if test(piece.text):
                return piece.line
    return block.line


def _around(words: str, sign: str) -> str:
    """The sign with some words around it."""
    at = words.find(sign)
    start = max(0, at - 15)
    return " ".join(words[start : at + 25].split())


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 50 else f"{words[:47]}..."
