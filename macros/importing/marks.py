"""Finds the times by which a text is divided: those that stand at one place in most of its lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from macros.importing.labels import are_names, bare_name, can_be_name
from macros.importing.naming import key_of
from macros.importing.times import ARROW, TIME, milliseconds

_NEAR = 1000
"""Milliseconds: a tool that writes one time in two ways rounds it."""
_LONGEST_LINE = 200
"""Characters of a line that may have a name beside its time."""

_SPOKEN = (
    r"(?:\d{1,2} hours?,? )?(?:\d{1,3} minutes?,? )?\d{1,2} seconds?"
    r"|(?:\d{1,2} hours?,? )?\d{1,3} minutes?(?!,? \d+ second)"
)
_RANGE = rf"{TIME}(?:\s*(?:{ARROW}|[-–—]|to)\s*{TIME})?"
_CLOCK = r"(?:\s?[AaPp]\.?[Mm]\.?(?![a-z]))?"
_TOKEN = (
    rf"(?:[\[(]\s*(?:{_RANGE}{_CLOCK}|{_SPOKEN})\s*[\])]|(?<![\d:.,])(?:{_RANGE}{_CLOCK}|\b(?:{_SPOKEN})\b)(?![\d:]))"
)
_ALONE = re.compile(rf"[\s\-–—|*>]*({_TOKEN})[\s\-–—|:]*")
_START = re.compile(rf"[\s*>|]*({_TOKEN})(?:\s*[-–—:|]\s*|\s+)(?=\S)")
_END = re.compile(rf"\s*(\S.*?)(\t\s*|\s{{2,}}|\s*(?=[\[(])|\s*[-–—|,:]\s+|\]\s+|\s*\|\s*)({_TOKEN})\s*[-–—:|]*\s*")
_END_OF_WORDS = re.compile(rf"\s*(\S.*?)\s({_TOKEN})\s*[-–—:|]*\s*")
_COLUMNS = re.compile(
    rf"\s*(\S.*?)(?:\t\s*|\s{{2,}}|\s*[-–—|,:]?\s*(?=[\[(])|\s*\|\s*)({_TOKEN})(?:\t|\s{{2,}}|\s*[-–—:|]\s*|(?<=[\])])\s*)(?=\S)"
)
_BRACKETS = re.compile(rf"([\[(]\s*(?:{_RANGE}{_CLOCK})\s*[\])])\s*[-–:]?")
_TOKENS = re.compile(_TOKEN)
_TIMES = re.compile(TIME)
_SPOKEN_PARTS = re.compile(r"(\d+) (hour|minute|second)")
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNIT = re.compile(r"\b\d+ (?:hours?|minutes?),?$")
_OF_DAY = re.compile(r"[ap]\.?m", re.IGNORECASE)
_AFTERNOON = re.compile(r"p\.?m", re.IGNORECASE)


@dataclass(frozen=True)
class Mark:
    """A time in the text, in milliseconds: its line, where it stands in it, and what stands before it there.

    ``until`` is the end of what it times, where the file says it. ``spans`` has the line, begin and end
    of every time that is part of it: of its own, and of those that give the same time again.
    """

    index: int
    begin: int
    end: int
    time: int
    until: int | None
    left: str
    spans: tuple[tuple[int, int, int], ...]
    is_of_day: bool = False

    @property
    def first_line(self) -> int:
        """The index of the first line that gives its time."""
        return self.spans[0][0]


def find_marks(lines: Sequence[str]) -> tuple[Mark, ...]:
    """The times of the text, in the way that it uses most; of two, the way that comes first."""
    found = [_joined(lines, _of_one_clock(way(lines))) for way in _WAYS]
    return max(found, key=lambda marks: (len(marks), -marks[0].first_line if marks else 0), default=())


def _of_one_clock(marks: list[Mark]) -> list[Mark]:
    """The marks without times of day, such as a meeting's date has, where most are times of the recording."""
    of_day = [mark for mark in marks if mark.is_of_day]
    return of_day if 2 * len(of_day) > len(marks) else [mark for mark in marks if not mark.is_of_day]


def is_echo(line: str, mark: Mark, name: str) -> bool:
    """Whether the line gives only the mark's time again, or its name with it."""
    tokens = list(_TOKENS.finditer(line))
    if not tokens or any(abs(_value(found[0])[0] - mark.time) > _NEAR for found in tokens):
        return False
    rest = bare_name(_TOKENS.sub(" ", line))
    return not rest or key_of(rest) == key_of(bare_name(name))


