"""Writes zip files: the same content gives the same bytes, on every system and on every day."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip file can have."""

_PACKED = frozenset({".mp3", ".m4a", ".ogg", ".oga", ".opus", ".mp4", ".m4v", ".webm", ".ogv", ".png", ".docx", ".zip"})
"""Endings of files that packing makes no smaller."""
_UNIX, _READABLE = 3, 0o644 << 16


def write_archive(path: Path, files: Mapping[str, str | Path]) -> None:
    """Writes a zip file of texts, and of files on the disk, under their names in it; the order is that of the names."""
    path.parent.mkdir(parents=True, exist_ok=True)
    ready = path.with_name(f".{path.name}.new")
    with zipfile.ZipFile(ready, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            is_packed = Path(name).suffix.lower() in _PACKED
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            content = files[name]
            archive.writestr(entry, content.read_bytes() if isinstance(content, Path) else content.encode())
    # Never seen half-written.
    ready.replace(path)
