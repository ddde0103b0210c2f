"""What guides and webinars share, read once for all who ask."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from macros.model import Vocabulary
from macros.problems import ContentError
from macros.reading.vocabulary import read_vocabulary


def shared_data(root: Path) -> Vocabulary:
    """The vocabulary of the project, read again only if its files have changed.

    Raises ContentError.
    """
    root = root.resolve()
    files = (root / "webinars" / "topics.yml", *sorted((root / "data").glob("*.yml")))
    return _read(root, tuple(path.stat().st_mtime_ns for path in files if path.exists()))


@cache
def _read(root: Path, state: tuple[int, ...]) -> Vocabulary:
    vocabulary, problems = read_vocabulary(root)
    if vocabulary is None:
        raise ContentError(problems)
    return vocabulary
