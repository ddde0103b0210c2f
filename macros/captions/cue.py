"""A cue with the person who says it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Cue


@dataclass(frozen=True)
class SpokenCue:
    """A cue with its speaker's name, which is empty where nobody is named."""

    cue: Cue
    speaker: str
