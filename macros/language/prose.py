"""The words that readers see in a Markdown page, a script or a YAML file, without markup, each with its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from macros.reading.markdown import Block, Kind, MarkdownText, Piece
from macros.reading.yaml_file import Key, YamlData

# Private characters stand around what is not the site's own wording until a passage is made.
_START, _END = "\ue000", "\ue001"

_ADDRESS = re.compile(r"https?://[^\s<>)\]]+|[\w.+-]+@[\w-]+\.[\w.-]*\w")
_BLANK = re.compile(r"(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])")
"""A line to write on."""
_SPEAKER = re.compile(r"voice \d{1,2}:\s*", re.IGNORECASE)
_ITEM_SIGN = re.compile(r"^(-|\d+\.)\s+")
"""Of a point or a step on a slide."""
_SENTENCE_END = re.compile(r"[.?!]['\"’”)\]]*\s+(?=['\"‘“(\[]?[A-Z0-9£])")


@dataclass(frozen=True)
class Sentence:
    """A sentence as it is read, and the line of the file on which it starts."""

    text: str
    line: int


@dataclass(frozen=True)
class Passage:
    """A paragraph, list item, heading or table cell, in plain words.

    ``own`` is as long as ``text``: it has spaces where ``text`` has words of others, such as the title
    of a source. ``starts`` has (offset in the text, line of the file) pairs in order.
    """

    kind: Kind
    text: str
    own: str
    starts: tuple[tuple[int, int], ...]

    @property
    def line(self) -> int:
        """The line on which it starts."""
        return self.starts[0][1]

    def line_at(self, offset: int) -> int:
        """The line of the file that has the character at this offset."""
        return self.starts[max(bisect_right(self.starts, (offset, float("inf"))) - 1, 0)][1]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order; what a passage has after its last full stop counts as one."""
        bounds = [0, *(found.end() for found in _SENTENCE_END.finditer(self.text)), len(self.text)]
        pieces = ((start, self.text[start:end].strip()) for start, end in pairwise(bounds))
        return tuple(Sentence(text, self.line_at(start)) for start, text in pieces if text)


def plain_passage(kind: Kind, lines: Iterable[tuple[int, str]]) -> Passage | None:
    """The passage made by these (line number, words) pairs, or None if they have no words."""
    text = ""
    starts = []
    for number, words in lines:
        words = " ".join(words.split())
        if words:
            text += " " if text else ""
            starts.append((len(text.replace(_START, "").replace(_END, "")), number))
            text += words
    plain = text.replace(_START, "").replace(_END, "")
    if not re.search(r"\w", plain):
        return None
    return Passage(kind, plain, _own(text), tuple(starts))


def _own(marked: str) -> str:
    if _START not in marked:
        return marked
    pieces = re.split(f"{_START}([^{_END}]*){_END}", marked)
    return "".join(" " * len(piece) if index % 2 else piece for index, piece in enumerate(pieces))


def markdown_passages(text: MarkdownText) -> tuple[Passage, ...]:
    """The passages of a text of Markdown."""
    passages = (plain_passage(block.kind, _lines(block)) for block in text.blocks)
    return tuple(passage for passage in passages if passage)


def _lines(block: Block) -> Iterator[tuple[int, str]]:
    """The words of a block by line; those of others are between the private marks."""
    for line, pieces in groupby(block.pieces, key=lambda piece: piece.line):
        yield line, "".join(map(_words, pieces))


def _words(piece: Piece) -> str:
    if piece.kind == "code":
        return "code"
    if piece.kind == "address":
        return ""
    words = piece.text
    if "://" in words or "@" in words:
        words = _ADDRESS.sub("", words)
    if "_" in words:
        words = _BLANK.sub("", words)
    return f"{_START}{words}{_END}" if piece.kind == "others" else words


def script_passages(text: str) -> tuple[Passage, ...]:
    """The passages of script.md: titles and lines of slides are headings, what is said is text."""
    passages: list[Passage | None] = []
    block: list[tuple[int, str]] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if line.startswith(("#", ">")):
            shown = [plain_passage("heading", [(number, part)]) for part in _shown_parts(line)]
            passages += [plain_passage("text", block), *shown]
            block = []
        elif not line or line.startswith("["):
            passages.append(plain_passage("text", block))
            block = []
        else:
            if speaker := _SPEAKER.match(line):
                passages.append(plain_passage("text", block))
                block, line = [], line[speaker.end() :]
            block.append((number, line))
    passages.append(plain_passage("text", block))
    return tuple(passage for passage in passages if passage)


def _shown_parts(line: str) -> list[str]:
    """What people read of a chapter's title or of a line of a slide, without the signs of its layout."""
    text = line.lstrip("#> ")
    if text.startswith("["):
        name, _, value = text.strip("[]").partition(":")
        # The value of other layouts is a name that the code looks up, or a number.
        text = value if name.strip().lower() == "compare" else ""
    if text.startswith("source:"):
        return []
    return [part for part in _ITEM_SIGN.sub("", text).replace("**", "").split("|") if part.strip()]


def yaml_passages(text: str, data: YamlData, fields: frozenset[str], kind: Kind = "text") -> tuple[Passage, ...]:
    """The passages in a YAML text: every value of these fields, at any depth, and every item of such a list."""
    lines = text.splitlines()
    passages = (
        plain_passage(kind, _over_lines(value, lines, data.line(path)))
        for path, value in _leaves(data.value, ())
        if next((part for part in reversed(path) if isinstance(part, str)), "") in fields
    )
    return tuple(passage for passage in passages if passage)


def _leaves(value: object, path: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], str]]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _leaves(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _leaves(child, (*path, index))
    elif isinstance(value, str):
        yield path, value


def _over_lines(value: str, lines: Sequence[str], first: int) -> list[tuple[int, str]]:
    """The words of a value with the line that each stands on: YAML joins the lines of a long text."""
    found: list[tuple[int, str]] = []
    number, at = first, 0
    for word in value.split():
        here, start = number, at
        while here <= len(lines) and (place := lines[here - 1].find(word, start)) < 0:
            here, start = here + 1, 0
        if here <= len(lines):
            number, at = here, place + len(word)
        if found and found[-1][0] == number:
            found[-1] = (number, f"{found[-1][1]} {word}")
        else:
            found.append((number, word))
    return found
