"""Transcripts as text with times: Otter, Rev, Word, Teams, Fathom, Whisper, YouTube's page and others.

Tools put times and names beside each other in any order. A file is read by the one way in which it
gives most of its times, so that a time that somebody says stays a word; what stands again and again
at one place beside those times is a name (``names_by_place``).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from macros.captions.clock import clock
from macros.importing.blocks import FURTHEST_BACK
from macros.importing.caption_files import labels_remarks
from macros.importing.decoding import Source
from macros.importing.labels import Labels, by_label, find_labels, names_of
from macros.importing.marks import Mark, find_marks, is_echo
from macros.importing.names_by_place import Part, name_parts
from macros.importing.said import NOT_SAID, Kind, Reading, Remark, Said, refuse
from macros.importing.times import shared_out
from macros.importing.tool_lines import FOOTER, is_event, is_tool_line
from macros.importing.wording import plain, plain_lines, words_in

NAME = "text with times"

USUAL_WORD = 400
"""Milliseconds a word, at 150 words a minute."""
SLOW_WORD = 600
"""Milliseconds a word, at 100 words a minute: words are not shown for longer than they can have taken."""
_LATEST_START = 5 * 3_600_000
"""Milliseconds: a file whose first time is later than this has times of day."""
_LATEST_START_OF_ZOOM = 1_800_000
"""Milliseconds: the same where names stand in brackets before the times, as Zoom saves its captions."""

ESTIMATED = Kind(
    "the file says only when each part starts, so times inside a part are worked out: listen, and correct those that"
    " are wrong",
)
TIME_OF_DAY = Kind(
    "the file has times of day, so its first words were put at 0:00: check the first caption against the recording",
)
ECHO = Kind(
    "a line that gives a name or a time again was left out",
    "{count} lines that give a name or a time again were left out",
)


def read(source: Source, asked: Collection[str] = ()) -> Reading:
    """What the text says; ``asked`` are names that a person wants changed. Raises ContentError."""
    marks = find_marks(source.lines)
    if not marks:
        kinds = ".vtt or .srt" if source.is_word else ".vtt, .srt or .docx"
        raise refuse(source.name, 0, f"has no times; export the transcript with times, as {kinds}, and import that")
    _refuse_going_back(source, marks)
    parts, first_line = name_parts(source.lines, marks)
    changes: list[Remark] = []
    parts, left_out, echoed = _without_what_tools_add(parts, changes)
    texts = [plain_lines(line for _, line in part.lines) for part in parts]
    named = sum(words_in(plain(part.name)) for part in parts if part.name and part.name_is_counted)
    labels = Labels(frozenset())
    if not any(part.name for part in parts):
        labels = find_labels(texts, asked)
        named = sum(words_in(name) for lines in texts for name in names_of(lines, labels.known))
    shift = marks[0].time if _are_of_day(marks) else 0
    said = _said(parts, texts, labels, shift)
    if not said:
        raise refuse(source.name, marks[0].index + 1, "has times but no words; save the transcript again")
    opening = source.lines[marks[0].index][: marks[0].begin] if not parts[0].name else ""
    checks = [
        *([Remark(TIME_OF_DAY, 0, marks[0].index + 1)] if shift else []),
        *([] if _has_both_ends(marks) else [Remark(ESTIMATED, 0, marks[0].index + 1)]),
        *labels_remarks(labels, marks[0].index + 1),
        *_before(source.lines[:first_line]),
        *_before([opening], marks[0].index + 1),
    ]
    return Reading(
        _format(source), tuple(said), _counted(source, marks), flows=not _has_both_ends(marks), named=named,
        left_out=left_out + echoed + words_in(opening), changes=tuple(changes), checks=tuple(checks),
        doubtful=labels.doubtful,
    )  # fmt: skip


def _format(source: Source) -> str:
    if source.is_word:
        from_teams = any(is_event(line) for line in source.lines) or "Transcript" in source.lines[0]
        return "a transcript from Microsoft Teams" if from_teams else "a transcript in Word"
    has_footer = any("otter.ai" in line and is_tool_line(line) for line in source.lines)
    return "a transcript from Otter" if has_footer else NAME


def _counted(source: Source, marks: Sequence[Mark]) -> int:
    """The words of the file from its first time on, without the times by which it is read."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for mark in marks:
        for index, begin, end in mark.spans:
            spans.setdefault(index, []).append((begin, end))
    total = 0
    for index in range(marks[0].first_line, len(source.lines)):
        at = 0
        for begin, end in spans.get(index, []):
            total += words_in(plain(source.lines[index][at:begin]))
            at = end
        total += words_in(plain(source.lines[index][at:]))
    return total