def _joined(lines: Sequence[str], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks, those that give the same time again without words between as one."""
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if (
            last
            and mark.index > last.index
            and abs(mark.time - last.time) <= _NEAR
            and not mark.left
            and not lines[last.index][last.end :].strip()
            and not any(line.strip() for line in lines[last.index + 1 : mark.index])
            and not mark.is_of_day
            and not lines[mark.index][: mark.begin].strip()
        ):
            joined[-1] = replace(mark, index=mark.index, left=last.left, spans=(*last.spans, *mark.spans))
        else:
            joined.append(mark)
    return tuple(joined)


def _alone(lines: Sequence[str]) -> list[Mark]:
    return [
        mark for index, line in enumerate(lines)
        if len(line) <= _LONGEST_LINE and (found := _ALONE.fullmatch(line))
        for mark in _mark(index, 0, len(line), found[1], "")
    ]  # fmt: skip


def _behind_name(lines: Sequence[str]) -> list[Mark]:
    """``Name  0:03``, ``Name (0:03):``, ``[Name] 14:02:11``: the name stands apart from the time."""
    return [
        mark for index, line in enumerate(lines)
        if len(line) <= _LONGEST_LINE and (found := _END.fullmatch(line)) and _can_be_left(_left(found))
        for mark in _mark(index, found.start(3), len(line), found[3], _left(found))
    ]  # fmt: skip


def _can_be_left(text: str) -> bool:
    """Whether a name can stand there: no date does, and no first half of ``2 minutes 5 seconds``."""
    return can_be_name(bare_name(text)) and not _YEAR.search(text) and not _UNIT.search(text)


def _left(found: re.Match[str]) -> str:
    return found[1] + ("]" if found[2].startswith("]") else "")


def _behind_words(lines: Sequence[str]) -> list[Mark]:
    """``Name 0:03``: only if what stands before the times are names."""
    marks = [
        mark for index, line in enumerate(lines)
        if len(line) <= _LONGEST_LINE and (found := _END_OF_WORDS.fullmatch(line)) and _can_be_left(found[1])
        for mark in _mark(index, found.start(2), len(line), found[2], found[1])
    ]  # fmt: skip
    return marks if are_names([mark.left for mark in marks], strict=True) else []


def _between(lines: Sequence[str]) -> list[Mark]:
    """``Name   0:03   words``: only if what stands before the times are names."""
    marks = [
        mark for index, line in enumerate(lines)
        if (found := _COLUMNS.match(line[:_LONGEST_LINE])) and _can_be_left(found[1])
        for mark in _mark(index, found.start(2), found.end(), found[2], found[1])
    ]  # fmt: skip
    return marks if are_names([mark.left for mark in marks], strict=True) else []


def _brackets(lines: Sequence[str]) -> list[Mark]:
    return [
        mark for index, line in enumerate(lines)
        for found in _BRACKETS.finditer(line)
        for mark in _mark(index, found.start(), found.end(), found[1], "")
    ]  # fmt: skip


def _before_words(lines: Sequence[str]) -> list[Mark]:
    return [
        mark for index, line in enumerate(lines)
        if (found := _START.match(line[:_LONGEST_LINE]))
        for mark in _mark(index, found.start(), found.end(), found[1], "")
    ]  # fmt: skip


_WAYS: tuple[Callable[[Sequence[str]], list[Mark]], ...] = (
    _behind_name, _behind_words, _between, _alone, _brackets, _before_words,
)  # fmt: skip


def _mark(index: int, begin: int, end: int, token: str, left: str) -> list[Mark]:
    try:
        start, until = _value(token)
    except ValueError:
        return []
    return [Mark(index, begin, end, start, until, left, ((index, begin, end),), bool(_OF_DAY.search(token)))]


def _value(token: str) -> tuple[int, int | None]:
    """The time, and the end if the token has both, in milliseconds. Raises ValueError if it is no time."""
    texts = _TIMES.findall(token)
    if not texts:
        parts = _SPOKEN_PARTS.findall(token)
        return sum(int(count) * _SECONDS[unit] for count, unit in parts) * 1000, None
    times = [milliseconds(text) for text in texts]
    start, until = times[0], times[-1] if len(times) > 1 else None
    if start is None or (len(times) > 1 and until is None):
        raise ValueError(token)
    if _OF_DAY.search(token):
        start = start % (12 * 3_600_000) + (12 * 3_600_000 if _AFTERNOON.search(token) else 0)
    return start, until
