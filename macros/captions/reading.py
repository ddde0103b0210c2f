"""Reads captions (WebVTT) by the rules of browsers, and says what is wrong with them.

The rules are those of the W3C's WebVTT parser (https://www.w3.org/TR/webvtt1/#file-parsing). What
browsers drop is dropped: headers, notes, styles, regions, blocks without times, tags. Times that
browsers cannot read would take a caption away in silence; here they are a problem at their line.
Each line is looked at once, so the time it takes grows as the file does.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from macros.captions.clock import clock
from macros.captions.cue import SpokenCue
from macros.model import Cue
from macros.problems import Problem

RULE = "captions"

_ARROW = "-->"
_TIME = r"(?:([0-9]{1,6}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_TIMES = re.compile(rf"[ \t\f]*{_TIME}[ \t\f]*-->[ \t\f]*{_TIME}(?:[ \t\f].*)?")
_SIGNATURE = re.compile(r"WEBVTT(?:[ \t].*)?")
_COMMENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")
_TAG = re.compile(r"<([^<>]*)>")
_VOICE = re.compile(r"v(?:\.\S*)?(?:\s(.*))?", re.DOTALL)

_UNREADABLE = "these times cannot be read; write them like 00:01:02.000 --> 00:01:05.500"
_CROWDED = "this caption has no empty line above it; put one there, or its words run into each other"
_UNCLOSED = "this caption has a '<' that nothing closes; write &lt; where it stands for itself"
_EMPTY = "this caption has no words; remove it or fill it in"
_BACKWARDS = "this caption ends before it starts"


class Block(NamedTuple):
    """A caption as it stands in the file: the line of its times, the times in seconds, its lines of words.

    ``times`` is None if browsers cannot read them. ``is_apart``: whether nothing stands between it and
    the empty line above but its id.
    """

    line: int
    times: tuple[float, float] | None
    words: list[str]
    is_apart: bool


def parse_vtt(text: str, file: str) -> tuple[tuple[SpokenCue, ...], list[Problem]]:
    """The cues of a WebVTT text in order, and what is wrong with it.

    Captions may not run backwards or overlap, and may not be empty: each is a problem at its line.
    A caption without a voice tag is said by whoever spoke last; one in which several people speak
    gives a cue for each, in proportion to their words.
    """
    lines = _lines(text)
    if not _SIGNATURE.fullmatch(lines[0]):
        return (), [Problem(file, 1, "is no WebVTT file; its first line has to be WEBVTT", RULE)]
    cues: list[SpokenCue] = []
    problems: list[Problem] = []
    previous_end = 0.0
    speaker = ""
    for block in _blocks(lines):
        if block.times is None:
            problems.append(Problem(file, block.line, _UNREADABLE, RULE))
            continue
        start, end = block.times
        spoken, speaker, is_whole = _voices(block.words, speaker)
        if not block.is_apart:
            problems.append(Problem(file, block.line, _CROWDED, RULE))
        elif not spoken:
            problems.append(Problem(file, block.line, _EMPTY, RULE))
        elif not is_whole:
            problems.append(Problem(file, block.line, _UNCLOSED, RULE))
        elif end <= start:
            problems.append(Problem(file, block.line, _BACKWARDS, RULE))
        elif start < previous_end:
            message = (
                f"this caption starts at {clock(start)}, before the one above it has ended ({clock(previous_end)})"
            )
            problems.append(Problem(file, block.line, message, RULE))
        else:
            cues += _cues(start, end, spoken)
        previous_end = max(previous_end, end)
    if not cues and not problems:
        problems.append(Problem(file, 0, "has no captions", RULE))
    return tuple(cues), problems


def _lines(text: str) -> list[str]:
    """The lines of a text, as WebVTT counts them: other marks of a line's end are characters of it."""
    return text.removeprefix("\ufeff").replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Every line with an arrow opens a caption, and an empty line closes it; what stands outside is dropped."""
    block: Block | None = None
    above = 0
    in_header, in_comment = True, False
    for number, line in enumerate(lines[1:], start=2):
        if not line:
            if block:
                yield block
            block, above = None, 0
            in_header, in_comment = False, False
            continue
        in_comment = in_comment or (not above and bool(_COMMENT.fullmatch(line)))
        if _ARROW in line:
            if block:
                yield block
            times = _times(line)
            # A comment may have an arrow in it; under times of its own, browsers show what it says.
            is_said = times is not None or not in_comment
            block = Block(number, times, [], in_header or above <= 1) if is_said else None
            in_header = False
        elif block:
            block.words.append(line)
        above += 1
    if block:
        yield block


def _times(line: str) -> tuple[float, float] | None:
    """Start and end in seconds."""
    found = _TIMES.fullmatch(line)
    if not found:
        return None
    h, m, s, ms, end_h, end_m, end_s, end_ms = map(int, found.groups("0"))
    return (h * 3600_000 + m * 60_000 + s * 1000 + ms) / 1000, (
        end_h * 3600_000 + end_m * 60_000 + end_s * 1000 + end_ms
    ) / 1000


def _voices(words: Sequence[str], speaker: str) -> tuple[list[tuple[str, tuple[str, ...]]], str, bool]:
    """Who says which lines, who speaks at the end, and whether every tag is whole.

    ``speaker`` is who spoke before.
    """
    text = "\n".join(words)
    if "<" not in text:
        lines = _plain(text)
        return ([(speaker, lines)] if lines else []), speaker, True
    spoken: list[tuple[str, tuple[str, ...]]] = []
    # What stands between tags, and the tags: each tag has words before it and after it.
    parts = _TAG.split(text)
    said = parts[0]
    for tag, following in zip(parts[1::2], parts[2::2], strict=True):
        if voice := _VOICE.fullmatch(tag):
            if lines := _plain(said):
                spoken.append((speaker, lines))
            speaker, said = _name(voice[1] or ""), following
        else:
            said += following
    if lines := _plain(said):
        spoken.append((speaker, lines))
    return spoken, speaker, text.count("<") == len(parts) // 2


def _name(text: str) -> str:
    """A speaker's name; one without a letter or a digit names nobody."""
    name = " ".join(html.unescape(text).split())
    return name if any(map(str.isalnum, name)) else ""


def _plain(text: str) -> tuple[str, ...]:
    """The lines that have words, with single spaces."""
    if "&" in text:
        text = html.unescape(text)
    return tuple([" ".join(words) for line in text.split("\n") if (words := line.split())])


def _cues(start: float, end: float, spoken: Sequence[tuple[str, tuple[str, ...]]]) -> list[SpokenCue]:
    """A cue for each speaker; several share the caption's time in proportion to their words."""
    if len(spoken) == 1:
        return [SpokenCue(Cue(start, end, spoken[0][1]), spoken[0][0])]
    lengths = [sum(map(len, lines)) for _, lines in spoken]
    total = sum(lengths)
    bounds = [round(start + (end - start) * share / total, 3) for share in accumulate(lengths, initial=0)]
    return [
        SpokenCue(Cue(first, last, lines), speaker)
        for (first, last), (speaker, lines) in zip(pairwise(bounds), spoken, strict=True)
    ]