def _without_what_tools_add(parts: Sequence[Part], changes: list[Remark]) -> tuple[list[Part], int, int]:
    """The parts without a tool's lines, and how many words those have, and the lines that repeat a name or a time."""
    kept_parts = []
    left_out = echoed = 0
    for part in parts:
        kept: list[tuple[int, str]] = []
        for index, line in part.lines:
            if is_tool_line(line):
                changes.append(Remark(FOOTER, part.mark.time, index + 1, f"'{line.strip()[:160]}'"))
                left_out += words_in(plain(line))
            elif not any(words.strip() for _, words in kept) and is_echo(line, part.mark, part.name):
                echoed += words_in(plain(line))
            else:
                kept.append((index, line))
        kept_parts.append(part.with_lines(kept))
    return kept_parts, left_out, echoed


def _said(parts: Sequence[Part], texts: Sequence[tuple[str, ...]], labels: Labels, shift: int) -> list[Said]:
    counts = [sum(len(line.split()) for line in lines) for lines in texts]
    ends = _ends([part.mark for part in parts], counts)
    said: list[Said] = []
    speaker = ""
    for part, lines, end in zip(parts, texts, ends, strict=True):
        speaker = part.name or speaker
        found = [(speaker, lines)] if part.name else by_label(lines, labels.known, speaker)
        speaker = found[-1][0] if found else speaker
        weights = [sum(len(line) + 1 for line in words) for _, words in found]
        starts = shared_out(part.mark.time - shift, end - shift, weights)
        for (who, words), (start, until) in zip(found, pairwise([*starts, end - shift]), strict=True):
            if words:
                said.append(Said(start, until, who, words, part.mark.index + 1))
    return said


def _are_of_day(marks: Sequence[Mark]) -> bool:
    latest = _LATEST_START_OF_ZOOM if marks[0].left.lstrip().startswith("[") else _LATEST_START
    return marks[0].is_of_day or marks[0].time >= latest


def _has_both_ends(marks: Sequence[Mark]) -> bool:
    return all(mark.until is not None for mark in marks)


def _refuse_going_back(source: Source, marks: Sequence[Mark]) -> None:
    latest = 0
    for mark in marks:
        if mark.time < latest - FURTHEST_BACK:
            message = (
                f"the time {clock(mark.time / 1000)} comes after {clock(latest / 1000)}; correct it, or if two"
                " recordings were joined here, import each from its own file"
            )
            raise refuse(source.name, mark.index + 1, message)
        latest = max(latest, mark.time)


def _before(lines: Sequence[str], number: int = 1) -> list[Remark]:
    """A remark for each of the lines before the first time: a title, a date, a list of names."""
    return [
        Remark(NOT_SAID, 0, at, f"'{line.strip()[:60]}'")
        for at, line in enumerate(lines, start=number)
        if line.strip() and not is_event(line)
    ]


def _ends(marks: Sequence[Mark], words: Sequence[int]) -> list[int]:
    """When each part ends: when it says so, or the next starts, unless its words cannot have taken so long."""
    ends = []
    for mark, following, count in zip(marks, [*marks[1:], None], words, strict=True):
        usual = mark.time + max(1000, USUAL_WORD * count)
        slow = mark.time + max(1000, SLOW_WORD * count)
        if mark.until is not None and mark.until > mark.time:
            ends.append(mark.until)
        else:
            # Times in whole seconds: two people who speak in the same one start together.
            ends.append(usual if following is None or following.time <= mark.time else min(slow, following.time))
    return ends
