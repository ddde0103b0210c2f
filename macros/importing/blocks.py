"""Reads the captions of a WebVTT, SRT or SBV file as blocks of lines, forgiving what tools get wrong.

What it forgives: hours or milliseconds left out, commas for points, empty lines within a caption or
missing between two, numbers left out, times a little out of order. What it does not: a time that
nobody could read, or captions that start again from the beginning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.captions.clock import clock
from macros.importing.decoding import Source
from macros.importing.said import NOT_SAID, RULE, Remark, refuse
from macros.importing.times import ARROW, TIME, counts_milliseconds, milliseconds
from macros.importing.tool_lines import is_event
from macros.problems import ContentError, Problem

FURTHEST_BACK = 60_000
"""Milliseconds by which a caption may start before one above it: people who speak at once are listed so."""

_ARROW = r"(?:-{1,3}>|–>|—>|→|=>|⟶)"
_LONGEST_TIMES = 100
"""Characters of a line in which both its times stand."""
_TIME_LIKE = re.compile(rf"^\s*-?\d(?:[\d.,]*|\S*:\S*?)\s*{ARROW}")
_TIMES = re.compile(rf"^\s*(-?)({TIME})\s*{ARROW}\s*(-?)({TIME})(?:\s+(.*))?$")
_SBV_TIMES = re.compile(r"^\s*()(\d{1,3}:\d{2}:\d{2}\.\d{3}),()(\d{1,3}:\d{2}:\d{2}\.\d{3})\s*()$")
_SBV_BREAK = re.compile(r"\[br\]", re.IGNORECASE)
_SETTINGS = re.compile(
    r"(?:(?:align|line|position|size|region|vertical|[XY][12])\s*:\s*\S*\s*|[A-Za-z]\w*:\S+\s*)*", re.IGNORECASE
)
_CUT_TIME = re.compile(r"\d{1,2}:\d{0,2}(?::\d{0,2})?(?:[.,]\d{0,3})?(?:\s*-{1,2}>?.*)?")
_TEAMS_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:/\d+-\d+)?", re.IGNORECASE)
_COMMENT = re.compile(r"NOTE(?:\s|$)|(?:STYLE|REGION)\s*$|WEBVTT(?:\s|$)|X-TIMESTAMP-MAP=|(?:Region|Style):\s*\S")
"""What starts a block that is not said; files of a stream's parts have the header in front of each."""


@dataclass(frozen=True)
class Block:
    """One caption of the file: the line of its times, its id, its times in milliseconds, its own lines."""

    line: int
    id: str
    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Blocks:
    """The captions of a file. ``cut_off`` is the line at which it stops in the middle, or 0."""

    kind: str
    header: tuple[str, ...]
    blocks: tuple[Block, ...]
    before_zero: int = 0
    cut_off: int = 0
    left_out: tuple[Remark, ...] = ()
    counts_milliseconds: bool = False

    @property
    def is_vtt(self) -> bool:
        """Whether it is WebVTT."""
        return self.kind == "WebVTT"

    @property
    def ids_are_numbers(self) -> bool:
        """Whether every caption has a number for its id."""
        return all(block.id.isdecimal() for block in self.blocks)

    @property
    def ids_are_from_teams(self) -> bool:
        """Whether any caption has an id such as Teams gives."""
        return any(_TEAMS_ID.fullmatch(block.id) for block in self.blocks)


def read_blocks(source: Source) -> Blocks | None:
    """The captions of the file, or None if it is no file of captions. Raises ContentError."""
    lines = source.lines
    is_vtt = lines[0].startswith("WEBVTT")
    time_lines = [
        index for index, line in enumerate(lines) if _TIME_LIKE.match(line[:_LONGEST_TIMES]) or _SBV_TIMES.match(line)
    ]
    if not time_lines:
        if is_vtt:
            raise refuse(source.name, 1, "has no captions; save them again from the tool that made them")
        return None
    times, cut_off = _read_times(source, time_lines)
    time_lines = list(times)
    if not time_lines:
        raise refuse(source.name, cut_off, "is cut off in its first caption; save it again, and import that")
    kind = "WebVTT" if is_vtt else "SBV" if _SBV_TIMES.match(lines[time_lines[0]]) else "SRT"
    first_lines, ids = _ids(lines, time_lines)
    comments = _comment_lines(lines, set(time_lines)) if is_vtt else set()
    header = _header(lines, first_lines[0]) if is_vtt else ()
    before = [i for i in range(len(header), first_lines[0]) if lines[i].strip() and i not in comments]
    if before and not is_vtt and not source.is_word and not is_event(lines[before[0]]):
        message = f"'{lines[before[0]].strip()[:60]}' comes before the first time; put a time above it, or remove it"
        raise refuse(source.name, before[0] + 1, message)
    blocks = []
    bounds = [*first_lines[1:], _last_bound(lines, cut_off)]
    for index, id_, bound in zip(time_lines, ids, bounds, strict=True):
        own = [i for i in range(index + 1, bound) if lines[i].strip() and i not in comments]
        beside = () if is_vtt else _words_beside_times(lines[index])
        words = [part for i in own for part in (_SBV_BREAK.split(lines[i]) if kind == "SBV" else [lines[i]])]
        blocks.append(Block(index + 1, id_, *times[index], (*beside, *words)))
    cut_off = cut_off or _cut_off_at(lines, blocks[-1])
    if cut_off and blocks[-1].lines and cut_off > blocks[-1].line + 1:
        blocks[-1] = _without_last_line(blocks[-1], lines[cut_off - 1])
    _refuse_going_back(source, blocks)
    before_zero = sum(lines[index].lstrip().startswith("-") for index in time_lines)
    left_out = tuple(Remark(NOT_SAID, 0, i + 1, f"'{lines[i].strip()[:60]}'") for i in before if not is_event(lines[i]))
    counted = counts_milliseconds([lines[index] for index in time_lines])
    return Blocks(kind, header, tuple(blocks), before_zero, cut_off, left_out, counted)


