"""SRT (or SBV) from Otter and others that name a speaker in words where a new one starts: ``Name: text``."""

from __future__ import annotations

from macros.importing.blocks import Blocks
from macros.importing.decoding import Source
from macros.importing.naming import key_of, label_of, labels
from macros.importing.plain_captions import read_labels
from macros.importing.said import Reading
from macros.importing.wording import plain_lines


def looks_like(source: Source, blocks: Blocks | None) -> bool:
    """Whether it is SRT whose first caption starts with a speaker's name."""
    if blocks is None or blocks.is_vtt:
        return False
    lines = [line for block in blocks.blocks for line in plain_lines(block.lines)]
    return bool(lines) and key_of(label_of(lines[0])[0]) in labels(lines)


def read(source: Source, blocks: Blocks | None) -> Reading:
    """What the captions say."""
    assert blocks is not None
    return read_labels(blocks, f"captions in {blocks.kind} with speakers, as from Otter")
