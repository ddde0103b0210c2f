"""Hands the content over from the process that has read and checked it to the engine that it starts."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

from macros.content.content import Content
from macros.garbage import collect_seldom

HANDED = "DOING_WITH_CONTENT"
"""In the environment of an engine: the file with the content, which changes no more."""


def hand_over(content: Content, file: Path) -> None:
    """Writes the content into ``file``, in a folder that nobody else writes into."""
    file.write_bytes(pickle.dumps(content, pickle.HIGHEST_PROTOCOL))


def handed_content() -> Content | None:
    """The content that was handed to this process; None if it has to read it."""
    if HANDED not in os.environ:
        return None
    # Whoever could change this file, or the environment, could as well change the code beside it.
    found = pickle.loads(Path(os.environ[HANDED]).read_bytes())
    if not isinstance(found, Content):
        raise TypeError(f"{os.environ[HANDED]} has no content in it")
    collect_seldom()
    return found