def _read_times(source: Source, time_lines: list[int]) -> tuple[dict[int, tuple[int, int]], int]:
    """Start and end by the index of the line, and the line at which the file is cut off in a time."""
    counted = counts_milliseconds([source.lines[index] for index in time_lines])
    last_words = max(index for index, line in enumerate(source.lines) if line.strip())
    times: dict[int, tuple[int, int]] = {}
    problems = []
    cut_off = 0
    for index in time_lines:
        line = source.lines[index]
        found = _TIMES.match(line) or _SBV_TIMES.match(line)
        start = milliseconds(found[2], counted) if found else None
        end = milliseconds(found[4], counted) if found else None
        if index == last_words and (start is None or end is None or end < start):
            cut_off = index + 1
            break
        if found is None or start is None or end is None:
            message = "these times cannot be read; write them like 00:01:02.000 --> 00:01:05.500"
            problems.append(Problem(source.name, index + 1, message, RULE))
            continue
        # Teams counts from before the recording if the transcript started earlier.
        start, end = (0 if found[1] else start), (0 if found[3] else end)
        if end < start:
            message = "this caption ends before it starts; correct its times"
            problems.append(Problem(source.name, index + 1, message, RULE))
        times[index] = (start, end)
    if problems:
        raise ContentError(problems)
    return times, cut_off


def _words_beside_times(line: str) -> tuple[str, ...]:
    """Words in the line of the times, which some tools put there; settings such as ``align:start`` are none."""
    found = _TIMES.match(line)
    rest = (found[5] or "").strip() if found else ""
    return () if _SETTINGS.fullmatch(rest) else (rest,)


def _ids(lines: tuple[str, ...], time_lines: list[int]) -> tuple[list[int], list[str]]:
    """Where each caption starts, its id included, and the ids."""
    first_lines, ids = [], []
    number, previous = 0, -1
    for index in time_lines:
        # The line under a caption's times is its text, so an id there has to have an empty line above it.
        above = lines[index - 1].strip() if index - 1 > previous else ""
        alone = (previous < 0 or index - 2 > previous) and (index < 2 or not lines[index - 2].strip())
        follows = above.isdecimal() and int(above[:9]) == number + 1
        is_id = bool(above) and (alone or follows or bool(_TEAMS_ID.fullmatch(above)))
        if index == 1 and above.startswith("WEBVTT"):
            is_id = False
        ids.append(above if is_id else "")
        first_lines.append(index - 1 if is_id else index)
        number = int(above[:9]) if is_id and above.isdecimal() else number + 1
        previous = index
    return first_lines, ids


def _comment_lines(lines: tuple[str, ...], time_lines: set[int]) -> set[int]:
    """Lines of NOTE, STYLE and REGION blocks, which are not said: they start after an empty line."""
    found: set[int] = set()
    inside = False
    for index, line in enumerate(lines):
        if not line.strip() or index in time_lines:
            inside = False
        elif _COMMENT.match(line) and index and not lines[index - 1].strip():
            inside = True
        if inside:
            found.add(index)
    return found


def _header(lines: tuple[str, ...], end: int) -> tuple[str, ...]:
    """The lines from WEBVTT to the first empty one."""
    header = []
    for line in lines[:end]:
        if not line.strip():
            break
        header.append(line)
    return tuple(header)


def _last_bound(lines: tuple[str, ...], cut_off: int) -> int:
    """Where the last caption's words end: the times that are cut off, with the number above them, are none."""
    if not cut_off:
        return len(lines)
    above = cut_off - 2
    has_number = lines[above].strip().isdecimal() and not lines[above - 1].strip()
    return above if has_number else above + 1


def _cut_off_at(lines: tuple[str, ...], last: Block) -> int:
    """The line at which the file stops in the middle of the next caption, or 0."""
    if not last.lines:
        return last.line
    index = max(index for index, line in enumerate(lines) if line.strip())
    words = lines[index].strip()
    alone = index > last.line and not lines[index - 1].strip()
    next_number = last.id.isdecimal() and words.isdecimal() and words == str(int(last.id[:9]) + 1)
    return index + 1 if alone and (next_number or _CUT_TIME.fullmatch(words)) else 0


def _without_last_line(block: Block, line: str) -> Block:
    lines = block.lines[:-1] if block.lines[-1] == line else block.lines
    return Block(block.line, block.id, block.start, block.end, lines)


def _refuse_going_back(source: Source, blocks: list[Block]) -> None:
    latest = 0
    for block in blocks:
        if block.start < latest - FURTHEST_BACK:
            message = (
                f"this caption starts at {clock(block.start / 1000)}, long before one above it"
                f" ({clock(latest / 1000)}); if two recordings were joined here, import each from its own file"
            )
            raise refuse(source.name, block.line, message)
        latest = max(latest, block.start)
