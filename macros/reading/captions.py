"""Reads the captions of a recorded webinar (WebVTT) into a Transcript."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import webvtt
from webvtt.errors import MalformedFileError
from webvtt.models import Timestamp

from macros.model import Chapter, Cue, Paragraph, Transcript
from macros.problems import Problem

RULE = "captions"

LONGEST_PARAGRAPH = 90
"""Words after which a paragraph ends at the next end of a sentence."""
PARAGRAPH_GAP = 1.5
"""Seconds of silence that end a paragraph."""

_TIMES = re.compile(r"^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{3})\s+-->\s+((?:\d+:)?\d{1,2}:\d{2}[.,]\d{3})")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class SpokenCue:
    """A cue with the speaker that its voice tag names (empty where it has none)."""

    cue: Cue
    speaker: str


def clock(seconds: float) -> str:
    """``6:40`` or ``1:02:03``."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, second = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes}:{second:02}"


def parse_vtt(text: str, file: str) -> tuple[tuple[SpokenCue, ...], list[Problem]]:
    """The cues of a WebVTT text in order, and what is wrong with it.

    Captions may not run backwards or overlap, and may not be empty: each is a problem at its line.
    """
    lines = text.splitlines()
    if not lines or not lines[0].lstrip("\ufeff").startswith("WEBVTT"):
        return (), [Problem(file, 1, "is no WebVTT file; its first line has to be WEBVTT", RULE)]
    time_lines = [number for number, line in enumerate(lines, start=1) if "-->" in line]
    problems = [
        Problem(file, number, "these times cannot be read; write them like 00:01:02.000 --> 00:01:05.500", RULE)
        for number in time_lines
        if not _TIMES.match(lines[number - 1])
    ]
    if problems:
        return (), problems
    try:
        captions = webvtt.from_buffer(io.StringIO(text)).captions
    except MalformedFileError as error:
        return (), [Problem(file, 0, f"is no WebVTT file that can be read: {error}", RULE)]
    if not captions:
        return (), [Problem(file, 0, "has no captions", RULE)]
    if len(captions) != len(time_lines):
        empty = [n for n in time_lines if n >= len(lines) or not lines[n].strip()]
        return (), [Problem(file, n, "this caption has no words; remove it or fill it in", RULE) for n in empty] or [
            Problem(file, 0, "has captions that cannot be read; put an empty line before each", RULE)
        ]
    cues: list[SpokenCue] = []
    previous_end = 0.0
    speaker = ""
    for number, caption in zip(time_lines, captions, strict=True):
        start, end = _seconds(caption.start_time), _seconds(caption.end_time)
        raw = caption.raw_text
        if voice := _VOICE.search(raw):
            speaker = html.unescape(voice[1]).strip()
        words = tuple(_plain(line) for line in raw.splitlines() if _plain(line))
        if not words:
            problems.append(Problem(file, number, "this caption has no words; remove it or fill it in", RULE))
        elif end <= start:
            problems.append(Problem(file, number, "this caption ends before it starts", RULE))
        elif start < previous_end:
            message = (
                f"this caption starts at {clock(start)}, before the one above it has ended ({clock(previous_end)})"
            )
            problems.append(Problem(file, number, message, RULE))
        else:
            cues.append(SpokenCue(Cue(round(start, 3), round(end, 3), words), speaker))
        previous_end = max(previous_end, end)
    return tuple(cues), problems


def _seconds(time: Timestamp) -> float:
    return time.in_seconds() + time.milliseconds / 1000


def _plain(line: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", line)).split())


def transcript_from_captions(
    cues: Sequence[SpokenCue], starts: Sequence[tuple[float, str]], duration: float, language: str
) -> Transcript:
    """Chapters from (start, title) pairs; paragraphs by speaker, pause and length.

    A cue belongs to the chapter in which it starts; what comes before the first start belongs to
    the first chapter. Chapters in which nothing is said are left out.
    """
    chapters = []
    bounds = [start for start, _ in starts[1:]] + [float("inf")]
    remaining = list(cues)
    for (start, title), bound in zip(starts, bounds, strict=True):
        inside = [spoken for spoken in remaining if spoken.cue.start < bound]
        remaining = remaining[len(inside) :]
        if inside:
            chapters.append(Chapter(title, min(start, inside[0].cue.start), min(bound, duration), _paragraphs(inside)))
    return Transcript(language, tuple(chapters))


def _paragraphs(cues: Sequence[SpokenCue]) -> tuple[Paragraph, ...]:
    groups: list[list[SpokenCue]] = []
    words = 0
    for spoken in cues:
        last = groups[-1][-1] if groups else None
        if (
            last is None
            or last.speaker != spoken.speaker
            or spoken.cue.start - last.cue.end >= PARAGRAPH_GAP
            or (words >= LONGEST_PARAGRAPH and last.cue.text.endswith((".", "?", "!")))
        ):
            groups.append([])
            words = 0
        groups[-1].append(spoken)
        words += len(spoken.cue.text.split())
    return tuple(Paragraph(tuple(s.cue for s in group), group[0].speaker) for group in groups)
