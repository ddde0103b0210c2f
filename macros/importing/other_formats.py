"""Tells a file that is no transcript with times, or one in a format that is not read, and what to do instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.importing.decoding import Source
from macros.importing.said import refuse

_HEAD = 40
"""Lines in which a file says what it is."""
_MOST = 0.5
"""The part of the lines with words that have to look like a chat if it is one."""

_SAVE = "save it as .vtt or .srt, and import that"
_FORMATS = (
    (re.compile(r"<(?:\w+:)?tt[\s>]|xmlns\S*=\S*ttml", re.IGNORECASE), "TTML"),
    (re.compile(r"^\s*\[(?:Script Info|V4\+? Styles|Events)\]\s*$", re.IGNORECASE), "ASS (SubStation Alpha)"),
    (re.compile(r"<SAMI\b", re.IGNORECASE), "SAMI"),
    (re.compile(r"^Scenarist_SCC V", re.IGNORECASE), "SCC"),
    (re.compile(r"^\s*\[(?:INFORMATION|SUBTITLE)\]\s*$", re.IGNORECASE), "SubViewer"),
    (re.compile(r"^\s*\d{1,2}:\d{2}:\d{2}\.\d{2},\d{1,2}:\d{2}:\d{2}\.\d{2}\s*$"), "SubViewer"),
    (re.compile(r"^\s*\{\d+\}\{\d+\}"), "MicroDVD, whose times are frames"),
    (re.compile(r"^\s*\[\d+\]\[\d+\]"), "MPL2"),
    (re.compile(r"<window\b|<rt\b.*\bduration|<time\s+begin=", re.IGNORECASE), "RealText"),
)
_FIRST_LINES = (
    (re.compile(r"<(?:\?xml|transcript|timedtext)\b", re.IGNORECASE), "XML"),
    (re.compile(r"\s*[{\[]\s*(?:\"|\{\s*\"|$)"), "JSON"),
    (re.compile(r"\s*<(?:!doctype html|html[\s>])", re.IGNORECASE), "a page of HTML"),
)
"""What only the first line with words tells."""
_FRAMES = re.compile(r"^\W*(\d{1,2}:\d{2}:\d{2}[:;]\d{2})(?![\d:;])")
_CHAT = (
    # Zoom's saved chat, old and new; WhatsApp's; a meeting's chat with the date of each message.
    re.compile(r"^\d{1,2}:\d{2}:\d{2}\t [^\t]+:\t|^\d{1,2}:\d{2}:\d{2}\t\s*[^\t:]+:\t"),
    re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?\s+From\s+.+?\s+(?:to|To)\s+.+:"),
    re.compile(
        r"^\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[APap][Mm])?\]?\s*(?:-\s*)?[^:]+:"
    ),
)


def refuse_other_formats(source: Source) -> None:
    """Raises ContentError if the file is of a format that is not read, or holds no transcript."""
    words = [(number, line) for number, line in enumerate(source.lines, start=1) if line.strip()]
    _refuse_frames(source, words)
    if source.lines[0].startswith("WEBVTT"):
        return
    for _, line in words[:_HEAD]:
        for pattern, name in _FORMATS:
            if pattern.search(line[:500]):
                raise refuse(source.name, 0, f"is {name}; {_SAVE}")
    for pattern, name in _FIRST_LINES:
        if pattern.match(words[0][1][:500]):
            raise refuse(source.name, 0, f"is {name}; {_SAVE}")
    if _is_chat([line for _, line in words]):
        raise refuse(source.name, 0, "is a saved chat, not a transcript; export the captions, and import those")


def _refuse_frames(source: Source, words: Sequence[tuple[int, str]]) -> None:
    """Raises ContentError if the times of the file count frames: how many make a second, it does not say."""
    if any("Scenarist_SCC" in line[:100] for _, line in words[:1]):
        return
    frames = [(number, found[1]) for number, line in words if (found := _FRAMES.match(line))]
    if frames and len(frames) >= sum("-->" in line for _, line in words):
        number, time = frames[0]
        message = f"has times with frames ({time}); export it as .srt or .vtt instead, and import that"
        raise refuse(source.name, number, message)


def _is_chat(lines: Sequence[str]) -> bool:
    for pattern in _CHAT:
        starts = sum(bool(pattern.match(line[:300])) for line in lines)
        if starts and starts >= _MOST * sum(not line[:1].isspace() for line in lines):
            return True
    return False
