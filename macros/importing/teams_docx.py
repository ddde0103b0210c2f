"""Transcripts from Microsoft Teams as .docx, or copied out of it as text.

The old kind has ``0:0:2.90 --> 0:0:4.480``, the speaker and the words, each in a line (the digits after
the point are milliseconds, without noughts in front). The new kind has a title, a date and a length,
then ``Name   0:03`` and the words; ``text_with_times`` reads that one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from macros.importing import text_with_times
from macros.importing.blocks import Block, Blocks
from macros.importing.decoding import Source
from macros.importing.naming import can_be_name
from macros.importing.plain_captions import reading
from macros.importing.said import Reading
from macros.importing.times import counts_milliseconds
from macros.importing.wording import plain_lines

NAME = "a transcript from Microsoft Teams"

_EVENT = re.compile(r".{1,80} (?:started|stopped) transcription\.?")


def looks_like(source: Source, blocks: Blocks | None) -> bool:
    """Whether it is a Word file, or has the old kind's times without being WebVTT."""
    if source.is_word:
        return True
    arrows = [line for line in source.lines if "-->" in line]
    return bool(arrows) and blocks is not None and not blocks.is_vtt and counts_milliseconds(arrows)


def read(source: Source, blocks: Blocks | None) -> Reading:
    """What the transcript says."""
    if blocks is None:
        return text_with_times.read_as(source, NAME if _is_new_kind(source) else "a transcript in Word")
    pieces: list[tuple[Block, list[tuple[str, tuple[str, ...]]]]] = []
    for block in blocks.blocks:
        lines = tuple(line for line in plain_lines(block.lines) if not _EVENT.fullmatch(line))
        named = len(lines) > 1 and can_be_name(lines[0])
        found = [(lines[0], lines[1:])] if named else [("", lines)] if lines else []
        pieces.append((block, found))
    transcript = reading(blocks, NAME, pieces, flows=True)
    left_out = text_with_times.left_out(source.lines[: blocks.blocks[0].line - 1])
    return replace(transcript, checks=(*left_out, *transcript.checks))


def _is_new_kind(source: Source) -> bool:
    return any(_EVENT.fullmatch(line.strip()) for line in source.lines) or "Transcript" in source.lines[0]
