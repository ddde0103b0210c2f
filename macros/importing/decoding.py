"""Makes lines of text of a file's bytes, whatever wrote them, or says why it cannot be used."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

import docx
from docx.opc.exceptions import OpcError

from macros.importing.said import Kind, Remark, refuse
from macros.importing.wording import without_controls

LARGEST_TEXT = 5_000_000
"""Bytes. YouTube's captions of six hours, with a time for each word, are about this."""
LARGEST_WORD_FILE = 50_000_000
"""Bytes, unpacked. Teams puts a picture of each speaker into the file."""

NOT_UTF8 = Kind(
    "the file is not UTF-8 text, and was read as Windows-1252: check letters such as é, £ and ’",
)

_KNOWN_STARTS = (
    (b"%PDF", "is a PDF; save the transcript as .docx, .vtt, .srt or .txt, and import that"),
    (b"\xd0\xcf\x11\xe0", "is an old Word file; open it and save it as .docx, then import that"),
    (b"{\\rtf", "is an RTF file; open it and save it as .docx or .txt, then import that"),
    (b"\x1aE\xdf\xa3", "is a recording, not a transcript; import the captions that the tool made of it"),
    (b"ID3", "is a recording, not a transcript; import the captions that the tool made of it"),
    (b"RIFF", "is a recording, not a transcript; import the captions that the tool made of it"),
    (b"OggS", "is a recording, not a transcript; import the captions that the tool made of it"),
)
_MP4 = b"ftyp"
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_DOCX_ERRORS = (
    # A damaged .docx fails in the ZIP, in its XML (a SyntaxError), or where a part of it is missing.
    OpcError, zipfile.BadZipFile, zlib.error, struct.error, SyntaxError, KeyError, ValueError, AttributeError,
    TypeError, IndexError, EOFError, NotImplementedError, RuntimeError, OSError,
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """A file's lines of text. For a Word file a line is a line of its paragraphs, counted in order."""

    name: str
    lines: tuple[str, ...]
    is_word: bool = False
    checks: tuple[Remark, ...] = ()


def decode(content: bytes, name: str) -> Source:
    """The lines of a file; ``name`` is what problems call it. Raises ContentError."""
    if not content.strip():
        raise refuse(name, 0, "is empty; save the transcript again, and import that")
    if content.startswith(b"PK"):
        return Source(name, _word_lines(content, name), is_word=True)
    for start, message in _KNOWN_STARTS:
        if content.startswith(start):
            raise refuse(name, 0, message)
    if content[4:8] == _MP4:
        raise refuse(name, 0, "is a recording, not a transcript; import the captions that the tool made of it")
    if len(content) > LARGEST_TEXT:
        message = f"is {len(content):,} bytes; the most is {LARGEST_TEXT:,}: is it the right file?"
        raise refuse(name, 0, message)
    text, is_utf8 = _text(content, name)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise refuse(name, line, "is no text; import the captions or the transcript, not the recording")
    lines = _lines(text)
    if not any(line.strip() for line in lines):
        raise refuse(name, 0, "is empty; save the transcript again, and import that")
    return Source(name, lines, checks=() if is_utf8 else (Remark(NOT_UTF8, 0, 1),))


def _lines(text: str) -> tuple[str, ...]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(without_controls(text).split("\n"))


def _text(content: bytes, name: str) -> tuple[str, bool]:
    """The text, and whether its encoding is one of Unicode's."""
    try:
        return content.decode(_encoding(content)), True
    except UnicodeDecodeError as error:
        if error.encoding.lower().replace("-", "") not in ("utf8", "utf8sig"):
            raise refuse(name, 0, "is cut off or damaged text; save it again with the encoding UTF-8") from error
        bad = error.start
    try:
        return content.decode("cp1252"), False
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, bad) + 1
        raise refuse(name, line, "is not UTF-8 text; save it again with the encoding UTF-8") from error


def _encoding(content: bytes) -> str:
    """By the mark at its start; without one, UTF-16 shows by a nought in every second byte."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    sample = content[:200]
    if len(sample) > 3 and len(content) % 2 == 0:
        half = len(sample) // 2
        if sample[1::2].count(0) > 0.8 * half and not sample[::2].count(0):
            return "utf-16-le"
        if sample[::2].count(0) > 0.8 * half and not sample[1::2].count(0):
            return "utf-16-be"
    return "utf-8"


def _word_lines(content: bytes, name: str) -> tuple[str, ...]:
    """The lines of a Word file's paragraphs, and of its tables where it has no other words."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size > LARGEST_WORD_FILE:
            message = f"is {size:,} bytes unpacked; the most is {LARGEST_WORD_FILE:,}: is it the right file?"
            raise refuse(name, 0, message)
        document = docx.Document(io.BytesIO(content))
        paragraphs = [paragraph.text for paragraph in document.paragraphs]
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    except _DOCX_ERRORS as error:
        message = "is no Word file that can be read; open it in Word, save it again as .docx, and import that"
        raise refuse(name, 0, message) from error
    lines = _lines("\n".join(paragraphs))
    if not any(line.strip() for line in lines):
        lines = _lines("\n".join(cells))
    if not any(line.strip() for line in lines):
        raise refuse(name, 0, "has no words; save the transcript again, and import that")
    return lines
