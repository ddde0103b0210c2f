"""Captions from Microsoft Teams: ``<v Name>`` to ``</v>``, ids such as a GUID with ``/12-0``.

A sentence is cut into fragments anywhere, and people who speak at once overlap. The oldest kind has
comments with a confidence, and no names. Times may lack leading noughts (``0:0:6.90``).
"""

from __future__ import annotations

from macros.importing.blocks import Blocks
from macros.importing.decoding import Source
from macros.importing.plain_captions import read_voices
from macros.importing.said import Reading

NAME = "captions from Microsoft Teams"


def looks_like(source: Source, blocks: Blocks | None) -> bool:
    """Whether it has Teams' ids, or closes its voice tags as Teams does."""
    if blocks is None or not blocks.is_vtt:
        return False
    return blocks.ids_are_from_teams or any("</v>" in line for block in blocks.blocks for line in block.lines)


def read(source: Source, blocks: Blocks | None) -> Reading:
    """What the captions say."""
    assert blocks is not None
    return read_voices(blocks, NAME, flows=True, carries_on=False)
