"""Finds how a file says its words and times, by its content: names and endings of files are often wrong."""

from __future__ import annotations

from collections.abc import Collection

from macros.importing import caption_files, text_with_times, youtube
from macros.importing.blocks import read_blocks
from macros.importing.decoding import Source
from macros.importing.other_formats import refuse_other_formats
from macros.importing.said import Reading, refuse


def read_source(source: Source, asked: Collection[str] = ()) -> Reading:
    """What a file says; ``asked`` are names that a person wants changed. Raises ContentError."""
    refuse_other_formats(source)
    blocks = read_blocks(source)
    if blocks is None:
        reading = text_with_times.read(source, asked)
    elif youtube.looks_like(blocks):
        reading = youtube.read(blocks)
    else:
        reading = caption_files.read(source, blocks, asked)
    if not reading.said:
        raise refuse(source.name, 0, "has times but no words; save the captions again, and import that")
    return reading
