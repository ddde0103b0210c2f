"""What a file is by its first bytes, whatever its name says.

The signs are those of the MIME Sniffing Standard (https://mimesniff.spec.whatwg.org/), and of ISO 23008-12 for HEIC.
"""

from __future__ import annotations

from pathlib import Path

_LONGEST = 64
"""Bytes that tell every kind here from the others."""

_BY_SUFFIX = {
    ".png": "PNG picture",
    ".jpg": "JPEG picture",
    ".jpeg": "JPEG picture",
    ".webp": "WebP picture",
    ".pdf": "PDF",
    ".mp4": "MP4 recording",
    ".m4v": "MP4 recording",
    ".m4a": "MP4 recording",
    ".webm": "WebM recording",
    ".ogg": "Ogg recording",
    ".oga": "Ogg recording",
    ".ogv": "Ogg recording",
    ".opus": "Ogg recording",
    ".mp3": "MP3 recording",
    ".wav": "WAV recording",
}
"""What a name promises. Texts are judged by their readers."""


def kind_by_name(path: Path) -> str:
    """What the name of a file promises; empty for texts and all that is not known here."""
    return _BY_SUFFIX.get(path.suffix.lower(), "")


def kind_by_content(path: Path) -> str:
    """What a file is by its first bytes; "something else" if it is nothing that is known here.

    Raises OSError.
    """
    with path.open("rb") as file:
        return _kind(file.read(_LONGEST))


def suffix_of(kind: str) -> str:
    """The usual ending of a kind's names; empty for what has none here."""
    return next((suffix for suffix, known in _BY_SUFFIX.items() if known == kind), "")


def _kind(start: bytes) -> str:
    if not start:
        return "empty file"
    if start[:4] == b"RIFF":
        return {b"WEBP": "WebP picture", b"WAVE": "WAV recording"}.get(start[8:12], "something else")
    if start[4:8] == b"ftyp":
        is_heic = start[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis", b"hevc")
        return "HEIC picture" if is_heic else "MP4 recording"
    for sign, kind in _SIGNS:
        if start.startswith(sign):
            return kind
    text = start.lstrip().lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return "web page"
    if start[0] == 0xFF and len(start) > 1 and start[1] & 0xE0 == 0xE0:
        return "MP3 recording"
    return "something else"


_SIGNS = (
    (b"\x89PNG\r\n\x1a\n", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"%PDF-", "PDF"),
    (b"\x1a\x45\xdf\xa3", "WebM recording"),
    (b"OggS", "Ogg recording"),
    (b"ID3", "MP3 recording"),
    (b"PK\x03\x04", "ZIP archive, as Word and PowerPoint write it"),
    (b"version https://git-lfs", "pointer of Git LFS, without the file itself"),
)
