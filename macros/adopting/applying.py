"""Writes a change of many files: all of it, or none."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from macros.building.place import CACHE

Change = Mapping[str, str | None]
"""The new text of each file, by its path in the project; None for one that goes."""

CONTENT = ("docs", "webinars", "data")


@contextlib.contextmanager
def tried(root: Path, change: Change, folders: Collection[str]) -> Iterator[Path]:
    """A copy of the project as it would be after the change, without ``folders``, for as long as the ``with`` lasts.

    Recordings are not copied: they are large, and the copy only reads them.
    """
    (root / CACHE).mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="adopt-", dir=root / CACHE) as temporary:
        copy = Path(temporary)
        for name in CONTENT:
            shutil.copytree(root / name, copy / name, copy_function=_linked)
        for entry in root.iterdir():
            if entry.name in ("macros", "tests", "theme") and entry.is_dir():
                (copy / entry.name).symlink_to(entry.resolve(), target_is_directory=True)
        shutil.copy(root / "mkdocs.yml", copy / "mkdocs.yml")
        _write(copy, change, folders)
        yield copy


def apply(root: Path, change: Change, folders: Collection[str]) -> None:
    """Writes the change, and removes ``folders``. Whatever stops it, even Ctrl+C, leaves everything as it was."""
    (root / CACHE).mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="before-", dir=root / CACHE) as temporary:
        before = Path(temporary)
        touched = [*change, *folders]
        for name in touched:
            source, kept = root / name, before / name
            if source.exists():
                kept.parent.mkdir(parents=True, exist_ok=True)
                if source.is_dir():
                    shutil.copytree(source, kept, copy_function=_linked)
                else:
                    shutil.copy2(source, kept)
        try:
            _write(root, change, folders)
        except BaseException:
            for name in touched:
                _put_back(before / name, root / name)
            raise


def _write(root: Path, change: Change, folders: Collection[str]) -> None:
    for name, text in change.items():
        file = root / name
        # A file of the copy shares its content with that of the project: it is replaced, and never written into.
        file.unlink(missing_ok=True)
        if text is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    for name in folders:
        shutil.rmtree(root / name)


def _put_back(kept: Path, place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
    if kept.is_dir():
        shutil.copytree(kept, place)
    elif kept.exists():
        shutil.copy2(kept, place)


def _linked(source: str, target: str) -> None:
    """Gives a file a second name where the disk can do it, or else copies it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
