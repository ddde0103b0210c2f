"""The content, once all of it is right: read and checked again only if a file of it has changed."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from macros.content.content import Content
from macros.content.handed import HANDED, handed_content
from macros.content.state import content_state
from macros.narration.narrated import narrated
from macros.problems import ContentError
from macros.store import Store

_STILL = 1.0
"""Seconds for which the content is taken to be as it was: engines ask for it once a page."""

_lock = Lock()
_known: dict[Path, _Known] = {}


@dataclass(frozen=True)
class _Known:
    """``looked`` is when its files were last looked at, on the clock of ``time.monotonic``."""

    content: Content
    state: str
    looked: float


def checked_content(root: Path) -> Content:
    """The content, once all of it is right. Raises ContentError.

    Several threads may ask: one reads, the others wait for it.
    """
    root = root.resolve()
    with _lock:
        known = _known.get(root)
        if known and (HANDED in os.environ or time.monotonic() - known.looked < _STILL):
            return known.content
        return _look(root, known)


def renewed_content(root: Path) -> Content:
    """The content of this very moment, once all of it is right. Raises ContentError."""
    root = root.resolve()
    with _lock:
        return _look(root, _known.get(root))


def known_content(root: Path) -> Content | None:
    """The content that was last found right in this process, whatever has changed since; None if there is none."""
    with _lock:
        known = _known.get(root.resolve())
        return known.content if known else None


def know(content: Content) -> None:
    """Takes ``content`` for right until somebody asks for that of a moment, which is read anew."""
    with _lock:
        _known[content.root] = _Known(content, "", time.monotonic())


@contextmanager
def held(content: Content) -> Iterator[None]:
    """Gives this content to whoever asks in this process, so that all of a build is of one moment."""
    with _lock:
        before = _known.get(content.root)
        _known[content.root] = _Known(content, "", math.inf)
    try:
        yield
    finally:
        with _lock:
            if before:
                _known[content.root] = before
            else:
                del _known[content.root]


def with_audio(content: Content, progress: Callable[[str], None]) -> Content:
    """The content with every narration made; ``progress`` is told of each. Raises ContentError."""
    lengths = content.settings.lengths
    return replace(content, catalogue=narrated(content.catalogue, content.root, lengths, progress))


def _look(root: Path, known: _Known | None) -> Content:
    if handed := handed_content():
        _known[root] = _Known(handed, "", time.monotonic())
        return handed
    state = content_state(root)
    if known and known.state == state:
        _known[root] = replace(known, looked=time.monotonic())
        return known.content
    # Here, because an engine that was handed the content does without the checks and their word lists.
    from macros.checks.run import check_all

    content, problems = check_all(root, Store(root))
    if problems or content is None:
        raise ContentError(problems)
    _known[root] = _Known(content, state, time.monotonic())
    return content
