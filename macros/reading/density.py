"""What a text of Markdown may hold at most, judged in one pass before any parser sees it.

Parsers of Markdown look from each opening sign for its end, and again from the next: a small file of "[" or "<a "
keeps them busy for hours. People write nothing like it. The longest paragraph of this site has 1,700 characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LARGEST_PAGE = 100_000
"""Bytes of a page or a script: six times the longest here."""
LONGEST_PARAGRAPH = 6_000
MOST_LINES = 150
"""Characters, and lines, that follow one another without an empty line."""
MOST_OPEN = 20
"""Openings of one kind that wait for their end in a paragraph."""
MOST_OPEN_IN_ALL = 60
"""Openings of one kind that never find their end, in the whole text."""
DEEPEST = 25
"""Levels of lists and quotations, one in the other."""
MOST_HEADINGS = 200
"""Of one page: each gets an address of its own, which the engine compares with all before it."""

_HEADING = re.compile(r"[\s>*+\-:0-9.)]*+#|\s*+(?:=+|-+)\s*+$")
_PAIRS = {"[": "]", "<": ">", "(": ")", "{": "}"}


def too_dense(text: str) -> tuple[int, str] | None:
    """The line (from 1) at which a text holds too much for a parser, and what to do; None if it nowhere does."""
    never_closed = dict.fromkeys(_PAIRS, 0)
    headings = 0
    for first, lines in _paragraphs(text):
        if len(lines) > MOST_LINES or sum(map(len, lines)) > LONGEST_PARAGRAPH:
            message = (
                f"has more than {LONGEST_PARAGRAPH:,} characters or {MOST_LINES} lines without an empty line;"
                " divide it with empty lines"
            )
            return first, message
        for opening, closing in _PAIRS.items():
            deepest, left = _open(lines, opening, closing)
            never_closed[opening] += left
            if deepest > MOST_OPEN or never_closed[opening] > MOST_OPEN_IN_ALL:
                return first, f"has many '{opening}' without a '{closing}'; close them, or leave them out"
        for number, line in enumerate(lines):
            headings += _HEADING.match(line) is not None
            if headings > MOST_HEADINGS:
                return first + number, f"has more than {MOST_HEADINGS} headings; divide the page"
            if _levels(line) > DEEPEST:
                return (
                    first + number,
                    f"has lists or quotations more than {DEEPEST} levels deep; write them side by side",
                )
    return None


def _paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines between empty ones, with the number of the first."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            lines.append(line)
        elif lines:
            yield number - len(lines), lines
            lines = []
    if lines:
        yield text.count("\n") + 2 - len(lines), lines


def _open(lines: list[str], opening: str, closing: str) -> tuple[int, int]:
    """How many openings wait for their end at once at most, and how many at the end."""
    deepest = level = 0
    for line in lines:
        if opening not in line and closing not in line:
            continue
        for sign in line:
            if sign == opening:
                level += 1
                deepest = max(deepest, level)
            elif sign == closing and level:
                level -= 1
    return deepest, level


def _levels(line: str) -> int:
    """How deep in quotations and lists a line may be: a level takes a ">", or four columns."""
    start = line[: len(line) - len(line.lstrip(" \t>"))]
    columns = start.replace("> ", "").replace(">", "").expandtabs(4)
    return start.count(">") + len(columns) // 4
