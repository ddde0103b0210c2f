"""Captions as WebVTT or SRT that people or other tools made: they are kept, and mended where they break a limit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from macros.importing.blocks import Block, Blocks
from macros.importing.decoding import Source
from macros.importing.naming import by_label, labels
from macros.importing.said import Kind, Reading, Remark, Said, count_words
from macros.importing.times import shared_out
from macros.importing.wording import plain_lines, voices

EMPTY = Kind("a caption without words was left out", "{count} captions without words were left out")
TWICE = Kind(
    "a caption that is in the file twice was kept once", "{count} captions that are in the file twice were kept once"
)
CUT_OFF = Kind(
    "the file stops in the middle of a caption: check that it is the whole transcript",
)
BEFORE_ZERO = Kind(
    "the transcript began before the recording, and what was said before it has the time 0:00: remove it if it is"
    " not in the recording",
)

Voices = Sequence[tuple[str, tuple[str, ...]]]


def looks_like(source: Source, blocks: Blocks | None) -> bool:
    """Whether it is a file of captions at all."""
    return blocks is not None


def read(source: Source, blocks: Blocks | None) -> Reading:
    """What the captions say, with the speakers that voice tags name."""
    assert blocks is not None
    return read_voices(blocks, f"captions in {blocks.kind}")


def read_voices(blocks: Blocks, name: str, flows: bool = False, carries_on: bool = True) -> Reading:
    """What captions with voice tags say.

    ``carries_on``: a caption without a tag is said by the speaker before it, as the site reads it.
    """
    speaker = ""
    pieces: list[tuple[Block, Voices]] = []
    for block in blocks.blocks:
        found = []
        for tag, lines in voices(block.lines):
            speaker = (speaker if carries_on else "") if tag is None else tag
            found.append((speaker, lines))
        pieces.append((block, found))
    return reading(blocks, name, pieces, flows)


def read_labels(blocks: Blocks, name: str, flows: bool = False) -> Reading:
    """What captions say that name a speaker in words: ``Name: text``. A name holds until the next."""
    known = labels(line for block in blocks.blocks for line in plain_lines(block.lines))
    speaker = ""
    pieces: list[tuple[Block, Voices]] = []
    for block in blocks.blocks:
        found = by_label(plain_lines(block.lines), known, speaker)
        speaker = found[-1][0] if found else speaker
        pieces.append((block, found))
    return reading(blocks, name, pieces, flows)


def reading(blocks: Blocks, name: str, pieces: Sequence[tuple[Block, Voices]], flows: bool) -> Reading:
    """The reading of blocks whose speakers are known; leaves out what is empty, or there twice."""
    said: list[Said] = []
    changes: list[Remark] = []
    seen: set[tuple[object, ...]] = set()
    for block, found in pieces:
        key = (block.start, block.end, *found)
        if not found:
            changes.append(Remark(EMPTY, block.start, block.line))
        elif key in seen:
            changes.append(Remark(TWICE, block.start, block.line))
        else:
            said += divided(block, found)
        seen.add(key)
    read = sum(len(line.split()) for _, found in pieces for _, lines in found for line in lines)
    checks = remarks_about(blocks)
    return Reading(name, tuple(said), read, flows, read - count_words(tuple(said)), tuple(changes), tuple(checks))


def remarks_about(blocks: Blocks) -> list[Remark]:
    """What a person has to check about the file as a whole."""
    checks = []
    if blocks.cut_off:
        checks.append(Remark(CUT_OFF, blocks.blocks[-1].end, blocks.cut_off))
    if blocks.before_zero:
        checks.append(Remark(BEFORE_ZERO, 0, blocks.blocks[0].line))
    return checks


def divided(block: Block, found: Voices) -> list[Said]:
    """A block as one piece a speaker; its time is shared out by the length of what each says."""
    weights = [sum(len(line) + 1 for line in lines) for _, lines in found]
    starts = shared_out(block.start, block.end, weights)
    return [
        Said(start, end, speaker, lines, block.line)
        for (speaker, lines), (start, end) in zip(found, pairwise([*starts, block.end]), strict=True)
    ]
