"""Names the state of the content, so that what was found right need not be looked at again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from macros.reading.files import content_files

FOLDERS = ("webinars", "data", "docs")


def content_state(root: Path) -> str:
    """A name for the content as it is now: another one whenever a file of it changes."""
    return files_state([root / "mkdocs.yml", *(path for name in FOLDERS for path in content_files(root / name))])


def files_state(files: Iterable[Path]) -> str:
    """A name for some files as they are now, by their sizes and the times of their last changes."""
    listing = []
    for path in files:
        try:
            found = path.stat()
        except OSError:
            # Editors write files that are gone a moment later.
            continue
        listing.append((str(path), found.st_mtime_ns, found.st_size))
    return hashlib.sha256(repr(sorted(listing)).encode()).hexdigest()
