"""Transcripts as text with times: Otter's text, Zoom's saved captions, YouTube's transcript copied from the page.

A time stands behind a speaker (``First Speaker  0:03``), on a line of its own, in brackets anywhere, or
before the words. A file is read by the one way that it uses most, so that a time that somebody says
stays a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.captions.clock import clock
from macros.importing.blocks import FURTHEST_BACK, Blocks
from macros.importing.decoding import Source
from macros.importing.naming import LONGEST_NAME, by_label, labels
from macros.importing.said import Kind, Reading, Remark, Said, count_words, refuse
from macros.importing.times import TIME, milliseconds, shared_out
from macros.importing.wording import plain_lines

NAME = "text with times"

USUAL_WORD = 400
"""Milliseconds a word, at 150 words a minute."""
SLOW_WORD = 600
"""Milliseconds a word, at 100 words a minute: words are not shown for longer than they can have taken."""

NOT_SAID = Kind(
    "a line before the first time was left out: if it is said, put a time above it and import again",
    "{count} lines before the first time were left out: if they are said, put a time above them and import again",
)
FOOTER = Kind("a line that a tool added was left out", "{count} lines that a tool added were left out")
ESTIMATED = Kind(
    "the file says only when each part starts, so times inside a part are worked out: listen, and correct those that"
    " are wrong",
)
TIME_OF_DAY = Kind(
    "the file has times of day, so its first words were put at 0:00: check the first caption against the recording",
)

_NAME = rf"([^\W_][^:<>\[\]{{}}\t]{{0,{LONGEST_NAME}}}?)"
_BEHIND_SPEAKER = re.compile(rf"^\s*{_NAME}(?:\s{{2,}}|\t\s*|\s*[\[(])({TIME})[\])]?\s*$")
_BEHIND_NAME = re.compile(rf"^\s*((?:[A-Z][\w'’.-]*\s){{1,4}})({TIME})\s*$")
_DAY = re.compile(r"^\s*\[([^\]\[:]{1,60})\]\s+(\d{1,2}:\d{2}:\d{2})\s*$")
_ALONE = re.compile(rf"^\s*[\[(]?({TIME})[\])]?\s*$")
_BRACKETS = re.compile(rf"[\[(]\s*({TIME})(?:\s*(?:-->|[-–]|to)\s*{TIME})?\s*[\])]\s*[-–:]?")
_BEFORE = re.compile(rf"^\s*({TIME})(?:\s*(?:-->|[-–]|to)\s*{TIME})?(?:\s*[-–:|]\s+|\s+|\t)(?=\S)")
_FOOTER = re.compile(r"\s*(?:transcribed by\s+)?https?://otter\.ai\S*\s*", re.IGNORECASE)
_EVENT = re.compile(r".{1,80} (?:started|stopped) transcription\.?")


@dataclass(frozen=True)
class _Mark:
    """A time in the text: its line, where it and what belongs to it stand in it, and the speaker it names."""

    index: int
    begin: int
    end: int
    time: int
    speaker: str


def _behind_speaker(index: int, line: str) -> list[_Mark]:
    found = _BEHIND_SPEAKER.match(line) or _BEHIND_NAME.match(line)
    return _mark(index, found, found[2], found[1]) if found else []


def _day(index: int, line: str) -> list[_Mark]:
    found = _DAY.match(line)
    return _mark(index, found, found[2], found[1]) if found else []


def _alone(index: int, line: str) -> list[_Mark]:
    found = _ALONE.match(line)
    return _mark(index, found, found[1], "") if found else []


def _brackets(index: int, line: str) -> list[_Mark]:
    return [mark for found in _BRACKETS.finditer(line) for mark in _mark(index, found, found[1], "")]


def _before(index: int, line: str) -> list[_Mark]:
    found = _BEFORE.match(line)
    return _mark(index, found, found[1], "") if found else []


def _mark(index: int, found: re.Match[str], time: str, speaker: str) -> list[_Mark]:
    at = milliseconds(time)
    return [] if at is None else [_Mark(index, found.start(), found.end(), at, " ".join(speaker.split()))]


_WAYS: tuple[Callable[[int, str], list[_Mark]], ...] = (_behind_speaker, _day, _alone, _brackets, _before)


def looks_like(source: Source, blocks: Blocks | None) -> bool:
    """Whether it is no file of captions, and has a time in one of the ways."""
    return blocks is None and bool(_marks(source.lines)[0])


def read(source: Source, blocks: Blocks | None) -> Reading:
    """What the text says."""
    is_otter = any(_FOOTER.fullmatch(line) for line in source.lines)
    return read_as(source, "a transcript from Otter" if is_otter else NAME)


def read_as(source: Source, name: str) -> Reading:
    """What the text says, under this name for its format. Raises ContentError where there are no times."""
    marks, of_day = _marks(source.lines)
    if not marks:
        message = "has no times; export the transcript with times, as .vtt or .srt, and import that"
        raise refuse(source.name, 0, message)
    _refuse_going_back(source, marks)
    texts, changes = _texts(source, marks)
    first = marks[0].time if of_day else 0
    ends = _ends([mark.time - first for mark in marks], [sum(len(t.split()) for t in text) for text in texts])
    known = labels(line for text in texts for line in text)
    said: list[Said] = []
    speaker = ""
    for mark, text, end in zip(marks, texts, ends, strict=True):
        speaker = mark.speaker or speaker
        parts = [(speaker, text)] if mark.speaker else by_label(text, known, speaker)
        speaker = parts[-1][0] if parts else speaker
        starts = shared_out(mark.time - first, end, [sum(len(t) + 1 for t in lines) for _, lines in parts])
        for (who, lines), (start, until) in zip(parts, pairwise([*starts, end]), strict=True):
            if lines:
                said.append(Said(start, until, who, lines, mark.index + 1))
    if not said:
        raise refuse(source.name, marks[0].index + 1, "has times but no words; save the transcript again")
    before = left_out([*source.lines[: marks[0].index], source.lines[marks[0].index][: marks[0].begin]])
    checks = [Remark(ESTIMATED, 0, marks[0].index + 1)]
    if of_day:
        checks.insert(0, Remark(TIME_OF_DAY, 0, marks[0].index + 1))
    checks += before
    return Reading(name, tuple(said), count_words(tuple(said)), True, 0, tuple(changes), tuple(checks))


def _marks(lines: Sequence[str]) -> tuple[list[_Mark], bool]:
    """The times of the text, in the way that it uses most, and whether they are times of day."""
    best: list[_Mark] = []
    chosen = _WAYS[0]
    for way in _WAYS:
        marks = [mark for index, line in enumerate(lines) for mark in way(index, line)]
        if len(marks) > len(best):
            best, chosen = marks, way
    return best, chosen is _day


def _refuse_going_back(source: Source, marks: Sequence[_Mark]) -> None:
    latest = 0
    for mark in marks:
        if mark.time < latest - FURTHEST_BACK:
            message = (
                f"the time {clock(mark.time / 1000)} comes after {clock(latest / 1000)}; correct it, or if two"
                " recordings were joined here, import each from its own file"
            )
            raise refuse(source.name, mark.index + 1, message)
        latest = max(latest, mark.time)


def _texts(source: Source, marks: Sequence[_Mark]) -> tuple[list[tuple[str, ...]], list[Remark]]:
    """The lines of words that belong to each mark, and what was left out of them."""
    texts = []
    changes = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        raw = [source.lines[mark.index][mark.end :]]
        if following is None:
            raw += source.lines[mark.index + 1 :]
        elif following.index == mark.index:
            raw = [source.lines[mark.index][mark.end : following.begin]]
        else:
            raw += source.lines[mark.index + 1 : following.index]
            raw.append(source.lines[following.index][: following.begin])
        kept = []
        for offset, line in enumerate(raw):
            if _FOOTER.fullmatch(line) or _EVENT.fullmatch(line.strip()):
                changes.append(Remark(FOOTER, mark.time, mark.index + offset + 1, f"'{line.strip()[:60]}'"))
            else:
                kept.append(line)
        texts.append(plain_lines(kept))
    return texts, changes


def left_out(lines: Sequence[str]) -> list[Remark]:
    """A remark for each of the lines before the first time: a title, a date, a list of names."""
    return [
        Remark(NOT_SAID, 0, number, f"'{line.strip()[:60]}'")
        for number, line in enumerate(lines, start=1)
        if line.strip() and not _EVENT.fullmatch(line.strip())
    ]


def _ends(starts: Sequence[int], words: Sequence[int]) -> list[int]:
    """When each part ends: when the next starts, unless its words cannot have taken so long."""
    ends = []
    for start, following, count in zip(starts, [*starts[1:], None], words, strict=True):
        usual = start + max(1000, USUAL_WORD * count)
        slow = start + max(1000, SLOW_WORD * count)
        # Times in whole seconds: two people who speak in the same one start together.
        ends.append(usual if following is None or following <= start else min(slow, following))
    return ends
