"""Finds which tool a file is from, by its content: names and endings of files are often wrong."""

from __future__ import annotations

from typing import Protocol

from macros.importing import otter_srt, plain_captions, teams_docx, teams_vtt, text_with_times, youtube, zoom_vtt
from macros.importing.blocks import Blocks, read_blocks
from macros.importing.decoding import Source
from macros.importing.said import Reading, refuse


class Format(Protocol):
    """What the module of a format has."""

    def looks_like(self, source: Source, blocks: Blocks | None) -> bool:
        """Whether the file is of this format."""

    def read(self, source: Source, blocks: Blocks | None) -> Reading:
        """What the file says. Raises ContentError."""


FORMATS: tuple[Format, ...] = (
    # From the one that is told most surely to the ones that take what is left.
    teams_docx, teams_vtt, youtube, zoom_vtt, otter_srt, plain_captions, text_with_times,
)  # fmt: skip


def read_source(source: Source) -> Reading:
    """What a file says, read by the module of its format. Raises ContentError."""
    blocks = read_blocks(source)
    for format_ in FORMATS:
        if format_.looks_like(source, blocks):
            reading = format_.read(source, blocks)
            if not reading.said:
                raise refuse(source.name, 0, "has times but no words; save the captions again, and import that")
            return reading
    message = "has no times; export the transcript with times, as .vtt, .srt or .docx, and import that"
    raise refuse(source.name, 0, message)
