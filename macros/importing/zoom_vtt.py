"""Captions from Zoom's cloud recordings: numbered WebVTT, each caption a sentence or more, ``Name: text``."""

from __future__ import annotations

from macros.importing.blocks import Blocks
from macros.importing.decoding import Source
from macros.importing.naming import label_of
from macros.importing.plain_captions import read_labels
from macros.importing.said import Reading
from macros.importing.wording import has_voice, plain_lines

NAME = "captions from Zoom"
_LABELLED = 0.3


def looks_like(source: Source, blocks: Blocks | None) -> bool:
    """Whether it is WebVTT with numbers for ids, and many captions start with a name."""
    if blocks is None or not blocks.is_vtt or not blocks.ids_are_numbers:
        return False
    if any(has_voice(line) for block in blocks.blocks for line in block.lines):
        return False
    first_lines = [lines[0] for block in blocks.blocks if (lines := plain_lines(block.lines))]
    labelled = sum(bool(label_of(line)[0]) for line in first_lines)
    return labelled > 0 and labelled >= _LABELLED * len(first_lines)


def read(source: Source, blocks: Blocks | None) -> Reading:
    """What the captions say; a caption without a name is said by the speaker before it."""
    assert blocks is not None
    return read_labels(blocks, NAME)
