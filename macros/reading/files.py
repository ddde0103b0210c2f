"""Which files are content: what people wrote, and nothing that an editor, a system or chance left beside it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from fnmatch import translate
from pathlib import Path

LITTER = (".*", "#*#", "*~", "*.bak", "*.orig", "*.rej", "*.swp", "*.swo", "*.tmp", "4913", "Thumbs.db")
"""Names of what editors and systems leave: locks (Emacs: .#page.md), backups, swap files, trial files (Vim: 4913)."""

_LITTER = re.compile("|".join(map(translate, LITTER)))


def is_litter(name: str) -> bool:
    """Whether a file or folder of this name is no content."""
    return _LITTER.match(name) is not None


def content_files(folder: Path, suffix: str = "") -> Iterator[Path]:
    """Every file of content below ``folder`` in order of its path, whatever kind of file it is.

    A folder that is a link is not followed; it comes as a file does. Nothing if there is no such folder.
    """
    for above, folders, files in os.walk(folder):
        linked = [name for name in folders if Path(above, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not is_litter(name) and name not in linked)
        for name in sorted((*files, *linked)):
            if name.endswith(suffix) and not is_litter(name):
                yield Path(above, name)


def odd_file(path: Path) -> str:
    """What is wrong with a file that is none by itself; empty for ordinary files and folders, and where is nothing.

    A link would publish what it leads to, from anywhere on the computer; a FIFO is waited for without end.
    """
    try:
        mode = path.lstat().st_mode
    except OSError:
        return ""
    if stat.S_ISLNK(mode):
        return "is a link; put the file itself in its place"
    return "" if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else "is no ordinary file; remove it"


def entries_of(folder: Path) -> list[Path]:
    """The files and folders of content in ``folder``, in order of their names; none if there is no such folder."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not is_litter(path.name))
